"""The person to ask, described in mkdocs.yml itself."""

from pathlib import Path

import pytest
from tests.mkdocs_file import GOOD, load, refusal

from aushang.model import Localised

PERSON = """\
      contact:
        name: Jana Weiß
        role: {de: Studioleitung, en: Studio manager}
        email: jana.weiss@kraftraum.example
        answers_within: einem Werktag
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with content in it."""
    (tmp_path / "content").mkdir()
    return tmp_path


def test_the_person_is_a_contact_and_the_site_names_its_id(folder: Path) -> None:
    """The keys mean what they mean in a file; one text is in the first language."""
    found = load(folder, GOOD + PERSON)
    assert found.site.contact == "jana-weiss"
    assert found.contact is not None
    assert (found.contact.id, found.contact.name) == ("jana-weiss", "Jana Weiß")
    assert found.contact.role == Localised({"de": "Studioleitung", "en": "Studio manager"})
    assert found.contact.answers_within == Localised({"de": "einem Werktag"})
    assert found.contact.email == "jana.weiss@kraftraum.example"
    assert str(found.contact.source.at("name")) == "mkdocs.yml"


def test_an_id_names_a_person_of_the_content(folder: Path) -> None:
    """Nothing is described then."""
    found = load(folder, GOOD + "      contact: jana-weiss\n")
    assert (found.site.contact, found.contact) == ("jana-weiss", None)


@pytest.mark.parametrize(
    ("keys", "message", "hint"),
    [
        (
            "{name: Jana Weiß}",
            "mkdocs.yml:8:7: `contact` has no way to be reached",
            "add `phone`, `email` or `url`",
        ),
        (
            "{email: jana@kraftraum.example}",
            "mkdocs.yml:8:7: `contact` has no `name`",
            "add name: and first and last name",
        ),
        (
            "{name: Jana Weiß, emial: jana@kraftraum.example, phone: 030 555010}",
            "mkdocs.yml:8:34: `contact.emial` is no option of the plugin aushang",
            "did you mean “email”?",
        ),
        (
            "{name: Jana Weiß, email: jana}",
            (
                "mkdocs.yml:8:34: `contact.email` is “jana”; expected an e-mail address such as "
                "jana@studio.example"
            ),
            "",
        ),
        (
            "{name: Jana Weiß, phone: 030 555010, role: 3}",
            "mkdocs.yml:8:53: `contact.role` is “3”; expected one text, or one for each language",
            "",
        ),
        (
            "{name: Jana Weiß, phone: 030 555010, role: {fr: Directrice}}",
            "mkdocs.yml:6:5: `contact.role` has a text in “fr”, which `languages` does not name",
            "name one of de, en, or add “fr” to `languages`",
        ),
    ],
)
def test_what_is_wrong_with_a_person_is_told(
    folder: Path, keys: str, message: str, hint: str
) -> None:
    """With the place and the remedy, as for every option."""
    text = f"{GOOD}      contact: {keys}\n"
    told = refusal(folder, text)
    assert (told[0], told[1]) == (message, hint)

"""A small publication to begin with: it builds at once and says nothing that is not true."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from aushang.content.writing import document, filled, yaml_text
from aushang.model.addresses import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What whoever begins was asked: names of the publication, the place and the person."""

    name: str
    place: str
    person: str
    email: str = ""
    phone: str = ""
    url: str = ""
    language: str = "de"
    time_zone: str = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class _Words:
    """The texts of one language. Braces are filled with what was asked."""

    summary: str
    role: str
    answers_within: str
    contact_title: str
    contact_body: str
    post_title: str
    post_summary: str
    post_body: str


_WORDS = {
    "de": _Words(
        summary="Was hier gerade gilt und was sich ändert.",
        role="Ansprechperson für alle Meldungen",
        answers_within="zwei Werktagen",
        contact_title="Kontakt",
        contact_body=(
            "Fragen zu einer Meldung beantwortet {person}. "
            "Wir antworten innerhalb von zwei Werktagen.\n\n{reach}"
        ),
        post_title="{name} meldet Änderungen ab jetzt hier",
        post_summary="Öffnung, Schließung, Störung, Preise: zuerst auf dieser Seite.",
        post_body=(
            "Wenn sich bei uns etwas ändert, steht es zuerst auf dieser Seite: "
            "was sich ändert, ab wann, bis wann und wer Fragen dazu beantwortet.\n\n"
            "Die Meldungen lassen sich auch abonnieren. "
            "Wie das geht, steht unter [Abonnieren](/abonnieren/)."
        ),
    ),
    "en": _Words(
        summary="What applies here right now, and what is about to change.",
        role="The person to ask about any notice",
        answers_within="two working days",
        contact_title="Contact",
        contact_body=(
            "{person} answers questions about any notice, within two working days.\n\n{reach}"
        ),
        post_title="{name} announces changes here from now on",
        post_summary="Opening, closing, disruptions, prices: on this page first.",
        post_body=(
            "Whenever something changes here, this page says so first: "
            "what changes, from when, until when, and whom you can ask.\n\n"
            "You can also subscribe to the notices. "
            "[How to subscribe](/subscribe/) tells you the way."
        ),
    ),
}
LANGUAGES = tuple(_WORDS)

_CONFIGURATION = """\
# One file for everything. The address below is where people will find the site: put your own there.
"""


def starter(beginning: Beginning, now: datetime) -> dict[str, str]:
    """The files of the new publication, by their path below its folder."""
    words = _WORDS[beginning.language]
    place = slugify(beginning.place) or "place"
    person = slugify(beginning.person) or "contact"
    reach = _reach(beginning)
    said = {"name": beginning.name, "place": beginning.place, "person": beginning.person}
    contact = {
        "name": beginning.person,
        "role": words.role,
        "email": beginning.email,
        "phone": beginning.phone,
        "answers_within": words.answers_within,
    }
    post = {
        "id": f"{now:%Y-%m-%d}-{_FIRST_SLUG[beginning.language]}",
        "type": "news",
        "title": words.post_title.format(**said),
        "summary": words.post_summary,
        "published": f"{now:%Y-%m-%dT%H:%M}",
        "contact": person,
    }
    page = {"title": words.contact_title, "menu": "main", "order": 10}
    body = words.contact_body.format(**said, reach=reach)
    return {
        "mkdocs.yml": _CONFIGURATION + yaml_text(_configuration(beginning, words, now)),
        ".gitignore": "/site/\n/.site.aushang/\n/.site.preview/\n",
        f"content/locations/{place}.yml": yaml_text(
            {"name": beginning.place, "summary": words.summary, "contact": person}
        ),
        f"content/contacts/{person}.yml": yaml_text(filled(contact)),
        f"content/pages/{slugify(words.contact_title)}.md": document(page, body),
        f"content/posts/{post['id']}.md": document(post, words.post_body.format(**said)),
    }


_FIRST_SLUG = {"de": "meldungen-ab-jetzt-hier", "en": "notices-from-now-on"}


def _configuration(beginning: Beginning, words: _Words, now: datetime) -> Mapping[str, object]:
    host = f"{slugify(beginning.name) or 'aushang'}.example"
    url = beginning.url or f"https://{host}/"
    own_host = url.split("//")[-1].split("/")[0].split(":")[0]
    options = {
        "languages": [beginning.language],
        "time_zone": beginning.time_zone,
        "tag": f"{own_host},{now:%Y}",
        "description": {beginning.language: words.summary},
        "search": False,
    }
    return {
        "site_name": beginning.name,
        "site_url": url,
        "docs_dir": "content",
        "site_dir": "site",
        "theme": "aushang",
        "plugins": [{"aushang": options}],
    }


def _reach(beginning: Beginning) -> str:
    lines = []
    if beginning.email:
        lines.append(f"- [{beginning.email}](mailto:{beginning.email})")
    if beginning.phone:
        dialled = "".join(char for char in beginning.phone if char.isdigit() or char == "+")
        lines.append(f"- [{beginning.phone}](tel:{dialled})")
    return "\n".join(lines)

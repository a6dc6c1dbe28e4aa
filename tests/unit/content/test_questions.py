"""Questions are read with their answers, their translations and all that leads to them."""

from pathlib import Path

from tests.content_folder import GOOD, loaded, written

from aushang.content.questions import ordered
from aushang.model import ROOT

PAGE = "---\ntitle: Haus\n---\n\n"


def question(*lines: str, body: str = "Ja.\n", words: str = "Kann ich das?") -> str:
    """A question file."""
    return "\n".join(["---", f"question: {words}", "answered: 2026-11-20", *lines, "---", "", body])


def test_a_question_and_its_translation(tmp_path: Path) -> None:
    """Everything but words and answer stands in the first file."""
    english = "---\nquestion: Can I?\n---\n\nYes.\n"
    files = {
        "questions/a.md": question("services: [sauna]", "locations: [mitte]", "contact: jana"),
        "questions/a.en.md": english,
    }
    result = loaded(written(tmp_path, files))
    assert result.diagnostics == ()
    found = result.publication.questions["a"]
    assert (found.services, found.locations, found.contact) == (("sauna",), ("mitte",), "jana")
    assert found.answered.isoformat() == "2026-11-20T00:00:00+01:00"
    assert [(text.question, text.answer.text) for text in found.texts.values()] == [
        ("Kann ich das?", "Ja."),
        ("Can I?", "Yes."),
    ]
    assert [text.source.path for text in found.texts.values()] == [
        "content/questions/a.md",
        "content/questions/a.en.md",
    ]
    assert found.text("fr").language == "de"


def test_they_come_by_order_and_then_by_their_words(tmp_path: Path) -> None:
    """Whatever their files are called."""
    files = {
        "questions/a.md": question(words="Übermorgen auch?"),
        "questions/b.md": question(words="Zu spät?"),
        "questions/c.md": question("order: 2"),
        "questions/d.md": question("order: 1"),
        "questions/e.md": question(words="Darf ich?"),
    }
    assert list(loaded(written(tmp_path, files)).publication.questions) == [*"dceab"]
    assert ordered([]) == []


def test_a_draft_is_no_question_and_its_translation_no_text(tmp_path: Path) -> None:
    """Whatever is unfinished in it is a warning."""
    files = {
        "questions/a.md": "---\ndraft: true\nquestion: Kann ich?\n---\n",
        "questions/b.md": question(),
        "questions/b.en.md": "---\ndraft: true\nquestion: Can I?\n---\n",
    }
    result = loaded(written(tmp_path, files))
    assert list(result.publication.questions) == ["b"]
    assert list(result.publication.questions["b"].texts) == ["de"]
    assert [str(one.severity) for one in result.diagnostics] == ["warning"]


def test_links_lead_to_the_place_of_a_question(tmp_path: Path) -> None:
    """From posts, pages and other questions; in the language of the text, translated or not."""
    link = "[Ja](../questions/a.md)"
    files = {
        "posts/gut.md": GOOD + "\n[Ja](../questions/a.md), [so](../questions/a.en.md)\n",
        "posts/gut.en.md": "---\ntitle: Good\n---\n\n[Yes](../questions/a.md)\n",
        "pages/haus.md": PAGE + link,
        "questions/a.md": question(body="[Haus](../pages/haus.md), [b](b.md)"),
        "questions/a.en.md": "---\nquestion: Can I?\n---\n\nYes.\n",
        "questions/b.md": question(),
    }
    result = loaded(written(tmp_path, files))
    assert result.diagnostics == ()
    (post,), (page,) = result.publication.all_posts, result.publication.pages
    german, english = (
        [one.address for one in post.texts[each].body.links] for each in ("de", "en")
    )
    assert german == [f"{ROOT}fragen/#a", f"{ROOT}en/questions/#a"]
    assert english == [f"{ROOT}en/questions/#a"]
    assert [one.address for one in page.texts["de"].body.links] == [f"{ROOT}fragen/#a"]
    answer = result.publication.questions["a"].texts["de"].answer
    assert [one.address for one in answer.links] == [f"{ROOT}haus/", f"{ROOT}fragen/#b"]


def test_anchors_of_two_answers_never_meet(tmp_path: Path) -> None:
    """All answers stand on one page: ids begin with the question's, and two hyphens."""
    body = "# Kann ich das?\n\n## Preis\n\nNichts.\n\n## Preis\n\nNoch immer.\n"
    files = {
        "questions/a.md": question(body=body),
        "questions/a-preis.md": question(body="## Preis\n\nVier."),
    }
    questions = loaded(written(tmp_path, files)).publication.questions
    ids = [heading.id for one in questions.values() for heading in one.texts["de"].answer.headings]
    assert sorted(ids) == ["a--preis", "a--preis-2", "a-preis--preis"]
    assert "Kann ich" not in questions["a"].texts["de"].answer.html


def test_faults_of_an_answer_have_their_line(tmp_path: Path) -> None:
    """As in a post; and pictures beside it are published."""
    files = {
        "questions/a.md": question(body="![](plan.svg)\n\n<script>x</script>\n"),
        "questions/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }
    result = loaded(written(tmp_path, files))
    assert [str(one.location) for one in result.diagnostics] == ["content/questions/a.md:8:1"]
    assert [one.source for one in result.publication.media] == ["content/questions/plan.svg"]

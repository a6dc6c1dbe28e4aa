"""The examples of the page about the format are right: they are loaded."""

import re
from pathlib import Path

from tests.content_folder import SITE, loaded, told, written

from aushang.content.entries import FOLDERS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "content.md"


def test_every_example_of_the_format_loads(tmp_path: Path) -> None:
    """All files as they stand on the page, without a finding."""
    text = PAGE.read_text(encoding="utf-8").replace("{de: …, en: …}", "{de: Mitte, en: Centre}")
    text = text.replace("{de: […], en: […]}", "")
    post, question = re.findall(r"```markdown\n(---\n.*?)```", text, re.DOTALL)
    pattern = r"^## (A service|A place|A contact)\n\n```yaml\n(.*?)```"
    examples = re.findall(pattern, text, re.MULTILINE | re.DOTALL)
    names = {
        "A service": "services/sauna",
        "A place": "locations/mitte",
        "A contact": "contacts/jana-weiss",
    }
    assert {heading for heading, _ in examples} == set(names)
    files = {f"{names[heading]}.yml": example for heading, example in examples}
    files |= {"posts/sauna.md": post, "questions/gast.md": question}
    result = loaded(written(tmp_path, files))
    assert [told(finding) for finding in result.diagnostics] == []
    assert [found.id for found in result.publication.all_posts] == ["2026-11-20-sauna-mitte"]
    assert list(result.publication.questions) == ["gast"]
    assert result.publication.contacts["jana-weiss"].answers_within.to(SITE.language)


def test_every_kind_of_file_is_listed() -> None:
    """The page and the folder that is read agree."""
    text = PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"^  (\w+)/", text, re.MULTILINE)) == set(FOLDERS)

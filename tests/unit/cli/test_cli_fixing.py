"""`--fix` shows first, asks, writes at once, and never touches what it was not meant to."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from aushang.cli import fixing
from aushang.cli.fixing import fixed
from aushang.model import Diagnostic, Edit, Position, Severity

TEXT = "Siehe [hier](/Kurse/).\n"
SHOWN = """\
--- content/a.md
+++ content/a.md
@@ -1 +1 @@
-Siehe [hier](/Kurse/).
+Siehe [hier](/kurse/).
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one text in it."""
    (tmp_path / "news/content").mkdir(parents=True)
    (tmp_path / "news/content/a.md").write_text(TEXT)
    return tmp_path / "news"


def finding(
    path: str = "content/a.md", old: str = "/Kurse/", severity: Severity = Severity.ERROR
) -> Diagnostic:
    """A link in the wrong case, with its remedy."""
    edit = Edit(Position(path, 1, 14), old, "/kurse/")
    place = Position(path, 1, 7)
    return Diagnostic(code="AU201", message="x", location=place, edit=edit, severity=severity)


def run(root: Path, *found: Diagnostic, is_sure: bool = True, answer: str = "") -> tuple[int, str]:
    """Exit code and output."""

    @click.command()
    def command() -> None:
        raise SystemExit(fixed(found, root, is_sure=is_sure))

    result = CliRunner().invoke(command, input=answer)
    return result.exit_code, result.output


def test_the_change_is_shown_and_made(root: Path) -> None:
    """With --yes nobody is asked; the file keeps its permissions."""
    file = root / "content/a.md"
    file.chmod(0o640)
    assert run(root, finding()) == (0, f"{SHOWN}mended content/a.md: 1 place\n")
    assert file.read_text() == "Siehe [hier](/kurse/).\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_where_nobody_can_be_asked_nothing_is_changed(root: Path) -> None:
    """As in CI."""
    told = (
        f"{SHOWN}Nobody can be asked whether to change 1 place in 1 file; "
        "--yes changes without asking.\nNothing was changed.\n"
    )
    assert run(root, finding(), is_sure=False) == (1, told)
    assert (root / "content/a.md").read_text() == TEXT


def sit_down(
    monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object] = lambda: None
) -> None:
    """Let somebody sit at standard input, and something happen while they think."""

    class Terminal:
        """Standard input."""

        def isatty(self) -> bool:
            """Somebody sits there."""
            meanwhile()
            return True

    class System:
        """What the module knows of the system."""

        stdin = Terminal()

    monkeypatch.setattr(fixing, "sys", System)


def test_a_file_that_changes_while_one_thinks_is_left(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor may have saved it."""
    file = root / "content/a.md"
    sit_down(monkeypatch, lambda: file.write_text("Neu.\n"))
    code, output = run(root, finding(), is_sure=False, answer="y\n")
    assert code == 1
    assert output.endswith("content/a.md has changed in the meantime; left as it is\n")
    assert file.read_text() == "Neu.\n"


@pytest.mark.parametrize(
    ("answer", "code", "last"),
    [("y\n", 0, "mended content/a.md: 1 place\n"), ("\n", 1, "Nothing was changed.\n")],
)
def test_people_are_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int, last: str
) -> None:
    """No answer is a no."""
    sit_down(monkeypatch)
    exit_code, output = run(root, finding(), is_sure=False, answer=answer)
    assert exit_code == code
    assert "Change 1 place in 1 file? [y/N]: " in output
    assert output.endswith(last)


def test_a_file_that_says_something_else_by_now_is_left(root: Path) -> None:
    """The finding is an old one."""
    (root / "content/a.md").write_text("Neu.\n")
    told = (
        "content/a.md:1:14: “/Kurse/” does not stand here any more; left as it is\n"
        "Nothing here can be mended with certainty.\n"
    )
    assert run(root, finding()) == (1, told)


def test_nothing_outside_of_the_folder_is_changed(root: Path) -> None:
    """Neither by a path nor by a link."""
    outside = root.parent / "a.md"
    outside.write_text(TEXT)
    (root / "content/link.md").symlink_to(outside)
    code, output = run(root, finding("../a.md"), finding("content/link.md"))
    assert code == 1
    assert output == (
        "../a.md is no file of this publication; left as it is\n"
        "content/link.md is no file of this publication; left as it is\n"
        "Nothing here can be mended with certainty.\n"
    )
    assert outside.read_text() == TEXT


def test_a_file_that_is_gone_is_told(root: Path) -> None:
    """With the system's reason."""
    assert run(root, finding("content/b.md"))[1].startswith(
        "content/b.md cannot be read: No such file or directory; left as it is\n"
    )


def test_what_has_no_remedy_is_left(root: Path) -> None:
    """An error without one keeps the exit code at 1; a warning does not."""
    other = Diagnostic(code="AU101", message="x", location=Position("content/a.md", 1))
    assert run(root, finding(), other)[0] == 1
    assert run(root, other) == (1, "Nothing here can be mended with certainty.\n")
    assert run(root, finding(severity=Severity.WARNING, old="nix"))[0] == 0

"""mkdocs.yml becomes one value, and a file that cannot be read one sentence."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from tests.mkdocs_file import GOOD, load, refusal

from aushang.mkdocs.configuration import load_configuration
from aushang.model import AushangError, Ignored, Localised


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty publication."""
    (tmp_path / "content" / "media").mkdir(parents=True)
    return tmp_path


def test_defaults(folder: Path) -> None:
    """Name, address and tag are enough; all else has a default."""
    found = load(folder, GOOD + "      search: false\n")
    assert found.root == folder.resolve()
    assert found.content == folder / "content"
    assert found.output == folder / "site"
    assert found.dialect == "gfm"
    assert found.notices == ()
    assert found.site.name == Localised({"de": "Kraftraum"})
    assert found.site.languages == ("de", "en")
    assert found.site.time_zone == "Europe/Berlin"
    assert found.site.tag == "kraftraum.example,2026"


def test_address_gets_its_slash(folder: Path) -> None:
    """Addresses are joined to `site_url`, so it ends with a slash however it was written."""
    assert load(folder, GOOD).site.url == "https://aktuell.kraftraum.example/neu/"
    assert load(folder, GOOD).site.base_path == "/neu/"


def test_all_options(folder: Path) -> None:
    """Every option arrives where it belongs."""
    options = """\
      languages: [en, de]
      time_zone: Europe/Vienna
      contact: jana-weiss
      dialect: material
      site_name: {de: Kraftraum Berlin}
      description: {en: What holds now., de: Was jetzt gilt.}
      ignore: {AU201: the old page comes back in May}
markdown_extensions:
  - admonition
  - toc: {permalink: true}
"""
    found = load(folder, GOOD + options)
    assert found.site.languages == ("en", "de")
    assert found.site.time_zone == "Europe/Vienna"
    assert found.site.contact == "jana-weiss"
    assert found.site.name.to("de") == "Kraftraum Berlin"
    assert found.site.name.to("en") == "Kraftraum"
    assert found.site.description.to("de") == "Was jetzt gilt."
    assert found.site.ignore == {"AU201": (Ignored("the old page comes back in May"),)}
    assert found.dialect == "material"
    assert "admonition" in found.extensions
    assert found.extension_configs["toc"] == {"permalink": True}


def test_python_markdown_is_tried_only_where_it_is_asked_for(folder: Path) -> None:
    """MkDocs' own extensions would be imported and tried for a dialect that uses none."""
    assert load(folder, GOOD).extensions == ()
    material = load(folder, GOOD + "      dialect: material\n")
    assert material.extensions == ("toc", "tables", "fenced_code")


def test_options_as_a_mapping(folder: Path) -> None:
    """MkDocs allows plugins as a list and as a mapping; so do we."""
    text = GOOD.replace("  - aushang:\n      tag", "  aushang:\n    tag")
    assert load(folder, text).site.tag == "kraftraum.example,2026"


def test_description_of_mkdocs(folder: Path) -> None:
    """Without a description of our own MkDocs' one holds, for the first language."""
    assert load(folder, GOOD + "site_description: Was gilt.\n").site.description.to("de") == (
        "Was gilt."
    )


def test_other_plugins_and_hooks_are_not_loaded(folder: Path) -> None:
    """A plugin that is not installed and a hook that fails are MkDocs' business, not ours."""
    (folder / "hook.py").write_text("raise RuntimeError\n", encoding="utf-8")
    found = load(folder, f"{GOOD}  - gibt-es-nicht\nhooks: [hook.py]\n")
    assert list(found.host.plugins) == []


def test_no_file(tmp_path: Path) -> None:
    """Whoever stands in the wrong folder is told how to begin."""
    with pytest.raises(AushangError) as caught:
        load_configuration(tmp_path / "mkdocs.yml")
    assert caught.value.message == f"there is no mkdocs.yml in {tmp_path.resolve()}"
    assert caught.value.hint == (
        "go to the folder that holds it, or begin with `aushang init FOLDER`"
    )


def test_in_a_folder_below_the_right_one(tmp_path: Path) -> None:
    """Whoever stands among the posts is told where the publication is."""
    below = tmp_path / "content/posts"
    below.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    with pytest.raises(AushangError) as caught:
        load_configuration(below / "mkdocs.yml")
    assert caught.value.hint == f"go to {tmp_path.resolve()}, which holds one"


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    """A folder of that name is no file."""
    (tmp_path / "mkdocs.yml").mkdir()
    with pytest.raises(AushangError) as caught:
        load_configuration(tmp_path / "mkdocs.yml")
    file = tmp_path.resolve() / "mkdocs.yml"
    assert caught.value.message == f"{file} is a folder, and the configuration is a file"
    assert caught.value.hint == "name a file such as mkdocs.yml"
    (file / "mkdocs.yml").touch()
    with pytest.raises(AushangError) as caught:
        load_configuration(file)
    assert caught.value.hint == f"name {file / 'mkdocs.yml'}"


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (
            b"site_name: A: B\n",
            "mkdocs.yml:1:13: the value of `site_name` holds a colon and has no quotes",
            'quote the value: `site_name: "A: B"`',
        ),
        (
            b"site_name: A\x00\n",
            "mkdocs.yml:1:13: the character U+0000 (NUL) cannot be published",
            "delete it; most editors do not show it",
        ),
        (
            b"- a\n",
            "mkdocs.yml holds no settings",
            "write each as `name: value` on a line of its own",
        ),
        (
            b"INHERIT: 5\n",
            (
                "mkdocs.yml cannot be loaded: join() argument must be str, bytes, or os.PathLike"
                " object, not 'int'"
            ),
            "correct the place it names",
        ),
    ],
)
def test_unreadable(folder: Path, data: bytes, message: str, hint: str) -> None:
    """What cannot be read is told with its place, as in a post."""
    (folder / "mkdocs.yml").write_bytes(data)
    with pytest.raises(AushangError) as caught:
        load_configuration(folder / "mkdocs.yml")
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_latin_1(folder: Path) -> None:
    """Bytes that are not UTF-8 are refused with their place."""
    (folder / "mkdocs.yml").write_bytes("site_name: Bäder\n".encode("latin-1"))
    with pytest.raises(AushangError, match=r"^mkdocs\.yml:1:13: ") as caught:
        load_configuration(folder / "mkdocs.yml")
    assert "UTF-8" in caught.value.message + caught.value.hint


def test_empty_file(folder: Path) -> None:
    """An empty file lacks everything, and says so in one go."""
    message, _ = refusal(folder, "")
    assert message.splitlines()[0] == "5 settings in mkdocs.yml are wrong"


def test_windows_line_ends_and_byte_order_mark(folder: Path) -> None:
    """Editors on Windows write both."""
    (folder / "mkdocs.yml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_configuration(folder / "mkdocs.yml").site.tag == "kraftraum.example,2026"


def test_logo(folder: Path) -> None:
    """The publication's own logo is a picture among its media."""
    (folder / "content" / "media" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    text = GOOD.replace("theme: aushang", "theme: {name: aushang, logo: media/logo.svg}")
    assert load(folder, text).host.theme["logo"] == "media/logo.svg"


def test_the_log_of_mkdocs_does_not_leak(
    folder: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """MkDocs warns in its log; whoever runs `aushang build` has no use for it."""
    with caplog.at_level(logging.WARNING):
        load(folder, GOOD + "site_nam: x\n")
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_the_adapter_alone_imports_nothing_of_the_host() -> None:
    """`aushang --help` must not pay for MkDocs."""
    probe = (
        "import sys, aushang.mkdocs;"
        "print([name for name in sys.modules if name.partition('.')[0] in ('mkdocs', 'material')])"
    )
    found = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    assert found.stdout == "[]\n"

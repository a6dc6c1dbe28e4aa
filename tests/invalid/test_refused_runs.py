"""What must not be published, as whoever publishes meets it: words, exit code, and the old site.

Each case puts one bad thing beside good posts. The run says the very words, and the published
folder stays as it was, byte for byte.
"""

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.integration.sites import POST, aushang, tree, write, write_post, write_site

NAME = "content/posts/schlecht.md"
GOOD = POST.format(id="schlecht", title="Schlecht", text="Text.")


def _post(old: str = "", new: str = "", text: str = "Text.") -> bytes:
    """A post with one thing in it that is wrong."""
    whole = POST.format(id="schlecht", title="Schlecht", text=text)
    assert old in whole
    return whole.replace(old, new, 1).encode() if old else whole.encode()


HELP = "\n    help: "
REMOVED = "is not allowed and was removed"
CASES: dict[str, tuple[bytes, str]] = {
    "yaml": (
        _post("title: Schlecht", "title: Sauna: zu"),
        (
            f"4:13: error AU005 the value of `title` holds a colon and has no quotes{HELP}"
            'quote the value: `title: "Sauna: zu"`'
        ),
    ),
    "misspelt key": (
        _post("published:", "publisched:"),
        f"5:1: error AU002 the key `publisched` is not known{HELP}did you mean “published”?",
    ),
    "misspelt type": (
        _post("type: news", "type: clousure"),
        (
            "3:7: error AU001 `type` is “clousure”; allowed are reopening, closure, disruption, "
            f"maintenance, availability, price, news{HELP}did you mean “closure”?"
        ),
    ),
    "misspelt service": (
        _post("[sauna]", "[suana]"),
        f"6:12: error AU050 service “suana” does not exist{HELP}did you mean “sauna”?",
    ),
    "misspelt contact": (
        _post("contact: jana-weiss", "contact: jana-weis"),
        f"8:10: error AU050 contact “jana-weis” does not exist{HELP}did you mean “jana-weiss”?",
    ),
    "no contact": (
        _post("contact: jana-weiss\n", ""),
        (
            " error AU701 the post names no contact, and the configuration names none for all posts"
            f"{HELP}add `contact:` and one of “jana-weiss”"
        ),
    ),
    "no title": (
        _post("title: Schlecht\n", ""),
        f"2: error AU003 `title` is missing{HELP}add a line `title: …`",
    ),
    "no date": (
        _post("published: 2026-11-20T09:00\n", ""),
        f"2: error AU003 `published` is missing{HELP}add a line `published: …`",
    ),
    "impossible date": (
        _post("2026-11-20T09:00", "2026-02-30T09:00"),
        "5:12: error AU001 `published` is “2026-02-30T09:00”, but February 2026 has 28 days",
    ),
    "skipped hour": (
        _post("2026-11-20T09:00", "2026-03-29T02:30"),
        (
            "5:12: error AU020 `published` is “2026-03-29T02:30”, a time that the clock change in "
            f"Europe/Berlin skips{HELP}say which one with an offset: 2026-03-29T01:30+01:00 or "
            "2026-03-29T03:30+02:00"
        ),
    ),
    "repeated hour": (
        _post("2026-11-20T09:00", "2026-10-25T02:30"),
        (
            "5:12: error AU020 `published` is “2026-10-25T02:30”, a time that the clock change in "
            f"Europe/Berlin repeats{HELP}say which one with an offset: 2026-10-25T02:30+02:00 or "
            "2026-10-25T02:30+01:00"
        ),
    ),
    "ends before it starts": (
        _post("type: news", "type: news\nstarts: 2026-11-22\nends: 2026-11-21"),
        (
            "5:7: error AU021 `ends` is “2026-11-21”, which is not after `starts` (“2026-11-22”)"
            f"{HELP}correct one of the two"
        ),
    ),
    "empty file": (b"", f" error AU009 the file is empty{HELP}write something, or delete the file"),
    "front matter only": (
        _post("Text.", ""),
        (
            f" error AU102 post “Schlecht” has no text{HELP}"
            "write what it means for the reader, or set `draft: true`"
        ),
    ),
    "latin-1": (
        GOOD.replace("Schlecht", "Größe").encode("latin-1"),
        (
            f"4:10: error AU010 the byte 0xF6 (“ö” in Latin-1) is not UTF-8{HELP}"
            "save the file as UTF-8; editors offer it under “Save with encoding”"
        ),
    ),
    "five megabytes": (
        _post(text="Text. " * 900_000),
        (
            f" error AU012 the file has 5.4 MB; a text has at most 1 MB{HELP}"
            "move pictures and downloads to media/ and link to them"
        ),
    ),
    "nul": (
        _post(text="Te\x00xt."),
        (
            f"11:3: error AU011 the character U+0000 (NUL) cannot be published{HELP}delete it; "
            "most editors do not show it"
        ),
    ),
    "control character": (
        _post(text="Te\x1bxt."),
        (
            f"11:3: error AU011 the character U+001B (ESCAPE) cannot be published{HELP}delete it; "
            "most editors do not show it"
        ),
    ),
    "slug outside": (
        _post("type: news", "type: news\nslug: ../../x"),
        "4:7: error AU001 `slug` is “../../x”; expected letters a-z, digits and hyphens",
    ),
    "same id": (
        _post("id: schlecht", "id: neue-matten"),
        "2:5: error AU018 the id “neue-matten” is also that of content/posts/neue-matten.md",
    ),
    "dead link": (
        _post(text="Siehe [hier](nirgends.md)."),
        "11:7: error AU201 link “nirgends.md” leads nowhere",
    ),
    "link out of the folder": (
        _post(text="Siehe [hier](../../../../etc/passwd)."),
        "11:7: error AU201 link “../../../../etc/passwd” leads nowhere",
    ),
    "javascript": (
        _post(text="[Klick](javascript:alert(1))"),
        (
            "11:1: error AU111 the link to “javascript:alert(1)” is not allowed and was removed"
            f"{HELP}link to a file here, or begin with https:, http:, mailto: or tel:"
        ),
    ),
    "handler": (
        _post(text="Da. <img src=x onerror=alert(1)>"),
        f'11:5: error AU110 `onerror="alert(1)"` of `<img>` {REMOVED}',
    ),
    "frame": (
        _post(text='Da. <iframe src="https://far.example/"></iframe>'),
        (
            f'11:5: error AU110 `<iframe … "https://far.example/">` {REMOVED}{HELP}'
            "put a link to the page instead"
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_bad_is_told_and_the_good_stays(tmp_path: Path, case: str) -> None:
    """One clear sentence with its place, exit 1, and the site of yesterday."""
    root = write_site(tmp_path)
    assert aushang(root, "build", "--quiet").returncode == 0
    before = tree(root / "site")
    data, words = CASES[case]
    (root / NAME).write_bytes(data)
    refused = aushang(root, "build", "--quiet")
    assert f"{NAME}:{words}" in refused.stdout
    assert refused.stdout.endswith("Nothing was published.\n")
    assert (refused.returncode, refused.stderr) == (1, "")
    assert tree(root / "site") == before
    assert sorted(file.name for file in root.iterdir()) == [
        ".site.aushang",
        "content",
        "mkdocs.yml",
        "site",
    ]
    # What a refused build wrote waits beside the site; the next one that writes clears it.
    (root / NAME).unlink()
    assert "nothing has changed" in aushang(root, "build").stdout
    assert tree(root / "site") == before
    write_post(root, "neue-matten", "Neue Matten", "Sie liegen nicht mehr bereit.")
    assert aushang(root, "build", "--quiet").returncode == 0
    assert tree(root / "site").keys() == before.keys()
    assert tree(root / ".site.aushang/staging").keys() <= before.keys()


def _bom(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


HARMLESS: dict[str, Callable[[str], bytes]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "byte order mark": _bom,
    "both": lambda text: _bom(text.replace("\n", "\r\n")),
}


@pytest.mark.parametrize("form", HARMLESS)
def test_what_windows_writes_is_fine(tmp_path: Path, form: str) -> None:
    """The site is the same as from a plain file."""
    root = write_site(tmp_path)
    plain = write_post(root, "matten", "Matten", "Sie liegen bereit.\n\n## Wo\n\nIm Kursraum.")
    assert aushang(root, "build", "--quiet").returncode == 0
    before = tree(root / "site")
    plain.write_bytes(HARMLESS[form](plain.read_text(encoding="utf-8")))
    assert aushang(root, "build", "--quiet").returncode == 0
    assert tree(root / "site") == before


TITLES = (
    "</title><script>alert(1)</script>",
    "Sauna & Bad < 20 °C ]]> „offen“ \"jetzt\" 'hier'",
    "🧖 heiß: مغلق حتى الجمعة",
    "é und é",
)


@pytest.mark.parametrize("title", TITLES)
def test_any_title_comes_through_everything(tmp_path: Path, title: str) -> None:
    """Page, feeds and JSON show the very title, and none of it is taken for markup."""
    root = write_site(tmp_path)
    quoted = json.dumps(title, ensure_ascii=False)
    write(
        root / "content/posts/titel.md",
        POST.format(id="titel", title=quoted, text="Text.").replace(
            "services:", f"tags: [{quoted}]\nservices:"
        ),
    )
    built = aushang(root, "build", "--strict")
    assert (built.returncode, built.stderr) == (0, "")
    site = root / "site"
    page = LexborHTMLParser((site / "meldungen/titel/index.html").read_bytes())
    heading = page.css_first("h1")
    assert heading is not None
    assert heading.text().replace("\u00a0", " ") == title
    assert [node for node in page.css("script:not([type])") if node.text()] == []
    record = json.loads((site / "api/v1/posts/titel.json").read_text(encoding="utf-8"))["data"]
    assert record["texts"]["de"]["title"] == title
    assert record["tags"] == [title]
    for name in ("feeds/posts.rss", "feeds/posts.atom"):
        feed = feedparser.parse((site / name).read_bytes())
        assert not feed.bozo
        (entry,) = [one for one in feed.entries if "titel" in one.link]
        assert unescape(entry.title) == unescape(title)
        assert title in {unescape(tag.term) for tag in entry.tags} | {
            tag.term for tag in entry.tags
        }

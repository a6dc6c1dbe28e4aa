"""Whatever files are called and findings say, each report is read by parsers that are not ours."""

import os
import re
from urllib.parse import unquote_to_bytes

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from tests.reported import TOPICS, make_run

from aushang.model import Diagnostic, Position, Severity
from aushang.reports.formats import FORMATS
from aushang.reports.legible import harmless, legible
from aushang.reports.run import Run
from aushang.reports.text import report

# Names as a file system has them: any bytes but NUL, kept by Python with lone surrogates.
nasty = st.sampled_from(
    ["a\nb.md", "q\"'.md", "🏋️.md", "\x1b[2J.md", "%0A,:.md", "]]>.md", "::error::.md", "`````"]
)
names = nasty | st.binary(min_size=1, max_size=12).map(
    lambda data: os.fsdecode(data.replace(b"\0", b"x"))
)
words = st.text(max_size=30) | nasty
findings = st.builds(
    Diagnostic,
    code=st.sampled_from([*TOPICS, "AU777"]),
    message=words,
    hint=words,
    location=st.builds(
        Position, names.map(lambda name: f"content/{name}"), st.integers(0, 9), st.integers(0, 9)
    ),
    severity=st.sampled_from(Severity),
    pages=st.lists(names, max_size=2).map(tuple),
)
runs = st.lists(findings, min_size=1, max_size=4).map(lambda found: make_run(*found))


def spelt(text: str) -> str:
    """What stands for halves of surrogate pairs."""
    return "".join(
        sign.encode("unicode_escape").decode() if "\ud800" <= sign <= "\udfff" else sign
        for sign in text
    )


def as_in_xml(text: str) -> str:
    """What stands for characters that XML does not have; lxml judges which those are."""
    element = etree.Element("a")

    def one(sign: str) -> str:
        try:
            element.text = sign
        except (ValueError, UnicodeEncodeError):
            return sign.encode("unicode_escape").decode()
        return sign

    return "".join(map(one, text))


def of(name: str, run: Run) -> bytes:
    """The report as it is written: every one can be."""
    return FORMATS[name](run).encode()


@given(runs)
def test_json(run: Run) -> None:
    """A strict reader gets back what went in, in order."""
    told = msgspec.json.decode(of("json", run))["findings"]
    expected = [(spelt(f.location.path), spelt(f.message), spelt(f.hint)) for f in run.ordered]
    assert [(f["location"]["path"], f["message"], f["hint"]) for f in told] == expected
    assert len({f["fingerprint"] for f in told}) == len(told)


@given(runs)
def test_sarif(run: Run) -> None:
    """Each address leads to the very bytes of the file's name."""
    (log,) = msgspec.json.decode(of("sarif", run))["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in log["results"]]
    found = [unquote_to_bytes(place["artifactLocation"]["uri"]) for place in places]
    assert found == [os.fsencode(f.location.path) for f in run.ordered]


@given(runs)
def test_gitlab(run: Run) -> None:
    """Every path is there, and no fingerprint twice."""
    told = msgspec.json.decode(of("gitlab", run))
    assert [f["location"]["path"] for f in told] == [spelt(f.location.path) for f in run.ordered]
    assert len({f["fingerprint"] for f in told}) == len(told)


@given(runs)
def test_junit(run: Run) -> None:
    """Well-formed for libxml2, with the names but for what XML cannot say."""
    cases = etree.fromstring(of("junit", run)).findall(".//testcase[@file]")
    assert [case.get("file") for case in cases] == [as_in_xml(f.location.path) for f in run.ordered]
    assert [case[0].get("message") for case in cases] == [harmless(f.message) for f in run.ordered]


@given(runs)
def test_github(run: Run) -> None:
    """Read as the runner does: line by line, command, properties, data."""
    lines = of("github", run).decode().removesuffix("\n").split("\n")
    assert all("\r" not in line for line in lines)
    assert len(lines) == len(run.diagnostics)
    for line, finding in zip(lines, run.gravest_first, strict=True):
        head, data = line.removeprefix("::").split("::", 1)
        command, properties = head.split(" ", 1)
        read = dict(pair.split("=", 1) for pair in properties.split(","))
        assert command == finding.severity
        assert decoded(read["file"]) == shown(spelt(finding.location.path))
        assert decoded(data).split("\n")[0] == harmless(finding.message)


def shown(path: str) -> str:
    """Line ends as they are, all else that could drive a terminal made visible."""
    return "".join(sign if sign in "\r\n" else harmless(sign) for sign in path)


def decoded(text: str) -> str:
    """As the runner reads values, the sign of escapes last."""
    for escape, sign in {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}.items():
        text = text.replace(escape, sign)
    return text


@given(runs)
def test_markdown(run: Run) -> None:
    """Foreign text stays in fenced blocks: nothing of it is markup."""
    tokens = MarkdownIt().parse(of("markdown", run).decode())
    assert {token.type for token in tokens} <= {
        *("heading_open", "inline", "heading_close", "paragraph_open", "paragraph_close", "fence")
    }
    shown = "".join(token.content for token in tokens if token.type == "fence")
    for finding in run.diagnostics:
        said = f"{harmless(str(finding.location))}: {finding.severity} {legible(finding.message)}"
        assert f"{said}\n" in shown


@given(runs)
def test_text(run: Run) -> None:
    """For the terminal: as many lines as there are things to say, none of them driven by others."""
    lines = report(run.diagnostics).split("\n")
    hints = sum(bool(f.hint) + bool(f.pages) for f in run.diagnostics)
    assert len(lines) == len(run.diagnostics) + hints + 1
    assert not any(re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", line) for line in lines)

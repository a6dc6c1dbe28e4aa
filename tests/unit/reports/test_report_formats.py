"""Each report for machines in its exact form."""

import json
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft202012Validator
from tests.reported import FILE, SECTION, SLASH, TOPICS, make_finding, make_run

from aushang.model.fingerprint import fingerprint
from aushang.reports.documents import findings_schema
from aushang.reports.formats import FORMATS
from aushang.reports.run import Run


def of(name: str, run: Run) -> str:
    """The report of that name."""
    return FORMATS[name](run)


@pytest.mark.parametrize("name", FORMATS)
def test_order_of_discovery_plays_no_part(name: str) -> None:
    """The same findings, the same bytes."""
    several = (SECTION, SLASH, FILE)
    assert of(name, make_run(*several)) == of(name, make_run(*reversed(several)))


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "gitlab", "markdown"])
def test_a_run_without_findings_has_a_report(name: str) -> None:
    """A file that is empty or missing would be taken for a broken run."""
    text = of(name, make_run(exit_code=0))
    assert text.endswith("\n")
    assert text.strip()


def test_json_holds_everything() -> None:
    """In order of place."""
    told = json.loads(of("json", make_run(SECTION, SLASH)))
    assert told == {
        "report_version": "1.0",
        "program": "aushang",
        "version": "1.2",
        "exit": 1,
        "counts": {"errors": 1, "warnings": 1, "files": 2},
        "findings": [
            {
                "code": "AU203",
                "name": "missing-slash",
                "severity": "warning",
                "message": "link “/kontakt” wants a slash at the end of the address",
                "hint": "",
                "location": {"path": "content/pages/z.md", "line": 3, "column": 7},
                "pages": ["z/", "en/z/"],
                "fingerprint": fingerprint(SLASH),
                "edit": {
                    "location": {"path": "content/pages/z.md", "line": 3, "column": 12},
                    "old": "/kontakt",
                    "new": "/kontakt/",
                },
            },
            {
                "code": "AU101",
                "name": "empty-section",
                "severity": "error",
                "message": "section “Kurse” has no content",
                "hint": "write a sentence, or remove the heading",
                "location": {"path": "content/posts/a.md", "line": 14, "column": 0},
                "pages": [],
                "fingerprint": fingerprint(SECTION),
                "edit": None,
            },
        ],
    }


def test_json_is_of_its_schema() -> None:
    """The schema is one itself, and refuses what lacks a field."""
    schema = findings_schema()
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    told = json.loads(of("json", make_run(SECTION, SLASH, FILE)))
    judge.validate(told)
    judge.validate(json.loads(of("json", make_run(exit_code=0))))
    del told["findings"][0]["location"]
    assert not judge.is_valid(told)


def test_a_code_that_nobody_knows_has_its_own_name() -> None:
    """A check of another package may have gone."""
    assert json.loads(of("json", make_run(FILE)))["findings"][0]["name"] == "AU009"


def test_junit_counts_checks_that_found_nothing_as_passed() -> None:
    """Errors are failures; warnings, which keep nothing back, are skipped tests."""
    root = fromstring(of("junit", make_run(SECTION, SLASH, below="news/")))
    counts = {"tests": "3", "failures": "1", "errors": "0", "skipped": "1"}
    assert root.tag == "testsuites"
    assert root.attrib == {"name": "aushang", **counts}
    (suite,) = root
    assert suite.attrib == root.attrib
    passed, slash, section = suite
    assert passed.attrib == {"classname": "aushang", "name": "AU201 dead-link"}
    assert slash.attrib == {
        "classname": "AU203 missing-slash",
        "name": f"content/pages/z.md: {SLASH.message} ({fingerprint(SLASH)})",
        "file": "news/content/pages/z.md",
        "line": "3",
    }
    (skipped,) = slash
    assert (skipped.tag, skipped.get("message")) == ("skipped", SLASH.message)
    (failure,) = section
    assert (failure.tag, failure.get("type")) == ("failure", "AU101")
    assert failure.text == (
        "content/posts/a.md:14: error AU101 section “Kurse” has no content\n"
        "help: write a sentence, or remove the heading"
    )
    assert (skipped.text or "").endswith("\nseen on: /z/, /en/z/")


def test_junit_of_a_clean_run_has_tests_that_passed() -> None:
    """Jenkins takes a report without a test for a fault."""
    root = fromstring(of("junit", make_run(exit_code=0)))
    assert [case.get("name") for case in root.iter("testcase")] == [
        f"{code} {topic.name}" for code, topic in TOPICS.items()
    ]


def test_github_shows_errors_first() -> None:
    """It takes ten errors and ten warnings of a step; paths are those of the repository."""
    assert of("github", make_run(SLASH, SECTION, FILE, below="news/")) == (
        "::error file=news/content/posts/a.md,line=14,title=AU101 empty-section::"
        "section “Kurse” has no content%0Awrite a sentence, or remove the heading\n"
        "::error file=news/content/posts/b.md,title=AU009 AU009::the file is empty\n"
        "::warning file=news/content/pages/z.md,line=3,col=7,title=AU203 missing-slash::"
        "link “/kontakt” wants a slash at the end of the address\n"
    )


def test_github_s_escapes() -> None:
    """A property ends at `,` and `:`, a command at the end of its line, and `%` escapes."""
    finding = make_finding("a,b:c%\nd.md", "100 %\n::error::nein")
    assert of("github", make_run(finding)) == (
        "::error file=a%2Cb%3Ac%25%0Ad.md,line=1,title=AU201 dead-link::100 %25\\n::error::nein\n"
    )


def test_gitlab_s_form() -> None:
    """Description, name, fingerprint, severity and a line, which it must have."""
    assert json.loads(of("gitlab", make_run(SECTION, FILE, SLASH, below="news/"))) == [
        {
            "description": SLASH.message,
            "check_name": "AU203 missing-slash",
            "fingerprint": fingerprint(SLASH),
            "severity": "minor",
            "location": {"path": "news/content/pages/z.md", "lines": {"begin": 3}},
        },
        {
            "description": f"{SECTION.message}: {SECTION.hint}",
            "check_name": "AU101 empty-section",
            "fingerprint": fingerprint(SECTION),
            "severity": "blocker",
            "location": {"path": "news/content/posts/a.md", "lines": {"begin": 14}},
        },
        {
            "description": "the file is empty",
            "check_name": "AU009 AU009",
            "fingerprint": fingerprint(FILE),
            "severity": "blocker",
            "location": {"path": "news/content/posts/b.md", "lines": {"begin": 1}},
        },
    ]


def test_markdown_groups_by_code() -> None:
    """Errors first; each code with its sentence; the findings in fenced blocks."""
    assert of("markdown", make_run(SLASH, SECTION)) == (
        "## Aushang: 1 error, 1 warning in 2 files\n\n"
        "### AU101 empty-section (1)\n\n"
        "A heading with nothing under it.\n\n"
        "```text\n"
        "content/posts/a.md:14: error section “Kurse” has no content\n"
        "    write a sentence, or remove the heading\n"
        "```\n\n"
        "### AU203 missing-slash (1)\n\n"
        "A link without its slash.\n\n"
        "```text\n"
        "content/pages/z.md:3:7: warning link “/kontakt” wants a slash at the end of the address\n"
        "```\n"
    )


def test_markdown_of_many_findings_shows_some() -> None:
    """A comment has room for 65,536 characters."""
    told = of("markdown", make_run(*(make_finding(line=line) for line in range(1, 24))))
    assert told.count("content/a.md:") == 20
    assert told.endswith("\n```\n\nAnd 3 more.\n")


def test_markdown_of_a_clean_run() -> None:
    """The page of a CI run says that it was looked."""
    assert of("markdown", make_run(exit_code=0)) == "## Aushang: nothing was found\n"

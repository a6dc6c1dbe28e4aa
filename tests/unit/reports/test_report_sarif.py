"""SARIF as the standard wants it: the shape, the rules, places, fixes and links."""

import json
from typing import Any

from jsonschema import Draft202012Validator
from tests.reported import FILE, SECTION, SLASH, make_finding, make_run

from aushang.model.fingerprint import fingerprint
from aushang.reports.run import Run
from aushang.reports.sarif import sarif

NUMBER = {"type": "integer", "minimum": 1}
TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
FILE_SHAPE = {
    "type": "object",
    "required": ["uri", "uriBaseId"],
    "properties": {
        # RFC 3986: a relative reference in ASCII; what else stands in a name is percent-encoded.
        "uri": {"type": "string", "pattern": r"^(?!/)([A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"},
        "uriBaseId": {"const": "%SRCROOT%"},
    },
    "additionalProperties": False,
}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {"startLine": NUMBER, "startColumn": NUMBER, "endColumn": NUMBER},
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"pattern": "^AU[0-9]{3}$"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation"],
                        "properties": {"artifactLocation": FILE_SHAPE, "region": REGION},
                        "additionalProperties": False,
                    }
                },
                "additionalProperties": False,
            },
        },
        "partialFingerprints": {"additionalProperties": {"type": "string"}},
        "properties": {"type": "object"},
        "fixes": {"type": "array", "items": {"required": ["artifactChanges"]}},
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"pattern": "^[A-Z][A-Za-z0-9]*$"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"properties": {"level": {"enum": ["warning", "error"]}}},
    },
    "additionalProperties": False,
}
SHAPE = {
    "type": "object",
    "required": ["version", "runs"],  # § 3.13
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],  # § 3.14
                "properties": {
                    "tool": {
                        "properties": {
                            "driver": {
                                "required": ["name"],  # § 3.19.8
                                "properties": {
                                    "name": {"const": "Aushang"},
                                    "version": {"type": "string"},
                                    "rules": {"type": "array", "items": RULE, "uniqueItems": True},
                                },
                                "additionalProperties": False,
                            }
                        },
                        "required": ["driver"],
                        "additionalProperties": False,
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "originalUriBaseIds": {"type": "object"},
                    "invocations": {
                        "items": {
                            "required": ["executionSuccessful"],  # § 3.20.14
                            "properties": {
                                "executionSuccessful": {"type": "boolean"},
                                "exitCode": {"type": "integer"},
                            },
                            "additionalProperties": False,
                        }
                    },
                    "results": {"type": "array", "items": RESULT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""What SARIF 2.1.0 (OASIS, 2020 with errata 01) asks of the objects that we write: required
properties, forms and allowed values, in our own words; what it does not list here we do not write.
"""


def told(run: Run) -> dict[str, Any]:
    """The one run of the log, which has the right shape."""
    log = json.loads(sarif(run))
    Draft202012Validator(SHAPE).validate(log)
    (one,) = log["runs"]
    return one


def test_each_result_leads_to_its_rule() -> None:
    """By id and by index; the rules are those that were broken."""
    run = told(make_run(SECTION, SLASH, FILE))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AU009", "AU101", "AU203"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_carries_its_explanation() -> None:
    """As text and as Markdown, with the level that it has unless a result says another."""
    _, rule = told(make_run(SLASH, FILE))["tool"]["driver"]["rules"]
    assert rule == {
        "id": "AU203",
        "name": "MissingSlash",
        "shortDescription": {"text": "A link without its slash."},
        "fullDescription": {"text": "A link without its slash."},
        "help": {
            "text": "Why it matters: nobody knows.\n\nBad: `a`",
            "markdown": "**Why it matters:** nobody knows.\n\n**Bad:** `a`",
        },
        "defaultConfiguration": {"level": "warning"},
    }


def test_a_result_says_where_and_what_would_mend_it() -> None:
    """Columns count characters, as the run says."""
    run = told(make_run(SLASH, below="news/"))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    file = {"uri": "news/content/pages/z.md", "uriBaseId": "%SRCROOT%"}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": file,
                "region": {"startLine": 3, "startColumn": 7},
            }
        }
    ]
    assert result["partialFingerprints"] == {"aushang/v1": fingerprint(SLASH)}
    assert result["properties"] == {"pages": ["z/", "en/z/"]}
    (fix,) = result["fixes"]
    region = {"startLine": 3, "startColumn": 12, "endColumn": 20}
    change = {"deletedRegion": region, "insertedContent": {"text": "/kontakt/"}}
    assert fix["artifactChanges"] == [{"artifactLocation": file, "replacements": [change]}]


def test_a_finding_of_a_whole_file_has_no_region() -> None:
    """Lines begin with 1 in SARIF."""
    (result,) = told(make_run(FILE))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_names_are_percent_encoded() -> None:
    """A colon would make a scheme of the first part, blanks and umlauts are no part of a URI."""
    (result,) = told(make_run(make_finding("a:b/Plan Süd\udcff.md")))["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "a%3Ab/Plan%20S%C3%BCd%FF.md"


def test_no_text_of_others_becomes_a_link() -> None:
    """Viewers make one of `[text](target)` in a message."""
    (result,) = told(make_run(make_finding(message="link “[hier](javascript:x)” leads nowhere")))[
        "results"
    ]
    assert result["message"]["text"] == r"link “\[hier\](javascript:x)” leads nowhere"


def test_a_clean_run_has_an_empty_list_of_results() -> None:
    """Without the list it would mean that nobody has looked (§ 3.14.23)."""
    run = told(make_run(exit_code=0))
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]

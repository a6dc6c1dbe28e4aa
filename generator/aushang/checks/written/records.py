"""Facts of JSON: every string that is an address of our own site, wherever it stands."""

import json
from collections.abc import Iterator

from aushang.checks.written.facts import Facts, Fault, Form, Reference
from aushang.checks.written.strings import references_in


def record_facts(data: bytes, site_url: str) -> Facts:
    """References to the site itself, or the fault that makes the file unreadable (RFC 8259)."""
    try:
        content = json.loads(data.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        return Facts(form=Form.JSON, fault=Fault(f"byte {error.start + 1} is not UTF-8"))
    except json.JSONDecodeError as error:
        return Facts(form=Form.JSON, fault=Fault(_lowered(error.msg), error.lineno, error.colno))
    except (ValueError, RecursionError) as error:
        return Facts(form=Form.JSON, fault=Fault(str(error)))
    return Facts(form=Form.JSON, references=tuple(dict.fromkeys(_references(content, site_url))))


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _references(content: object, site_url: str) -> Iterator[Reference]:
    waiting: list[tuple[str, object]] = [("", content)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str):
            yield from references_in(value, place, site_url)
        elif isinstance(value, dict):
            waiting.extend(value.items())
        elif isinstance(value, list):
            waiting.extend((place, item) for item in value)

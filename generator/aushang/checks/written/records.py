"""Facts of JSON: every string that is an address of our own site, wherever it stands."""

import json
from collections.abc import Iterator

from aushang.checks.written.facts import Facts, Fault, Form, Reference
from aushang.checks.written.strings import references_in


def record_facts(data: bytes, site_url: str) -> Facts:
    """References to the site itself, or the fault that makes the file unreadable (RFC 8259)."""
    try:
        text = data.decode("utf-8")
        # `json.loads` would make a decoder for each file, and find this place a fault as well.
        content = _DECODER.decode(text) if text[:1] != _MARK else json.loads(text)
    except UnicodeDecodeError as error:
        return Facts(form=Form.JSON, fault=Fault(f"byte {error.start + 1} is not UTF-8"))
    except json.JSONDecodeError as error:
        return Facts(form=Form.JSON, fault=Fault(_lowered(error.msg), error.lineno, error.colno))
    except (ValueError, RecursionError) as error:
        return Facts(form=Form.JSON, fault=Fault(str(error)))
    return Facts(form=Form.JSON, references=tuple(dict.fromkeys(_references(content, site_url))))


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_MARK = "\ufeff"


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _references(content: object, site_url: str) -> Iterator[Reference]:
    waiting: list[tuple[str, object]] = [("", content)]
    while waiting:
        place, value = waiting.pop()
        # Types as they come from the decoder: exact, and faster to ask for than `isinstance`.
        if type(value) is str:
            # Seven strings of eight are neither an address of ours nor markup.
            if site_url in value or "<" in value:
                yield from references_in(value, place, site_url)
        elif type(value) is dict:
            waiting += value.items()
        elif type(value) is list:
            waiting += [(place, item) for item in value]

"""Whether a host and port are such that a browser would ask them (WHATWG URL, 3.5 and 4.4)."""

import re
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import unquote

_END = re.compile(r"[/\\?#]")
_AUTHORITY = re.compile(r"(?:.*@)?(?P<host>\[[^\]]*\]|[^:]*)(?::(?P<port>.*))?", re.DOTALL)
_LARGEST_PORT = 65_535
# WHATWG URL, 3.5: forbidden domain code points.
_FORBIDDEN = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
_MOST_PARTS = 4
_LONGEST_NUMBER = 32  # digits, leading zeros and all; there is no reason for more


def is_reachable(rest: str) -> bool:
    """Whether `rest`, what stands behind `https:`, begins with a host that a parser accepts."""
    authority = _END.split(rest.lstrip("/\\"), maxsplit=1)[0]
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        return False
    host, port = match["host"], match["port"] or ""
    if port and not (port.isascii() and port.isdecimal() and int(port[:6]) <= _LARGEST_PORT):
        return False
    if host.startswith("["):
        return _is_version_6(host[1:-1])
    name = unquote(host)
    if not name or "\ufffd" in name or _FORBIDDEN.search(name):
        return False
    labels = name.removesuffix(".").split(".")
    return not _NUMBER.fullmatch(labels[-1]) or _is_version_4(labels)


def _is_version_6(text: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    # A zone is a matter of one machine and no part of a URL's host.
    return "%" not in text


def _is_version_4(labels: list[str]) -> bool:
    """Four numbers or fewer, decimal, octal or hexadecimal; the last one fills what is left."""
    if len(labels) > _MOST_PARTS:
        return False
    values = [_number(label) for label in labels]
    if any(value is None for value in values):
        return False
    *first, last = (value or 0 for value in values)
    return all(value < 1 << 8 for value in first) and last < 1 << 8 * (
        _MOST_PARTS + 1 - len(labels)
    )


def _number(label: str) -> int | None:
    if not _NUMBER.fullmatch(label) or len(label) > _LONGEST_NUMBER:
        return None
    if label[:2] in {"0x", "0X"}:
        return int(label[2:] or "0", 16)
    try:
        return int(label, 8 if len(label) > 1 and label[0] == "0" else 10)
    except ValueError:  # `09` is no octal number
        return None

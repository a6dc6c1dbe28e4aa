"""In which ways a reference can be at fault: the words between who finds it and who tells it."""

from enum import StrEnum


class Problem(StrEnum):
    """What is wrong with a reference."""

    NO_FILE = "no file"
    NO_INDEX = "folder without a page"
    ADRIFT = "relative on a page of any depth"
    NO_ANCHOR = "no such anchor"
    NO_SLASH = "slash missing"
    MOVED = "leads to a redirect"
    CHAIN = "redirect to a redirect"
    LOOP = "redirects in a circle"
    EMPTY = "empty"
    NO_SCHEME = "scheme missing"
    NO_URL = "no URL"
    NO_ADDRESSEE = "no mail address or telephone number"
    INSECURE = "unencrypted"
    MIXED = "unencrypted part of an encrypted page"
    FOREIGN = "fetched from another host"


OF_THE_ADDRESS = frozenset(
    {
        Problem.EMPTY,
        Problem.NO_SCHEME,
        Problem.NO_URL,
        Problem.NO_ADDRESSEE,
        Problem.INSECURE,
        Problem.MIXED,
        Problem.FOREIGN,
    }
)
"""Faults of an address alone, whatever the rest of the site is like."""

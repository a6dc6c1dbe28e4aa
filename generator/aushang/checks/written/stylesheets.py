"""What a style sheet refers to, read token by token (CSS Syntax 3, section 4).

Only the tokens that tell what is a URL and what merely looks like one are told apart: comments,
strings, names with escapes, `url(…)`, brackets.
"""

import re
from collections.abc import Iterator

from aushang.checks.written.facts import Facts, Form, Reference

_PROMISING = re.compile(r"(?i)url|import|image-set|src\(|\\")
_LINE_END = re.compile(r"\r\n?|\f")
# Section 4.3.7: up to six hexadecimal digits and one space, or any sign but a line end.
_ESCAPED = r"\\(?:[0-9a-fA-F]{1,6}+[ \t\n]?+|[^\n0-9a-fA-F])"
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|\n|([\s\S])?)")
_NAME = rf"(?:[\w-]|[^\x00-\x7f]|{_ESCAPED})+"
_TOKEN = re.compile(
    r"/\*[\s\S]*?(?:\*/|\Z)"
    r"|\"(?P<double>(?:[^\"\\\n]|\\(?:[\s\S]|\Z))*)(?P<bad_double>\n)?\"?"
    r"|'(?P<single>(?:[^'\\\n]|\\(?:[\s\S]|\Z))*)(?P<bad_single>\n)?'?"
    rf"|@(?P<at>{_NAME})"
    rf"|(?P<name>{_NAME})(?P<open>\()?"
    r"|(?P<sign>[(){}\[\];])",
    re.ASCII,
)
# Section 4.3.6: an unquoted URL ends at `)`; quotes, brackets and spaces within make it none.
_URL = re.compile(
    rf"[ \t\n]*(?P<url>(?:[^\"'()\\ \t\n\x00-\x08\x0b\x0e-\x1f\x7f]|{_ESCAPED})*)[ \t\n]*(?:\)|\Z)"
)
_QUOTED = re.compile(r"[ \t\n]*[\"']")
_REST_OF_BAD_URL = re.compile(r"(?:[^)\\]|\\[\s\S]|\\\Z)*\)?")
# CSS Images 4, 2.4, and CSS Values 4, 4.5: functions whose strings are URLs.
_TAKING_URLS = frozenset({"url", "src", "image-set", "-webkit-image-set"})
_CLOSES = {")", "}", "]"}
_LARGEST_CHARACTER = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def style_sheet_facts(data: bytes) -> Facts:
    """What a style sheet file refers to."""
    found = style_references(data.decode("utf-8", "replace"))
    return Facts(form=Form.CSS, references=tuple(dict.fromkeys(found)))


def style_references(css: str) -> Iterator[Reference]:
    """The URLs of a style sheet or a `style` attribute: the word is `url()` or `@import`.

    Places within the document (`#a`) and data are left out: browsers fetch nothing for them.
    """
    if not _PROMISING.search(css):
        return
    # Section 3.3: what is done to a sheet before its tokens are read.
    for url, word in _urls(_LINE_END.sub("\n", css).replace("\0", "\ufffd")):
        if url and not url.startswith("#") and url[:5].lower() != "data:":
            yield Reference(url, word)


def _urls(css: str) -> Iterator[tuple[str, str]]:
    place = 0
    statement = ""  # the at-rule of which no more than the head was read
    around: list[str] = []  # the functions and blocks that are open
    while (match := _TOKEN.search(css, place)) is not None:
        place = match.end()
        string = match["double"] if match["double"] is not None else match["single"]
        word = "@import" if statement == "import" else "url()"
        if string is not None:
            is_bad = match["bad_double"] or match["bad_single"]
            in_function = bool(around) and around[-1] in _TAKING_URLS
            is_import = statement == "import" and not around
            if not is_bad and (in_function or is_import) and statement != "namespace":
                yield _unescaped(string), word
        elif match["at"]:
            statement = _unescaped(match["at"]).lower()
        elif match["open"]:
            name = _unescaped(match["name"]).lower()
            if name == "url" and not _QUOTED.match(css, place):
                url, place = _unquoted(css, place)
                if statement != "namespace":
                    yield url, word
            else:
                around.append(name)
        elif match["sign"]:
            statement = _sign(match["sign"], statement, around)


def _sign(sign: str, statement: str, around: list[str]) -> str:
    """Open or close a bracket; the statement that is still being read."""
    if sign in _CLOSES:
        del around[-1:]
    elif sign != ";":
        around.append(sign)
    return "" if sign in "{};" else statement


def _unquoted(css: str, place: int) -> tuple[str, int]:
    """The URL that begins at `place`, empty if it is none, and where what follows begins."""
    match = _URL.match(css, place)
    if match:
        return _unescaped(match["url"]), match.end()
    bad = _REST_OF_BAD_URL.match(css, place)
    return "", bad.end() if bad else len(css)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        is_none = not code or code > _LARGEST_CHARACTER or code in _SURROGATES
        return "\ufffd" if is_none else chr(code)
    return match[2] or ""

"""The page that shows people what the JSON API holds: every file, every object, every field.

There is one, at `api/`, in the first language of the site. What fields mean is told in English, in
the words of the published schemas, from which the page is made.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from aushang.model.addresses import API, DEVELOPERS, absolute, of_api, of_statuspage
from aushang.outputs.api.openapi import statuspage_meanings
from aushang.outputs.api.reference import Described, described, envelope, origin
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import NOTHING, Mark, Unit

_REACHED_FROM = "subscribe"


@dataclass(frozen=True, slots=True)
class File:
    """A kind of files as the page shows it.

    `address` is empty where the path has parameters. `schema` is the address of the schema.
    """

    told: Described
    anchor: str
    address: str
    schema: str

    @property
    def lead(self) -> str:
        """What it is, in a sentence or two."""
        return self.told.meaning.partition("\n\n")[0]

    @property
    def rest(self) -> str:
        """What else there is to say of it; mostly nothing."""
        return self.told.meaning.partition("\n\n")[2]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file for programs that read Statuspage."""

    path: str
    address: str
    meaning: str


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The page, with those of the first language. It reads no post."""
    if press.language == press.site.language:
        yield Unit(
            name="page:developers",
            topic=NOTHING,
            posts=(),
            make=partial(_leaf, press),
            page=Mark(DEVELOPERS),
        )


def _leaf(press: Press) -> Iterator[Leaf]:
    words = press.words
    title = words.say("Für Apps und Programme")
    description = words.say(
        "Alles, was hier steht, gibt es auch als JSON: für Apps, Anzeigen und andere Websites,"
        " ohne Anmeldung und ohne Schlüssel."
    )
    body = press.render(
        "developers.html",
        title=title,
        description=description,
        language=press.foreign("en"),
        coded=coded,
        files=list(_files()),
        whole=absolute(press.site, of_api("status")),
        envelope=envelope(),
        origin=origin(),
        foreign=list(_foreign(press)),
        **{name: address_of(of_api(file)) for name, file in _LINKS.items()},
    )
    sheet = Sheet(
        path=DEVELOPERS,
        language=press.language,
        title=title,
        description=description,
        body=body,
        section=_REACHED_FROM,
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


_LINKS = {
    "status": "status",
    "newest": "posts/index",
    "changes": "changes/0001",
    "vectors": "clock-vectors",
    "openapi": "openapi",
}


def coded(text: str) -> Markup:
    """Words of a schema, in which names stand between backquotes, as HTML."""
    parts = [str(escape(part)) for part in text.split("`")]
    html = "".join(f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))
    return Markup(html)  # noqa: S704  # each part is escaped


def _files() -> Sequence[File]:
    return [
        File(
            told=told,
            anchor=told.path.removeprefix(f"{API}/").removesuffix(".json").translate(_PLAIN),
            address="" if told.parameters else address_of(told.path),
            schema=address_of(of_api(f"schema/{told.schema}")) if told.schema else "",
        )
        for told in described()
    ]


_PLAIN = str.maketrans({"/": "-", "{": "", "}": ""})


def _foreign(press: Press) -> Iterator[Foreign]:
    base = press.site.statuspage
    if base is not None:
        for name, meaning in statuspage_meanings():
            path = of_statuspage(base, name)
            yield Foreign(path, address_of(path), meaning)

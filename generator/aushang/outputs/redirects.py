"""Old addresses that lead to new pages: a small page each, for hosts that know no redirects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement, tostring

from aushang.model import Artifact, Kind, PageText, Post, PostText, Publication, Site
from aushang.model.addresses import (
    EVERYTHING,
    Scope,
    absolute,
    encoded,
    file_of,
    home,
    of_page,
    of_post,
    of_redirect,
    of_scope,
)
from aushang.outputs.characters import clean
from aushang.outputs.unit import Unit
from aushang.outputs.words import Words

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Lead:
    """Old addresses, and the page in one language to which they lead: title, site path, file."""

    olds: tuple[str, ...]
    language: str
    title: str
    target: str
    source: str


def unit(publication: Publication, words: Mapping[str, Words]) -> Unit[Artifact]:
    """All of them as one unit, which reads the posts that have an old address."""
    return Unit(
        name="redirects",
        topic=EVERYTHING,
        posts=_moved(publication),
        make=partial(render, publication, words),
    )


def render(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """A page for each old address of anything that has one.

    `/a/` and `/a/index.html` are one file, written once if both lead to the same page; if not, the
    claim is there twice for the build to refuse. An address that leads out of the site, to its root
    or to another host has no file here; `addresses.of_redirect` is empty for it, so that a check
    can say so.
    """
    written: set[tuple[str, str]] = set()
    for lead in leads(publication):
        for old in filter(None, map(of_redirect, lead.olds)):
            path = file_of(old)
            claim = (path, lead.target)
            if claim in written or path == file_of(lead.target):
                continue
            written.add(claim)
            yield Artifact(
                path=path,
                media_type="text/html; charset=utf-8",
                data=_page(publication.site, lead, words[lead.language]),
                kind=Kind.REDIRECT,
                sources=(lead.source,),
            )


def leads(publication: Publication) -> Iterator[Lead]:
    """Every page that had another address before, in each language of the site."""
    site = publication.site
    for language in site.languages:
        for post in _moved(publication):
            if (text := post.texts.get(language)) and text.redirects:
                yield _of_text(text, of_post(site, post, language))
        for page in publication.pages:
            if written := page.texts.get(language):
                yield _of_text(written, of_page(site, written.slug, language))
        for kind, places in (
            ("service", publication.services.values()),
            ("location", publication.locations.values()),
        ):
            for place in places:
                target = of_scope(site, Scope(kind, place.id), language)
                olds = place.redirects.get(language, ())
                yield Lead(olds, language, place.name.to(language), target, place.source.path)
    for old, new in site.redirects.items():
        yield _of_site(site, old, new)


def _moved(publication: Publication) -> list[Post]:
    """The posts that had another address in some language."""
    return [
        post
        for post in publication.posts
        # A list costs half of what `any` does, and most posts have one text.
        if [text for text in post.texts.values() if text.redirects]
    ]


def _of_text(text: PostText | PageText, target: str) -> Lead:
    return Lead(text.redirects, text.language, text.title, target, text.source.path)


def _of_site(site: Site, old: str, new: str) -> Lead:
    """An old address from the configuration, in the language to whose pages the new one belongs."""
    target = unquote(new).lstrip("/")
    others = (tag for tag in site.languages[1:] if target.startswith(home(site, tag)))
    language = next(others, site.language)
    return Lead((old,), language, site.name.to(language), target, CONFIGURATION)


def _page(site: Site, lead: Lead, words: Words) -> bytes:
    """The page: it moves on by itself, without a script, and has a link for whoever is kept here.

    The link begins with the site's base path, since hosts serve `/a/` and `/a` alike.
    """
    href = site.base_path + encoded(lead.target)
    moved = clean(words.moved())
    root = Element("html", lang=lead.language)
    head = SubElement(root, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "title").text = moved
    SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={href}"})
    SubElement(head, "meta", name="robots", content="noindex")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "link", rel="canonical", href=absolute(site, lead.target))
    main = SubElement(SubElement(root, "body"), "main")
    SubElement(main, "h1").text = moved
    SubElement(SubElement(main, "p"), "a", href=href).text = clean(lead.title)
    markup = tostring(root, encoding="unicode", method="html")
    return f"<!doctype html>\n{markup}\n".encode()

"""Old addresses that lead to new pages: a small page each, for hosts that know no redirects."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from aushang.model import Artifact, Kind, PageText, PostText, Publication, Site
from aushang.model.addresses import absolute, encoded, file_of, of_page, of_post, of_redirect
from aushang.outputs.characters import clean
from aushang.outputs.words import Words


def render(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """A page for each old address of a post or a hand-written page.

    An address that leads out of the site, to its root or to another host has no file here;
    `addresses.of_redirect` is empty for it, so that a check can say so.
    """
    site = publication.site
    for text, target in _texts(publication):
        for address in text.redirects:
            old = of_redirect(address)
            if old:
                yield Artifact(
                    path=file_of(old),
                    media_type="text/html; charset=utf-8",
                    data=_page(site, text, target, words[text.language]),
                    kind=Kind.REDIRECT,
                    sources=(text.source.path,),
                )


def _texts(publication: Publication) -> Iterator[tuple[PostText | PageText, str]]:
    """Every text of a visible post and of a page, with its site path."""
    site = publication.site
    for post in publication.posts:
        for language in site.languages:
            if language in post.texts:
                yield post.texts[language], of_post(site, post, language)
    for page in publication.pages:
        for language in site.languages:
            if language in page.texts:
                yield page.texts[language], of_page(site, page.texts[language].slug, language)


def _page(site: Site, text: PostText | PageText, target: str, words: Words) -> bytes:
    """The page: it moves on by itself, without a script, and has a link for whoever is kept here.

    The link begins with the site's base path, since hosts serve `/a/` and `/a` alike.
    """
    href = site.base_path + encoded(target)
    moved = clean(words.moved())
    root = Element("html", lang=text.language)
    head = SubElement(root, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "title").text = moved
    SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={href}"})
    SubElement(head, "meta", name="robots", content="noindex")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "link", rel="canonical", href=absolute(site, target))
    main = SubElement(SubElement(root, "body"), "main")
    SubElement(main, "h1").text = moved
    SubElement(SubElement(main, "p"), "a", href=href).text = clean(text.title)
    markup = tostring(root, encoding="unicode", method="html")
    return f"<!doctype html>\n{markup}\n".encode()

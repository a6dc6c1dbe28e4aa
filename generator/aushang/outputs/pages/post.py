"""The page of each post."""

from collections.abc import Iterator

from aushang.model import Post, PostText
from aushang.model.addresses import of_post
from aushang.outputs.pages.concern import concern_of
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.linked_data import news_article
from aushang.outputs.pages.post_view import post_view
from aushang.outputs.pages.press import Press, contents
from aushang.outputs.shell import Sheet


def leaves(press: Press) -> Iterator[Leaf]:
    """The page of every post that has a text in the language of the press."""
    for post in press.publication.posts:
        text = post.texts.get(press.language)
        if text:
            yield _leaf(press, post, text)


def _leaf(press: Press, post: Post, text: PostText) -> Leaf:
    site, concern = press.site, concern_of(press, post)
    view = post_view(press, post, text, concern)
    alternates = {each: of_post(site, post, each) for each in site.languages if each in post.texts}
    path = alternates[press.language]
    sheet = Sheet(
        path=path,
        language=press.language,
        title=text.title,
        description=text.summary,
        body=str(press.macros("post.html")["page"](view)),
        headings=contents(text.body),
        alternates=alternates,
        feeds=concern.feeds,
        linked_data=news_article(press, post, text, path=path, published=view.published.iso),
        is_timed=view.stages.is_timed,
    )
    sources = tuple(dict.fromkeys((text.source.path, post.source.path)))
    return Leaf(sheet=sheet, sources=sources)

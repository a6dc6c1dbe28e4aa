"""The page of each post."""

from collections.abc import Iterator

from aushang.model import Post, PostText
from aushang.model.addresses import EVERYTHING, of_post
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.linked_data import news_article
from aushang.outputs.pages.post_view import About, about_of, post_view
from aushang.outputs.pages.press import Press, contents
from aushang.outputs.shell import FeedLink, Sheet


def leaves(press: Press) -> Iterator[Leaf]:
    """The page of every post that has a text in the language of the press."""
    for post in press.publication.posts:
        text = post.texts.get(press.language)
        if text:
            yield _leaf(press, post, text)


def _leaf(press: Press, post: Post, text: PostText) -> Leaf:
    site, about = press.site, about_of(press, post)
    sheet = Sheet(
        path=of_post(site, post, press.language),
        language=press.language,
        title=text.title,
        description=text.summary,
        body=press.render("post.html", post=post_view(press, post, text, about)),
        headings=contents(text.body),
        alternates={
            each: of_post(site, post, each) for each in site.languages if each in post.texts
        },
        feeds=_feeds(press, about),
        linked_data=news_article(press, post, text),
    )
    sources = tuple(dict.fromkeys((text.source.path, post.source.path)))
    return Leaf(sheet=sheet, sources=sources)


def _feeds(press: Press, about: About) -> tuple[FeedLink, ...]:
    """Autodiscovery: everything, and each service and place that the post is about."""
    scopes = (EVERYTHING, *(scope for scope, _ in about))
    return tuple(link for scope in scopes for link in press.feeds(scope))

"""By which ids feed readers, calendars and apps know what they have seen, for ever.

They are made of the site's `tag` and of ids that authors gave, never of an address: a move to
another host, a new title or another slug changes none.
"""

from aushang.model.addresses import Scope
from aushang.model.post import Post
from aushang.model.site import Site


def tag_id(site: Site, post: Post, key: str = "") -> str:
    """A permanent id for feeds (RFC 4151): of the post, or with `key` of one of its updates.

    It is made of the site's `tag` and the post's id only, so no correction ever changes it.
    """
    owner = f"tag:{site.tag}:{post.id}"
    return f"{owner}/{key}" if key else owner


def event_id(site: Site, post: Post) -> str:
    """The permanent id of a post in calendars (RFC 5545, section 3.8.4.7), of the same parts.

    Without the comma of a tag, which some programs read as the end of the id.
    """
    return f"{post.id}@{site.tag.partition(',')[0]}"


def question_id(site: Site, id_: str) -> str:
    """A permanent id of a question (RFC 4151). No post's id holds a slash, so none meets it."""
    return f"tag:{site.tag}:questions/{id_}"


def feed_id(site: Site, scope: Scope, stream: str, language: str) -> str:
    """A permanent id of a feed itself (RFC 4151). No post's id holds a slash, so none meets it."""
    about = f"{scope.kind}/{scope.id}" if scope.id else scope.kind
    return f"tag:{site.tag}:feeds/{language}/{about}/{stream}"

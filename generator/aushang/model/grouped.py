"""Posts by what they are about. One walk over them answers dozens of lists and feeds.

Asked of all posts again for each list, that took a sixth of all lists' time at 10,000 posts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from aushang.model.addresses import Scope
from aushang.model.post import Post, PostType


class Grouped:
    """`posts` by services and places that are known and by types, each in the order of `posts`.

    A post that names no service concerns all of them, and so with places.
    """

    def __init__(
        self, posts: Sequence[Post], services: Iterable[str], locations: Iterable[str]
    ) -> None:
        self._posts = posts
        self._services = services
        self._locations = locations

    def about(self, scope: Scope) -> Sequence[Post]:
        """The posts that the scope is about."""
        match scope.kind:
            case "service":
                return self._by_service.get(scope.id, ())
            case "location":
                return self._by_location.get(scope.id, ())
            case "type":
                return self._by_type.get(PostType(scope.id), ())
            case _:
                return self._posts

    @cached_property
    def _by_service(self) -> Mapping[str, Sequence[Post]]:
        return _grouped(self._posts, self._services, lambda post: post.services)

    @cached_property
    def _by_location(self) -> Mapping[str, Sequence[Post]]:
        return _grouped(self._posts, self._locations, lambda post: post.locations)

    @cached_property
    def _by_type(self) -> Mapping[PostType, Sequence[Post]]:
        found: dict[PostType, list[Post]] = {}
        for post in self._posts:
            found.setdefault(post.type, []).append(post)
        return found


def _grouped(
    posts: Iterable[Post], known: Iterable[str], named_by: Callable[[Post], tuple[str, ...]]
) -> Mapping[str, Sequence[Post]]:
    found: dict[str, list[Post]] = {id_: [] for id_ in known}
    for post in posts:
        named = named_by(post)
        # Each list once, whoever names it twice.
        for id_ in (named if len(named) == 1 else dict.fromkeys(named)) or found:
            if id_ in found:
                found[id_].append(post)
    return found

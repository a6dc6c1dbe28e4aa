"""The page of each type of post that there are posts of."""

from collections.abc import Iterator

from aushang.model import PostType
from aushang.model.addresses import Scope
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.passages import Passage
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.topic import Topic, topic_units
from aushang.outputs.unit import Unit


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """Types without a post have no page: nobody is sent to an empty list."""
    for kind in PostType:
        scope = Scope("type", kind)
        posts = press.publication.about(scope)
        if not posts:
            continue
        topic = Topic(
            scope=scope,
            section="",
            template="kind.html",
            name=Passage(press.words.topic_name(kind)),
            summary=Passage(press.words.topic_summary(kind)),
            posts=posts,
            sources=(__name__,),
        )
        yield from topic_units(press, topic)

"""Which posts are told in full outside of their own files: of no other is the text kept."""

from aushang.model import Publication
from aushang.outputs import statuspage
from aushang.outputs.feeds import in_feeds


def with_texts(publication: Publication) -> frozenset[str]:
    """The ids of the posts that a feed or the files for Statuspage's programs tell in full."""
    return in_feeds(publication) | statuspage.shown(publication)

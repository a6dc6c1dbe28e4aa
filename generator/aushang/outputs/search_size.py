"""Whether there is a search in a language, and how large it is: what every page must know of it."""

from typing import Final

from aushang.model import Publication

BLOCK_SIZE: Final = 2_000
"""Posts in a full block. With one index for 10,000 posts a browser would load 75 KB of page numbers
and up to 150 KB for a frequent word; of a block it loads at most 15 and 45."""


def is_searched(publication: Publication, language: str) -> bool:
    """Whether readers can search in the language: nobody is sent to a search of nothing."""
    return publication.site.has_search and any(language in post.texts for post in publication.posts)


def searched_languages(publication: Publication) -> tuple[str, ...]:
    """The languages of the site that have a search."""
    return tuple(each for each in publication.site.languages if is_searched(publication, each))


def block_count(posts: int) -> int:
    """How many blocks so many posts stand in; what has no date needs one even without posts."""
    return max(1, -(-posts // BLOCK_SIZE))

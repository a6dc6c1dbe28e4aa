"""Whether there is a search in a language: what every page must know of it."""

from aushang.model import Publication


def is_searched(publication: Publication, language: str) -> bool:
    """Whether readers can search in the language: nobody is sent to a search of nothing."""
    return publication.site.has_search and any(language in post.texts for post in publication.posts)


def searched_languages(publication: Publication) -> tuple[str, ...]:
    """The languages of the site that have a search."""
    return tuple(each for each in publication.site.languages if is_searched(publication, each))

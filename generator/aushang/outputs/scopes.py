"""What a feed or a list can be about: everything, a service, a place, a type."""

from collections.abc import Iterator

from aushang.model import PostType, Publication
from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs.words import Words


def scopes_of(publication: Publication) -> Iterator[Scope]:
    """All that there is a feed about, in the order of the site."""
    yield EVERYTHING
    yield from (Scope("service", service) for service in publication.services)
    yield from (Scope("location", location) for location in publication.locations)
    yield from (Scope("type", kind) for kind in PostType)


def scope_name(publication: Publication, scope: Scope, language: str, words: Words) -> str:
    """What customers call the scope, in `language`; empty for everything."""
    match scope.kind:
        case "service":
            return publication.services[scope.id].name.to(language)
        case "location":
            return publication.locations[scope.id].name.to(language)
        case "type":
            return words.type_name(PostType(scope.id))
        case _:
            return ""

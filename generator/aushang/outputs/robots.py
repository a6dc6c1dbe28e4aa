"""`robots.txt`: everything may be read, and where the list of pages is."""

from collections.abc import Iterator
from functools import partial

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import absolute
from aushang.outputs.sitemap import PATH as SITEMAP
from aushang.outputs.unit import NOTHING, Unit


def unit(publication: Publication) -> Unit[Artifact]:
    """The file as a unit."""
    return Unit(name="robots", topic=NOTHING, posts=(), make=partial(render, publication))


def render(publication: Publication) -> Iterator[Artifact]:
    """One file. Hosts ask for it at the root only, so below a base path it merely does no harm."""
    lines = ["User-agent: *", "Allow: /", "", f"Sitemap: {absolute(publication.site, SITEMAP)}", ""]
    yield Artifact(
        path="robots.txt",
        media_type="text/plain; charset=utf-8",
        data="\n".join(lines).encode(),
        kind=Kind.ASSET,
        sources=(__name__,),
    )

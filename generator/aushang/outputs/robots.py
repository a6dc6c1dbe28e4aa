"""`robots.txt`: everything may be read, and where the list of pages is."""

from collections.abc import Iterator

from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import absolute
from aushang.outputs.sitemap import PATH as SITEMAP


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

"""The log of changes of a site in the making, and its pages as units: made are those that grew."""

from collections.abc import Sequence
from functools import partial

from aushang.build.book import Book
from aushang.build.lists import ListUnit
from aushang.model import Publication, Site
from aushang.model.addresses import of_api
from aushang.model.change_log import Log, continued
from aushang.outputs.api.changes import page_files, pages_of


def log_of(publication: Publication, book: Book, before: Log | None) -> Log:
    """The log that goes on from `before` to the posts that there are now."""
    site = publication.site
    current = {}
    for post in reversed(publication.posts):
        path = of_api(f"posts/{post.id}")
        files = book.units[f"post:{post.id}"].files
        current[post.id] = next(one.digest for one in files if one.path == path)
    return continued(before, current, tag=site.tag, now=publication.now)


def log_units(site: Site, log: Log) -> Sequence[ListUnit]:
    """A unit for each page. What is full reads nothing that an edit could change."""
    units = []
    for page in pages_of(log):
        name = f"{page.number:04}"
        units.append(
            ListUnit(
                name=f"api:changes:{name}",
                reads=(f"changes:{name}", "configuration", "program"),
                inputs={f"changes:{name}": page.sign},
                make=partial(page_files, page, site),
            )
        )
    return units

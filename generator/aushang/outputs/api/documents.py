"""The envelope around each file's data, and the table of files."""

from typing import Annotated

from typing_extensions import TypedDict

from aushang.outputs.api.availability_shape import Dates, Outlook
from aushang.outputs.api.change_models import ChangesDocument
from aushang.outputs.api.clock_shape import ClockVectors
from aushang.outputs.api.index_shape import Index
from aushang.outputs.api.models import (
    Contact,
    Feed,
    Location,
    ManifestFile,
    Post,
    PostEntry,
    PostSummary,
    Service,
)
from aushang.outputs.api.question_shape import Question
from aushang.outputs.api.status_shape import Status
from aushang.outputs.api.values import Says, Time, Url, Urls


class Origin(TypedDict):
    """The content that a file was made from; no clock, so the same content is the same file."""

    files: Annotated[int, Says("How many content files.")]
    newest: Annotated[
        Time | None, Says("The newest word among them; null if none of them has a date.")
    ]


class Links(TypedDict):
    """Where to go from here."""

    self: Url
    describedby: Annotated[Url, Says("The JSON Schema of this file.")]
    index: Url


class Envelope(TypedDict):
    """What every file has around its data."""

    api_version: Annotated[str, Says("Major and minor; another major stands under another path.")]
    revision: Annotated[str, Says("Changes exactly when the data changes.")]
    generated_from: Origin


class PostLinks(Links):
    """Where to go from a post."""

    pages: Urls
    feeds: list[Feed]


class IndexLinks(Links):
    """Where everything is."""

    status: Annotated[Url, Says("What holds now; poll this one.")]
    posts: Annotated[
        Url,
        Says(
            "The newest posts, and the way to all. The post with the id `x` is `x.json` beside it."
        ),
    ]
    services: Url
    locations: Url
    contacts: Url
    questions: Annotated[Url, Says("What customers ask, with our answers.")]
    availability: Annotated[Url, Says("Where places are free.")]
    changes: Annotated[Url, Says("The log of changes, from its beginning.")]
    changes_latest: Annotated[Url, Says("Its last page.")]
    manifest: Annotated[Url, Says("Every file with its digest.")]
    clock_vectors: Annotated[Url, Says("Examples of the clock rule.")]
    openapi: Annotated[Url, Says("All of this as OpenAPI 3.1.")]
    statuspage: Annotated[
        Url | None, Says("A summary for programs that read Statuspage; null: there is none.")
    ]
    schemas: dict[str, Url]


class IndexDocument(Envelope):
    """`index.json`: where everything is; its revision changes whenever any other file's does."""

    data: Index
    links: IndexLinks


class NewestLinks(Links):
    """Where to go from the newest posts: to pages of all of them, the oldest of which is the first.

    A page that is full only changes when one of its own posts is edited or withdrawn.
    """

    pages: Annotated[int, Says("How many pages there are.")]
    oldest_page: Url
    newest_page: Annotated[Url, Says("Begin here, and follow `prev` to all older posts.")]


class PostsDocument(Envelope):
    """`posts/index.json`: the newest posts, newest first."""

    data: list[PostSummary]
    links: NewestLinks


class PostsPageLinks(Links):
    """Where to go from a page of posts."""

    prev: Annotated[Url | None, Says("The page of older posts; null on the oldest.")]
    next: Annotated[Url | None, Says("The page of newer posts; null on the newest.")]
    latest: Annotated[Url, Says("The newest posts.")]


class PostsPageDocument(Envelope):
    """`posts/pages/0001.json` and so on: up to a hundred posts each, numbered from the oldest.

    A post stays on the page on which it was first published; one that is withdrawn leaves a gap
    there. Within a page the posts come newest first. The newest page may be empty.
    """

    data: list[PostEntry]
    links: PostsPageLinks


class PostDocument(Envelope):
    """`posts/<id>.json`: a post with all its texts and updates."""

    data: Post
    links: PostLinks


class ServicesDocument(Envelope):
    """`services.json`: all services, in the order of the site."""

    data: list[Service]
    links: Links


class LocationsDocument(Envelope):
    """`locations.json`: all places with their hours, in the order of the site."""

    data: list[Location]
    links: Links


class ContactsDocument(Envelope):
    """`contacts.json`: the people who answer."""

    data: list[Contact]
    links: Links


class QuestionsDocument(Envelope):
    """`questions.json`: what customers ask, with our answers, in the order of the site."""

    data: list[Question]
    links: Links


class StatusDocument(Envelope):
    """`status.json`: what holds now and what changes next; small enough to ask for each minute."""

    data: Status
    links: Links


class AvailabilityDocument(Envelope):
    """`availability.json`: where places are free, in short."""

    data: list[Outlook]
    links: Links


class DatesLinks(Links):
    """Where to go from the dates of a service at a place."""

    availability: Url


class DatesDocument(Envelope):
    """`availability/<location>/<service>.json`: the dates of a service at a place."""

    data: Dates
    links: DatesLinks


class ClockVectorsDocument(Envelope):
    """`clock-vectors.json`: examples of the clock rule, by which an app can prove its own."""

    data: ClockVectors
    links: Links


class ManifestDocument(Envelope):
    """`manifest.json`: every other file but the index, by its path beside this one."""

    data: dict[str, ManifestFile]
    links: Links


# The name of each schema, and the documents that it describes.
DOCUMENTS: dict[str, type[Envelope] | type[ChangesDocument]] = {
    "index": IndexDocument,
    "posts": PostsDocument,
    "posts-page": PostsPageDocument,
    "post": PostDocument,
    "services": ServicesDocument,
    "locations": LocationsDocument,
    "contacts": ContactsDocument,
    "questions": QuestionsDocument,
    "changes": ChangesDocument,
    "status": StatusDocument,
    "availability": AvailabilityDocument,
    "dates": DatesDocument,
    "manifest": ManifestDocument,
    "clock-vectors": ClockVectorsDocument,
}

"""What the files of the API hold: the one definition behind the JSON and its schema.

Fields may be added in version 1, never removed or renamed. The objects are plain dictionaries, in
the order in which they are written: that is what a writer of JSON is quickest with. Their type is
that of `typing_extensions`, because pydantic takes `typing`'s only from Python 3.12 on.
"""

from typing import Annotated

from typing_extensions import TypedDict

from aushang.outputs.api.values import (
    Amount,
    Clock,
    Day,
    EffectName,
    PeriodName,
    PhaseName,
    Says,
    StatusName,
    StreamName,
    Text,
    Texts,
    Time,
    TypeName,
    Url,
    Urls,
)


class Feed(TypedDict):
    """A feed, in all its formats."""

    title: Text
    language: str
    stream: StreamName
    rss: Url
    atom: Url
    json: Annotated[Url, Says("JSON Feed 1.1.")]
    calendar: Annotated[Url | None, Says("Of the same scope; null: there is none of it.")]


class Reference(TypedDict):
    """A service or a place, as another object names it."""

    id: str
    name: Texts


class Contact(TypedDict):
    """A person who answers."""

    id: str
    name: Text
    role: Texts
    phone: Text | None
    email: Text | None
    url: Text | None
    hours: Texts
    # How soon the answer comes, as a noun phrase: “einem Werktag”, “one working day”.
    answers_within: Texts


class Prose(TypedDict):
    """A longer text in one language."""

    html: Annotated[Text, Says("Sanitised; every address in it is absolute.")]
    text: Annotated[Text, Says("The same without markup; blocks are parted by a blank line.")]


class PostTitle(TypedDict):
    """A post's title in one language, and its page."""

    title: Text
    url: Url


class PostHeadline(TypedDict):
    """A post in one language, without its text."""

    title: Text
    summary: Text
    url: Url


class PostProse(PostHeadline, Prose):
    """A post in one language."""


class UpdateProse(Prose):
    """An update in one language."""

    url: Url


class Update(TypedDict):
    """A later word on a post."""

    id: Annotated[str, Says("Unique within the post and permanent.")]
    guid: Annotated[str, Says("The id of this update in the feeds.")]
    at: Time
    status: StatusName | None
    texts: dict[str, UpdateProse]


class RelatedLink(TypedDict):
    """Further reading."""

    title: Text
    url: Text


class Fee(TypedDict):
    """A cost that nobody who buys can do without."""

    name: Texts
    amount: Amount
    per: PeriodName


class Price(TypedDict):
    """What something costs: before, and from a day on. All amounts include VAT."""

    label: Annotated[Texts, Says("What it buys, or for whom it is.")]
    old: Annotated[Amount | None, Says("What it cost before; null: there was no such thing.")]
    new: Amount
    currency: Annotated[str, Says("ISO 4217.")]
    per: PeriodName
    # `from` in content: a word that few languages of apps allow as a name.
    since: Annotated[Day, Says("The day from which it holds.")]
    fees: list[Fee]
    minimum_term: Annotated[int | None, Says("How many months a contract binds for.")]
    total: Annotated[Amount | None, Says("All that must be paid over the minimum term.")]
    monthly: Annotated[Amount | None, Says("The total spread over the months of the term.")]


class PostTimes(TypedDict):
    """What a post is, when it was said, and when it holds: nothing of it changes with the clock."""

    id: Annotated[str, Says("Permanent.")]
    guid: Annotated[str, Says("The id of this post in the feeds.")]
    type: TypeName
    effect: EffectName | None
    is_pinned: bool
    published: Time
    updated: Annotated[Time | None, Says("When the post itself was corrected.")]
    # When the newest word on the matter was said: post, correction or update.
    modified: Time
    starts: Annotated[Time | None, Says("When it begins to hold, if that is not its publication.")]
    ends: Annotated[Time | None, Says("When it stops to hold, as far as somebody said so.")]
    next_update: Annotated[Time | None, Says("When customers hear from us next.")]
    current_from: Time
    current_until: Annotated[
        Time | None,
        Says(
            "A post is current while `current_from` ≤ now < `current_until`;"
            " null: until further word."
        ),
    ]


class PostEntry(PostTimes):
    """A post on a page of all posts."""

    services: Annotated[list[str], Says("Ids; empty means all services.")]
    locations: Annotated[list[str], Says("Ids; empty means all places.")]
    texts: dict[str, PostHeadline]
    file: Annotated[Url, Says("Where the whole post is.")]


class PostSummary(PostEntry):
    """A post in the list of the newest."""

    phase: PhaseName


class Post(PostTimes):
    """A piece of news."""

    phase: PhaseName
    time_zone: Annotated[str, Says("IANA name of the zone of all times.")]
    services: Annotated[list[Reference], Says("Empty means all services.")]
    locations: Annotated[list[Reference], Says("Empty means all places.")]
    contact: Contact | None
    tags: list[Text]
    texts: Annotated[
        dict[str, PostProse],
        Says("By language tag, the language that the post was written in first."),
    ]
    updates: Annotated[list[Update], Says("Newest first.")]
    prices: Annotated[list[Price], Says("What costs how much; empty where the post is not of it.")]
    related: list[RelatedLink]


class Service(TypedDict):
    """Something that customers use."""

    id: str
    name: Texts
    summary: Texts
    about: dict[str, Prose]
    contact: Annotated[str | None, Says("Id of a contact.")]
    urls: Urls
    feeds: list[Feed]


class Address(TypedDict):
    """A postal address."""

    street: Text
    postcode: Text
    city: Text
    country: Annotated[str, Says("ISO 3166-1 alpha-2.")]


class Interval(TypedDict):
    """An opening interval. `closes` ≤ `opens` means that it ends on the next day."""

    opens: Clock
    closes: Clock


class Hours(Interval):
    """An interval that comes back every week."""

    weekday: Annotated[int, Says("ISO 8601: 1 is Monday, 7 is Sunday.")]


class SpecialDay(TypedDict):
    """A day that differs from the week."""

    date: Day
    intervals: Annotated[list[Interval], Says("Empty: closed all day.")]
    reason: Texts


class Location(TypedDict):
    """A place that customers go to."""

    id: str
    name: Texts
    summary: Texts
    about: dict[str, Prose]
    address: Address | None
    phone: Text | None
    email: Text | None
    time_zone: Annotated[str, Says("IANA name of the zone of its hours.")]
    hours: list[Hours]
    special_hours: list[SpecialDay]
    services: Annotated[list[str], Says("Ids of what is offered there.")]
    contact: Annotated[str | None, Says("Id of a contact.")]
    urls: Urls
    feeds: list[Feed]


class ManifestFile(TypedDict):
    """The bytes of a file."""

    sha256: Annotated[str, Says(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Says("In bytes, before any compression.")]
    media_type: str

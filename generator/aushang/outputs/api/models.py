"""What the files of the API hold: the one definition behind the JSON and its schema."""

from aushang.outputs.api.values import (
    Clock,
    Day,
    EffectName,
    Model,
    PhaseName,
    StatusName,
    Text,
    Texts,
    Time,
    TypeName,
    Url,
    Urls,
)


class Feed(Model):
    """A feed, in both formats."""

    title: Text
    language: str
    stream: str
    """`posts` has one item per post, `updates` one per word on the matter."""
    rss: Url
    atom: Url


class Reference(Model):
    """A service or a place, as another object names it."""

    id: str
    name: Texts


class Contact(Model):
    """A person who answers."""

    id: str
    name: Text
    role: Texts
    phone: Text | None
    email: Text | None
    url: Text | None
    hours: Texts
    answers_within: Texts
    """How soon the answer comes, as a noun phrase: “einem Werktag”, “one working day”."""


class Prose(Model):
    """A longer text in one language."""

    html: Text
    """Sanitised; every address in it is absolute."""
    text: Text
    """The same without markup; blocks are parted by a blank line."""


class PostHeadline(Model):
    """A post in one language, without its text."""

    title: Text
    summary: Text
    url: Url


class PostProse(Prose, PostHeadline):
    """A post in one language."""


class UpdateProse(Prose):
    """An update in one language."""

    url: Url


class Update(Model):
    """A later word on a post."""

    id: str
    """Unique within the post and permanent."""
    guid: str
    """The id of this update in the feeds."""
    at: Time
    status: StatusName | None
    texts: dict[str, UpdateProse]


class RelatedLink(Model):
    """Further reading."""

    title: Text
    url: Text


class PostHead(Model):
    """What a post is, when it was said, and when it holds."""

    id: str
    """Permanent."""
    guid: str
    """The id of this post in the feeds."""
    type: TypeName
    effect: EffectName | None
    phase: PhaseName
    is_pinned: bool
    published: Time
    updated: Time | None
    """When the post itself was corrected."""
    modified: Time
    """When the newest word on the matter was said: post, correction or update."""
    starts: Time | None
    """When it begins to hold, if that is not its publication."""
    ends: Time | None
    """When it stops to hold, as far as somebody said so."""
    next_update: Time | None
    """When customers hear from us next."""
    current_from: Time
    current_until: Time | None
    """A post is current while `current_from` ≤ now < `current_until`; null: until further word."""


class PostSummary(PostHead):
    """A post in a list."""

    services: list[str]
    """Ids; empty means all services."""
    locations: list[str]
    """Ids; empty means all places."""
    texts: dict[str, PostHeadline]
    file: Url
    """Where the whole post is."""


class Post(PostHead):
    """A piece of news."""

    services: list[Reference]
    """Empty means all services."""
    locations: list[Reference]
    """Empty means all places."""
    contact: Contact | None
    tags: list[Text]
    texts: dict[str, PostProse]
    """By language tag, the language that the post was written in first."""
    updates: list[Update]
    """Newest first."""
    related: list[RelatedLink]


class Service(Model):
    """Something that customers use."""

    id: str
    name: Texts
    summary: Texts
    about: dict[str, Prose]
    contact: str | None
    """Id of a contact."""
    urls: Urls
    feeds: list[Feed]


class Address(Model):
    """A postal address."""

    street: Text
    postcode: Text
    city: Text
    country: str
    """ISO 3166-1 alpha-2."""


class Interval(Model):
    """An opening interval. `closes` ≤ `opens` means that it ends on the next day."""

    opens: Clock
    closes: Clock


class Hours(Interval):
    """An interval that comes back every week."""

    weekday: int
    """ISO 8601: 1 is Monday, 7 is Sunday."""


class SpecialDay(Model):
    """A day that differs from the week."""

    date: Day
    intervals: list[Interval]
    """Empty: closed all day."""
    reason: Texts


class Location(Model):
    """A place that customers go to."""

    id: str
    name: Texts
    summary: Texts
    about: dict[str, Prose]
    address: Address | None
    phone: Text | None
    email: Text | None
    hours: list[Hours]
    special_hours: list[SpecialDay]
    services: list[str]
    """Ids of what is offered there."""
    contact: str | None
    """Id of a contact."""
    urls: Urls
    feeds: list[Feed]


class Index(Model):
    """The site, and where everything is."""

    name: Texts
    description: Texts
    languages: list[str]
    """The language that posts are written in first."""
    time_zone: str
    """IANA name of the zone of all local times."""
    home: Urls
    posts: int
    """How many posts there are."""
    services: list[str]
    """Ids."""
    locations: list[str]
    """Ids."""
    feeds: list[Feed]
    """The feeds of everything; services and places name their own."""

"""What the page of a post shows: what changes where and when, what was said since, whom to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from aushang.model import Phase, Post, PostText, Update
from aushang.model.addresses import EVERYTHING, Scope, of_overview, of_scope
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.contacts import contact_section, harmless
from aushang.outputs.pages.passages import Badge, Passage, Reference, RichPassage
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.pages.tongues import language_name
from aushang.outputs.pages.validity import badge, next_word, period
from aushang.outputs.wording import wording

About = tuple[tuple[Scope, Reference], ...]


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A later word: its anchor, time, status (value and words, or empty) and text."""

    key: str
    at: Moment
    status: str
    status_name: str
    text: RichPassage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """Values for the template.

    `lead` is empty where the body says it, `effect_name` where the badge does; `published_day` is
    None without updates. `only_in` are sentences for readers of other languages. `services` and
    `locations` are None where the site has none, and empty where all are meant.
    """

    title: str
    lead: str
    body: Markup
    badge: Badge | None
    effect_name: str
    kind: Reference
    is_over: bool
    period: Phrase | None
    published: Moment
    published_day: Moment | None
    corrected: Moment | None
    next_word: Phrase | None
    services: list[Reference] | None
    locations: list[Reference] | None
    updates: list[UpdateView]
    links: list[Reference]
    contact: Markup | None
    only_in: list[Passage]
    subscription: Markup
    home: str


def post_view(press: Press, post: Post, text: PostText, about: About) -> PostView:
    """Everything the template says about a post that is `about` these services and places."""
    almanac, site, words = press.almanac, press.site, press.words
    publication = press.publication
    kind = of_scope(site, Scope("type", post.type), press.language)
    return PostView(
        title=text.title,
        lead=_lead(text),
        body=Markup(text.body.html),  # noqa: S704  # sanitised by the renderer
        badge=badge(press, post),
        effect_name=_effect_name(press, post),
        kind=Reference(Passage(words.type_name(post.type)), address_of(kind)),
        is_over=publication.phases[post.id] is Phase.OVER,
        period=period(press, post, almanac),
        published=almanac.moment(post.published),
        published_day=almanac.day(post.published) if post.updates else None,
        corrected=almanac.moment(post.updated) if post.updated else None,
        next_word=next_word(press, post, almanac),
        services=_of_kind(about, "service") if publication.services else None,
        locations=_of_kind(about, "location") if publication.locations else None,
        updates=[_update(press, update) for update in post.updates],
        links=_links(post),
        contact=contact_section(
            press, publication.contact_of(post), words.say("Fragen dazu?"), text.title
        ),
        only_in=_only_in(press, post),
        subscription=_subscription(press, about),
        home=press.home,
    )


def about_of(press: Press, post: Post) -> About:
    """The services and places that the post names, each with the link to its page."""
    return tuple(_named(press, post))


def _named(press: Press, post: Post) -> Iterator[tuple[Scope, Reference]]:
    for kind, ids, known in (
        ("service", post.services, press.publication.services),
        ("location", post.locations, press.publication.locations),
    ):
        for id_ in ids:
            if id_ in known:
                scope = Scope(kind, id_)
                yield scope, press.scope_link(scope, known[id_].name)


def _of_kind(about: About, kind: str) -> list[Reference]:
    return [link for scope, link in about if scope.kind == kind]


def _effect_name(press: Press, post: Post) -> str:
    is_current = press.publication.phases[post.id] is Phase.CURRENT
    return press.words.effect_name(post.effect) if post.effect and not is_current else ""


def _lead(text: PostText) -> str:
    """The summary, unless it is the text's own beginning, which would then stand there twice."""
    if text.body.text.startswith(text.summary.removesuffix("…").rstrip()):
        return ""
    beginning = " ".join(text.body.text[: 2 * len(text.summary) + 80].split())
    summary = " ".join(text.summary.split()).removesuffix("…").rstrip()
    return "" if beginning.startswith(summary) else text.summary


def _update(press: Press, update: Update) -> UpdateView:
    return UpdateView(
        key=update.key,
        at=press.almanac.moment(update.at),
        status=update.status or "",
        status_name=press.words.status_name(update.status) if update.status else "",
        text=press.rich_passage(update.texts),
    )


def _links(post: Post) -> list[Reference]:
    """Further reading; a link that would run a script is left as words."""
    return [
        Reference(Passage(link.title or link.target), harmless(link.address)) for link in post.links
    ]


def _only_in(press: Press, post: Post) -> list[Passage]:
    """For readers who came from a list in their own language, in that language."""
    found = []
    for language in press.site.languages:
        if language not in post.texts:
            words = wording(language)
            name = language_name(words, press.language)
            sentence = words.say("Diese Meldung gibt es nur auf {language}.", language=name)
            found.append(Passage(sentence, language))
    return found


def _subscription(press: Press, about: About) -> Markup:
    """How to follow each service and place; everything where the post is about all."""
    key = ("subscription", *(scope for scope, _ in about))
    if key not in press.remembered:
        named = [(scope, link.label) for scope, link in about]
        everything = [(EVERYTHING, Passage(press.words.say("Alle Meldungen")))]
        feeds = [
            Reference(label, address_of(press.feeds(scope)[0].path))
            for scope, label in named or everything
        ]
        subscribe = address_of(of_overview(press.site, "subscribe", press.language))
        press.remembered[key] = press.macros("parts.html")["subscription"](feeds, subscribe)
    return press.remembered[key]

"""What the page of a post shows: what changes where and when, what was said since, whom to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from aushang.model import Phase, Post, PostText, Update
from aushang.model.addresses import EVERYTHING, Scope, of_overview, of_scope
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.contacts import ContactCard, contact_card, harmless
from aushang.outputs.pages.notices import Badge, badge, language_name, next_word, period
from aushang.outputs.pages.press import Passage, Press, Reference, RichPassage, address_of
from aushang.outputs.wording import wording


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

    `lead` is empty where the body says it, `effect_name` where the badge does. `only_in` are
    sentences for readers of other languages. `services` and `locations` are None where the site
    has none, and empty where all are meant.
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
    published_day: Moment
    corrected: Moment | None
    next_word: Phrase | None
    services: list[Reference] | None
    locations: list[Reference] | None
    updates: list[UpdateView]
    links: list[Reference]
    contact: ContactCard | None
    only_in: list[Passage]
    feeds: list[Reference]
    subscribe: str
    home: str


def post_view(press: Press, post: Post, text: PostText) -> PostView:
    """Everything the template says about a post."""
    almanac, site, words = press.almanac, press.site, press.words
    publication = press.publication
    about = list(scopes_of(press, post))
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
        published_day=almanac.day(post.published),
        corrected=almanac.moment(post.updated) if post.updated else None,
        next_word=next_word(press, post, almanac),
        services=_of_kind(about, "service") if publication.services else None,
        locations=_of_kind(about, "location") if publication.locations else None,
        updates=[_update(press, update) for update in post.updates],
        links=_links(post),
        contact=contact_card(press, publication.contact_of(post), text.title),
        only_in=_only_in(press, post),
        feeds=_subscriptions(press, about),
        subscribe=address_of(of_overview(site, "subscribe", press.language)),
        home=press.home,
    )


def scopes_of(press: Press, post: Post) -> Iterator[tuple[Scope, Reference]]:
    """The services and places that the post names, each with the link to its page."""
    for kind, ids, known in (
        ("service", post.services, press.publication.services),
        ("location", post.locations, press.publication.locations),
    ):
        for id_ in ids:
            if id_ in known:
                scope = Scope(kind, id_)
                yield scope, press.scope_link(scope, known[id_].name)


def _of_kind(about: list[tuple[Scope, Reference]], kind: str) -> list[Reference]:
    return [link for scope, link in about if scope.kind == kind]


def _effect_name(press: Press, post: Post) -> str:
    is_current = press.publication.phases[post.id] is Phase.CURRENT
    return press.words.effect_name(post.effect) if post.effect and not is_current else ""


def _lead(text: PostText) -> str:
    """The summary, unless it is the text's own beginning, which would then stand there twice."""
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


def _subscriptions(press: Press, about: list[tuple[Scope, Reference]]) -> list[Reference]:
    """A feed of posts for each service and place; of everything where the post is about all."""
    named = [(scope, link.label) for scope, link in about]
    everything = [(EVERYTHING, Passage(press.words.say("Alle Meldungen")))]
    return [
        Reference(label, address_of(press.feeds(scope)[0].path))
        for scope, label in named or everything
    ]

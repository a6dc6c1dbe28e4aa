"""What the page of a post shows: what changes where and when, what was said since, whom to ask."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from aushang.model import Post, PostText, Update
from aushang.model.addresses import Scope, of_event, of_scope
from aushang.outputs.events import has_file
from aushang.outputs.moments import Moment
from aushang.outputs.pages.contacts import contact_section, harmless
from aushang.outputs.pages.door import door
from aushang.outputs.pages.passages import Passage, Reference, RichPassage
from aushang.outputs.pages.press import Concern, Press, address_of
from aushang.outputs.pages.stages import Presses, Stages, badges, presses_of, stages
from aushang.outputs.pages.tongues import language_name
from aushang.outputs.pricing import price_table, table_html
from aushang.outputs.wording import wording


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A later word: its anchor, time, status (value and words, or empty) and text."""

    key: str
    at: Moment
    status: str
    status_name: str
    text: RichPassage | None


class PostView(NamedTuple):
    """Values for the template; a named tuple, because it is made in a third of the time (3 µs).

    `state` is the badge and the type. `stages` is all that time changes. `lead` is empty where the
    body says it; `published_day` is None without updates. `only_in` are sentences for readers of
    other languages. `where` are the lines for places and services. `calendar` is empty where there
    is nothing to note down.
    """

    title: str
    lead: str
    body: Markup
    state: Markup
    stages: Stages
    is_withdrawn: bool
    published: Moment
    published_day: Moment | None
    corrected: Moment | None
    where: Markup
    prices: Markup | None
    updates: list[UpdateView]
    links: list[Reference]
    contact: Markup | None
    only_in: list[Passage]
    subscription: Markup
    home: str
    calendar: str
    door: Markup | None


def post_view(press: Press, post: Post, text: PostText, concern: Concern) -> PostView:
    """Everything the template says about a post, with what posts of its `concern` share."""
    almanac, publication = press.almanac, press.publication
    prices, presses = _prices(press, post), presses_of(press, post)
    told = stages(presses, post, almanac)
    return PostView(
        title=text.title,
        lead=_lead(text),
        body=Markup(text.body.html),  # noqa: S704  # sanitised by the renderer
        state=_state(press, post, presses),
        stages=told,
        is_withdrawn=post.withdrawn is not None,
        published=almanac.moment(post.published),
        published_day=almanac.day(post.published) if post.updates else None,
        corrected=almanac.moment(post.updated) if post.updated else None,
        where=concern.where,
        prices=prices,
        updates=[_update(press, update) for update in post.updates],
        links=_links(post),
        contact=contact_section(
            press, publication.contact_of(post), press.words.say("Fragen dazu?"), text.title
        ),
        only_in=_only_in(press, post),
        subscription=concern.subscription,
        home=press.home,
        calendar=_calendar(press, post),
        door=door(press, post, text, prices=prices, when=told.offered),
    )


def _calendar(press: Press, post: Post) -> str:
    """The address of the file to note it down; empty for what is over."""
    if not has_file(press.publication, post):
        return ""
    return address_of(of_event(press.site, post, press.language))


def _state(press: Press, post: Post, presses: Presses) -> Markup:
    """What a customer can do there, and the type with the link to all posts of it."""
    if len(presses) > 1:
        return _state_of(press, post, presses)
    is_withdrawn = post.withdrawn is not None
    key = ("state", press.publication.phases[post.id], post.effect, post.type, is_withdrawn)
    if key not in press.remembered:
        press.remembered[key] = _state_of(press, post, presses)
    return press.remembered[key]


def _state_of(press: Press, post: Post, presses: Presses) -> Markup:
    path = of_scope(press.site, Scope("type", post.type), press.language)
    kind = Reference(Passage(press.words.type_name(post.type)), address_of(path))
    return press.macros("post.html")["state"](badges(presses, post), kind)


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


def _prices(press: Press, post: Post) -> Markup | None:
    if not post.prices:
        return None
    html = table_html(price_table(post.prices, press.almanac))
    return Markup(html)  # noqa: S704  # all texts in it are escaped


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

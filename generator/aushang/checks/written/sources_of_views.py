"""What is written of posts and questions, held against these themselves.

All views are compared with one source, so they agree with each other, and each file is judged by
itself: an edit costs what it touches.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from aushang.checks.written.facts import Form, View
from aushang.checks.written.feed.calendar import said_in_calendar
from aushang.checks.written.feeds import said_in_feed
from aushang.checks.written.markup import said_on_page
from aushang.checks.written.records import said_in_json
from aushang.checks.written.site import WrittenSite
from aushang.checks.written.views import Said, title_of, view_of
from aushang.model import Kind, Post, Publication, Question, Update
from aushang.model.addresses import absolute, of_post, of_question, of_statuspage, of_update
from aushang.model.permanent_ids import event_id, question_id, tag_id
from aushang.model.phase import holds_until_further_word
from aushang.model.statuspage import is_record, plain_id, record_id

_OURS = frozenset({Kind.FEED, Kind.API, Kind.PAGE})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What a file says wrongly of a post; `name` is the field, empty if no post has the id.

    `said` and `wanted` are empty where the file could not be read once more.
    """

    file: str
    id: str
    name: str = ""
    said: str = ""
    wanted: str = ""


def disagreements(publication: Publication, written: WrittenSite) -> Iterator[Disagreement]:
    """Those of the judged files, by file. A folder without anything of ours has none."""
    if not publication.posts and not publication.questions:
        return
    desk = _Desk(publication)
    for file in written.judged:
        views = written.facts[file].views
        if views and written.files[file].kind in _OURS:
            wrong = [view for view in views if not desk.agrees(file, view, written)]
            if wrong:
                told = desk.told(file, wrong, written)
                yield from (replace(one, id=plain_id(one.id)) for one in told)


class _Desk:
    """The posts by all ids under which they are known, and what may be said of each."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._site = publication.site
        self._ours = f"tag:{self._site.tag}:"
        # What an id ends with in calendars (`event_id`).
        self._of_events = f"@{self._site.tag.partition(',')[0]}"
        base = self._site.statuspage
        self._statuspage = "" if base is None else of_statuspage(base, "").removesuffix(".json")
        # What each post allows, as far as it was asked for: pages and the API say the same.
        self._views: dict[str, tuple[set[tuple[int, int]], Iterator[View]]] = {}

    def agrees(self, file: str, view: View, written: WrittenSite) -> bool:
        """Whether its post allows a view; what claims to be of no post of ours may say anything."""
        key = view.id or self._page_key(file, written)
        if not self._is_ours(file, key):
            return True
        if key not in self._views:
            self._views[key] = (set(), map(view_of, self._allowed(key)))
        options, others = self._views[key]
        # A title that is made of several words of ours (that of an update) is not compared.
        wanted = (view.told, view.title), (view.told, _ANY)
        if wanted[0] in options or wanted[1] in options:
            return True
        for other in others:
            options.add((other.told, other.title))
            if (other.told, other.title) in wanted:
                return True
        return False

    def _is_ours(self, file: str, key: str) -> bool:
        """Whether an id claims to be of something of ours."""
        if key.startswith(self._ours):
            return True
        if is_record(key) and self._statuspage and file.startswith(self._statuspage):
            return True
        # An event with our host need not be of a post: others write calendars for the site, too.
        return (self._is_event(key) or is_record(key)) and key in self._by_id

    def _is_event(self, key: str) -> bool:
        return key.endswith(self._of_events)

    def told(self, file: str, wrong: list[View], written: WrittenSite) -> Iterator[Disagreement]:
        """What is wrong in words, for which the file is read once more."""
        said = {view_of(one): one for one in _said_in(file, written)}
        for view in wrong:
            key = view.id or self._page_key(file, written)
            allowed = tuple(self._allowed(key))
            if not allowed:
                yield Disagreement(file, key)
            elif view not in said:
                yield Disagreement(file, key, "title")
            else:
                yield _difference(file, key, said[view], allowed)

    def _allowed(self, key: str) -> Iterator[Said]:
        """All that a view with this id may say."""
        found = self._by_id.get(key)
        if found is None:
            yield from self._allowed_of_question(key)
            return
        post, update = found
        is_event = self._is_event(key)
        for language, text in post.texts.items():
            if update:
                url = absolute(self._site, of_update(self._site, post, language, update.key))
                at = _seconds(update.at)
                # RSS and the API have one time of an update, Atom calls it both.
                yield from (Said(key, url, "", at, also) for also in (None, at))
            else:
                url = absolute(self._site, of_post(self._site, post, language))
                at = _seconds(post.published)
                modified = _seconds(post.modified)
                if is_event:
                    yield Said(key, url, "" if _is_retitled(post) else text.title, at, modified)
                    continue
                # Most views say this, so that the others need not be worked out.
                yield Said(key, url, text.title, at, modified)
                yield Said(key, url, text.title, at, None)
                # A feed of updates shows the post as it was first said.
                announced = max(at, _seconds(post.updated or post.published))
                yield Said(key, url, text.title, at, announced)

    def _allowed_of_question(self, key: str) -> Iterator[Said]:
        question = self._questions.get(key)
        if question is None:
            return
        for language in self._site.languages:
            url = absolute(self._site, of_question(self._site, question.id, language))
            words = question.text(language).question
            yield Said(key, url, words, _seconds(question.answered))

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        every = self._publication.questions.values()
        return {question_id(self._site, one.id): one for one in every}

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Post, Update | None]]:
        found: dict[str, tuple[Post, Update | None]] = {}
        for post in self._publication.posts:
            id_ = tag_id(self._site, post)
            for one in (id_, event_id(self._site, post), record_id(post.id)):
                found[one] = (post, None)
            for update in post.updates:
                found[f"{id_}/{update.key}"] = (post, update)
        return found

    @cached_property
    def _by_source(self) -> Mapping[str, str]:
        return {
            text.source.path: tag_id(self._site, post)
            for post in self._publication.posts
            for text in post.texts.values()
        }

    def _page_key(self, file: str, written: WrittenSite) -> str:
        return self._by_source.get(written.files[file].sources[0], "")


def _is_retitled(post: Post) -> bool:
    """Whether its event may say more than its title: that the end is open, or that it is off."""
    is_open = post.ends is None and holds_until_further_word(post.type)
    return is_open or bool(post.updates)


_ANY = view_of(Said("", "", "", None)).title


def _said_in(file: str, written: WrittenSite) -> tuple[Said, ...]:
    if written.read is None:
        return ()
    try:
        data = written.read(file)
    except OSError:
        return ()
    match written.facts[file].form:
        case Form.XML:
            return said_in_feed(data)
        case Form.JSON:
            return said_in_json(data)
        case Form.CALENDAR:
            return said_in_calendar(data)
        case _:
            return said_on_page(data)


def _difference(file: str, key: str, said: Said, allowed: tuple[Said, ...]) -> Disagreement:
    """The first field in which it differs from the nearest of what is allowed."""
    wanted = max(allowed, key=lambda one: _likeness(said, one))
    for name in ("url", "title", "published", "updated"):
        theirs, ours = getattr(said, name), getattr(wanted, name)
        if name == "title":
            theirs, ours = title_of(theirs), title_of(ours) or title_of(theirs)
        if theirs != ours:
            return Disagreement(file, key, name, _shown(theirs), _shown(ours))
    return Disagreement(file, key, "title")


def _likeness(said: Said, other: Said) -> int:
    pairs = zip(said, other, strict=True)
    return sum(one == two for one, two in pairs)


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _shown(value: str | int | None) -> str:
    if isinstance(value, int):
        return datetime.fromtimestamp(value, UTC).isoformat()
    return value or "nothing"

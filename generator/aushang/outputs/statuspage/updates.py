"""What was said of a post, word for word, and what happened to it without a word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from aushang.model import Post, Publication, Update, UpdateStatus
from aushang.model.statuspage import ANNOUNCED, word_id
from aushang.outputs.statuspage import models
from aushang.outputs.statuspage.components import Components
from aushang.outputs.statuspage.matters import Matter
from aushang.outputs.statuspage.values import (
    OPERATIONAL,
    AnyStatus,
    Text,
    at,
    first_status,
    is_maintenance,
    joined,
    said_status,
    state_during,
)
from aushang.outputs.words import Words

_ENDS = frozenset({UpdateStatus.RESOLVED, UpdateStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class _Word:
    """One of them, and when it was said; `changed` is when it was corrected."""

    key: str
    at: datetime
    body: Text
    status: UpdateStatus | None = None
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes down the updates of what a publication tells, in the site's first language."""

    publication: Publication
    components: Components
    words: Words

    def updates(self, matter: Matter) -> list[models.IncidentUpdate]:
        """The newest first. The first of them says how the matter stands."""
        found: list[models.IncidentUpdate] = []
        about = self.components.of(matter)
        state, said = OPERATIONAL, first_status(matter.post)
        for word in sorted(self._words(matter), key=lambda one: one.at.timestamp()):
            said = said_status(word.status) if word.status else said
            before, status = state, _status(matter, word.at, said)
            holds = word.at >= matter.begins and not _is_over(matter, word.at)
            state = state_during(matter.post) if holds else OPERATIONAL
            found.append(
                models.IncidentUpdate(
                    id=word_id(matter.post.id, word.key),
                    status=status,
                    body=word.body,
                    incident_id=matter.post.id,
                    created_at=at(word.at),
                    updated_at=at(word.changed or word.at),
                    display_at=at(word.at),
                    affected_components=[
                        models.AffectedComponent(
                            code=one["id"],
                            name=self.components.full_name(one),
                            old_status=before,
                            new_status=state,
                        )
                        for one in about
                    ],
                    deliver_notifications=False,
                    custom_tweet=None,
                    tweet_id=None,
                )
            )
        return found[::-1]

    def _words(self, matter: Matter) -> Iterator[_Word]:
        """Of one time, the announcement comes first and the end last."""
        post, ending = matter.post, matter.ending
        is_void = ending is not None and ending.at <= matter.begins
        yield self._announcement(post)
        if post.published < matter.begins <= self.publication.now and not is_void:
            yield _Word("begun", matter.begins, joined(self.words.holds_now()))
        yield from (self._update(one) for one in reversed(post.updates))
        if ending and ending.at > post.published and not _is_said(post.updates, ending.at):
            body = self._lead(ending.by) if ending.by else joined(self.words.is_over())
            yield _Word("cleared" if ending.by else "over", ending.at, body)

    def _announcement(self, post: Post) -> _Word:
        text = post.text(self._language)
        body = joined(text.summary) or joined(text.body.text)
        return _Word(ANNOUNCED, post.published, body, changed=post.updated)

    def _update(self, update: Update) -> _Word:
        bodies = (update.texts.get(self._language), *update.texts.values())
        said = (body.text for body in bodies if body)
        return _Word(update.key, update.at, joined(next(said, "")), update.status)

    def _lead(self, post: Post) -> Text:
        """What another post says that ended this one."""
        text = post.text(self._language)
        return joined(text.title, text.summary)

    @property
    def _language(self) -> str:
        return self.publication.site.language


def _status(matter: Matter, when: datetime, said: AnyStatus) -> AnyStatus:
    """How it stood at a moment: planned work by the clock, an incident by what had been said."""
    if not is_maintenance(matter.post):
        return "resolved" if _is_over(matter, when) else said
    if _is_over(matter, when):
        return "completed"
    return "in_progress" if when >= matter.begins else "scheduled"


def _is_over(matter: Matter, when: datetime) -> bool:
    return matter.ending is not None and when >= matter.ending.at


def _is_said(updates: Iterable[Update], when: datetime) -> bool:
    """Whether it was an update that ended it."""
    return any(one.status in _ENDS and one.at == when for one in updates)

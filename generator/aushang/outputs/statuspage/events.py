"""What incidents and planned work have in common."""

from datetime import datetime

from aushang.model import UpdateStatus
from aushang.model.addresses import absolute, of_post
from aushang.outputs.statuspage import models
from aushang.outputs.statuspage.matters import Matter
from aushang.outputs.statuspage.updates import Scribe
from aushang.outputs.statuspage.values import at, at_most, impact_of, page_id, text


def event_of(scribe: Scribe, matter: Matter) -> models.Event:
    """A post with all that was said of it; its id and its address are the post's own."""
    site, post = scribe.publication.site, matter.post
    updates = scribe.updates(matter)
    return models.Event(
        id=post.id,
        name=text(post.text(site.language).title),
        created_at=at(post.published),
        updated_at=max(one["updated_at"] for one in updates),
        monitoring_at=at_most(_first_said(matter, UpdateStatus.MONITORING)),
        resolved_at=at_most(matter.ending.at if matter.ending else None),
        impact=impact_of(post),
        shortlink=absolute(site, of_post(site, post, site.language)),
        started_at=at(matter.begins),
        page_id=page_id(site),
        incident_updates=updates,
        components=scribe.components.of(matter),
    )


def _first_said(matter: Matter, status: UpdateStatus) -> datetime | None:
    said = (one.at for one in matter.post.updates if one.status is status)
    return min(said, key=datetime.timestamp, default=None)

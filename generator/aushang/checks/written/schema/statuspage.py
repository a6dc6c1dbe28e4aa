"""Which file for programs that read Statuspage it is, and what of that file's shape it lacks.

It can name no schema, since its shape is another's. So it is known by its page, which is this
site, and by what stands beside it.
"""

from collections.abc import Iterator
from functools import cache

from pydantic_core import from_json

from aushang.checks.written.facts import Flaw
from aushang.checks.written.schema.compiler import Judge, Miss, compiled
from aushang.checks.written.schema.misses import flaws
from aushang.model.statuspage import SCHEMAS

_BODIES = {
    "status": "status",
    "components": "components",
    "incidents": "incidents",
    "scheduled_maintenances": "scheduled-maintenances",
}
"""What stands in a file by itself, and the name of its shape. A summary has all of it."""


def is_for_statuspage(content: object, site_url: str) -> bool:
    """Whether a file says how this very site is, as Statuspage would.

    Without the address of its page, what stands beside it tells: others have pages as well.
    """
    page = content.get("page") if isinstance(content, dict) else None
    if not isinstance(content, dict) or not isinstance(page, dict):
        return False
    if not page.keys() & {"time_zone", "updated_at"}:
        return False
    if "url" not in page:
        return any(isinstance(content.get(key), (dict, list)) for key in _BODIES)
    url = page["url"]
    return not isinstance(url, str) or url.startswith(site_url)


def statuspage_flaws(content: object, data: bytes) -> Iterator[Flaw]:
    """The flaws of such a file, whose bytes are `data`."""
    keys = content.keys() if isinstance(content, dict) else ()
    bodies = [shape for key, shape in _BODIES.items() if key in keys]
    if bodies:
        misses = _judge("summary" if bodies[1:] else bodies[0])(content)
    else:
        misses = [Miss((), (), content, lacking=tuple(_BODIES))]
    yield from flaws("AU319", misses, data)


@cache
def _judge(shape: str) -> Judge:
    return compiled(from_json(SCHEMAS.read_bytes())[shape])

"""The pages of the log of changes: 200 items each, the oldest first.

A page that is full has two addresses. Under the one that clients know, `changes/0001.json`, it has
grown until then and now only says where its items are; there, under an address that tells the mark
of its last item, they stay as they are, byte for byte, and may be kept by whoever passes them on.
An epoch or a fork has other marks, so it has other addresses, and no old copy is taken for new.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic_core import to_json

from aushang.model import Artifact, Site
from aushang.model.addresses import absolute, of_api
from aushang.model.change_log import Change, Log
from aushang.outputs.api.change_models import ChangedItem, ChangesDocument, ChangesLinks, Moved
from aushang.outputs.api.envelope import JSON, api_file

PER_PAGE = 200
FIRST = "changes/0001"
"""The page with which a client begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a log, and where it stands in it.

    `before` is the mark of the last item of the page before it, empty on the first. It `is_full` if
    another one follows.
    """

    epoch: str
    tag: str
    number: int
    items: tuple[Change, ...]
    before: str
    is_full: bool

    @property
    def name(self) -> str:
        """The file under which clients know it."""
        return _name(self.number)

    @property
    def sign(self) -> str:
        """Another one wherever the page would be written differently on the same site."""
        # A mark stands for all before it, the epoch too; only a log without items has none.
        last = self.items[-1].mark if self.items else self.epoch
        return f"{last} {self.is_full}"


def pages_of(log: Log, per_page: int = PER_PAGE) -> Iterator[Page]:
    """The pages of a log; there is always one."""
    count = _count(log, per_page)
    for number in range(1, count + 1):
        first = (number - 1) * per_page
        yield Page(
            epoch=log.epoch,
            tag=log.tag,
            number=number,
            items=log.items[first : first + per_page],
            before=log.mark_at(first) if first else "",
            is_full=number < count,
        )


def latest(log: Log, per_page: int = PER_PAGE) -> str:
    """The file that holds the last item."""
    return _name(_count(log, per_page))


def page_files(page: Page, site: Site) -> Iterator[Artifact]:
    """The file of a page; of a full one both, and neither ever changes again."""
    if not page.is_full:
        yield _file(page.name, page, site, next_=page.name, items=page.items)
        return
    last = page.items[-1]
    full, after = _full_name(page.number, last.mark), _name(page.number + 1)
    moved = Moved(modified=last.modified, mark=last.mark, after=_address(site, after))
    yield _file(page.name, page, site, next_=full, moved=moved)
    yield _file(full, page, site, next_=after, items=page.items)


def _file(  # noqa: PLR0913  each is a thing of its own
    name: str,
    page: Page,
    site: Site,
    *,
    next_: str,
    items: tuple[Change, ...] = (),
    moved: Moved | None = None,
) -> Artifact:
    links = ChangesLinks(
        self=_address(site, name),
        describedby=_address(site, "schema/changes"),
        index=_address(site, "index"),
    )
    if page.before:
        links["prev"] = _address(site, _full_name(page.number - 1, page.before))
    document = ChangesDocument(
        epoch=page.epoch,
        tag=page.tag,
        next=_address(site, next_),
        items=[_item(change, site) for change in items],
        links=links,
    )
    if moved:
        document["moved"] = moved
    # Without spaces: a first sync reads every page.
    return api_file(name, JSON, to_json(document), ())


def _item(change: Change, site: Site) -> ChangedItem:
    item = ChangedItem(
        modified=change.modified,
        id=change.id,
        kind="post",
        state=change.state.value,
        url=_address(site, f"posts/{change.id}"),
        mark=change.mark,
    )
    if change.digest:
        item["digest"] = change.digest
    return item


def _count(log: Log, per_page: int) -> int:
    return max(1, -(-len(log.items) // per_page))


def _name(number: int) -> str:
    return f"changes/{number:04}"


def _full_name(number: int, mark: str) -> str:
    return f"changes/full/{number:04}-{mark}"


def _address(site: Site, name: str) -> str:
    return absolute(site, of_api(name))

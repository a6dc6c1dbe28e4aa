"""The answers about places and services as pages show them, each below its name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from aushang.model import Location, Where
from aushang.model.addresses import Scope, of_booking
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.places_left import booking_data, free_places
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.pages.spells import Spell, Timed, attributes
from aushang.outputs.pages.state import CHANGES, State, changes_for, differing, state


@dataclass(frozen=True, slots=True)
class Answered:
    """A service or place with its answers, or with what is free there.

    `dates` leads to the page of what is free, and names service and place.
    """

    name: Reference
    lines: list[Timed]
    dates: Reference | None = None

    @property
    def when(self) -> Markup:
        """When there is a line to show."""
        return _when(self.lines)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answer about a place itself, what differs from it by name, and where dates are free.

    `ends` is when the first of these is no longer known.
    """

    own: list[Timed]
    others: list[Answered]
    free: list[Answered]
    ends: datetime

    @property
    def own_when(self) -> Markup:
        """When there is something to say of the place itself: not before its first post holds."""
        return _when(self.own)

    @property
    def others_when(self) -> Markup:
        """When anything differs from it."""
        return _when(line for one in self.others for line in one.lines)

    @property
    def free_when(self) -> Markup:
        """When there is something to say of free places."""
        return _when(line for one in self.free for line in one.lines)

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.own or self.others or self.free)


def of_place(press: Press, location: Location, changes: int = CHANGES) -> Answers:
    """A place as a whole, and the services that are not open as it is."""
    own = state(press, Where(location.id), changes)
    known = press.publication.services
    named = [
        (Where(location.id, id_), _service(press, id_)) for id_ in location.services if id_ in known
    ]
    services = [(name, differing(press, where, changes)) for where, name in named]
    return Answers(
        own=own.answers,
        others=[Answered(name, one.answers) for name, one in services if one.answers],
        free=list(_free(press, named)),
        ends=_ends(press, (own, *(one for _, one in services))),
    )


def of_service(press: Press, id_: str) -> Answers:
    """A service at each of its places."""
    wheres = [where for where in press.publication.timelines if where.service == id_]
    named = [(where, _place(press, where.location)) for where in wheres]
    places = [(name, state(press, where, changes_for(len(named)))) for where, name in named]
    return Answers(
        own=[],
        others=[Answered(name, one.answers) for name, one in places if one.answers],
        free=list(_free(press, named)),
        ends=_ends(press, (one for _, one in places)),
    )


def _ends(press: Press, states: Iterable[State]) -> datetime:
    return min((one.ends for one in states), default=press.publication.foreseen_until)


def _free(press: Press, named: Iterable[tuple[Where, Reference]]) -> Iterator[Answered]:
    """What can be booked, each with the way to its dates."""
    for where, name in named:
        data = booking_data(press, where)
        if data:
            bare = Reference(name.label, "")
            yield Answered(bare, free_places(press, data), _dates(press, where))


def _dates(press: Press, where: Where) -> Reference:
    both = (_service(press, where.service), _place(press, where.location))
    what = ", ".join(one.label.text for one in both if one.label.text)
    address = address_of(of_booking(press.site, where.location, where.service, press.language))
    return Reference(Passage(what), address)


def _service(press: Press, id_: str) -> Reference:
    return press.scope_link(Scope("service", id_), press.publication.services[id_].name)


def _place(press: Press, id_: str) -> Reference:
    known = press.publication.locations
    if id_ not in known:
        return Reference(Passage(""), "")
    return press.scope_link(Scope("location", id_), known[id_].name)


def _when(lines: Iterable[Timed]) -> Markup:
    return attributes(_together(spell for line in lines for spell in line.spells))


def _together(spells: Iterable[Spell]) -> list[Spell]:
    """Spells in any order, as few as they can be told in."""
    found: list[Spell] = []
    for begins, ends in sorted(spells, key=_begins):
        last = found[-1][1] if found else None
        if found and (last is None or begins is None or begins <= last):
            longer = None if last is None or ends is None else max(last, ends)
            found[-1] = (found[-1][0], longer)
        else:
            found.append((begins, ends))
    return found


def _begins(spell: Spell) -> float:
    return spell[0].timestamp() if spell[0] else 0.0

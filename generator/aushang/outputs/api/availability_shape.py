"""What the files of free places hold: see `models`, which this is a part of."""

from typing import Annotated

from typing_extensions import TypedDict

from aushang.outputs.api.values import Duration, Says, Text, Time, Url, Urls


class Slot(TypedDict):
    """One date, with the names of OpenActive's `Slot`."""

    startDate: Time
    duration: Duration
    remainingUses: Annotated[int | None, Says("Places left; null: ask, never “full”.")]
    maximumUses: Annotated[int | None, Says("All places; null: nobody says.")]
    name: Annotated[Text | None, Says("What takes place, where that is more than the service.")]
    url: Annotated[Text | None, Says("Where this very date is booked.")]


class Told(TypedDict):
    """What can be booked where, and how far that is to be trusted."""

    location: Annotated[str | None, Says("Id of the place; null: of none.")]
    service: Annotated[str, Says("Id of the service.")]
    as_of: Annotated[Time, Says("When the booking system said so.")]
    stale_from: Annotated[Time, Says("From then on it is older than we promised.")]
    urls: Urls


class Outlook(Told):
    """The dates of a service at a place in short, as of the build."""

    is_booked_out: Annotated[
        bool, Says("There are dates in the next seven days, and none of them is free.")
    ]
    next_free: Annotated[
        Slot | None, Says("The first date ahead that is free or can be asked for.")
    ]
    dates: Annotated[int, Says("How many dates are ahead.")]
    file: Annotated[Url, Says("Where all of them are.")]


class Dates(Told):
    """All dates of a service at a place that are known."""

    time_zone: Annotated[str, Says("IANA name of the zone of all times.")]
    slots: Annotated[
        list[Slot],
        Says("By time, from the beginning of the day of the build on: pass over what has begun."),
    ]

"""The words that machine outputs need of the interface, in one language.

Feeds and redirects carry a few words of ours between the author's: titles, labels, dates. They are
arguments, so that no output knows a catalogue. Callers pass `Mapping[str, Words]`, by language tag.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from aushang.model import Effect, PostType, Price, UpdateStatus
from aushang.outputs.pricing import PriceTable


class Stream(StrEnum):
    """What becomes an item: `posts` has one per post, `updates` one per word on the matter."""

    POSTS = "posts"
    UPDATES = "updates"


class Label(StrEnum):
    """What stands before a fact, without the colon."""

    PERIOD = "period"
    EFFECT = "effect"
    SERVICES = "services"
    LOCATIONS = "locations"
    NEXT_UPDATE = "next_update"
    CONTACT = "contact"


class Words(Protocol):
    """Everything is returned as plain text; whoever writes HTML or XML escapes it.

    Times come in the site's zone and are written with the zone's own wall clock.
    """

    def feed_title(self, site_name: str, scope_name: str, stream: Stream) -> str:
        """“Kraftraum: Meldungen zu Sauna”; an empty `scope_name` means everything."""

    def feed_description(self, site_name: str, scope_name: str, stream: Stream) -> str:
        """One sentence on what the subscriber will get."""

    def nothing_yet(self) -> str:
        """What a feed says besides as long as nothing stands in it."""

    def type_name(self, kind: PostType) -> str:
        """“Störung”: the type's name as a heading or category."""

    def effect_name(self, effect: Effect) -> str:
        """“eingeschränkt”: what a customer can do there."""

    def status_name(self, status: UpdateStatus) -> str:
        """“Erledigt”: how far the matter has come."""

    def update_title(self, title: str, status: UpdateStatus | None) -> str:
        """The title of an update as an item of its own: “Behoben: Sauna bleibt kalt”."""

    def update_heading(self, at: datetime, status: UpdateStatus | None) -> str:
        """Above an update within its post: “Update vom 21. November 2026, 15:00 Uhr (behoben)”."""

    def post_heading(self, published: datetime) -> str:
        """Above the post's own text when updates stand before it: “Meldung vom …”."""

    def label(self, label: Label) -> str:
        """“Gilt”, “Auswirkung”, “Angebote”, “Standorte”, “Nächste Nachricht bis”, “Fragen an”."""

    def period(self, starts: datetime, ends: datetime | None) -> str:
        """“ab 23. November 2026, 6:00 Uhr”, or from one to the other time."""

    def moment(self, at: datetime) -> str:
        """“27. November 2026, 12:00 Uhr”."""

    def prices(self, prices: Iterable[Price]) -> PriceTable:
        """What costs how much, before and then."""

    def answers_within(self, promise: str) -> str:
        """“antwortet innerhalb von einem Werktag”, from the contact's “einem Werktag”."""

    def calendar_title(self, site_name: str, scope_name: str) -> str:
        """“Kraftraum: Termine zu Sauna”; an empty `scope_name` means everything."""

    def calendar_description(self, site_name: str, scope_name: str) -> str:
        """One sentence on what stands in the calendar."""

    def open_ended(self, title: str) -> str:
        """“Sauna geschlossen (bis auf Weiteres)”: the title of what nobody knows the end of."""

    def no_end(self) -> str:
        """“Ein Ende ist noch nicht bekannt”, as a sentence."""

    def last_word(self, at: datetime, status: UpdateStatus | None) -> str:
        """“Zuletzt gemeldet: Sa., 21. November 2026, 15:00 Uhr: Erledigt”."""

    def holds_now(self) -> str:
        """“Das gilt ab jetzt”, as a sentence: what was announced has begun."""

    def is_over(self) -> str:
        """“Das gilt nicht mehr: Die angekündigte Zeit ist um”, as a sentence."""

    def moved(self) -> str:
        """“Diese Seite ist umgezogen”: the title of a redirect; the new page's link follows it."""

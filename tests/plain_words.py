"""Words in two languages without a catalogue, for tests of the outputs that take them."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from aushang.model import Effect, PostType, Price, UpdateStatus
from aushang.outputs.moments import Almanac
from aushang.outputs.pricing import PriceTable, price_table
from aushang.outputs.wording import wording
from aushang.outputs.words import Label, Stream, Words


class PlainWords:
    """Words in German or English without a catalogue, for tests of the outputs that take them."""

    def __init__(self, language: str) -> None:
        self.is_german = language == "de"

    def _either(self, german: str, english: str) -> str:
        return german if self.is_german else english

    def feed_title(self, site_name: str, scope_name: str, stream: Stream) -> str:
        """The site's name, the stream and the scope."""
        what = {
            Stream.POSTS: self._either("Meldungen", "Posts"),
            Stream.UPDATES: self._either("Alle Neuigkeiten", "All updates"),
        }[stream]
        about = self._either(f" zu {scope_name}", f" on {scope_name}") if scope_name else ""
        return f"{site_name}: {what}{about}"

    def feed_description(self, site_name: str, scope_name: str, stream: Stream) -> str:
        """The title as a sentence."""
        return f"{self.feed_title(site_name, scope_name, stream)}."

    def nothing_yet(self) -> str:
        """That there is nothing."""
        return self._either("Bisher gibt es keine.", "None so far.")

    def type_name(self, kind: PostType) -> str:
        """The English word, in German with a star."""
        return self._either(f"*{kind}", kind)

    def effect_name(self, effect: Effect) -> str:
        """The English word, in German with a star."""
        return self._either(f"*{effect}", effect)

    def status_name(self, status: UpdateStatus) -> str:
        """The English word, in German with a star."""
        return self._either(f"*{status}", status)

    def update_title(self, title: str, status: UpdateStatus | None) -> str:
        """The status before the title."""
        return f"{status or 'update'}: {title}"

    def update_heading(self, at: datetime, status: UpdateStatus | None) -> str:
        """The time and the status."""
        return f"Update {self.moment(at)} {status or ''}".strip()

    def post_heading(self, published: datetime) -> str:
        """The time."""
        return self._either(f"Meldung {self.moment(published)}", f"Post {self.moment(published)}")

    def label(self, label: Label) -> str:
        """The English word, in German with a star."""
        return self._either(f"*{label}", label)

    def period(self, starts: datetime, ends: datetime | None) -> str:
        """Both times."""
        return f"{self.moment(starts)} – {self.moment(ends) if ends else '?'}"

    def moment(self, at: datetime) -> str:
        """Date and time."""
        return f"{at:%Y-%m-%d %H:%M}"

    def prices(self, prices: Iterable[Price]) -> PriceTable:
        """The real table: amounts have no plainer words."""
        language = self._either("de", "en")
        return price_table(prices, Almanac(wording(language), ZoneInfo("Europe/Berlin")))

    def answers_within(self, promise: str) -> str:
        """A sentence without its subject."""
        return self._either(f"antwortet innerhalb von {promise}", f"answers within {promise}")

    def calendar_title(self, site_name: str, scope_name: str) -> str:
        """The site's name and the scope."""
        about = self._either(f" zu {scope_name}", f" on {scope_name}") if scope_name else ""
        return f"{site_name}: {self._either('Termine', 'Dates')}{about}"

    def calendar_description(self, site_name: str, scope_name: str) -> str:
        """The title as a sentence."""
        return f"{self.calendar_title(site_name, scope_name)}."

    def open_ended(self, title: str) -> str:
        """The title with a question mark."""
        return f"{title} (?)"

    def no_end(self) -> str:
        """A sentence."""
        return self._either("Ende unbekannt.", "End unknown.")

    def last_word(self, at: datetime, status: UpdateStatus | None) -> str:
        """The heading of the update."""
        return self._either("Zuletzt: ", "Last: ") + self.update_heading(at, status)

    def holds_now(self) -> str:
        """A sentence."""
        return self._either("Jetzt gilt es.", "Now it holds.")

    def is_over(self) -> str:
        """A sentence."""
        return self._either("Es ist vorbei.", "It is over.")

    def moved(self) -> str:
        """A sentence."""
        return self._either("Diese Seite ist umgezogen", "This page has moved")


WORDS: dict[str, Words] = {"de": PlainWords("de"), "en": PlainWords("en")}

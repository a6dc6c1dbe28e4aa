"""The words of feeds and redirects (`words.Words`), out of the catalogues."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from aushang.model import Effect, PostType, Price, Site, UpdateStatus
from aushang.outputs.moments import Almanac
from aushang.outputs.pricing import PriceTable, price_table
from aushang.outputs.wording import Wording, mark, wording
from aushang.outputs.words import Label, Stream, Words

_LABELS: Final = {
    Label.PERIOD: mark("Gilt"),
    Label.EFFECT: mark("Auswirkung"),
    Label.SERVICES: mark("Angebote"),
    Label.LOCATIONS: mark("Standorte"),
    Label.NEXT_UPDATE: mark("Nächste Nachricht bis"),
    Label.CONTACT: mark("Fragen an"),
}
_TITLES: Final = {
    Stream.POSTS: (mark("{site}: Meldungen"), mark("{site}: Meldungen zu {scope}")),
    Stream.UPDATES: (
        mark("{site}: Neuigkeiten zu laufenden Meldungen"),
        mark("{site}: Neuigkeiten zu laufenden Meldungen, {scope}"),
    ),
}
_DESCRIPTIONS: Final = {
    Stream.POSTS: (
        mark("Jede neue Meldung von {site}, einmal."),
        mark("Jede neue Meldung von {site} zu {scope}, einmal."),
    ),
    Stream.UPDATES: (
        mark("Jede neue Meldung von {site} und jedes weitere Wort dazu."),
        mark("Jede neue Meldung von {site} zu {scope} und jedes weitere Wort dazu."),
    ),
}
_CALENDAR: Final = (
    mark(
        "Schließungen, Wartungen, Wiedereröffnungen und neue Preise von {site},"
        " jeweils zu ihrer Zeit."
    ),
    mark(
        "Schließungen, Wartungen, Wiedereröffnungen und neue Preise von {site}"
        " zu {scope}, jeweils zu ihrer Zeit."
    ),
)


class FeedWords:
    """`words.Words` for one language and one zone."""

    def __init__(self, words: Wording, almanac: Almanac) -> None:
        self.words = words
        self.almanac = almanac

    def feed_title(self, site_name: str, scope_name: str, stream: Stream) -> str:
        """“Kraftraum: Meldungen zu Sauna”."""
        return self._about(_TITLES, site_name, scope_name, stream)

    def feed_description(self, site_name: str, scope_name: str, stream: Stream) -> str:
        """The title as a sentence: “Jede neue Meldung von Kraftraum zu Sauna, einmal”."""
        return self._about(_DESCRIPTIONS, site_name, scope_name, stream)

    def nothing_yet(self) -> str:
        """“Bisher gibt es keine”."""
        return self.words.say("Bisher gibt es keine.")

    def _about(
        self,
        messages: Mapping[Stream, tuple[str, str]],
        site_name: str,
        scope_name: str,
        stream: Stream,
    ) -> str:
        message = messages[stream][1 if scope_name else 0]
        return self.words.say(message, site=site_name, scope=scope_name)

    def type_name(self, kind: PostType) -> str:
        """“Störung”."""
        return self.words.type_name(kind)

    def effect_name(self, effect: Effect) -> str:
        """“Eingeschränkt”."""
        return self.words.effect_name(effect)

    def status_name(self, status: UpdateStatus) -> str:
        """“Erledigt”."""
        return self.words.status_name(status)

    def update_title(self, title: str, status: UpdateStatus | None) -> str:
        """“Erledigt: Sauna bleibt kalt”; without a status “Neues: …”."""
        what = self.status_name(status) if status else self.words.say("Neues")
        return self.words.say("{what}: {title}", what=what, title=title)

    def update_heading(self, at: datetime, status: UpdateStatus | None) -> str:
        """“Sa., 21. November 2026, 15:00 Uhr: Erledigt”."""
        when = self.almanac.moment(at).text
        if not status:
            return when
        return self.words.say("{what}: {title}", what=when, title=self.words.status_name(status))

    def post_heading(self, published: datetime) -> str:
        """“Meldung vom Fr., 20. November 2026, 9:00 Uhr”."""
        return self.words.say("Meldung vom {moment}", moment=self.moment(published))

    def label(self, label: Label) -> str:
        """“Gilt”, “Fragen an” …, without a colon."""
        return self.words.say(_LABELS[label])

    def period(self, starts: datetime, ends: datetime | None) -> str:
        """“ab …”, or from one to the other time."""
        span = self.almanac.span(starts, ends) if ends else self.almanac.onwards(starts)
        return str(span)

    def moment(self, at: datetime) -> str:
        """“Fr., 27. November 2026, 12:00 Uhr”."""
        return self.almanac.moment(at).text

    def prices(self, prices: Iterable[Price]) -> PriceTable:
        """“Tageskarte, bisher 15,00 €, neu 17,00 €, ab Mo., 16. November 2026”."""
        return price_table(prices, self.almanac)

    def answers_within(self, promise: str) -> str:
        """“antwortet innerhalb von einem Werktag”."""
        return self.words.say("antwortet innerhalb von {promise}", promise=promise)

    def calendar_title(self, site_name: str, scope_name: str) -> str:
        """“Kraftraum: Termine zu Sauna”."""
        message = mark("{site}: Termine zu {scope}") if scope_name else mark("{site}: Termine")
        return self.words.say(message, site=site_name, scope=scope_name)

    def calendar_description(self, site_name: str, scope_name: str) -> str:
        """“Schließungen, Wartungen … von Kraftraum zu Sauna, jeweils …”, as a sentence."""
        message = _CALENDAR[1 if scope_name else 0]
        return self.words.say(message, site=site_name, scope=scope_name)

    def open_ended(self, title: str) -> str:
        """“Sauna geschlossen (bis auf Weiteres)”."""
        return self.words.say("{title} (bis auf Weiteres)", title=title)

    def no_end(self) -> str:
        """“Ein Ende ist noch nicht bekannt”, as a sentence."""
        return self.words.say("Ein Ende ist noch nicht bekannt.")

    def last_word(self, at: datetime, status: UpdateStatus | None) -> str:
        """“Zuletzt gemeldet: Sa., 21. November 2026, 15:00 Uhr: Erledigt”."""
        return self.words.say("Zuletzt gemeldet: {word}", word=self.update_heading(at, status))

    def holds_now(self) -> str:
        """“Das gilt ab jetzt”, as a sentence."""
        return self.words.say("Das gilt ab jetzt.")

    def is_over(self) -> str:
        """“Das gilt nicht mehr: Die angekündigte Zeit ist um”, as a sentence."""
        return self.words.say("Das gilt nicht mehr: Die angekündigte Zeit ist um.")

    def moved(self) -> str:
        """The title of a redirect."""
        return self.words.say("Diese Seite ist umgezogen")


def feed_words(site: Site) -> Mapping[str, Words]:
    """The words for every language of the site, by its tag."""
    made: dict[str, Words] = {}
    for language in site.languages:
        words = wording(language)
        made[language] = FeedWords(words, Almanac(words, site.zone))
    return made

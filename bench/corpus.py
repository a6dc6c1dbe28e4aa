"""The same posts for every engine: about 200 words, two headings, a list and a table each.

Ten thousand of them are what a busy chain writes in four and a half years. What was closed is open
again after some days, so that only the newest posts are current, as in any real archive.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

SERVICES = ("geraete", "kurse", "sauna", "becken", "kinder", "ruecken")
LOCATIONS = ("mitte", "neukoelln", "leipzig")
TYPES = ("closure", "disruption", "maintenance", "availability", "reopening", "price", "news")

ZONE = "Europe/Berlin"
NEWEST = datetime(2026, 11, 20, 9, 0)  # noqa: DTZ001  written into front matter without a zone
NOW = datetime(2026, 11, 21, 8, 0)  # noqa: DTZ001  a time in ZONE, as `--now` takes it

_TEXT = (
    "die Sauna das Becken der Kurs ab Montag bleibt wegen Wartung geschlossen und öffnet wieder "
    "sobald die Anlage geprüft ist bitte nutzt so lange den Standort in der Nähe Beiträge werden "
    "anteilig gutgeschrieben wir melden uns mit dem nächsten Stand am Freitag um zwölf Uhr hier "
    "auf dieser Seite Fragen beantwortet das Team am Empfang oder per Telefon gern auch am Abend"
)
_WORDS = _TEXT.split()


@dataclass(frozen=True, slots=True)
class Sample:
    """One post, without the front matter that differs from engine to engine.

    `published` and `ends` are times in ZONE.
    """

    number: int
    title: str
    published: datetime
    ends: datetime
    type: str
    service: str
    location: str
    body: str

    @property
    def name(self) -> str:
        """The name of the file, without its suffix."""
        return f"{self.published:%Y-%m-%d}-{self.number:06d}"


def samples(count: int) -> Iterator[Sample]:
    """`count` posts, one every four hours back from `NEWEST`; the same in every run."""
    chance = random.Random(20261120)
    for number in range(count):
        published = NEWEST - timedelta(hours=4 * number)
        # Noon is a time that no clock change skips or repeats.
        ends = published.replace(hour=12, minute=0) + timedelta(days=chance.randint(1, 10))
        yield Sample(
            number=number,
            title=f"Meldung {number}: {' '.join(chance.choices(_WORDS, k=4))}",
            published=published,
            ends=ends,
            type=chance.choice(TYPES),
            service=chance.choice(SERVICES),
            location=chance.choice(LOCATIONS),
            body=_body(chance),
        )


def one_more(count: int) -> Sample:
    """A post that is newer than the `count` samples, and was said before NOW."""
    return Sample(
        number=count,
        title="Die Sauna ist wieder offen",
        published=NEWEST + timedelta(hours=4),
        ends=NEWEST + timedelta(days=3),
        type="reopening",
        service="sauna",
        location="mitte",
        body=_body(random.Random(count)),
    )


def _body(chance: random.Random) -> str:
    def sentence(words: int) -> str:
        return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence(12) for _ in range(5))

    rows = "\n".join(f"| {day} | {sentence(2)} | {chance.randint(1, 40)} |" for day in ("Mo", "Di"))
    points = "\n".join(f"- {sentence(5)}" for _ in range(3))
    return (
        f"{paragraph()}\n\n## Was sich ändert\n\n{paragraph()}\n\n{points}\n\n"
        f"## Was ihr tun könnt\n\n{paragraph()}\n\n"
        f"| Tag | Was | Plätze |\n|---|---|---|\n{rows}\n"
    )

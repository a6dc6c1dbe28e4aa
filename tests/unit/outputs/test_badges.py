"""Badges: what they say at which time, how they look, and that they ask nobody for anything."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from tests.booked_dates import make_availability, make_slot
from tests.factories import (
    NOW,
    berlin,
    make_location,
    make_post,
    make_publication,
)

import aushang_theme
from aushang.checks.written import facts_of
from aushang.checks.written.facts import Facts, Form
from aushang.model import Artifact, Effect, Hours, Post, Publication
from aushang.outputs import badges
from aushang.outputs.badge_drawing import COLOURS, INK, PAPER, SHAPES, drawn, width
from aushang.outputs.pages import Press

SVG = "{http://www.w3.org/2000/svg}"
ALWAYS = tuple(Hours(day, time(), time()) for day in range(7))
THEME = Path(aushang_theme.__file__).parent


def made(publication: Publication, language: str = "de") -> Iterator[Artifact]:
    """All badges of a language."""
    for unit in badges.units(Press(publication, language)):
        yield from unit.make()


def said(publication: Publication, language: str = "de") -> dict[str, str]:
    """What each says, by its path, with plain spaces."""
    return {
        one.path: (ET.fromstring(one.data).get("aria-label") or "").replace("\xa0", " ")
        for one in made(publication, language)
    }


def of_mitte(*posts: Post, now: datetime = NOW, **fields: object) -> str:
    """What the badge of a place says that is open from Monday to Friday, or as `fields` say."""
    publication = make_publication(
        posts, now=now, locations={"mitte": make_location("mitte", **fields)}
    )
    return said(publication)["badges/mitte.svg"].removeprefix("Mitte: ")


def closing(**fields: object) -> Post:
    """A closure of the whole place."""
    values = {"type": "closure", "effect": Effect.CLOSED, "services": ()}
    return make_post("zu", "Zu", **(values | fields))


def test_a_badge_for_each_place_and_each_service_there() -> None:
    """In each language below its prefix; a service of no place has one of its own."""
    publication = make_publication(())
    assert said(publication) == {
        "badges/mitte.svg": "Mitte: Geschlossen, öffnet Mo, 6:00 Uhr",
        "badges/mitte/sauna.svg": "Sauna, Mitte: Geschlossen, öffnet Mo, 6:00 Uhr",
        "badges/ost.svg": "Ost: Geschlossen, öffnet Mo, 6:00 Uhr",
        "badges/ost/sauna.svg": "Sauna, Ost: Geschlossen, öffnet Mo, 6:00 Uhr",
        "badges/services/kurse.svg": "Rückenkurse & mehr: keine Einschränkung bekannt",
    }
    assert said(publication, "en")["en/badges/mitte/sauna.svg"] == (
        "Sauna, Mitte: Closed, opens Mon, 6:00 am"
    )


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-20T12:00", "Geöffnet bis Fr, 23:00 Uhr"),
        ("2026-11-20T23:00", "Geschlossen, öffnet Mo, 6:00 Uhr"),
        ("2026-11-23T06:00", "Geöffnet bis Mo, 23:00 Uhr"),
    ],
)
def test_hours_say_until_when_with_the_day(now: str, words: str) -> None:
    """A badge that is a day old is not wrong: it speaks of a day that has passed."""
    assert of_mitte(now=berlin(now)) == words


def test_midnight_ends_the_day_before() -> None:
    """Open up to midnight on Saturday is not open until Sunday."""
    hours = (Hours(5, time(6), time()),)
    assert of_mitte(hours=hours) == "Geöffnet bis Sa, 24:00 Uhr"


def test_behind_a_week_the_date_stands_there() -> None:
    """A weekday alone would be the wrong one."""
    ends = "2026-12-21T00:00"
    assert of_mitte(closing(ends=ends), hours=ALWAYS) == ("Geschlossen, öffnet Mo., 21. Dezember")
    assert of_mitte(closing(ends=ends, effect=Effect.RESTRICTED), hours=ALWAYS) == (
        "Eingeschränkt bis einschließlich So., 20. Dezember"
    )
    assert of_mitte(closing(ends=ends), hours=()) == (
        "Geschlossen bis einschließlich So., 20. Dezember"
    )


def test_what_nobody_knows_the_end_of() -> None:
    """It says so; and where nothing is known at all, only that."""
    assert of_mitte(closing(), hours=ALWAYS) == "Geschlossen bis auf Weiteres"
    assert of_mitte(hours=ALWAYS) == "Geöffnet"
    assert of_mitte(hours=()) == "keine Einschränkung bekannt"


def test_restricted_and_closing_for_the_night() -> None:
    """The restriction does not end when the doors close."""
    at = berlin("2026-11-20T12:00")
    assert of_mitte(closing(effect=Effect.RESTRICTED), now=at) == (
        "Eingeschränkt, offen bis Fr, 23:00 Uhr"
    )


def test_full_says_when_a_place_is_free() -> None:
    """Of booking data the next free date, of a post its end."""
    slots = tuple(
        make_slot(f"2026-11-{day}T17:00", left, maximum=10, name="Aufguss")
        for day, left in ((22, 0), (23, 0), (30, 2))
    )
    data = make_availability(*slots, as_of=NOW, good_for=timedelta(days=3))
    locations = {"mitte": make_location("mitte", hours=ALWAYS)}
    publication = make_publication((), locations=locations, availability=(data,))
    assert said(publication)["badges/mitte/sauna.svg"] == (
        "Sauna, Mitte: Ausgebucht, wieder frei Mo., 30. November, 17:00 Uhr"
    )
    post = closing(type="availability", effect=Effect.FULL, ends="2026-11-24T09:00")
    assert of_mitte(post, hours=ALWAYS) == "Ausgebucht bis Di, 9:00 Uhr"


def test_it_is_whole_in_itself() -> None:
    """A title, a role, a name; nothing is fetched and nothing runs, whatever the names are."""
    name = 'Zum "<script>" & </svg> Ochsen \x00 Größe 😀 酒場'
    locations = {"mitte": make_location("mitte", name)}
    publication = make_publication((), locations=locations)
    for one in made(publication):
        root = ET.fromstring(one.data)
        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title") == root.get("aria-label")
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
            *("svg", "title", "rect", "path", "g", "text"),
        }
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
        assert facts_of(one.media_type, one.data, publication.site.url) == Facts(form=Form.SVG)
        assert len(one.data) < 1_200


def number(node: ET.Element, name: str) -> int:
    """An attribute in pixels."""
    return int(node.attrib[name])


def test_words_have_room() -> None:
    """Names and words stand beside each other, none over the edge of its ground."""
    root = ET.fromstring(drawn("Sauna, Mitte", "Geöffnet bis Fr, 23:00 Uhr", Effect.OPEN, "de"))
    texts = [
        (int(one.get("x", 0)), int(one.get("textLength", 0))) for one in root.iter(f"{SVG}text")
    ]
    edges = [*texts, (number(root, "width"), 0)]
    assert all(x + long <= behind - 8 for (x, long), (behind, _) in pairwise(edges))
    assert width("") == 0
    assert width("Ö") == width("O")
    assert width("酒") == 12
    assert width("e\u0301") == width("e")


@pytest.mark.parametrize("effect", [*Effect, None])
def test_every_effect_can_be_read(effect: Effect | None) -> None:
    """At least 4.5:1 for words on their ground (WCAG 1.4.3)."""
    assert contrast(PAPER, COLOURS[effect]) >= 4.5
    assert contrast(INK, PAPER) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_an_effect_looks_the_same_everywhere() -> None:
    """Shapes and colours of badges and of the script for other websites are those of our pages."""
    css = (THEME / "assets/aushang.css").read_text(encoding="utf-8")
    script = (THEME / "embed/2-look.js").read_text(encoding="utf-8")
    palettes = re.findall(r'^ {2}"((?:[0-9a-f]{6} ?)+)";$', script, re.MULTILINE)
    names = ["text", "muted", "sheet", "line", "accent"]
    names += [f"{effect}-{part}" for effect in Effect for part in ("text", "surface")]
    for palette, block in zip(
        palettes, css.split("@media (prefers-color-scheme: dark)"), strict=True
    ):
        wanted = [re.search(rf"--au-{name}: #([0-9a-f]{{6}});", block) for name in names]
        assert palette.split() == [one[1] for one in wanted if one]
    for effect, shape in SHAPES.items():
        assert f"--au-shape-{effect}: url(" in css
        assert f" d='{shape}'" in css
        assert f'{effect}: "{shape}"' in script
        assert re.search(rf"--au-{effect}-text: {COLOURS[effect]};", css)

"""The contrast that the tokens promise, computed from the style sheet itself (WCAG 2.2, 1.4.3)."""

import re
from itertools import product
from pathlib import Path

import pytest

import aushang_theme

THEME = Path(aushang_theme.__file__).parent
TEXT_AT_LEAST = 4.5
SHAPE_AT_LEAST = 3.0
GROUNDS = ("paper", "sheet", "well")
EFFECTS = ("open", "restricted", "full", "closed", "note")


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme by name without prefix; the dark ones stand over the light."""
    light, dark = (
        (THEME / "assets" / "aushang.css")
        .read_text(encoding="utf-8")
        .split("@media (prefers-color-scheme: dark)")
    )
    found = dict(re.findall(r"--au-([a-z-]+): (#[0-9a-f]{6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--au-([a-z-]+): (#[0-9a-f]{6});", dark))
    return found


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_legible_on_every_ground(scheme: str) -> None:
    """Text, muted text and links reach 4.5:1 on paper, sheet and well."""
    found = tokens(scheme)
    poor = [
        (word, ground)
        for word, ground in product(("text", "muted", "accent", "accent-strong"), GROUNDS)
        if contrast(found[word], found[ground]) < TEXT_AT_LEAST
    ]
    assert poor == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_buttons_are_legible(scheme: str) -> None:
    """Words upon the accent reach 4.5:1, at rest and under the pointer."""
    found = tokens(scheme)
    assert contrast(found["on-accent"], found["accent"]) >= TEXT_AT_LEAST
    assert contrast(found["on-accent"], found["accent-strong"]) >= TEXT_AT_LEAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("effect", EFFECTS)
def test_effects_are_legible(scheme: str, effect: str) -> None:
    """An effect's words reach 4.5:1 and its border 3:1 on its own ground, paper and sheet."""
    found = tokens(scheme)
    for ground in (f"{effect}-surface", "paper", "sheet"):
        assert contrast(found[f"{effect}-text"], found[ground]) >= TEXT_AT_LEAST
        assert contrast(found[f"{effect}-border"], found[ground]) >= SHAPE_AT_LEAST
        assert contrast(found["text"], found[f"{effect}-surface"]) >= TEXT_AT_LEAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_and_focus_are_visible(scheme: str, ground: str) -> None:
    """What one can use has a border, and what has the focus a ring, of 3:1 (1.4.11, 2.4.13)."""
    found = tokens(scheme)
    assert contrast(found["edge"], found[ground]) >= SHAPE_AT_LEAST
    assert contrast(found["focus"], found[ground]) >= SHAPE_AT_LEAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browser_s_own_bars_have_the_colour_of_the_paper(scheme: str) -> None:
    """`theme-color` in the head is the paper of each scheme."""
    head = (THEME / "main.html").read_text(encoding="utf-8")
    found = {
        name: colour
        for colour, name in re.findall(
            r'name="theme-color" content="(#\w{6})" media="\(prefers-color-scheme: (\w+)\)"', head
        )
    }
    assert found[scheme] == tokens(scheme)["paper"]

"""What people do to a publication between two builds. Each edit is chosen and varied by a number.

`EDITS` change what there is to publish, `HANDS` what the engine keeps or has published.
"""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tests.small_publication import png, post


@dataclass
class Desk:
    """A publication's folder and the clock on the wall."""

    root: Path
    now: datetime

    def files(self, pattern: str) -> list[Path]:
        """Files of the content in the order of their names."""
        return sorted((self.root / "content").glob(pattern))

    def change(self, pattern: str, number: int, how: Callable[[str], str]) -> None:
        """Rewrite one of the files that match, if there is one."""
        found = self.files(pattern)
        if found:
            file = found[number % len(found)]
            file.write_text(how(file.read_text(encoding="utf-8")), encoding="utf-8")

    def write(self, inside: str, text: str) -> None:
        """A file of the content; nothing where a file or folder is in its way."""
        file = self.root / "content" / inside
        above = [folder for folder in file.parents if folder.is_file()]
        if not above and not file.is_dir():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


Edit = Callable[[Desk, int], None]
POSTS = "posts/**/*.md"
ASKED = "questions/*.md"
FIRST = "posts/**/[a-z]*[!n].md"
"""Posts in their first language: none of these names ends in “n”, as `.en` does."""


def line(key: str, *values: str, pattern: str = FIRST) -> Edit:
    """Set, replace or remove a line of a post's front matter."""

    def edit(desk: Desk, number: int) -> None:
        value = values[number % len(values)]
        line = f"{key}: {value}\n" if value else ""

        def changed(text: str) -> str:
            rest = re.sub(rf"(?m)^{key}: .*\n", "", text)
            return rest.replace("---\n", f"---\n{line}", 1)

        desk.change(pattern, number // len(values), changed)

    return edit


def appended(pattern: str, *texts: str) -> Edit:
    """One of the texts goes to the end of a file."""

    def edit(desk: Desk, number: int) -> None:
        more = texts[number % len(texts)].format(number)
        desk.change(pattern, number // len(texts), lambda text: text + more)

    return edit


def replaced(pattern: str, old: str, *new: str) -> Edit:
    """The first match in a file says something else."""

    def edit(desk: Desk, number: int) -> None:
        value = new[number % len(new)]
        desk.change(pattern, number // len(new), lambda text: re.sub(old, value, text, count=1))

    return edit


def option(old: str, *new: str) -> Edit:
    """The same in mkdocs.yml."""

    def edit(desk: Desk, number: int) -> None:
        file = desk.root / "mkdocs.yml"
        text = file.read_text(encoding="utf-8")
        value = new[number % len(new)]
        file.write_text(re.sub(old, value, text, count=1), encoding="utf-8")

    return edit


def clock(**steps: int) -> Edit:
    """Time goes on, and every third time back."""

    def edit(desk: Desk, number: int) -> None:
        desk.now += timedelta(**steps) * (1 if number % 3 else -1)

    return edit


def at(*moments: str) -> Edit:
    """The clock is set to one moment or to the minute before it."""

    def edit(desk: Desk, number: int) -> None:
        moment = datetime.fromisoformat(moments[number // 2 % len(moments)])
        desk.now = moment - timedelta(minutes=number % 2)

    return edit


def deleted(pattern: str) -> Edit:
    """A file is gone."""

    def edit(desk: Desk, number: int) -> None:
        found = desk.files(pattern)
        if found:
            found[number % len(found)].unlink()

    return edit


def renamed(pattern: str, name: str) -> Edit:
    """Names are few, so that a file sometimes takes the place of another one."""

    def edit(desk: Desk, number: int) -> None:
        found = desk.files(pattern)
        if found:
            file = found[number % len(found)]
            file.rename(file.with_name(name.format(number % 3)))

    return edit


PRICES = "prices: [{for: Karte, old: 15, new: 17, per: visit, from: 2027-01-01}]"


def add_post(desk: Desk, number: int) -> None:
    """A new post, now and then one that comes out later or shares an address."""
    lines = [
        f"type: {('news', 'closure', 'price')[number % 3]}",
        f"title: Neu {number}",
        f"published: {(desk.now + timedelta(hours=number % 4 - 2)).isoformat()}",
    ]
    if "type: price" in lines:
        lines.append(PRICES)
    if number % 5 == 0:
        lines.append("slug: sauna-zu")
    if number % 7 == 0:
        lines.append("redirects: [/meldungen/matten/]")
    body = (
        f"Neues, siehe [dort](matten.md) und [hier](neu-{(number + 1) % 4}.md).\n\n## Mehr\n\nJa."
    )
    desk.write(f"posts/neu-{number % 4}.md", post(*lines, body=body))


def add_translation(desk: Desk, number: int) -> None:
    """A post gets an English text."""
    files = desk.files(FIRST)
    inside = files[number % len(files)].relative_to(desk.root / "content").with_suffix(".en.md")
    desk.write(str(inside), post(f"title: English {number}", body="Now in English."))


def break_post(desk: Desk, number: int) -> None:
    """YAML that does not parse, a dead link, a dead anchor, a service that nobody knows."""
    kinds = (
        lambda text: text.replace("---\n", "---\ntitle: 'offen\n", 1),
        lambda text: text + "\n[tot](nirgends.md)\n",
        lambda text: text + "\n[tot](/kontakt/#nirgends)\n",
        lambda text: re.sub(r"(?m)^services: .*$", "services: [unbekannt]", text),
    )
    desk.change(POSTS, number // 4, kinds[number % 4])


def touch(desk: Desk, number: int) -> None:
    """Saved without a change."""
    files = desk.files("**/*.*")
    os.utime(files[number % len(files)])


def swap(desk: Desk, number: int) -> None:
    """Two files change their contents, with the times that these had."""
    files = desk.files(FIRST)
    one, other = files[number % len(files)], files[number // 7 % len(files)]
    between = one.with_name(".between")
    one.rename(between)
    (other if other != one else between).rename(one)
    if other != one:
        between.rename(other)


def change_picture(desk: Desk, number: int) -> None:
    """Other bytes of the same size, or another size."""
    name = ("media/plan.png", "posts/matte.png")[number % 2]
    (desk.root / "content" / name).write_bytes(png(4 + number % 3, 3, 100 + number % 50))


def move_media(desk: Desk, number: int) -> None:
    """A file of static/ stands where pages stand: a file becomes a folder, or the other way."""
    names = ("meldungen", "meldungen/matten", "alt/liste.txt", "haus/index.html", "frei.txt")
    file = desk.root / "content/static" / names[number % len(names)]
    if number // 5 % 2 and (desk.root / "content/static").exists():
        shutil.rmtree(desk.root / "content/static")
    desk.write(str(file.relative_to(desk.root / "content")), f"Datei {number}\n")


def page_below(desk: Desk, number: int) -> None:
    """A page below another page's address, or a page where a folder of pages was."""
    names = ("pages/haus/regeln.md", "pages/kontakt/mehr.md", "pages/meldungen.md", "pages/x.md")
    text = f"---\ntitle: Seite {number}\n---\n\nText {number}, [Haus](/haus/).\n"
    desk.write(names[number % len(names)], text)


def book(desk: Desk, number: int) -> None:
    """A booking system writes its file anew; now and then for another service, or a broken one."""
    name = ("kurse", "sauna", "beides")[number % 3]
    service, place = (("kurse", "mitte"), ("sauna", "mitte"), ("kurse", "ost"))[number // 3 % 3]
    start = desk.now.replace(minute=0, second=0, microsecond=0)
    lines = [
        f"{(start + timedelta(hours=5 + 7 * one)).isoformat()};{(number + one) % 3};16;Kurs {one}"
        for one in range(number % 7)
    ]
    promise = ("7d", "6h", "1 min", "90 min")[number % 4]
    as_of = (desk.now - timedelta(minutes=number % 50)).isoformat()
    about = f"service: {service}\nlocation: {place}\nas_of: {as_of}\ngood_for: {promise}\n"
    broken = "jetzt;viele;16;Kurs\n" if number % 11 == 0 else ""
    desk.write(f"availability/{name}.yml", about)
    desk.write(f"availability/{name}.csv", "\n".join(["Beginn;Frei;Plätze;Kurs", *lines, broken]))


def ask(desk: Desk, number: int) -> None:
    """Somebody asks: one more, so many that they need pages, or the same once more; in English."""
    places = ("services: [sauna]\n", "locations: [ost]\n", "", "services: [kurse, sauna]\n")
    for one in range(45 if number % 9 == 0 else 1):
        name = f"questions/frage-{(number + one) % 50}"
        lines = f"question: Frage {number}?\nanswered: 2026-11-{1 + number % 20:02}\n"
        body = f"Antwort {number}, siehe [Handtuch](handtuch.md) und [Neu](../posts/neu-1.md).\n"
        desk.write(f"{name}.md", f"---\n{lines}{places[number % 4]}---\n\n{body}")
    if number % 3 == 0:
        desk.write(f"{name}.en.md", f"---\nquestion: Question {number}?\n---\n\nYes.\n")


def change_theme(desk: Desk, number: int) -> None:
    """A template of the publication's own look changes, comes or goes."""
    file = desk.root / f"look/partials/{('footer', 'header')[number % 2]}.html"
    if number % 5 == 0:
        file.unlink(missing_ok=True)
    else:
        file.write_text(f"<p>{number % 4} {{{{ frame.site_name }}}} {{{{ config.extra }}}}</p>\n")


EDITS: tuple[Edit, ...] = (
    add_post, add_post, add_translation, break_post, touch, swap, change_picture, move_media,
    page_below, change_theme, book, book, book, ask, ask,
    replaced(ASKED, "(?m)^question: .*$", "question: Anders?", "question: Wann denn?"),
    replaced(ASKED, "answered: .*", "answered: 2026-11-21T20:01", "answered: 2026-11-03"),
    appended(ASKED, "\nMehr {}.\n", "\n[Haus](../pages/haus.md)\n", "\n## Neu {}\n\nJa.\n"),
    line("services", "[sauna]", "[kurse, sauna]", "[unbekannt]", "", pattern="questions/*[!n].md"),
    line("contact", "tom-berg", "", pattern="questions/*[!n].md"),
    line("order", "1", "7", "", pattern="questions/*[!n].md"),
    line("draft", "true", "", pattern="questions/*.md"),
    line("ignore", "{AU408: egal}", "{AU050: egal}", "", pattern="questions/*[!n].md"),
    deleted("questions/*"), renamed("questions/*.md", "frage-{}.md"),
    replaced("availability/*.csv", ";[0-9]+;16", ";0;16", ";3;16", ";20;16"),
    replaced("availability/*.yml", "service: .*", "service: kurse", "service: sauna"),
    replaced("availability/*.yml", "good_for: .*", "good_for: 30d", "good_for: 2 min"),
    appended("availability/*.csv", "\n2026-12-24T10:00;2;9;Fest {}\n"),
    deleted("availability/*"), renamed("availability/*.csv", "datei-{}.csv"),
    appended(POSTS, "\nNoch ein Satz {}.\n", "\n## Neu {}\n\nText.\n", "\n[Haus](/haus/)\n"),
    appended("pages/**/*.md", "\nMehr {}.\n", "\n[Kurse](/angebote/kurse/)\n"),
    appended("services/*.md", "\nMehr {}.\n"),
    appended("locations/*.yml", "special_hours: [{{date: 2026-12-31, closed: true}}]\n"),
    replaced(POSTS, "(?m)^title: .*$", "title: Anders", "title: Ganz anders", "title: Sauna"),
    replaced(POSTS, "(?m)^## (.*)$", "## Sonst", r"## \1 neu"),
    replaced(POSTS, r"(?m)^    text: .*$", "    text: Neues Wort.", "    text: Wort, *neu*."),
    replaced("services/*.yml", "name: .*", "name: Bad", "name: {de: Bad, en: Bath}"),
    replaced("locations/*.yml", "name: .*", "name: Nord", "name: {de: Nord, en: North}"),
    replaced("locations/*.yml", r"services: .*", "services: [sauna]", "services: [kurse]"),
    replaced("locations/*.yml", "region: [A-Z-]+", "region: DE-HH", "region: DE", "region: XX"),
    replaced("contacts/*.yml", "name: .*", "name: Eva Moll", "name: Kai Roth"),
    replaced("pages/**/*.md", "menu: .*", "menu: main", "menu: footer", "menu: none"),
    replaced("pages/**/*.md", "title: .*", "title: Haus", "title: Anderes Haus"),
    line("type", "closure", "news", "price", "disruption"),
    line("prices", PRICES.removeprefix("prices: ").replace("17", "16"), ""),
    line("services", "[sauna]", "[kurse]", "[sauna, kurse]", ""),
    line("locations", "[mitte]", "[ost]", ""),
    line("contact", "tom-berg", ""),
    line("published", "2026-11-21T19:30", "2025-12-31T23:30", "2026-11-01T00:30", "2027-01-01"),
    line("ends", "2026-11-21T20:01", "2027-02-01", ""),
    line("next_update", "2026-11-21T21:00", "2026-12-31T23:59", ""),
    line("slug", "haus", "sauna-zu", "eigen", ""),
    line("id", "eigen", "matten", ""),
    line("draft", "true", ""),
    line("pin", "true", ""),
    line("summary", "Kurz gesagt.", ""),
    line("ignore", "{AU101: egal}", "{AU201: egal}", ""),
    line("ignore", "{AU201: {reason: egal, until: 2026-11-22}}", "{AU201: {reason: egal}}"),
    line("redirects", "[/alt/]", "[/alt/haus/, /kursplan/]", ""),
    deleted(POSTS), deleted("pages/**/*.md"), deleted("services/*"), deleted("contacts/*"),
    deleted("media/*"), deleted("locations/*"),
    renamed(FIRST, "name-{}.md"), renamed("pages/*.md", "seite-{}.md"),
    renamed("services/*.yml", "angebot-{}.yml"), renamed("contacts/*.yml", "person-{}.yml"),
    renamed("media/*", "bild-{}.png"),
    clock(minutes=1), clock(hours=5), clock(days=3), clock(days=40),
    at("2026-11-22T06:00+01:00", "2027-01-01T00:00+01:00", "2026-10-25T01:00+00:00",
        "2026-11-25T08:00+01:00", "2027-01-10T22:00+01:00", "2027-03-28T01:00+00:00"),
    option("site_name: .*", "site_name: Kraftraum", "site_name: Kraftwerk"),
    option("site_url: .*", "site_url: https://neu.example/", "site_url: https://b.example/a/"),
    option("languages: .*", "languages: [de]", "languages: [de, en]", "languages: [en, de]"),
    option("ignore: .*", "ignore: {AU101: egal}", "ignore: {AU201: egal}", "ignore: {}"),
    option("ignore: .*", "ignore: {AU201: {reason: egal, until: 2026-11-22, paths: [pages/]}}"),
    option("checks: .*", "checks: {AU102: warning}", "checks: {AU203: off}", "checks: {}"),
    option("slogan: .*", "slogan: Laut", "slogan: Leise"),
    option("time_zone: .*", "time_zone: Europe/London", "time_zone: Europe/Berlin"),
    option("      contact: .*", "      contact: tom-berg", "      contact: jana-weiss"),
)  # fmt: skip

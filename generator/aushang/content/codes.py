"""What the findings of loading mean: AU001 to AU049, in four parts each.

A code is never used again for something else. Checks explain themselves in their own docstrings;
what is found while a file is read has no function of its own, so it is explained here.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding's name, what it finds, why it matters, a bad and a good example."""

    name: str
    finds: str
    matters: str
    bad: str
    good: str


CODES: Mapping[str, Explanation] = {
    "AU001": Explanation(
        "wrong-value",
        "a value that is not of the form or not among the words that its key allows.",
        "a closure that is spelt “closur” would be no closure anywhere.",
        "`published: 21.11.26`",
        "`published: 2026-11-21T09:00`",
    ),
    "AU002": Explanation(
        "unknown-key",
        "a key that this kind of file does not have, most often a misspelt one.",
        "what stands under it would never be read, and nobody would notice.",
        "`titel: Die Sauna ist wieder offen`",
        "`title: Die Sauna ist wieder offen`",
    ),
    "AU003": Explanation(
        "missing-key",
        "a key that has to be there and is not.",
        "without title, type and time no reader knows what a post is about.",
        "front matter without `title`",
        "`title: Die Sauna ist wieder offen`",
    ),
    "AU004": Explanation(
        "empty-value",
        "a key without a value, or an entry of a list without one.",
        "nobody can tell whether it was forgotten or means “nothing”.",
        "`ends:`",
        "`ends: 2026-12-20T22:00`, or no such line",
    ),
    "AU005": Explanation(
        "broken-yaml",
        "a line that is not YAML: a colon without quotes, a tab, a quote that is never closed.",
        "all that stands in the front matter is lost.",
        "`title: Sauna: wieder offen`",
        '`title: "Sauna: wieder offen"`',
    ),
    "AU006": Explanation(
        "duplicate-key",
        "a key that stands twice in one place.",
        "only one of the two values could hold, and it is not clear which.",
        "`ends: 2026-12-20` and further below `ends: 2026-12-31`",
        "one of the two",
    ),
    "AU007": Explanation(
        "yaml-reference",
        "anchors, aliases, tags, several documents in one file, values nested very deeply.",
        "in posts these are always texts that lack their quotes, and YAML would change them.",
        "`title: *Neu* im Plan`",
        '`title: "*Neu* im Plan"`',
    ),
    "AU008": Explanation(
        "no-front-matter",
        "a file that does not begin with `---`, or whose front matter has no second `---`.",
        "without it nothing is known about the text.",
        "a text that begins with its first sentence",
        "`---`, the keys, `---`, and then the text",
    ),
    "AU009": Explanation(
        "empty-file",
        "a file with nothing in it.",
        "it was begun and forgotten, or its text was lost.",
        "an empty `2026-11-21-sauna.md`",
        "a post, or no such file",
    ),
    "AU010": Explanation(
        "not-utf-8",
        "bytes that are not UTF-8, most often a file that an old editor saved as Latin-1.",
        "umlauts would come out as other characters.",
        "“ü” stored as the byte 0xFC",
        "the file saved as UTF-8, with or without byte order mark",
    ),
    "AU011": Explanation(
        "control-character",
        "characters that no reader sees and no feed may carry: NUL, ESCAPE, U+2028 and others.",
        "one of them is enough for a feed reader to refuse the whole feed.",
        "a title with U+0000 in it, pasted from elsewhere",
        "the same title without it",
    ),
    "AU012": Explanation(
        "too-large",
        "a text of more than 1 MB.",
        "no customer reads it, and every phone would load it.",
        "a picture that was pasted into the text",
        "the picture in media/ and a link to it",
    ),
    "AU013": Explanation(
        "unreadable-file",
        "a file that is there and cannot be read.",
        "it would be missing from the site without a word.",
        "a file that only somebody else may read; a link to a file that was deleted",
        "the file itself, with permission to read it",
    ),
    "AU014": Explanation(
        "link-outside",
        "a symbolic link that leads to a folder or out of the content folder.",
        "it could publish what nobody meant to publish.",
        "`media/plan.pdf` as a link to a file in somebody's home folder",
        "a copy of the file",
    ),
    "AU015": Explanation(
        "unknown-file",
        "a file or folder that has no place in the content folder.",
        "whoever put it there expects to see it on the site.",
        "`post/sauna.md`, `contacts/jana.yaml`",
        "`posts/sauna.md`, `contacts/jana.yml`",
    ),
    "AU016": Explanation(
        "bad-name",
        "a file's name of which no id and no address can be made.",
        "addresses are for ever; they hold only a-z, 0-9 and hyphens.",
        "`posts/Öffnung Sauna.md`",
        "`posts/oeffnung-sauna.md`, or a post with an `id` of its own",
    ),
    "AU017": Explanation(
        "no-original",
        "a translation without the text that it translates; a longer text without its data file; a "
        "description of booking data without that data.",
        "type, times and contact stand in the original.",
        "`sauna.en.md` without `sauna.md`",
        "both files",
    ),
    "AU018": Explanation(
        "duplicate-id",
        "two posts with one id.",
        "feed readers would show only one of them.",
        "a copied post with the `id` of the first",
        "an `id` of its own, or none",
    ),
    "AU019": Explanation(
        "duplicate-address",
        "two posts or pages with one address.",
        "only one of them could be published.",
        "two posts with `slug: sauna`",
        "`slug: sauna-mitte` and `slug: sauna-altona`",
    ),
    "AU020": Explanation(
        "clock-change",
        "a time that the change of the clock skips or repeats.",
        "it does not exist, or could be either of two moments.",
        "`starts: 2026-10-25T02:30`",
        "`starts: 2026-10-25T02:30+01:00`",
    ),
    "AU021": Explanation(
        "ends-too-early",
        "an end that is not after the beginning.",
        "the post would never hold.",
        "`starts: 2026-11-23` and `ends: 2026-11-20`",
        "`starts: 2026-11-20` and `ends: 2026-11-23`",
    ),
    "AU022": Explanation(
        "duplicate-update",
        "two updates of one post at the same time.",
        "their ids are made of their times, so readers would see only one of them.",
        "two entries with `at: 2026-11-21T15:00`",
        "15:00 and 15:01",
    ),
    "AU023": Explanation(
        "unknown-update",
        "a translated update whose time is that of no update of the post.",
        "it would never be shown.",
        "`at: 2026-11-21T15:00` where the post has 16:00",
        "the same time in both files",
    ),
    "AU024": Explanation(
        "unknown-language",
        "a language in a file's name that the publication does not have.",
        "the text would appear nowhere.",
        "`sauna.fr.md` in a publication in German and English",
        "`sauna.en.md`, or the language in the configuration",
    ),
    "AU025": Explanation(
        "same-media-address",
        "two pictures or downloads that would be published under one address.",
        "one would hide the other.",
        "`media/Plan Süd.pdf` and `media/plan-sued.pdf`",
        "two names that differ in letters or digits",
    ),
    "AU026": Explanation(
        "guessed",
        "values that an import guessed and nobody has looked at since. A warning.",
        "a guess may be wrong, and customers would believe it.",
        "`guessed: [type, services]`",
        "the values looked at, and the line `guessed` removed",
    ),
    "AU027": Explanation(
        "lost-behind-hash",
        "a value that goes on with “ #” and no blank after it.",
        "YAML takes it for a comment, so the rest of the title would be gone without a word.",
        "`title: Kurs #1 fällt aus`",
        '`title: "Kurs #1 fällt aus"`',
    ),
    "AU028": Explanation(
        "active-picture",
        "an SVG file with scripts, event handlers or entities, or one that is not well-formed.",
        "opened by itself, it would run in the reader's browser under our address.",
        "`<svg onload=…>`, `<script>` in a drawing",
        "the drawing exported as “plain SVG”",
    ),
    "AU029": Explanation(
        "missing-package",
        "public holidays of a region, where the package that knows them is not installed.",
        "the site would call a place open on a day on which it is closed.",
        "`holidays: {region: DE-BE, hours: closed}` after `pip install aushang`",
        '`pip install "aushang[holidays]"`',
    ),
    "AU030": Explanation(
        "missing-column",
        "booking data as CSV without a column that is needed, most often a renamed one.",
        "nobody could tell when something takes place, or whether there is a place left.",
        "a header “Termin;Restplatz” that nobody explains",
        "“Beginn;Frei”, or `columns: {start: Termin, remaining: Restplatz}` beside the file",
    ),
    "AU031": Explanation(
        "impossible-places",
        "more places left than there are, or fewer than none.",
        "the number is wrong, and customers would come for a place that nobody has.",
        "20 places left of 16",
        "the number corrected in the booking system",
    ),
    "AU032": Explanation(
        "duplicate-date",
        "two dates of one name that begin at the same time, for one service at one place.",
        "only one of the two numbers of places can be right.",
        "two lines “15.12.2026 18:00;Rückenfit”",
        "one of them, or two names",
    ),
    "AU033": Explanation(
        "broken-booking-data",
        "a file of a booking system that is not CSV, JSON or iCalendar from some line on.",
        "what stands behind that line is lost, and a date that is missing counts as none.",
        "a line with seven cells under a header of six",
        "cells that hold the separator in quotes; a file that was not cut off",
    ),
    "AU034": Explanation(
        "repeated-booking-data",
        "two files of different names that tell of one service at one place.",
        "they were true at different times, and nobody knows which of them holds.",
        "`kurse-november.csv` and `kurse-dezember.csv`, both for Kurse in Mitte",
        "one of them, or both in the folder `availability/kurse/`",
    ),
    "AU035": Explanation(
        "series-of-dates",
        "an event of a calendar that stands for many (`RRULE`, `RDATE`).",
        "places left are those of one date, so a series cannot say how many there are.",
        "`RRULE:FREQ=WEEKLY`",
        "one event for each date; most calendars offer it when they export",
    ),
    "AU036": Explanation(
        "undated-booking-data",
        "booking data that does not say when it was true.",
        "the time of a file changes with each copy, so nobody could tell fresh from old.",
        "`kurse.csv` without a column “Stand” and without `as_of` beside it",
        "`as_of: 2026-11-21T06:00` in `kurse.yml`",
    ),
    "AU037": Explanation(
        "repeated-name",
        "a name that stands twice in one list: a service, a place, a tag, an old address. "
        "A warning.",
        "most likely the second one was meant to be another, whose customers hear nothing now.",
        "`services: [sauna, sauna]`",
        "`services: [sauna, kurse]`, or `[sauna]`; `aushang check --fix` takes the second one out",
    ),
}

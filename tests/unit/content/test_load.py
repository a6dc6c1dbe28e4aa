"""A folder becomes a publication."""

import random
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from tests.content_folder import NOW, SITE, loaded, post, told, written

from aushang.content.assembly import assemble, with_bookings
from aushang.content.availability.bookings import grouped, read_bookings
from aushang.content.inventory import take
from aushang.content.load import completed, load, press_post
from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.reading import read_documents
from aushang.model import (
    ROOT,
    Address,
    AushangError,
    Effect,
    Hours,
    Ignored,
    Localised,
    Menu,
    Post,
    RelatedLink,
    SpecialHours,
    UpdateStatus,
)

ENGLISH = "---\ntitle: The sauna is closed\n---\n\nThe sauna is closed. [Classes](kurse.md)\n"


def only_post(root: Path) -> Post:
    """The one post of a folder without findings."""
    result = loaded(root)
    assert [told(finding) for finding in result.diagnostics] == []
    (found,) = result.publication.all_posts
    return found


def test_a_post_with_all_its_keys(tmp_path: Path) -> None:
    """Every key of the format arrives in the model."""
    lines = (
        "id: sauna-2026", "slug: sauna-zu", "summary: Bis Montag.", "updated: 2026-11-20T10:00",
        "services: [sauna]", "locations: [mitte]", "effect: restricted",
        "starts: 2026-11-21T06:00", "ends: 2026-11-23", "next_update: 2026-11-22T12:00",
        "contact: jana", "tags: [Wärme]", "pin: true", "redirects: [/alt/pfad.html]",
        "ignore: {AU101: Foto folgt}",
        "links: [https://example.org/, {Mehr: https://example.net/a?b#c}]",
        "updates:", "  - {at: 2026-11-20T11:00, text: Eins., status: monitoring}",
        "  - {at: 2026-11-20T12:00, text: Zwei.}",
    )  # fmt: skip
    found = only_post(written(tmp_path, {"posts/2026/sauna.md": post(*lines)}))
    text = found.text("de")
    assert (found.id, text.slug, text.summary) == ("sauna-2026", "sauna-zu", "Bis Montag.")
    assert text.redirects == ("/alt/pfad.html",)
    assert found.published.isoformat() == "2026-11-20T09:00:00+01:00"
    assert [str(at) for at in (found.updated, found.starts, found.ends, found.next_update)] == [
        "2026-11-20 10:00:00+01:00",
        "2026-11-21 06:00:00+01:00",
        "2026-11-23 00:00:00+01:00",
        "2026-11-22 12:00:00+01:00",
    ]
    assert (found.services, found.locations, found.contact) == (("sauna",), ("mitte",), "jana")
    assert (found.effect, found.tags, found.is_pinned) == (Effect.RESTRICTED, ("Wärme",), True)
    assert found.ignore == {"AU101": Ignored("Foto folgt")}
    assert found.links == (
        RelatedLink("https://example.org/", "https://example.org/", "https://example.org/"),
        RelatedLink("Mehr", "https://example.net/a?b#c", "https://example.net/a?b#c"),
    )
    assert [update.status for update in found.updates] == [None, UpdateStatus.MONITORING]
    assert [update.texts["de"].text for update in found.updates] == ["Zwei.", "Eins."]
    assert str(found.source.at("updates", 1, "at")) == "content/posts/2026/sauna.md:23:10"


def test_what_is_not_said_has_a_default(tmp_path: Path) -> None:
    """Id and address come from the file's name, effect from the type, summary from the text."""
    found = only_post(
        written(tmp_path, {"posts/sauna.md": post(body="## Worum\n\nDie *Sauna*.\n")})
    )
    assert (found.id, found.text("de").slug, found.effect) == ("sauna", "sauna", Effect.CLOSED)
    assert found.text("de").summary == "Die Sauna."
    assert (found.starts, found.ends, found.contact, found.services) == (None, None, "", ())


@pytest.mark.parametrize(
    ("kind", "effect"),
    [
        ("reopening", Effect.OPEN),
        ("closure", Effect.CLOSED),
        ("disruption", Effect.RESTRICTED),
        ("maintenance", Effect.RESTRICTED),
        ("availability", Effect.FULL),
        ("price", None),
        ("news", None),
    ],
)
def test_what_a_type_implies(tmp_path: Path, kind: str, effect: Effect | None) -> None:
    """A price and news say nothing about what customers can do."""
    assert only_post(written(tmp_path, {"posts/a.md": post(type=kind)})).effect is effect


def test_a_long_first_paragraph_is_cut_at_a_word(tmp_path: Path) -> None:
    """The summary has at most 200 characters, with the sign that says so."""
    found = only_post(written(tmp_path, {"posts/a.md": post(body="Die Sauna bleibt zu, " * 30)}))
    summary = found.text("de").summary
    assert summary.endswith(", Die Sauna…")
    assert 180 < len(summary) <= 200


def test_a_translation_joins_its_post(tmp_path: Path) -> None:
    """One post in two languages; a link leads to the reader's own language where there is one."""
    files = {
        "posts/sauna.md": post("slug: zu", body="[Kurse](kurse.md), [engl.](kurse.en.md)\n"),
        "posts/sauna.en.md": ENGLISH,
        "posts/kurse.md": post("updates: [{at: 2026-11-20T12:00, text: Neu.}]"),
        "posts/kurse.en.md": "---\ntitle: Classes\nslug: classes\nupdates:\n"
        "  - at: 2026-11-20T11:00Z\n    text: |\n      New.\n---\n\nText.\n",
    }
    result = loaded(written(tmp_path, files))
    assert result.diagnostics == ()
    kurse, sauna = result.publication.all_posts
    assert list(sauna.texts) == ["de", "en"]
    assert sauna.texts["en"].slug == "sauna"
    assert sauna.texts["en"].source.path == "content/posts/sauna.en.md"
    assert [link.address for link in sauna.texts["de"].body.links] == [
        ROOT + "meldungen/kurse/",
        ROOT + "en/posts/classes/",
    ]
    assert [link.address for link in sauna.texts["en"].body.links] == [ROOT + "en/posts/classes/"]
    assert {language: body.text for language, body in kurse.updates[0].texts.items()} == {
        "de": "Neu.",
        "en": "New.",
    }


def test_links_lead_to_everything_that_has_a_page(tmp_path: Path) -> None:
    """Files of services, places, pages and media, addresses of the site, and nothing outside."""
    body = (
        "[a](../services/sauna.yml) [b](../services/sauna.md#preise)"
        " [c](../locations/mitte.yml?x=1) [d](../pages/kontakt.md) [e](/kontakt/?a#b)"
        " [f](../media/Plan%20S%C3%BCd.pdf) [g](#oben)"
        " [h](https://example.org/) [i](../contacts/jana.yml) [j](../../secret.md)"
        " [k](../services/sauna.en.md) [l](/media/Plan%20Süd.pdf) [m](entwurf.md) [n](./sauna.md)"
    )
    files = {
        "posts/sauna.md": post(body=body),
        "posts/entwurf.md": post("draft: true"),
        "services/sauna.yml": "name: Sauna\n",
        "locations/mitte.yml": "name: Mitte\n",
        "contacts/jana.yml": 'name: Jana\nphone: "030 23125000"\n',
        "pages/kontakt.md": "---\ntitle: Kontakt\n---\n\nText.\n",
        "media/Plan Süd.pdf": b"%PDF",
        "../secret.md": "geheim",
    }
    found = loaded(written(tmp_path, files)).publication.all_posts[0]
    addresses = [link.address for link in found.text("de").body.links]
    assert addresses == [
        ROOT + "angebote/sauna/",
        ROOT + "angebote/sauna/#preise",
        ROOT + "standorte/mitte/?x=1",
        ROOT + "kontakt/",
        ROOT + "kontakt/?a#b",
        ROOT + "media/plan-sued.pdf",
        "#oben",
        "https://example.org/",
        "../contacts/jana.yml",
        f"{ROOT}secret.md",
        ROOT + "en/services/sauna/",
        ROOT + "media/plan-sued.pdf",
        "entwurf.md",
        ROOT + "meldungen/sauna/",
    ]


def test_related_links_take_the_title_of_what_they_lead_to(tmp_path: Path) -> None:
    """Whoever writes a bare file name sees that post's title."""
    files = {
        "posts/a.md": post("links: [b.md, {Mehr: ../pages/kontakt.md}, fehlt.md]"),
        "posts/b.md": post(title="Die Kurse"),
        "pages/kontakt.md": "---\ntitle: Kontakt\n---\n\nText.\n",
    }
    found = loaded(written(tmp_path, files)).publication.all_posts[0]
    assert found.links == (
        RelatedLink("Die Kurse", "b.md", ROOT + "meldungen/b/"),
        RelatedLink("Mehr", "../pages/kontakt.md", ROOT + "kontakt/"),
        RelatedLink("fehlt.md", "fehlt.md", "fehlt.md"),
    )


def test_a_fault_within_an_update_has_its_place(tmp_path: Path) -> None:
    """The Markdown of an update begins inside YAML; its findings still name line and column."""
    lines = ("updates:", "  - at: 2026-11-20T12:00", "    text: |", "      Eins.", "",
             "      <script>x</script>")  # fmt: skip
    (finding,) = loaded(written(tmp_path, {"posts/a.md": post(*lines)})).diagnostics
    assert (finding.code, str(finding.location)) == ("AU110", "content/posts/a.md:10:7")


def test_a_place_with_all_its_keys(tmp_path: Path) -> None:
    """The week stands in its order, special days in theirs; texts come from beside it."""
    text = """
name: {en: Centre, de: Mitte}
summary: Unser erstes Haus
address: {street: Torstraße 12, postcode: "10119", city: Berlin}
phone: "+49 30 23125000"
email: mitte@kraftraum.example
services: [sauna]
contact: jana
hours:
  sat,sun: ["13:00-21:00", "08:00-12:00"]
  fri: "18:00-24:00"
special_hours:
  - {date: 2026-12-31, hours: "08:00-14:00", reason: Silvester}
  - {date: 2026-12-24, closed: true, reason: {de: Heiligabend, en: Christmas Eve}}
redirects: [/mitte/]
"""
    files = {
        "locations/mitte.yml": text,
        "locations/mitte.md": "Am *Rosenthaler* Platz.\n",
        "locations/mitte.en.md": "At the square.\n",
    }
    result = loaded(written(tmp_path, files))
    assert result.diagnostics == ()
    place = result.publication.locations["mitte"]
    assert (place.name.to("de"), place.summary.to("en")) == ("Mitte", "Unser erstes Haus")
    assert place.address == Address("Torstraße 12", "10119", "Berlin", "DE")
    assert place.hours == (
        Hours(4, time(18), time(0)),
        *(
            Hours(day, opens, closes)
            for day in (5, 6)
            for opens, closes in ((time(8), time(12)), (time(13), time(21)))
        ),
    )
    assert place.special_hours == (
        SpecialHours(
            day=date(2026, 12, 24),
            intervals=(),
            reason=Localised({"de": "Heiligabend", "en": "Christmas Eve"}),
            entry=1,
        ),
        SpecialHours(
            day=date(2026, 12, 31),
            intervals=((time(8), time(14)),),
            reason=Localised({"de": "Silvester"}),
            entry=0,
        ),
    )
    assert {language: body.text for language, body in place.about.items()} == {
        "de": "Am Rosenthaler Platz.",
        "en": "At the square.",
    }
    assert place.redirects == {"de": ("/mitte/",)}


def test_places_stand_by_order_and_then_by_name(tmp_path: Path) -> None:
    """Umlauts sort with their vowels; what has no order comes last."""
    names = {"z": "name: Zirkel\norder: 1\n", "u": "name: Übungen\n", "w": "name: Wärme\n"}
    files = {f"services/{name}.yml": text for name, text in names.items()}
    assert list(loaded(written(tmp_path, files)).publication.services) == ["z", "u", "w"]


def test_pages_have_menu_order_and_slug(tmp_path: Path) -> None:
    """A page's address is its path, unless it says another."""
    files = {
        "pages/ueber/team.md": "---\ntitle: Team\nmenu: main\norder: 3\n---\n\nWir.\n",
        "pages/ueber/team.en.md": "---\ntitle: Team\nslug: about/us\n---\n\nUs.\n",
        "pages/entwurf.md": "---\ntitle: Noch nicht\ndraft: true\n---\n",
    }
    result = loaded(written(tmp_path, files))
    assert result.diagnostics == ()
    (page,) = result.publication.pages
    assert (page.id, page.menu, page.order) == ("ueber/team", Menu.MAIN, 3)
    assert [text.slug for text in page.texts.values()] == ["ueber/team", "about/us"]
    assert page.text("de").summary == "Wir."


def test_drafts_are_not_published_and_may_be_unfinished(tmp_path: Path) -> None:
    """A draft, or the draft of a translation, is in nothing, and its faults hold nothing back."""
    files = {
        "posts/a.md": post(),
        "posts/a.en.md": "---\ntitle: Not yet\ndraft: true\n---\n",
        "posts/b.md": "---\ndraft: true\n---\n",
    }
    result = loaded(written(tmp_path, files))
    assert [list(one.texts) for one in result.publication.all_posts] == [["de"]]
    assert not any(finding.is_error for finding in result.diagnostics)


def test_a_broken_translation_leaves_the_post(tmp_path: Path) -> None:
    """What is right is loaded, what is wrong is named and listed as unread."""
    files = {"posts/a.md": post(), "posts/a.en.md": "---\ntitel: x\n---\n"}
    result = loaded(written(tmp_path, files))
    assert [list(one.texts) for one in result.publication.all_posts] == [["de"]]
    assert result.publication.unread == {"content/posts/a.en.md"}


def test_no_posts_at_all(tmp_path: Path) -> None:
    """A publication may be empty."""
    assert loaded(written(tmp_path, {})).publication.all_posts == ()


def test_no_folder_at_all(tmp_path: Path) -> None:
    """That is wrong use, not wrong content."""
    with pytest.raises(AushangError) as caught:
        loaded(tmp_path)
    assert (
        caught.value.message
        == f"{tmp_path / 'content'} is not a folder, so there is nothing to publish"
    )
    assert caught.value.hint == (
        "name the folder with the posts, or make a publication with: aushang init FOLDER"
    )


def test_hostile_titles_stay_texts(tmp_path: Path) -> None:
    """A title is data; whoever shows it escapes it."""
    title = "</title><script>alert(1)</script> & ]]> שלום 🎉"
    assert (
        only_post(written(tmp_path, {"posts/a.md": post(title=f"'{title}'")})).text("de").title
        == title
    )


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """Read in any order, the sample publication is the same, to the last finding."""
    content = Path(__file__).parents[3] / "content"
    expected = load(content, root=content.parent, site=SITE, now=NOW, markdown=GfmRenderer())
    assert len(expected.publication.all_posts) >= 30
    inventory = take(content, content.parent, SITE)
    own = {entry.place for files in grouped(inventory.texts) for entry in files}
    for seed in range(3):
        entries = list(inventory.texts)
        random.Random(seed).shuffle(entries)
        markdown = GfmRenderer()
        drafted = assemble(
            replace(inventory, entries=inventory.entries),
            read_documents([one for one in entries if one.place not in own], SITE),
            site=SITE,
            now=NOW,
            markdown=markdown,
        )
        bookings = [read_bookings(files, SITE) for files in grouped(entries)]
        drafted = with_bookings(drafted, bookings)
        pressed = [press_post(drafted, one, markdown) for one in drafted.drafts]
        assert completed(drafted, pressed) == expected

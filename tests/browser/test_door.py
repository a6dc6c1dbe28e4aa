"""The notice for the door as Chromium prints it: one sheet, what matters, a code that is read."""

import io
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser
from pypdf import PdfReader
from tests.browser.test_shell import browser, loaded_axe, watched
from tests.factories import (
    berlin,
    make_body,
    make_contact,
    make_post,
    make_publication,
    make_text,
    make_update,
)
from tests.served import served

from aushang.content.load import load
from aushang.content.markdown.gfm import GfmRenderer
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.shell import MaterialShell
from aushang.model import Localised, Post, PostText, Publication
from aushang.model.addresses import absolute, encoded, of_post
from aushang.outputs import pages

__all__ = ["browser"]  # the fixture

CHECKOUT = Path(__file__).parents[2]
A4 = {"width": 794, "height": 1123}  # CSS pixels, 96 to the inch
WORD = "Wellnessbereichswiedereröffnungsfeierlichkeitenvorbereitung"
HOSTILE = (
    make_post("a-lang", f"{WORD}: {'sehr lange Überschrift ' * 12}".strip()),
    make_post("b-wort", "x" * 400),
    make_post("c-zeichen", "</p><script>alert(1)</script> & “Zitat” <b>" * 3),
    make_post(
        "d-text",
        texts={
            "de": make_text(
                title="Ein Text ohne Ende",
                slug="d-text-" + "und-noch-ein-wort-" * 10 + "ende",
                summary="Ohne Punkt und Komma " * 60,
                body=make_body("\n\n".join(["Ein Absatz. " * 40] * 40)),
            )
        },
        updates=(make_update(text="Neues! " * 400),),
        services=tuple("sauna" for _ in range(60)),
    ),
)


def written(publication: Publication, theme: MaterialShell, folder: Path) -> None:
    """The publication's pages and what they load."""
    made = ((artifact.path, artifact.data) for artifact in pages.render(publication, theme))
    media = ((each.site_path, each.file.read_bytes()) for each in publication.media)
    for name, data in [*made, *media, *theme.assets()]:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


@pytest.fixture(scope="module")
def publications() -> dict[str, Publication]:
    """The sample as of one evening, and posts that nobody should write."""
    configuration = load_configuration(CHECKOUT / "mkdocs.yml")
    sample = load(
        configuration.content,
        root=configuration.root,
        site=configuration.site,
        now=berlin("2026-11-21T21:00"),
        markdown=GfmRenderer(),
    ).publication
    person = make_contact(name="Maximiliane " * 12, role=Localised({"de": "Leitung " * 30}))
    return {"sample": sample, "hostile": make_publication(HOSTILE, contacts={person.id: person})}


@pytest.fixture(scope="module")
def root(
    publications: dict[str, Publication], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where both are served on this machine, each in a folder of its name."""
    folder = tmp_path_factory.mktemp("doors")
    theme = MaterialShell(load_configuration(CHECKOUT / "mkdocs.yml"))
    for name, publication in publications.items():
        written(publication, theme, folder / name)
    with served(folder) as address:
        yield address


def shown(publication: Publication) -> Iterator[tuple[Post, PostText]]:
    """What holds or is to come, in each of its languages."""
    for post in (*publication.current, *publication.upcoming):
        for text in post.texts.values():
            yield post, text


def squeezed(text: str) -> str:
    """Without blanks and ligatures: a printer breaks lines and joins letters as it likes."""
    return "".join(normalize("NFKC", text).split())


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_every_notice_is_one_sheet(
    browser: Browser, root: str, publications: dict[str, Publication], name: str
) -> None:
    """A4, one page, with the title, the person and the address; the code leads to the post."""
    publication = publications[name]
    page, troubles = watched(browser, viewport=A4)
    seen = 0
    for post, text in shown(publication):
        path = of_post(publication.site, post, text.language)
        page.goto(f"{root}{name}/{encoded(path)}")
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) == 1, path
        assert [round(float(side)) for side in sheets[0].mediabox[2:]] == [595, 842]
        told = squeezed(sheets[0].extract_text())
        contact = publication.contact_of(post)
        assert squeezed(text.title)[:60] in told, path
        assert contact
        assert squeezed(contact.name)[:40] in told, path
        assert squeezed(contact.phone) in told, path
        address = absolute(publication.site, path)
        assert squeezed(address.removeprefix("https://"))[:60].rstrip("/") in told, path
        page.emulate_media(media="print")
        picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
        page.emulate_media(media="null")
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [address]
        seen += 1
    page.context.close()
    assert seen >= len(HOSTILE)
    assert troubles == []


def test_a_sheet_has_nothing_half(
    browser: Browser, root: str, publications: dict[str, Publication]
) -> None:
    """No part leaves the sheet or covers another, and what is shown of the text is whole."""
    page, _ = watched(browser, viewport=A4)
    page.emulate_media(media="print")
    for name, publication in publications.items():
        for post, text in shown(publication):
            page.goto(f"{root}{name}/{encoded(of_post(publication.site, post, text.language))}")
            sheet, foot, code = (
                page.locator(f".au-door__{part}").bounding_box()
                for part in ("sheet", "foot", "code")
            )
            assert sheet
            assert foot
            assert code
            assert foot["y"] + foot["height"] <= sheet["height"] - 40, post.id
            assert code["x"] + code["width"] <= sheet["width"] - 40, post.id
            cut = page.eval_on_selector_all(
                ".au-door__text > p",
                """all => { const box = document.querySelector(".au-door__text")
                  .getBoundingClientRect();
                return all.map(one => one.getBoundingClientRect())
                  .filter(one => one.left < box.right && one.bottom > box.bottom + 1).length }""",
            )
            assert cut == 0, post.id
    page.context.close()


def test_a_link_shows_it_and_nothing_needs_a_script(
    browser: Browser, root: str, publications: dict[str, Publication]
) -> None:
    """Unseen at first; the link shows the sheet as a picture, as wide as a telephone."""
    publication = publications["sample"]
    post = publication.current[0]
    path = of_post(publication.site, post, "de")
    for width in (390, 1280):
        page, troubles = watched(
            browser, viewport={"width": width, "height": 900}, java_script_enabled=True
        )
        page.goto(f"{root}sample/{path}")
        assert not page.locator(".au-door").is_visible()
        page.get_by_role("link", name="Als Aushang für die Tür drucken").click()
        box = page.locator(".au-door__sheet").bounding_box()
        assert box
        assert box["width"] <= width
        assert round(box["height"] / box["width"], 2) == 1.41
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        page.context.close()
        assert troubles == []
    page, _ = watched(browser)
    page.goto(f"{root}sample/{path}#au-door")
    assert loaded_axe(page)() == []
    page.context.close()


def test_what_is_over_prints_as_a_page(
    browser: Browser, root: str, publications: dict[str, Publication]
) -> None:
    """Nobody hangs up what is over: its page prints as it stands, and has no code."""
    publication = publications["sample"]
    over = next(post for post in publication.posts if publication.phases[post.id] == "over")
    page, _ = watched(browser)
    page.goto(f"{root}sample/{of_post(publication.site, over, 'de')}")
    assert page.locator(".au-door").count() == 0
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    page.context.close()

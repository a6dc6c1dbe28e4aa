"""What was published and is gone: the words, and what may go."""

from dataclasses import replace

from tests.factories import make_bilingual_post, make_post, make_publication, make_site

from aushang.checks.runner import check_artifacts
from aushang.checks.written import WrittenFile, WrittenSite
from aushang.checks.written.facts import NOTHING
from aushang.model import Diagnostic, Kind, Publication

PAGE = WrittenFile(Kind.PAGE, "text/html", ("content/posts/neu.md",))


def found(
    publication: Publication, before: set[str], files: dict[str, WrittenFile] | None = None
) -> list[str]:
    """Each finding as place, code, message and hint."""
    there = files or {}
    facts = dict.fromkeys(there, NOTHING)
    written = WrittenSite.of(there, facts, publication.site, before=before)
    return [told(one) for one in check_artifacts(publication, written)]


def told(one: Diagnostic) -> str:
    """One line."""
    return f"{one.location} {one.code} {one.severity} {one.message} | {one.hint}"


def test_a_page_that_is_gone() -> None:
    """It is told once for all its languages and its file of the API, with what to write."""
    before = {
        "meldungen/sauna/index.html",
        "en/posts/sauna/index.html",
        "api/v1/posts/sauna.json",
    }
    assert found(make_publication(), before) == [
        (
            "mkdocs.yml AU501 error “/en/posts/sauna/” was published and is gone,"
            " and so is 1 more address | bring it back, lead it on with `redirects` of a page or of"
            " the configuration, or name it below `gone` with the reason:"
            " /en/posts/sauna/, /meldungen/sauna/"
        )
    ]


def test_a_page_that_moved() -> None:
    """A new page with nearly the same address is surely the old one: the line is given."""
    before, now = {"meldungen/sauna-ofen/index.html"}, {"meldungen/sauna-offen/index.html": PAGE}
    assert found(make_publication(), before, now) == [
        (
            "content/posts/neu.md AU501 error “/meldungen/sauna-ofen/” was published and is gone"
            " | if it is /meldungen/sauna-offen/ now, write `redirects: [/meldungen/sauna-ofen/]`"
            " into the file"
        )
    ]


def test_an_id_that_is_gone() -> None:
    """The page is there and the id is another one: the post with a similar id is named."""
    publication = make_publication([make_post("sauna-offen")])
    assert found(publication, {"api/v1/posts/sauna-ofen.json"}) == [
        (
            "content/posts/sauna-offen.md AU502 error id “sauna-ofen” was published, and no post"
            " has it any more | if it is the post “sauna-offen” now, write `id: sauna-ofen` into"
            " its file"
        )
    ]
    assert found(make_publication(()), {"api/v1/posts/kurse.json"}) == [
        (
            "mkdocs.yml AU502 error id “kurse” was published, and no post has it any more | write"
            " `id: kurse` into the file that has the post now, or name /api/v1/posts/kurse.json"
            " below `gone` with the reason"
        )
    ]


def test_a_badge_that_is_gone() -> None:
    """It stands on other websites: it is told with the page of its place, by whose name it goes."""
    before = {
        "standorte/ost/index.html",
        "badges/ost.svg",
        "en/badges/ost.svg",
        "embed/aushang.js",
    }
    assert found(make_publication(), before) == [
        (
            "mkdocs.yml AU501 error “/badges/ost.svg” was published and is gone, and so are 2 more"
            " addresses | bring it back, lead it on with `redirects` of a page or of the"
            " configuration, or name it below `gone` with the reason: /badges/ost.svg,"
            " /en/badges/ost.svg, /standorte/ost/"
        ),
        (
            "mkdocs.yml AU501 error “/embed/aushang.js” was published and is gone"
            " | bring it back, lead it on with `redirects` of a page or of the configuration,"
            " or name it below `gone` with the reason: /embed/aushang.js"
        ),
    ]


def test_a_file_that_is_gone() -> None:
    """A picture or download is a warning."""
    assert found(make_publication(), {"media/plan.pdf"}) == [
        (
            "mkdocs.yml AU503 warning file “/media/plan.pdf” was published and is gone"
            " | bring it back, or name it below `gone` with the reason"
        )
    ]


def test_what_is_declared_gone_may_go() -> None:
    """An address, or a pattern of addresses, with a reason."""
    gone = {"/meldungen/sauna/": "never there", "/api/v1/posts/*": "ids of a test", "/media/*": "x"}
    publication = make_publication(site=make_site(gone=gone))
    before = {"meldungen/sauna/index.html", "api/v1/posts/sauna.json", "media/plan.pdf"}
    assert found(publication, before) == []
    assert len(found(publication, {*before, "meldungen/kurse/index.html"})) == 1


def test_what_nobody_was_promised_may_go() -> None:
    """Numbered pages and archives, assets, the search, site maps and schemas."""
    before = {
        "feeds/posts/0003.json",
        "en/feeds/services/sauna/posts/0001.rss",
        "feeds/types/news/posts/0012.atom",
        "meldungen/seite/3/index.html",
        "en/page/3/index.html",
        "assets/site.0123.css",
        "pagefind/de/1/index.js",
        "sitemaps/posts-3.xml",
        "api/v1/posts/pages/0002.json",
        "api/v1/schema/post.json",
    }
    assert found(make_publication(), before) == []


def test_a_first_publish_has_nothing_to_lose() -> None:
    """Without a published folder nothing can vanish."""
    site = make_site()
    post = make_bilingual_post()
    publication = replace(make_publication([post]), site=site)
    assert found(publication, set()) == []


def test_calendars_stay_but_a_post_may_stop_to_say_when_it_holds() -> None:
    """Many ask for a calendar every hour; of a post's own file each has a copy."""
    before = {"feeds/locations/ost/calendar.ics", "meldungen/a/a.ics", "en/posts/a/a.ics"}
    assert [line.split(" | ")[0] for line in found(make_publication(), before)] == [
        "mkdocs.yml AU501 error “/feeds/locations/ost/calendar.ics” was published and is gone"
    ]

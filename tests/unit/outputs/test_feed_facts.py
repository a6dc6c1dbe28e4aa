"""The list of facts at the head of an entry."""

from tests.factories import (
    make_contact,
    make_post,
    make_publication,
    make_service,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import Localised, UpdateStatus
from aushang.outputs.edition import Edition
from aushang.outputs.facts import facts_html, surroundings_html

SITE = "https://aktuell.kraftraum.example"


def facts(post, language="en", **fields):
    """The list for a post of the usual publication."""
    return facts_html(Edition(make_publication([], **fields), language, WORDS[language]), post)


def test_all_that_is_known_stands_in_the_list():
    """Period, effect, services, places, next word and the person, with links."""
    post = make_post(
        starts="2026-11-23T06:00", ends="2026-12-20T22:00", next_update="2026-11-27T12:00"
    )
    assert facts(post) == (
        "<ul>"
        "<li><strong>period:</strong> 2026-11-23 06:00 – 2026-12-20 22:00</li>"
        "<li><strong>effect:</strong> restricted</li>"
        "<li><strong>next_update:</strong> 2026-11-27 12:00</li>"
        f'<li><strong>services:</strong> <a href="{SITE}/en/services/sauna/">Sauna</a></li>'
        f'<li><strong>locations:</strong> <a href="{SITE}/en/locations/mitte/">Mitte</a></li>'
        "<li><strong>contact:</strong> Jana Weiß, Studio manager Mitte,"
        ' <a href="tel:+49305550111">+49 30 5550111</a>,'
        ' <a href="mailto:jana.weiss@kraftraum.example">jana.weiss@kraftraum.example</a>,'
        " answers within one working day</li>"
        "</ul>"
    )


def test_nothing_to_say_is_no_list():
    """A post about everything, without effect, period or person, has no empty list."""
    post = make_post(services=(), locations=(), effect=None)
    assert not facts(post, contacts={})


def test_an_open_end_is_said_as_such():
    """Only `ends` or only `starts` is a period too; publication is its start then."""
    assert "period:</strong> 2026-11-23 06:00 – ?" in facts(make_post(starts="2026-11-23T06:00"))
    assert "2026-11-20 09:00 – 2026-12-20 22:00" in facts(make_post(ends="2026-12-20T22:00"))


def test_a_promise_that_was_kept_is_not_repeated():
    """Once a later word was said, the time promised for it is gone, whatever the clock shows."""
    post = make_post(next_update="2026-11-21T09:00", updates=(make_update("2026-11-21T10:00"),))
    assert "next_update" not in facts(post)


def test_names_are_escaped_once():
    """A name with markup comes out as text, in the list and in its link."""
    services = {"sauna": make_service(english="<b>Tom & Jerry</b>")}
    contact = make_contact(name='"><script>', phone="", email="", role=Localised({}))
    html = facts(make_post(), services=services, contacts={"jana-weiss": contact})
    assert ">&lt;b&gt;Tom &amp; Jerry&lt;/b&gt;</a>" in html
    assert '<strong>contact:</strong> "&gt;&lt;script&gt;, answers within' in html


def test_several_services_are_parted_by_commas():
    """A list reads as a list."""
    html = facts(make_post(services=("sauna", "kurse")))
    assert ">Sauna</a>, <a href=" in html
    assert ">Back classes &amp; more</a></li>" in html


def test_what_is_solved_is_not_called_closed_any_more():
    """After the word “resolved” the effect is gone from the list; the place stays."""
    solved = make_update("2026-11-21T10:00", status=UpdateStatus.RESOLVED)
    html = facts(make_post(updates=(solved,)))
    assert "effect" not in html
    assert "locations" in html


def test_an_update_says_what_it_is_about_and_whom_to_ask():
    """Period, effect and the next word belong to the post; services, places and person stay."""
    edition = Edition(make_publication([]), "en", WORDS["en"])
    post = make_post(starts="2026-11-23T06:00", next_update="2026-11-27T12:00")
    html = surroundings_html(edition, post)
    assert [part.partition(":")[0] for part in html.split("<strong>")[1:]] == [
        "services",
        "locations",
        "contact",
    ]

"""What is wrong with an address by itself depends on where it stands and what it is for."""

import pytest
from tests.factories import make_site

from aushang.checks.written.facts import Form, Reference
from aushang.checks.written.problems import Problem
from aushang.checks.written.resolution import Resolver
from aushang.checks.written.spelling import is_mail, is_phone, problem_of

RESOLVER = Resolver(make_site(url="https://a.example/news/"))
HERE = RESOLVER.base_of("", "")
AWAY = RESOLVER.base_of("", "https://b.example/")


@pytest.mark.parametrize(
    ("url", "element", "expected"),
    [
        ("x/", "a", None),
        ("#x", "a", None),
        ("", "a", Problem.EMPTY),
        ("", "form", None),
        ("mailto:x", "a", Problem.NO_ADDRESSEE),
        ("SMS:abc", "a", Problem.NO_ADDRESSEE),
        ("geo:1,2", "a", None),
        ("javascript:x", "a", None),
        ("data:,x", "img", None),
        ("https:x/", "img", None),
        ("http:x/", "img", Problem.FOREIGN),
        ("https://a.example/x", "img", None),
        ("https://A.example:443/x", "img", None),
        ("https://a.example:444/x", "img", Problem.FOREIGN),
        ("wss://b.example/x", "script", Problem.FOREIGN),
        ("//b.example/x", "img", Problem.FOREIGN),
        ("\\\\b.example/x", "img", Problem.FOREIGN),
        ("//a.example/x", "img", Problem.NO_SCHEME),
        ("//b.example/x", "a", Problem.NO_SCHEME),
        ("// b/", "a", Problem.NO_URL),
        ("https://", "img", Problem.NO_URL),
        ("http://a.example/x", "img", Problem.MIXED),
        ("http://a.example/x", "a", Problem.INSECURE),
        ("http://b.example/x", "a", Problem.INSECURE),
        ("http://b.example/x", "img", Problem.FOREIGN),
        ("http://x.localhost/", "a", None),
        ("http://x7f.onion", "a", None),
        ("http://x7f.onion:80/a", "a", None),
        ("http://x7f.onion.b.example/", "a", Problem.INSECURE),
        ("\thttps://b.exa\nmple/x ", "img", Problem.FOREIGN),
    ],
)
def test_on_a_page(url: str, element: str, expected: Problem | None) -> None:
    """Links may lead away, what is fetched may not."""
    assert problem_of(Reference(url, element), Form.HTML, HERE, RESOLVER) is expected


def test_on_a_page_whose_base_is_elsewhere() -> None:
    """Then every relative picture is fetched from there."""
    assert problem_of(Reference("x", "img"), Form.HTML, AWAY, RESOLVER) is Problem.FOREIGN
    assert problem_of(Reference("x", "a"), Form.HTML, AWAY, RESOLVER) is None


def test_in_a_feed() -> None:
    """Nothing is fetched and nothing is empty, but what is malformed is so everywhere."""
    for url, expected in (
        ("https://b.example/x", None),
        ("", None),
        ("mailto:x", Problem.NO_ADDRESSEE),
        ("http://b.example/x", Problem.INSECURE),
    ):
        assert problem_of(Reference(url, "img"), Form.XML, HERE, RESOLVER) is expected


@pytest.mark.parametrize("text", ["a@b", "a.b+c@d.example", '"a b"@c.example', "a@[192.0.2.1]"])
def test_mail_addresses(text: str) -> None:
    """What people have (RFC 6068)."""
    assert is_mail(text)


@pytest.mark.parametrize("text", ["", "a", "a@", "@b", "a b@c", "a@b@c", "a@b c", "a@.b", "<a@b>"])
def test_no_mail_addresses(text: str) -> None:
    """One `@`, something on both sides, no spaces."""
    assert not is_mail(text)


@pytest.mark.parametrize("text", ["112", "+49-30-555", "+49(30)555.1", "*100#", "%23", "1;ext=2"])
def test_numbers(text: str) -> None:
    """Digits and what may part them (RFC 3966)."""
    assert is_phone(text)


@pytest.mark.parametrize("text", ["", "+", "a", "1 2", "+49a", "٣", "1/2", ";ext=2", "--"])
def test_no_numbers(text: str) -> None:
    """A telephone dials digits."""
    assert not is_phone(text)

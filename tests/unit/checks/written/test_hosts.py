"""Hosts and ports are judged as the WHATWG URL standard does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.written.hosts import is_reachable


@pytest.mark.parametrize(
    "rest",
    [
        "//a.example",
        "//A.Example:8443/b?c#d",
        "/a.example",
        "a.example/b",
        "//müller.example",
        "//xn--mller-kva.example",
        "//a%2Eexample/",
        "//a:b@c.example/",
        "//a@b@c.example/",
        "//a_b.example/",
        "//a.example./",
        "//a.example:/",
        "//192.0.2.1/",
        "//0300.0.2.1/",
        "//0x7f.1/",
        "//3221225985/",
        "//[2001:db8::1]:80/",
        "//{a}.example/",
        "\\\\a.example",
    ],
)
def test_hosts_that_can_be_asked(rest: str) -> None:
    """Names, numbers in all their spellings, and IPv6 in brackets."""
    assert is_reachable(rest)


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "//",
        "///",
        "//?a",
        "//:80/",
        "//a@/",
        "//a b.example/",
        "//a%20b.example/",
        "//a|b.example/",
        "//<a>.example/",
        "//a%.example/",
        "//%ff.example/",
        "//a.example:port/",
        "//a.example:65536/",
        "//a.example:99999999999999999999/",
        "//a.example:٣/",
        "//[::1/",
        "//[::1%25eth0]/",
        "//[1.2.3.4]/",
        "//256.1.1.1/",
        "//1.2.3.4.5/",
        "//a.09/",
        "//1.2.3.99999/",
    ],
)
def test_hosts_that_cannot_be(rest: str) -> None:
    """A browser shows an error at once, without asking anybody."""
    assert not is_reachable(rest)


@given(st.text(alphabet="a.:@[]%0129x/\\ ü|"))
def test_any_host(rest: str) -> None:
    """Whatever stands there, there is an answer."""
    assert is_reachable(rest) in {True, False}

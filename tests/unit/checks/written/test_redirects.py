"""Pages that lead on by themselves: where one ends, and who turns in a circle."""

from collections.abc import Mapping

from tests.factories import make_site

from aushang.checks.written.broken import judged
from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.problems import Problem
from aushang.checks.written.redirects import Redirects
from aushang.checks.written.resolution import Resolver

RESOLVER = Resolver(make_site(url="https://a.example/"))


def site(leads: Mapping[str, str], **links: str) -> dict[str, Facts]:
    """Redirect pages by their folder, and pages that link."""
    made = {
        f"{folder}/index.html": Facts(form=Form.HTML, references=(Reference(url, "refresh"),))
        for folder, url in leads.items()
    }
    return made | {
        f"{folder}/index.html": Facts(form=Form.HTML, references=(Reference(url, "a"),) * bool(url))
        for folder, url in links.items()
    }


def leads_on(facts: Mapping[str, Facts]) -> Redirects:
    """The redirects of such a site."""
    return Redirects(facts, RESOLVER, lambda file: _is_redirect(facts[file]))


def _is_redirect(facts: Facts) -> bool:
    return any(one.element == "refresh" for one in facts.references)


def problems(facts: Mapping[str, Facts]) -> dict[str, Problem]:
    """What is wrong, by file."""
    verdict = judged(facts, RESOLVER, facts, lambda file: _is_redirect(facts[file]))
    return {broken.file[: -len("/index.html")]: broken.problem for broken in verdict.broken}


def test_the_end_of_a_way() -> None:
    """The last page that is there; none where there is no end."""
    redirects = leads_on(site({"a": "/b/", "b": "../c/", "x": "/y/", "y": "/x/", "z": "/x/"}, c=""))
    assert redirects.end_of("a/index.html") == "c/index.html"
    assert redirects.end_of("c/index.html") == "c/index.html"
    assert redirects.end_of("x/index.html") == ""
    assert redirects.end_of("z/index.html") == ""


def test_what_is_told_of_each() -> None:
    """Circles, chains, and links to either; a redirect that leaves the site is none of ours."""
    facts = site(
        {"a": "/b/", "b": "/c/", "x": "/y/", "y": "/x/", "o": "https://b.example/", "p": "/o/"},
        c="/a/",
        d="/b/",
        e="/o/",
    )
    assert problems(facts) == {
        "a": Problem.CHAIN,
        "x": Problem.LOOP,
        "y": Problem.LOOP,
        "c": Problem.MOVED,
        "d": Problem.MOVED,
    }

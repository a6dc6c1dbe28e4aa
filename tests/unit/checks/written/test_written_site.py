"""What is known of a written site."""

import gc
from weakref import ref

from tests.factories import make_publication, make_site

from aushang.checks.runner import check_artifacts
from aushang.checks.written import Facts, WrittenFile, WrittenSite
from aushang.checks.written.facts import Form, Reference
from aushang.checks.written.index import index_of
from aushang.model import Kind


class Held(dict[str, Facts]):
    """Facts that can be watched."""


def test_facts_go_with_the_site() -> None:
    """Nothing holds them in a circle: those of ten thousand posts would stay for the switch."""
    page = Facts(form=Form.HTML, references=(Reference("nix/", "a"),))
    facts = Held({"index.html": page, "a/index.html": page})
    watched = ref(facts)
    files = {path: WrittenFile(Kind.PAGE, "text/html", (path,)) for path in facts}
    gc.disable()
    try:
        written = WrittenSite.of(files, facts, make_site())
        found = check_artifacts(make_publication(), written)
        index = index_of(written)
        assert watched() is facts
        del written, facts
        assert watched() is None
    finally:
        gc.enable()
    assert {one.code for one in found} == {"AU201", "AU220"}
    assert index.suspects == {"index.html", "a/index.html"}

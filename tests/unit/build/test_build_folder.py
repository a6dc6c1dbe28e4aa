"""The content folder as the last build read it comes out of the state as it went in."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.factories import NOW, make_site

from aushang.build import folder
from aushang.build.inputs import next_moment
from aushang.build.live import Last
from aushang.build.made import Made
from aushang.build.project import Project
from aushang.content.assembly import Drafted
from aushang.content.glance import glance
from aushang.content.load import draft, press_post
from aushang.content.markdown.gfm import GfmRenderer

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample publication."""
    output = tmp_path_factory.mktemp("out") / "site"
    return Project(root=CONTENT.parent, content=CONTENT, output=output, site=make_site())


@pytest.fixture(scope="module")
def drafted(project: Project) -> Drafted:
    """Its first pass."""
    return draft(
        project.content, root=project.root, site=project.site, now=NOW, markdown=GfmRenderer()
    )


@pytest.fixture(scope="module")
def units(drafted: Drafted) -> list[Made]:
    """Its posts as units, in no order, and one that is of no post."""
    made = [
        Made(
            name=f"post:{one.post.id}",
            reads=(),
            files=(),
            sources=tuple((entry.path, "") for entry in one.files),
            pressed=press_post(drafted, one, GfmRenderer()),
        )
        for one in drafted.drafts
    ]
    return [*reversed(made), Made(name="assets", reads=(), files=())]


@pytest.fixture(scope="module")
def last(drafted: Drafted) -> Last:
    """What the build of it leaves."""
    return Last(drafted, glance(CONTENT) or {}, next_moment(drafted.drafts, NOW))


def test_what_was_packed_comes_back(last: Last, units: list[Made], project: Project) -> None:
    """All that stands in the folder, with the posts as they were made instead of drafts."""
    found = folder.unpacked(folder.packed(last), units, project)
    assert found is not None
    then, now = last.drafted, found.drafted
    assert (found.seen, found.until) == (last.seen, last.until)
    assert now.inventory == then.inventory
    assert (now.targets.files, now.targets.media) == (then.targets.files, then.targets.media)
    assert (now.shown, now.asked, now.diagnostics) == (then.shown, then.asked, then.diagnostics)
    pressed = {one.pressed.post.id: one.pressed.post for one in units if one.pressed}
    posts = tuple(pressed[one.post.id] for one in then.drafts)
    assert now.publication == replace(then.publication, all_posts=posts)
    assert [(one.inside, one.files) for one in now.drafts] == [
        (one.inside, one.files) for one in then.drafts
    ]
    assert all(one.is_kept for one in now.drafts)


def test_the_settings_are_those_of_now(last: Last, units: list[Made], project: Project) -> None:
    """What became of links to other sites, and the site itself, stand in no file of the folder."""
    other = replace(project, dead_outside={"https://a.example/": "it says 404"})
    found = folder.unpacked(folder.packed(last), units, other)
    assert found is not None
    assert found.drafted.publication.dead_outside == other.dead_outside
    assert found.drafted.publication.site is other.site


def test_time_goes_on(last: Last, units: list[Made], project: Project) -> None:
    """The times at which it holds are those that were packed, to the microsecond."""
    odd = replace(last, until=NOW + timedelta(microseconds=1))
    found = folder.unpacked(folder.packed(odd), units, project)
    assert found is not None
    assert (found.drafted.publication.now, found.until) == (NOW, odd.until)


@pytest.mark.parametrize("data", [b"", b"\x80", b"no folder"])
def test_anything_else_is_none(data: bytes, units: list[Made], project: Project) -> None:
    """No folder was kept, or what was kept is none: the folder is read."""
    assert folder.unpacked(data, units, project) is None


def test_a_post_whose_file_is_unknown(last: Last, units: list[Made], project: Project) -> None:
    """Units and folder that do not go together are believed neither."""
    strange = replace(units[0], sources=(("content/posts/nobody.md", ""),))
    assert folder.unpacked(folder.packed(last), [strange], project) is None

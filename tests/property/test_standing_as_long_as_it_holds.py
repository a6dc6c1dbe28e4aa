"""Whatever the clock says: where a build would answer at once, a full build comes to the same."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.factories import BERLIN
from tests.integration.sites import PLACE, after, aushang, tree, write, write_site

from aushang.cli.early import unchanged_build

AT = datetime.fromisoformat("2026-11-21T20:00:20+01:00")
POST = """\
---
id: {id}
type: {type}
title: Meldung {id}
published: {published}
{more}services: [sauna]
locations: [mitte]
contact: jana-weiss
---

Es geht um die Sauna.
"""

BOOKED = f"""\
service: sauna
location: mitte
as_of: {(AT - timedelta(minutes=5)).isoformat()}
good_for: 30d
"""

nearby = st.integers(-70, 100).map(lambda seconds: AT + timedelta(seconds=seconds))
keys = st.sampled_from(["starts", "ends", "next_update", "updated"])
kinds = st.sampled_from(["news", "closure", "maintenance", "price"])
posts = st.tuples(kinds, nearby, st.dictionaries(keys, nearby, max_size=3))


def publication(root: Path, several: list[tuple[str, datetime, dict[str, datetime]]]) -> Path:
    """The small publication with some posts more; it closes at 20:01, and dates begin before."""
    write_site(root)
    write(root / "content/locations/mitte.yml", f"{PLACE}hours: {{mon-sun: '06:00-20:01'}}\n")
    dates = "".join(f"{(AT + timedelta(seconds=at)).isoformat()};{at % 2}\n" for at in (15, 30, 50))
    write(root / "content/availability/sauna.csv", f"Beginn;Frei\n{dates}")
    write(root / "content/availability/sauna.yml", BOOKED)
    for number, (kind, published, times) in enumerate(several):
        more = "".join(f"{key}: {at.isoformat()}\n" for key, at in times.items())
        if kind == "price":
            day = times.get("starts", published).astimezone(BERLIN).date()
            more += f"prices: [{{for: Karte, old: 15, new: 17, per: visit, from: {day}}}]\n"
        text = POST.format(id=f"p{number}", type=kind, published=published.isoformat(), more=more)
        write(root / f"content/posts/p{number}.md", text)
    return root


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(posts, max_size=3), st.lists(nearby, min_size=1, max_size=4))
@example([("news", AT + timedelta(seconds=5), {})], [AT + timedelta(seconds=5)])
@example([("closure", AT - timedelta(seconds=5), {"ends": AT + timedelta(seconds=9)})], [AT])
def test_an_answer_at_once_is_that_of_a_full_build(
    several: list[tuple[str, datetime, dict[str, datetime]]], clocks: list[datetime]
) -> None:
    """The same bytes, findings and counts, and the site that is there has them already."""
    with TemporaryDirectory() as folder:
        root = publication(Path(folder, "news"), several)
        if aushang(root, "build", "--quiet", now=AT.isoformat()).returncode:
            return  # what is refused says nothing of another time
        assert unchanged_build(root / "mkdocs.yml", AT.isoformat(), output=None, is_strict=False)
        for clock in clocks:
            now = clock.isoformat()
            found = unchanged_build(root / "mkdocs.yml", now, output=None, is_strict=False)
            if found is None:
                continue
            known = aushang(root, "build", "--quiet", now=now)
            full = Path(folder, "full")
            shutil.rmtree(full, ignore_errors=True)
            shutil.copytree(root / "content", full / "content")
            shutil.copy(root / "mkdocs.yml", full)
            whole = aushang(full, "build", "--quiet", *after(root / "site"), now=now)
            assert (known.returncode, known.stdout) == (whole.returncode, whole.stdout)
            assert tree(root / "site") == tree(full / "site")


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(posts, min_size=1, max_size=3), st.lists(nearby, min_size=1, max_size=4))
def test_moments_within_one_minute_are_told_apart(
    several: list[tuple[str, datetime, dict[str, datetime]]], clocks: list[datetime]
) -> None:
    """A build after another one comes to what a full build comes to, whatever second it is."""
    with TemporaryDirectory() as folder:
        root = publication(Path(folder, "news"), several)
        for clock in clocks:
            now = clock.isoformat()
            known = aushang(root, "build", "--quiet", now=now)
            full = publication(Path(folder, f"full-{clock:%H%M%S}"), several)
            whole = aushang(full, "build", "--quiet", *after(root / "site"), now=now)
            assert (known.returncode, known.stdout) == (whole.returncode, whole.stdout)
            if not known.returncode:
                assert tree(root / "site") == tree(full / "site")
            shutil.rmtree(full)

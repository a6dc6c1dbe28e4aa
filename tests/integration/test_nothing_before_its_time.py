"""What is to be said later shows nowhere before: no address, no number, no picture.

So it is with a post, and with an update of a post that everybody sees.
"""

from pathlib import Path

from tests.integration.sites import aushang, tree, write, write_site

SCHEDULED = """\
---
type: closure
title: Geheimnis
published: 2026-11-21T20:05
starts: 2026-11-22T08:00
ends: 2026-11-23T08:00
services: [sauna]
locations: [mitte]
contact: jana-weiss
tags: [umbau]
redirects: [/alt/geheimnis/]
---

Davon weiß noch niemand.

![Der Grundriss](geheimnis.svg)
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Plan</title></svg>\n'


def test_a_scheduled_post_changes_no_byte_before_its_time(tmp_path: Path) -> None:
    """Then it is there with its picture, also where all else is kept from the build before."""
    site = write_site(tmp_path / "news")
    assert aushang(site, "build", "--quiet").returncode == 0
    before = tree(site / "site")
    write(site / "content/posts/geheimnis.md", SCHEDULED)
    write(site / "content/posts/geheimnis.svg", PICTURE)
    run = aushang(site, "build", "--quiet")
    assert (run.returncode, run.stdout) == (0, "")
    assert tree(site / "site") == before
    run = aushang(site, "build", "--quiet", now="2026-11-21T20:05:00+01:00")
    assert (run.returncode, run.stdout) == (0, "")
    added = tree(site / "site").keys() - before.keys()
    assert {
        "api/v1/posts/geheimnis.json",
        "media/posts/geheimnis.svg",
        "meldungen/geheimnis/index.html",
    } <= added


def test_the_picture_of_an_update_is_there_with_it(tmp_path: Path) -> None:
    """Also where the post is kept from the build before and nobody touched a file."""
    site = write_site(tmp_path / "news")
    text = SCHEDULED.replace("2026-11-21T20:05", "2026-11-21T08:00")
    later = "updates:\n- at: 2026-11-21T20:05\n  text: '![Der Grundriss](geheimnis.svg)'\ncontact:"
    text = text.replace("![Der Grundriss](geheimnis.svg)\n", "").replace("contact:", later)
    write(site / "content/posts/geheimnis.md", text)
    write(site / "content/posts/geheimnis.svg", PICTURE)
    assert aushang(site, "build", "--quiet").returncode == 0
    before = tree(site / "site")
    assert not [path for path in before if path.endswith("geheimnis.svg")]
    assert aushang(site, "build", "--quiet").returncode == 0
    assert tree(site / "site") == before
    run = aushang(site, "build", "--quiet", now="2026-11-21T20:05:00+01:00")
    assert (run.returncode, run.stdout) == (0, "")
    assert (site / "site/media/posts/geheimnis.svg").read_text(encoding="utf-8") == PICTURE

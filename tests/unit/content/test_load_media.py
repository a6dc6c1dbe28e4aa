"""Which pictures and other files are published, where and from when on."""

import struct
import zlib
from pathlib import Path

from tests.content_folder import loaded, post, written
from tests.factories import berlin

from aushang.model import ROOT


def png(width: int, height: int) -> bytes:
    """The first bytes of a PNG picture of that size (PNG, 11.2.1)."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    check = struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(header) - 4) + header + check


def test_pictures_have_an_address_and_a_size(tmp_path: Path) -> None:
    """Pictures beside a post are published where it shows them; those of media/ always."""
    files = {
        "posts/2026/sauna.md": post(
            body="![Ofen](Öfen/Der%20Ofen.PNG)\n\n![Plan](../../media/a.svg)"
        ),
        "posts/2026/Öfen/Der Ofen.PNG": png(640, 480),
        "posts/2026/ungezeigt.png": png(1, 1),
        "media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
        "media/broken.jpg": "kein Bild",
    }
    result = loaded(written(tmp_path, files))
    assert result.diagnostics == ()
    assert [(file.site_path, file.source) for file in result.publication.media] == [
        ("media/a.svg", "content/media/a.svg"),
        ("media/broken.jpg", "content/media/broken.jpg"),
        ("media/posts/2026/oefen/der-ofen.png", "content/posts/2026/Öfen/Der Ofen.PNG"),
    ]
    html = result.publication.all_posts[0].text("de").body.html
    assert f'src="{ROOT}media/posts/2026/oefen/der-ofen.png"' in html
    assert 'width="640" height="480"' in html
    assert 'width="30" height="20"' in html


def test_a_picture_is_published_with_its_post(tmp_path: Path) -> None:
    """Not before: its name and what it shows would tell what is to be said later."""
    files = {
        "posts/jetzt.md": post(body="![Ofen](ofen.png)"),
        "posts/morgen.md": post(body="![Umbau](umbau.png)", published="2026-11-22T09:00"),
        "posts/ofen.png": png(3, 4),
        "posts/umbau.png": png(3, 4),
    }
    media = loaded(written(tmp_path, files)).publication.media
    assert [file.site_path for file in media] == ["media/posts/ofen.png"]


def test_a_picture_is_published_with_the_update_that_shows_it(tmp_path: Path) -> None:
    """Unless the post shows it already; then updates change nothing."""
    files = {
        "posts/a.md": post(
            body="![Ofen](ofen.png)",
            updates="\n- {at: 2026-11-21T08:00, text: '![Tür](tuer.png)'}"
            "\n- {at: 2026-11-22T08:00, text: '![Umbau](umbau.png) ![Ofen](ofen.png)'}"
            "\n- {at: 2026-11-23T08:00, text: '![Tür](tuer.png) ![Umbau](umbau.png)'}",
        ),
        **{f"posts/{name}.png": png(3, 4) for name in ("ofen", "tuer", "umbau")},
    }
    folder = written(tmp_path, files)
    shown = ["media/posts/ofen.png", "media/posts/tuer.png"]
    assert [one.site_path for one in loaded(folder).publication.media] == shown
    later = loaded(folder, berlin("2026-11-22T08:00")).publication
    assert [one.site_path for one in later.media] == [*shown, "media/posts/umbau.png"]


def test_files_that_had_an_address_keep_it(tmp_path: Path) -> None:
    """What lies in static/ is published under its own name, whatever characters that has."""
    files = {
        "posts/a.md": post(body="[Plan](../static/alt/Mein%20Plan.pdf) ![x](/alt/x.png)"),
        "static/alt/Mein Plan.pdf": b"%PDF",
        "static/alt/x.png": png(3, 4),
    }
    result = loaded(written(tmp_path, files))
    assert result.diagnostics == ()
    assert [file.site_path for file in result.publication.media] == [
        "alt/Mein Plan.pdf",
        "alt/x.png",
    ]
    assert [link.address for link in result.publication.all_posts[0].text("de").body.links] == [
        ROOT + "alt/Mein%20Plan.pdf",
        ROOT + "alt/x.png",
    ]
    assert 'width="3" height="4"' in result.publication.all_posts[0].text("de").body.html

"""The content folder is read without ever leaving it."""

import os
from pathlib import Path

from tests.content_folder import loaded, post, told, written


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """Neither files nor folders, wherever the link stands."""
    root = written(tmp_path, {"posts/a.md": post(), "media/a.txt": "a"})
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "b.md").write_text(post())
    content = root / "content"
    (content / "posts" / "b.md").symlink_to(tmp_path / "geheim" / "b.md")
    (content / "posts" / "innen").symlink_to(content / "media")
    (content / "pages").symlink_to(tmp_path / "geheim")
    (content / "media" / "passwd").symlink_to("/etc/passwd")
    result = loaded(root)
    assert [post.id for post in result.publication.all_posts] == ["a"]
    assert [file.site_path for file in result.publication.media] == ["media/a.txt"]
    out = "this is a link that leads out of the content folder; it is not followed"
    help_ = "\n    help: put the file itself here"
    assert [told(finding) for finding in result.diagnostics] == [
        f"content/media/passwd: error AU014 {out}{help_}",
        f"content/pages: error AU014 {out}{help_}",
        f"content/posts/b.md: error AU014 {out}{help_}",
        (
            "content/posts/innen: error AU014 this is a link that leads to a folder; "
            f"it is not followed{help_}"
        ),
    ]


def test_a_link_within_the_folder_is_a_file(tmp_path: Path) -> None:
    """Two names for one picture are fine."""
    root = written(tmp_path, {"media/a.txt": "a"})
    (root / "content" / "media" / "b.txt").symlink_to("a.txt")
    result = loaded(root)
    assert result.diagnostics == ()
    assert [file.site_path for file in result.publication.media] == ["media/a.txt", "media/b.txt"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Links to nothing, circles and pipes neither stop nor hang the program."""
    root = written(tmp_path, {"posts/a.md": post()})
    posts = root / "content" / "posts"
    (posts / "fort.md").symlink_to(posts / "nirgends.md")
    (posts / "kreis.md").symlink_to(posts / "kreis.md")
    os.mkfifo(posts / "rohr.md")
    result = loaded(root)
    assert [post.id for post in result.publication.all_posts] == ["a"]
    nowhere = "the file cannot be read: it is a link that leads to no file"
    remedy = "\n    help: correct its permissions, or delete it"
    assert [told(finding) for finding in result.diagnostics] == [
        f"content/posts/fort.md: error AU013 {nowhere}{remedy}",
        f"content/posts/kreis.md: error AU013 {nowhere}{remedy}",
        f"content/posts/rohr.md: error AU013 the file cannot be read: it is not a file{remedy}",
    ]


def test_a_file_of_five_megabytes_is_not_read(tmp_path: Path) -> None:
    """Its size is enough to refuse it."""
    root = written(tmp_path, {"posts/a.md": post(), "posts/gross.md": post(body="x" * 5_000_000)})
    result = loaded(root)
    assert [post.id for post in result.publication.all_posts] == ["a"]
    assert [told(finding) for finding in result.diagnostics] == [
        (
            "content/posts/gross.md: error AU012 the file has 5.0 MB; a text has at most 1 MB"
            "\n    help: move pictures and downloads to media/ and link to them"
        )
    ]


def test_a_huge_drawing_is_not_read(tmp_path: Path) -> None:
    """An SVG file is looked into before it is published, so its size has an end."""
    root = written(tmp_path, {"media/plan.svg": b" " * 20_000_001})
    assert [told(finding) for finding in loaded(root).diagnostics] == [
        (
            "content/media/plan.svg: error AU012 the file has 20.0 MB; a drawing has at most 20 MB"
            "\n    help: export it as PNG or WebP"
        )
    ]


def test_litter_is_ignored(tmp_path: Path) -> None:
    """What editors and systems leave behind is no content and no fault."""
    litter = [".DS_Store", "posts/a.md~", "posts/.#a.md", "posts/#a.md#", "posts/.a.md.swp",
              "posts/.git/config", "media/Thumbs.db", "a.swp"]  # fmt: skip
    result = loaded(written(tmp_path, dict.fromkeys(litter, "x")))
    assert (result.diagnostics, result.publication.media) == ((), ())


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    """Some old archives hold such names; the finding can be printed."""
    root = written(tmp_path, {"posts/a.md": post()})
    (root / "content" / "posts" / os.fsdecode(b"\xfcber.md")).write_text(post())
    (finding,) = loaded(root).diagnostics
    assert told(finding) == (
        "content/posts/\N{REPLACEMENT CHARACTER}ber.md: error AU016 the file's name is not UTF-8"
        "\n    help: rename it"
    )


def test_decomposed_names_are_found(tmp_path: Path) -> None:
    """A Mac stores “ü” as two characters; a link with one of them still leads there."""
    files = {
        "posts/a.md": post(body="![Plan](../media/Su\N{COMBINING DIAERESIS}d.png)"),
        "media/S\N{LATIN SMALL LETTER U WITH DIAERESIS}d.png": b"x",
    }
    found = loaded(written(tmp_path, files)).publication.all_posts[0]
    assert found.text("de").body.links[0].address.endswith("media/sued.png")

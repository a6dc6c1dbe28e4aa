"""A small blog of Material's make, and edits to it: settings of folders and authors reach far."""

from pathlib import Path

from tests.blog_folder import post
from tests.content_folder import written
from tests.publication_edits import (
    Desk,
    Edit,
    appended,
    clock,
    deleted,
    line,
    option,
    replaced,
    touch,
)

CONFIGURATION = """\
site_name: Kraftraum
site_url: https://kraftraum.example/
docs_dir: content
site_dir: site
theme: aushang
plugins:
  - aushang:
      tag: kraftraum.example,2026
      search: false
      languages: [de]
      dialect: material
      contact: {name: Jana Weiß, email: jana.weiss@kraftraum.example}
      gone: {/*: hier geht es um anderes}
markdown_extensions:
  - admonition
  - attr_list
"""

FILES = {
    "blog/index.md": "# Neues\n",
    "blog/.authors.yml": "authors:\n  tom:\n    name: Tom Berg\n    description: Trainer\n"
    "    avatar: https://kraftraum.example/tom.png\n",
    "blog/posts/.meta.yml": "authors: [tom]\n",
    "blog/posts/sauna.md": post(
        "categories: [Sauna]", body="# Sauna offen\n\nAb Montag, siehe [Haus](../../haus.md).\n"
    ),
    "blog/posts/zeiten.md": post(
        "date: 2026-11-19", "categories: [sauna, Kurse]", body="# Zeiten\n\nWie [hier](sauna.md).\n"
    ),
    "blog/posts/alt/.meta.yml": "categories: [Kurse]\n",
    "blog/posts/alt/plan.md": post(
        "date: 2026-10-01", body='# Plan\n\n!!! tip "Warm"\n    Ja.\n\n<!-- more -->\n\nMehr.\n'
    ),
    "blog/posts/bald.md": post("date: 2026-11-25", body="# Bald\n\nKommt.\n"),
    "haus.md": "# Das Haus\n\nEs steht in [Berlin](blog/posts/zeiten.md).\n",
}

POSTS = "blog/posts/**/*.md"


def settings_of_folder(desk: Desk, number: int) -> None:
    """What holds for all posts of a folder, or for none any more."""
    inside = ("blog/posts/.meta.yml", "blog/posts/alt/.meta.yml")[number % 2]
    texts = ("authors: [tom]\n", "categories: [Yoga]\n", "draft: true\n", "tags: [alt]\n")
    if number % 5 == 0:
        (desk.root / "content" / inside).unlink(missing_ok=True)
    else:
        desk.write(inside, texts[number // 2 % 4])


def authors(desk: Desk, number: int) -> None:
    """The person behind posts has another name, or says more."""
    name = ("Tom Berg", "Eva Moll")[number % 2]
    role = ("Trainer", "Trainerin", "Leitung")[number // 2 % 3]
    text = f"authors:\n  tom:\n    name: {name}\n    description: {role}\n    avatar: /t.png\n"
    desk.write("blog/.authors.yml", text)


def add_post(desk: Desk, number: int) -> None:
    """A post comes, before or after the others by its name."""
    name = ("a", "mitte", "z")[number % 3]
    category = ("SAUNA", "kurse", "Yoga")[number // 3 % 3]
    day = 10 + number % 9
    text = post(
        f"date: 2026-11-{day}", f"categories: [{category}]", body=f"# Neu {number}\n\nJa.\n"
    )
    desk.write(f"blog/posts/{name}.md", text)


EDITS: tuple[Edit, ...] = (
    touch,
    settings_of_folder,
    settings_of_folder,
    authors,
    add_post,
    add_post,
    appended(POSTS, "\nMehr {}.\n", "\n## Teil {}\n\nText.\n"),
    appended("*.md", "\nMehr {}.\n", "\n[Plan](blog/posts/alt/plan.md)\n"),
    replaced(POSTS, "(?m)^# .*$", "# Anders", "# Ganz anders"),
    line("categories", "[SAUNA]", "[Kurse]", "[Yoga, sauna]", "", pattern=POSTS),
    line("authors", "[tom]", "", pattern=POSTS),
    line("date", "2026-11-18", "2026-11-26", pattern=POSTS),
    deleted(POSTS),
    clock(days=3),
    clock(hours=7),
    option("- admonition", "- admonition\n  - footnotes"),
    option("  - footnotes\n", ""),
)


def write_blog(root: Path) -> Path:
    """All of it below `root`, which is returned."""
    written(root, FILES)
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return root

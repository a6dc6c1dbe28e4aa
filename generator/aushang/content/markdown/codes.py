"""AU110 to AU116: what the Markdown of a text can be found guilty of, explained for staff.

These findings arise while a text is rendered, so they have no check of their own to stand in.
"""

from collections.abc import Mapping

from aushang.content.codes import Explanation

CODES: Mapping[str, Explanation] = {
    "AU110": Explanation(
        "unsafe-html",
        "scripts, frames, forms, styles, event handlers, and what is on no list.",
        "such HTML can harm readers or break the page, and feeds and apps drop it anyway.",
        '`<iframe src="https://video.example/1"></iframe>`',
        "`[The film about the new pool](https://video.example/1)`",
    ),
    "AU111": Explanation(
        "unsafe-link",
        "addresses that begin with anything but http:, https:, mailto: and tel:.",
        "`javascript:` and `data:` run code on the reader's device.",
        "`[Book](javascript:book())`",
        "`[Book](https://booking.example/)`",
    ),
    "AU112": Explanation(
        "foreign-media",
        "pictures and other media whose address is not a file of the publication.",
        "each reader's address would be told to a stranger, and the picture can vanish.",
        "`![The pool](https://pictures.example/pool.jpg)`",
        "`![The pool](../media/pool.jpg)`",
    ),
    "AU113": Explanation(
        "excessive-text",
        "a line of over 100 levels, a table of over 100,000 cells, or signs by the ten thousand.",
        "one such text would hold up the whole site; no reader could use it either.",
        "a table of 2,000 columns and 2,000 rows",
        "a file in media/ with a link to it, and the few rows that matter",
    ),
    "AU114": Explanation(
        "foreign-script",
        "code blocks of the kind `mermaid`, in the dialect `material`.",
        "pages run no scripts of others, so readers would see the diagram's source.",
        "a block that begins with ```` ```mermaid ````",
        "`![The way to the new entrance](../media/way.svg)`",
    ),
    "AU115": Explanation(
        "snippet",
        "`--8<--` lines, where mkdocs.yml lists `pymdownx.snippets`.",
        "the file could lie anywhere, and a change of it would not renew the post.",
        '`--8<-- "notes.md"`',
        "the words themselves, or a link to the page that holds them",
    ),
    "AU116": Explanation(
        "broken-extension",
        "any error that an extension from mkdocs.yml raises, with its words.",
        "the text cannot be shown; all others are published as they should be.",
        "an extension that looks for a file that is not there",
        "the same text without the construct, or mkdocs.yml without the extension",
    ),
}

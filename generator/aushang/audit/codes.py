"""What the findings of reading a built site mean, in the same parts as those of writing one."""

from collections.abc import Mapping

from aushang.content.codes import Explanation

CODES: Mapping[str, Explanation] = {
    "AU610": Explanation(
        "unreadable-in-site",
        "a file or folder of a built site that cannot be read, or that is neither.",
        "a server cannot read it either, and nobody knows what it would have shown.",
        "a page that only its author may read",
        "a page that everybody may read",
    ),
    "AU611": Explanation(
        "wrong-encoding",
        "a page whose bytes are not UTF-8. It is read in the encoding that it names, else in "
        "Windows-1252, as browsers do.",
        "HTML allows nothing but UTF-8 any more, and a wrong guess shows “Ã¼” for “ü”.",
        "a page saved as ISO 8859-1",
        "the same page saved as UTF-8",
    ),
    "AU612": Explanation(
        "link-out-of-the-site",
        "a symbolic link that leads out of the folder, to nothing, or back into a folder above "
        "itself. It is not followed.",
        "a copy of the folder would lack what the link leads to, or never end.",
        "`media` is a symbolic link to a folder elsewhere on this machine",
        "the files themselves in `media`",
    ),
    "AU613": Explanation(
        "too-much-to-judge",
        "a file of more than 16 MB, or a page whose elements stand in each other more than 20,000 "
        "deep. It is not read, and what it refers to is not judged.",
        "no phone shows such a page, and a reader of feeds refuses it.",
        "one page with all posts of twenty years",
        "pages of some posts each",
    ),
}

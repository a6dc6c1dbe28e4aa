"""What the findings of writing the site mean, in the same parts as those of reading."""

from collections.abc import Mapping

from aushang.content.codes import Explanation

# Errors; those about the log are warnings, since nothing is lost but what apps have to read again.
CODES: Mapping[str, Explanation] = {
    "AU601": Explanation(
        "contested-path",
        "two files of the site that want the same path, or whose paths exclude each other: they "
        "differ only in case, or one is a folder of the other's name. It cannot be ignored.",
        "one of them would take the other's place without a word.",
        "`redirects: [/kontakt/]` in a post, beside the page `kontakt.md`",
        "an old address that no page has now",
    ),
    "AU602": Explanation(
        "impossible-path",
        "a path that leads out of the site, or that no file can have: too long, with a control "
        "character, with an empty part. It cannot be ignored.",
        "it would be written to a place where nothing of the site belongs, or nowhere.",
        "a slug of 300 letters",
        "`slug: sauna-wieder-offen`",
    ),
}

ABOUT_THE_LOG: Mapping[str, Explanation] = {
    "AU603": Explanation(
        "broken-change-log",
        "a log of changes in the published folder (`api/v1/changes/`) that does not hold together, "
        "or is another publication's. It is told once, when a new log begins, and cannot be "
        "ignored.",
        "apps that follow the log have to read everything again.",
        "a folder that was copied in part",
        "`published:` and the address of the site that customers have",
    ),
    "AU604": Explanation(
        "unreachable-site",
        "a site named by `published` that does not answer, or whose log of changes does not hold "
        "together. It cannot be ignored.",
        "if somebody else has published there, apps that follow its log have to start over.",
        "a host that does not answer within 20 seconds",
        "a build while the host can be reached",
    ),
}

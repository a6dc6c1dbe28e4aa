"""AU040 and AU041: what an import could not take along, explained like the findings of loading."""

from collections.abc import Mapping

from aushang.content.codes import Explanation

CODES: Mapping[str, Explanation] = {
    "AU040": Explanation(
        "not-carried-over",
        "something in an imported publication that has no counterpart here, such as a shortcode or "
        "a field of the front matter.",
        "nothing is dropped in silence; whoever knows the old site decides what takes its place.",
        "`{{< youtube 123 >}}`",
        "a sentence on the film and a link to it",
    ),
    "AU041": Explanation(
        "unreadable-original",
        "a file of the publication to be imported that cannot be read, and was left out.",
        "its news would be missing from the new site, and nobody would notice.",
        "front matter that is not YAML or TOML, or a file saved as Latin-1",
        "the file mended and the import repeated",
    ),
}

"""What the finding about a link that may be dead means; the one that is sure is a check."""

from collections.abc import Mapping

from aushang.content.codes import Explanation

CODES: Mapping[str, Explanation] = {
    "AU232": Explanation(
        "doubtful-outside-link",
        "a page of another site that was not there when `aushang check --external` asked for it. "
        "It is dead if it is still not there a day later.",
        "servers are repaired; who removes a link after the first 404 removes good ones too.",
        "a link to a page that says 404 today",
        "the same link tomorrow, if the page is there again",
    ),
}

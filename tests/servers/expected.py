"""What each file of a site must be served with, written down once more, from the promise alone.

The program has its own table; that the two agree, on whatever host, is what the tests find out.
"""

import re
from dataclasses import dataclass

ASKED_AGAIN = "public, max-age=0, must-revalidate"
A_MINUTE = "public, max-age=60, stale-while-revalidate=30"
FIVE_MINUTES = "public, max-age=300"
A_DAY = "public, max-age=86400"
FOR_EVER = "public, max-age=31536000, immutable"

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """Cache-Control, whether scripts of other websites may read it, and Content-Type."""

    cache: str
    is_open: bool
    media_type: str

    @property
    def headers(self) -> dict[str, str | None]:
        """All that must be there, and None for what must not."""
        return {
            **ALWAYS,
            "Cache-Control": self.cache,
            "Access-Control-Allow-Origin": "*" if self.is_open else None,
            "Content-Type": self.media_type,
        }


FULL_PAGE = r"api/v1/changes/full/\d{4}-\w+\.json"

TABLE = (
    (r"api/v1/status\.json", Expected(A_MINUTE, True, "application/json")),
    (r"statuspage/api/v2/.+\.json", Expected(A_MINUTE, True, "application/json")),
    (r"(en/)?badges/.+\.svg", Expected(A_MINUTE, True, "image/svg+xml")),
    (FULL_PAGE, Expected(FOR_EVER, True, "application/json")),
    (r"api/v1/schema/.+\.json", Expected(ASKED_AGAIN, True, "application/schema+json")),
    (r"(en/)?feeds/.+\.json", Expected(FIVE_MINUTES, True, "application/feed+json")),
    (r".+\.rss", Expected(FIVE_MINUTES, True, "application/rss+xml; charset=utf-8")),
    (r".+\.atom", Expected(FIVE_MINUTES, True, "application/atom+xml; charset=utf-8")),
    (r".+\.ics", Expected(FIVE_MINUTES, True, "text/calendar; charset=utf-8")),
    (r"embed/aushang\.js", Expected(FIVE_MINUTES, True, "text/javascript; charset=utf-8")),
    (r"pagefind/.+\.pf_\w+", Expected(FOR_EVER, False, "application/octet-stream")),
    (r".+\.pagefind", Expected(ASKED_AGAIN, False, "application/octet-stream")),
    (r".+\.json", Expected(ASKED_AGAIN, True, "application/json")),
    (r"assets/.+\.css", Expected(A_DAY, False, "text/css; charset=utf-8")),
    (r"assets/.+\.js", Expected(A_DAY, False, "text/javascript; charset=utf-8")),
    (r"assets/.+\.svg", Expected(A_DAY, False, "image/svg+xml")),
    (r"pagefind/.+\.js", Expected(ASKED_AGAIN, False, "text/javascript; charset=utf-8")),
    (r"media/.+\.svg", Expected(ASKED_AGAIN, False, "image/svg+xml")),
    (r"media/.+\.png", Expected(ASKED_AGAIN, False, "image/png")),
    (r"media/.+\.pdf", Expected(ASKED_AGAIN, False, "application/pdf")),
    (r"404\.html", Expected(ASKED_AGAIN, True, "text/html; charset=utf-8")),
    (r"(.+\.html|.*/|)", Expected(ASKED_AGAIN, False, "text/html; charset=utf-8")),
    (r".+\.xml", Expected(ASKED_AGAIN, False, "application/xml; charset=utf-8")),
    (r"robots\.txt", Expected(ASKED_AGAIN, False, "text/plain; charset=utf-8")),
)


def expected(path: str) -> Expected:
    """For a site path; a file of no known kind is an error, so that somebody decides."""
    return dict(TABLE)[row_of(path)]


def row_of(path: str) -> str:
    """The pattern that holds for a site path."""
    return next(pattern for pattern, _ in TABLE if re.fullmatch(pattern, path))


def is_text(media_type: str) -> bool:
    """Whether it is worth compressing."""
    return media_type.startswith("text/") or media_type.partition(";")[0].endswith(("json", "xml"))

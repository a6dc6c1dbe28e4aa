"""What holds for the whole site, as the configuration says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from aushang.model.diagnostic import Severity
from aushang.model.ignored import Ignored
from aushang.model.localised import Localised
from aushang.model.source import Source

COUNTRIES = ("DE",)
"""Whose law the checks of duties know (ISO 3166-1 alpha-2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Name, address and languages. `url` is absolute and ends with a slash.

    `languages` are BCP 47 tags, the one that posts are written in first; it has no prefix in
    addresses. `contact` is the id of the person for posts that name none. `ignore` maps a finding's
    code to the reasons to let it pass; `severities` a check's code to how grave it is here, None
    for not at all. Both stand in `source`. `redirects` maps old addresses to addresses here
    (`/service/` → `/angebote/`) where no post or page of its own could name them, and `gone` old
    addresses (`/kurs-*`) that may go without one to the reason. `tag` is the
    authority of permanent ids, a host and a year in which it was ours (RFC 4151); it stays when the
    site moves to another host. `has_search` says whether readers can search it. `booking_good_for`
    is how long booking data holds that does not say so itself. `law` is one of `COUNTRIES`, whose
    duties are looked for, or empty. `statuspage` is the folder above `api/v2/` with the files for
    programs that read Statuspage, empty for the root and None for no such files.
    """

    name: Localised
    url: str
    tag: str
    description: Localised = field(default_factory=lambda: Localised({}))
    languages: tuple[str, ...] = ("de", "en")
    time_zone: str = "Europe/Berlin"
    contact: str = ""
    ignore: Mapping[str, tuple[Ignored, ...]] = field(default_factory=dict)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    source: Source = field(default_factory=lambda: Source("mkdocs.yml"))
    redirects: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    has_search: bool = False
    booking_good_for: timedelta = timedelta(hours=24)
    law: str = ""
    statuspage: str | None = "statuspage"

    @property
    def language(self) -> str:
        """The language that posts are written in."""
        return self.languages[0]

    @property
    def zone(self) -> ZoneInfo:
        """The zone of times that are written without one."""
        return ZoneInfo(self.time_zone)

    @property
    def ours_since(self) -> datetime:
        """Since when permanent ids are ours: the date of `tag`, which may lack month and day.

        What no content dates is as old as that (RFC 4151 §2.1).
        """
        year, month, day = (*self.tag.rpartition(",")[2].split("-"), "1", "1")[:3]
        return datetime(int(year), int(month), int(day), tzinfo=self.zone)

    @property
    def base_path(self) -> str:
        """The path under which the site is served: `/`, or `/news/` for `https://a.example/news/`."""
        path = urlsplit(self.url).path
        return path if path.endswith("/") else path + "/"

    @property
    def host(self) -> str:
        """The host name, as permanent ids carry it."""
        return urlsplit(self.url).hostname or ""

"""Aushang's own options: what may stand under `plugins: - aushang:` in mkdocs.yml.

The model's docstrings are the reference of the options. Everything wrong is collected as
`Problem`s, whose `keys` lead to the place in the file.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Literal, Self
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StrictBool,
    Tag,
    ValidationError,
    field_validator,
    model_validator,
)

from aushang.content.schema.bookings import Term
from aushang.content.schema.forms import MANY, ONE, one_or_many
from aushang.mkdocs.exceptions import wrong_checks, wrong_ignore
from aushang.mkdocs.option_problems import Problem, Wrong, problems_in
from aushang.mkdocs.person import TEXTS, Person
from aushang.mkdocs.statuspage import Base, problem_of
from aushang.model.addresses import of_redirect
from aushang.model.similar import did_you_mean
from aushang.model.site import COUNTRIES
from aushang.model.statuspage import DEFAULT

Dialect = Literal["gfm", "material"]

_TAG = re.compile(r"[a-z0-9.-]+(?:@[a-z0-9.-]+)?,\d{4}(?:-\d\d(?:-\d\d)?)?")


class Options(BaseModel):
    """The options, each with its default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tag: str
    """Authority of permanent ids in feeds (RFC 4151): a host and a year in which it was yours,
    such as `kraftraum.example,2026`. It stays as it is even when the site moves to another host."""

    languages: tuple[str, ...] = Field(default=("de", "en"), min_length=1)
    """BCP 47 tags, the one that posts are written in first; it has no prefix in addresses."""

    time_zone: str = "Europe/Berlin"
    """The zone of times that are written without one, as the IANA database names it."""

    contact: Annotated[
        Annotated[str, Tag(ONE)] | Annotated[Person, Tag(MANY)], Discriminator(one_or_many)
    ] = ""
    """The person to ask about posts that name none: the id of a file in `contacts/`, or `name`,
    `role`, `phone`, `email`, `url`, `hours` and `answers_within` written here."""

    dialect: Dialect = "gfm"
    """`gfm`: GitHub-flavoured Markdown. `material`: Python-Markdown with `markdown_extensions`."""

    site_name: Mapping[str, str] = Field(default_factory=dict)
    """The site's name in further languages; `site_name` of mkdocs.yml is the one in the first."""

    description: str | Mapping[str, str] = Field(default_factory=dict)
    """One sentence about the site, or one for each language; without it `site_description`."""

    checks: Mapping[str, Any] = Field(default_factory=dict)
    """How grave the findings of a check are here: `AU203: error`, `warning` or `off`."""

    ignore: Mapping[str, Any] = Field(default_factory=dict)
    """Findings to let pass, by code: a reason, or `reason`, the last day `until` and the patterns
    of files `paths`, such as `{reason: …, until: 2027-03-01, paths: [posts/2019-*]}`."""

    redirects: Mapping[str, str] = Field(default_factory=dict)
    """Old addresses of pages that no file stands for, and where they lead: `/dienste/: /angebote/`.
    A post or a page names its own in `redirects` in its front matter."""

    gone: Mapping[str, str] = Field(default_factory=dict)
    """Addresses that were published and may go without a redirect, each with the reason; `*` stands
    for any letters: `/meldungen/nie-gewesen/: the course was never planned`."""

    search: StrictBool | None = None
    """`true`: readers can search the site; needs `pip install 'aushang[search]'`. `false`: they
    cannot. Without this option they cannot either, and each build says so."""

    booking_good_for: Term = timedelta(hours=24)
    """How long booking data holds that does not say so itself with `good_for`: `90 min`, `24h` or
    `7d`. When it is older, nothing is published."""

    legal: Mapping[str, str] = Field(default_factory=dict)
    """`{country: DE}`: also look for what the law of that country asks of a publisher, as far as a
    machine can see it. It is no legal advice."""

    statuspage: Base = DEFAULT
    """The folder with the files for programs that read Statuspage; they stand in `api/v2/` below
    it. `/` is the root of the site, `false` means no such files."""

    published: str = ""
    """The site that customers have now: its address, or a folder beside mkdocs.yml. A build goes on
    from its log of changes, so that apps can follow it although several machines publish."""

    @field_validator("languages", mode="after")
    @classmethod
    def _known_languages(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        for tag in tags:
            try:
                Locale.parse(tag, sep="-")
            except (UnknownLocaleError, ValueError, TypeError) as error:
                raise Wrong(
                    f"`languages` names “{tag}”, which is no language tag",
                    "write tags such as de, en or pt-BR",
                ) from error
        for tag in tags:
            if tags.count(tag) > 1:
                raise Wrong(f"`languages` names “{tag}” twice", "name each language once")
        return tags

    @field_validator("time_zone", mode="after")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        zones = available_timezones()
        if name not in zones:
            raise Wrong(
                f"`time_zone` is “{name}”, which is no time zone",
                did_you_mean(name, zones) or "write a name such as Europe/Berlin",
            )
        return name

    @field_validator("tag", mode="after")
    @classmethod
    def _tag_of_rfc_4151(cls, tag: str) -> str:
        if not _TAG.fullmatch(tag):
            raise Wrong(
                f"`tag` is “{tag}”; expected a host and a year",
                "write a host and a year in which it was yours, such as kraftraum.example,2026",
            )
        return tag

    @field_validator("redirects", mode="after")
    @classmethod
    def _addresses_of_this_site(cls, redirects: Mapping[str, str]) -> Mapping[str, str]:
        for address in (*redirects, *redirects.values()):
            if not address.startswith("/") or address.startswith("//"):
                raise Wrong(
                    f"`redirects` names “{address}”, which is no address of this site",
                    "write addresses that begin with a slash, such as /angebote/",
                )
        for old in redirects:
            if not of_redirect(old):
                raise Wrong(
                    f"`redirects` names “{old}”, for which no redirect can be written",
                    "a redirect is a file at the old address: not the start page, no query",
                )
        return redirects

    @field_validator("legal", mode="after")
    @classmethod
    def _known_law(cls, legal: Mapping[str, str]) -> Mapping[str, str]:
        for key, value in legal.items():
            if key != "country":
                raise Wrong(f"`legal.{key}` is not known", "the only key is `country`")
            if value not in COUNTRIES:
                allowed = ", ".join(COUNTRIES)
                raise Wrong(
                    f"`legal.country` is “{value}”; allowed is {allowed}",
                    "leave it out where the law is another: nothing is looked for then",
                )
        return legal

    @field_validator("gone", mode="after")
    @classmethod
    def _addresses_with_reasons(cls, gone: Mapping[str, str]) -> Mapping[str, str]:
        for address, reason in gone.items():
            if not address.startswith("/"):
                raise Wrong(
                    f"`gone` names “{address}”, which is no address of this site",
                    "write addresses that begin with a slash, such as /meldungen/nie-gewesen/",
                )
            if not reason.strip():
                raise Wrong(
                    f"`gone` gives no reason for “{address}”", "write why it may go, in a few words"
                )
        return gone

    @model_validator(mode="after")
    def _folder_of_its_own(self) -> Self:
        problem = problem_of(self.statuspage, self.languages)
        if problem:
            raise Wrong(*problem)
        return self

    @model_validator(mode="after")
    def _texts_in_known_languages(self) -> Self:
        texts = {"site_name": self.site_name, "description": self.description}
        if isinstance(self.contact, Person):
            person = self.contact
            texts |= {f"contact.{key}": getattr(person, key) for key in TEXTS}
        for name, by_language in texts.items():
            for tag in () if isinstance(by_language, str) else by_language:
                if tag not in self.languages:
                    raise Wrong(
                        f"`{name}` has a text in “{tag}”, which `languages` does not name",
                        f"name one of {', '.join(self.languages)}, or add “{tag}” to `languages`",
                    )
        return self


def read_options(raw: object, keys: tuple[str | int, ...]) -> tuple[Options | None, list[Problem]]:
    """The options, or all that is wrong with them. `keys` is the way to `raw` in mkdocs.yml."""
    if raw is not None and not isinstance(raw, Mapping):
        hint = "write each as `name: value` on a line of its own"
        return None, [Problem(keys, "the options of the plugin aushang are no mapping", hint)]
    written = dict(raw or {})
    wrong = (*wrong_ignore(written.get("ignore")), *wrong_checks(written.get("checks")))
    problems = [Problem((*keys, *one.way), one.message, one.hint) for one in wrong]
    try:
        options = Options.model_validate(written)
    except ValidationError as error:
        return None, [*problems, *problems_in(error, keys, Options.model_fields)]
    return (None if problems else options), problems

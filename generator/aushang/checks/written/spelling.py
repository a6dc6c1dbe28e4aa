"""What is wrong with an address by itself, whatever files the site has."""

import re
from urllib.parse import unquote

from aushang.checks.written.elements import FETCHED
from aushang.checks.written.facts import Form, Reference
from aushang.checks.written.hosts import is_reachable
from aushang.checks.written.problems import Problem
from aushang.checks.written.resolution import Base, Resolver, cleaned, scheme_of

_WEB = frozenset({"http", "https", "ws", "wss"})
_READ_BY_BROWSERS = frozenset({Form.HTML, Form.CSS, Form.SVG})
# Without an address these send to the page itself, as many a search form does on purpose.
_MAY_BE_EMPTY = frozenset({"form", "button"})
# W3C Secure Contexts, 3.1: what never leaves the machine needs no encryption. Nor do onion
# services: Tor encrypts the whole way to them (RFC 7686), and most have no certificate.
_ENCRYPTED_ANYWAY = re.compile(
    r"//(?:[^/?#@]*@)?(?:(?:[^/?#:]*\.)?localhost|[^/?#:]*\.onion|127\.[\d.]+|\[::1\])"
    r"(?::\d*)?(?=[/?#]|$)"
)

# RFC 6068, section 2, and RFC 5322, 3.4.1: what stands before `@` in an address as people have it.
_LOCAL_PART = r"(?:\"[^\"]+\"|[^\s@<>()\[\],;:\\\"/][^\s@<>()\[\],;:\\\"]*)"
_DOMAIN = r"(?:\[[^\]\s]+\]|[^\s@<>()\[\],;:\\\"/?#.]+(?:\.[^\s@<>()\[\],;:\\\"/?#.]+)*)"
_MAIL = re.compile(rf"{_LOCAL_PART}@{_DOMAIN}")
# RFC 3966, section 3: digits and what parts them; a local number may hold `*` and `#` as well.
_PHONE = re.compile(r"\+?[-.()]*[\d*#](?:[\d*#.()-])*(?:;[^\s;]+)*", re.ASCII)


def problem_of(reference: Reference, form: Form, base: Base, resolver: Resolver) -> Problem | None:
    """What is wrong with the address of a reference that stands in a file of this form.

    Feeds and JSON are read by programs that load nothing by themselves, so there nothing is
    fetched; an address that is wrong is wrong there, too.
    """
    if resolver.own and reference.url.startswith(resolver.own):
        return None
    url = cleaned(reference.url)
    is_fetched = form in _READ_BY_BROWSERS and reference.element in FETCHED
    if not url:
        is_fault = form in _READ_BY_BROWSERS and reference.element not in _MAY_BE_EMPTY
        return Problem.EMPTY if is_fault else None
    scheme, rest = scheme_of(url)
    match scheme:
        case "mailto" | "tel" | "sms":
            is_usable = _is_letter(rest) if scheme == "mailto" else is_phone(rest)
            return None if is_usable else Problem.NO_ADDRESSEE
        case "":
            slashes = rest.replace("\\", "/").startswith("//")
            return _of_place(rest, base, resolver, has_host=slashes, is_fetched=is_fetched)
        case _ if scheme in _WEB:
            return _of_web(scheme, rest, resolver, is_fetched=is_fetched)
        case _:
            return None


def _of_place(
    url: str, base: Base, resolver: Resolver, *, has_host: bool, is_fetched: bool
) -> Problem | None:
    """The same for an address without a scheme."""
    if not has_host:
        return Problem.FOREIGN if is_fetched and base.path is None else None
    if not is_reachable(url):
        return Problem.NO_URL
    if is_fetched and not resolver.is_own_host(resolver.scheme, url):
        return Problem.FOREIGN
    return Problem.NO_SCHEME


def _of_web(scheme: str, rest: str, resolver: Resolver, *, is_fetched: bool) -> Problem | None:
    if scheme == resolver.scheme and not rest.startswith(("/", "\\")):
        return None  # `https:x` is relative where the page has that scheme
    if not is_reachable(rest):
        return Problem.NO_URL
    if is_fetched and not resolver.is_own_host(scheme, rest):
        return Problem.FOREIGN
    if scheme in {"https", "wss"} or _ENCRYPTED_ANYWAY.match(rest.lower()):
        return None
    if resolver.scheme != "https" and resolver.is_own_host(scheme, rest):
        return None
    return Problem.MIXED if is_fetched else Problem.INSECURE


def _is_letter(rest: str) -> bool:
    """Whether `rest` names whom to write to, or is a letter whose writer chooses (`?subject=`)."""
    before, _, fields = rest.partition("?")
    addressees = [unquote(one) for one in before.split(",")] if before else []
    addressees += [
        unquote(one)
        for name, _, value in (field.partition("=") for field in fields.split("&"))
        if name.lower() in {"to", "cc", "bcc"}
        for one in re.split(",|%2C", value, flags=re.IGNORECASE)
    ]
    return bool(addressees or fields) and all(map(is_mail, addressees))


def is_mail(text: str) -> bool:
    """Whether a text is one mail address and nothing else."""
    return _MAIL.fullmatch(text) is not None


def is_phone(rest: str) -> bool:
    """Whether `rest`, what stands behind `tel:`, can be dialled."""
    return _PHONE.fullmatch(rest.replace("%23", "#")) is not None

"""The person to ask, with links that can be used."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from aushang.model import ROOT, Contact
from aushang.model.addresses import mail, telephone
from aushang.outputs.pages.passages import Passage
from aushang.outputs.pages.press import Press

_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_BEFORE_THE_HOST = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

# Where a post's title goes into the card that is drawn once for all posts (0.02 ms a page). No text
# of an author holds a control character.
_QUESTION = "\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """Name, role, ways to reach the person, and the promise. Empty texts are not shown.

    `url_words` is the address as one would say it: nobody reads `https://`.
    """

    name: str
    role: Passage
    phone: str
    phone_address: str
    email: str
    email_address: str
    url: str
    url_words: str
    hours: Passage
    answers_within: Passage


@dataclass(frozen=True, slots=True)
class Person:
    """Whom to ask, in one line: the name, and the quickest way there is."""

    name: str
    way: str
    address: str


def person(contact: Contact) -> Person:
    """A person by phone, else by mail, else by a page."""
    if contact.phone:
        return Person(contact.name, contact.phone, telephone(contact.phone))
    if contact.email:
        return Person(contact.name, contact.email, mail(contact.email))
    url = harmless(contact.url)
    return Person(contact.name, _spoken(url), url)


def contact_section(
    press: Press, contact: Contact | None, heading: str, subject: str = ""
) -> Markup | None:
    """The person to ask under `heading`; `subject` stands in the mail that a reader begins."""
    if contact is None:
        return None
    key = ("contact", contact.id, heading)
    if key not in press.remembered:
        press.remembered[key] = press.macros("parts.html")["contact"](
            _card(press, contact), heading
        )
    card = press.remembered[key]
    if _QUESTION not in card:
        return card
    question = f"?subject={quote(subject, safe='', errors='replace')}" if subject else ""
    html = str.replace(card, _QUESTION, question)
    return Markup(html)  # noqa: S704  # rendered with autoescape; a quoted subject needs no escape


def _card(press: Press, contact: Contact) -> ContactCard:
    url = harmless(contact.url)
    return ContactCard(
        name=contact.name,
        role=press.passage(contact.role),
        phone=contact.phone,
        phone_address=telephone(contact.phone),
        email=contact.email,
        email_address=mail(contact.email) + _QUESTION,
        url=url,
        url_words=_spoken(url),
        hours=press.passage(contact.hours),
        answers_within=press.passage(contact.answers_within),
    )


def _spoken(url: str) -> str:
    return _BEFORE_THE_HOST.sub("", url, count=1).removesuffix("/")


def harmless(address: str) -> str:
    """`address` if a link to it runs no script: of our site, relative, or of a known scheme."""
    if address.startswith(ROOT):
        return address
    bare = re.sub(r"[\x00-\x20]", "", address).lower()
    return address if bare.startswith(_SCHEMES) or not _SCHEME.match(bare) else ""

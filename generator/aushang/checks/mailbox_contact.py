"""AU713 mailbox-contact."""

import re
from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Contact, Diagnostic, Publication, Severity

_COLLECTIVE = """
    admin anfrage anfragen beratung buchung buero contact office empfang feedback hallo hello help
    helpdesk hilfe info infos information kontakt kundendienst kundenservice mail mailbox mitglieder
    moin news post reception redaktion rezeption sekretariat service servicecenter shop studio
    support team verwaltung welcome willkommen zentrale
"""
_MAILBOXES = frozenset(_COLLECTIVE.split())
_OFFICES = re.compile(
    r"abteilung|admin|büro|center|centre|desk|dienst|empfang|firma|gmbh|gruppe|hotline|info|kontakt"
    r"|kunden|leitung|mailbox|office|reception|redaktion|rezeption|sekretariat|service|studio"
    r"|support|team|verwaltung|zentrale|zentrum|\be\.?\s?v\.|\bag\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+)+")


@check("AU713", stage="source", since="0.1", severity=Severity.WARNING)
def mailbox_contact(publication: Publication) -> Iterator[Diagnostic]:
    """A contact that is nothing but a mailbox which many read and nobody answers.

    What it finds: a contact without a telephone number, whose e-mail address is a collective one
        (`info@`, `kontakt@`, `office@` …) and whose name is not that of a person.
    Why it matters: in one sample a third of the mails to such addresses never got a reply, and one
        in seven got one within a day.
    Bad: `name: Team Kraftraum` with `email: info@kraftraum.example`
    Good: `name: Jana Weiß` with `phone: "+49 30 5550111"`, and how soon she answers
    """
    for contact in publication.contacts.values():
        if contact.email and not contact.phone and not _is_person(contact, publication):
            mailbox = contact.email.partition("@")[0].lower()
            if re.split(r"[.+_-]", mailbox)[0] in _MAILBOXES:
                yield Diagnostic(
                    code="AU713",
                    message=(
                        f"contact “{contact.name}” is a mailbox, “{contact.email}”; nobody is named"
                    ),
                    location=contact.source.at("email"),
                    hint="name a person who answers, with a telephone number or their own address",
                )


def _is_person(contact: Contact, publication: Publication) -> bool:
    names = [publication.site.name, *(place.name for place in publication.locations.values())]
    ours = {text.lower() for name in names for text in name.texts.values()}
    spoken = contact.name.lower()
    is_ours = any(name and re.search(rf"\b{re.escape(name)}\b", spoken) for name in ours)
    return bool(_PERSON.fullmatch(contact.name)) and not is_ours and not _OFFICES.search(spoken)

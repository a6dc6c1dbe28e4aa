"""AU701 missing-contact."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Contact, Diagnostic, Post, Publication, Question

_FEW = 8


@check("AU701", stage="source", since="0.1")
def missing_contact(publication: Publication) -> Iterator[Diagnostic]:
    """A post or an answer without a person to ask, or a person whom nobody can reach.

    What it finds: a post or a question that names no contact while the configuration names none for
        all; and a contact without telephone, e-mail and address on the web.
    Why it matters: every change raises a question; a customer who finds nobody to ask leaves.
    Bad: a closure that ends with “bei Fragen meldet euch einfach”
    Good: `contact: jana-weiss`, whose file holds her telephone number and when she answers
    """
    posts, questions = publication.all_posts, publication.questions.values()
    owners: tuple[Post | Question, ...] = (*posts, *questions)
    for owner in () if publication.site.contact else owners:
        if not owner.contact:
            noun = "post" if isinstance(owner, Post) else "question"
            yield Diagnostic(
                code="AU701",
                message=f"the {noun} names no contact, and the configuration names none for all"
                f" {noun}s",
                location=owner.source.at("contact"),
                hint=_hint(list(publication.contacts)),
            )
    for contact in publication.contacts.values():
        if not _is_reachable(contact):
            yield Diagnostic(
                code="AU701",
                message=f"contact “{contact.name}” cannot be reached",
                location=contact.source.at("name"),
                hint="add `phone`, `email` or `url`",
            )


def _is_reachable(contact: Contact) -> bool:
    return bool(contact.phone or contact.email or contact.url)


def _hint(known: list[str]) -> str:
    if not known:
        return "write contacts/NAME.yml with name, phone or email, and add `contact: NAME`"
    named = ", ".join(f"“{name}”" for name in known[:_FEW])
    return f"add `contact:` and one of {named}"

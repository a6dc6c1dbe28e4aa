"""AU701 missing-contact."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Contact, Diagnostic, Publication

_FEW = 8


@check("AU701", stage="source", since="0.1")
def missing_contact(publication: Publication) -> Iterator[Diagnostic]:
    """A post without a person to ask, or a person whom nobody can reach.

    What it finds: a post that names no contact while the configuration names none for all posts;
        and a contact without telephone, e-mail and address on the web.
    Why it matters: every change raises a question; a customer who finds nobody to ask leaves.
    Bad: a closure that ends with “bei Fragen meldet euch einfach”
    Good: `contact: jana-weiss`, whose file holds her telephone number and when she answers
    """
    for post in publication.all_posts:
        if not post.contact and not publication.site.contact:
            yield Diagnostic(
                code="AU701",
                message="the post names no contact, and the configuration names none for all posts",
                location=post.source.at("contact"),
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

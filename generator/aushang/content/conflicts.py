"""Files that do not go together: two of one id or address, translations without an original."""

from collections.abc import Iterable, Sequence

from aushang.content.entries import Entry, Role
from aushang.content.pages import PageDraft
from aushang.content.posts import PostDraft
from aushang.model import Diagnostic, Position, Site, Source
from aushang.model.addresses import of_page, of_post

_DATA_OF = {Role.SERVICE_TEXT: Role.SERVICE, Role.LOCATION_TEXT: Role.LOCATION}


def distinct(
    posts: Sequence[PostDraft], pages: Sequence[PageDraft], site: Site
) -> tuple[list[PostDraft], list[PageDraft], list[Diagnostic]]:
    """The posts and pages that share no id and no address with one before them (AU018, AU019)."""
    ids: dict[str, str] = {}
    taken: dict[str, str] = {}
    found: list[Diagnostic] = []
    kept_posts, kept_pages = [], []
    for post_draft in posts:
        post = post_draft.post
        first = ids.setdefault(post.id, post.source.path)
        if first != post.source.path:
            found.append(_same_id(post.id, post.source, first))
            continue
        claims = [(of_post(site, post, one), text.source) for one, text in post.texts.items()]
        clashes = _claim(claims, taken)
        found += clashes
        if not clashes:
            kept_posts.append(post_draft)
    for page_draft in pages:
        texts = page_draft.page.texts
        claims = [(of_page(site, text.slug, one), text.source) for one, text in texts.items()]
        clashes = _claim(claims, taken)
        found += clashes
        if not clashes:
            kept_pages.append(page_draft)
    return kept_posts, kept_pages, found


def _claim(claims: Iterable[tuple[str, Source]], taken: dict[str, str]) -> list[Diagnostic]:
    clashes = []
    for address, source in claims:
        first = taken.setdefault(address, source.path)
        if first != source.path:
            clashes.append(
                Diagnostic(
                    code="AU019",
                    message=f"the address “/{address}” is also that of {first}",
                    hint="give one of the two another `slug`",
                    location=source.at("slug"),
                )
            )
    return clashes


def _same_id(identity: str, source: Source, first: str) -> Diagnostic:
    return Diagnostic(
        code="AU018",
        message=f"the id “{identity}” is also that of {first}",
        hint="give one of the two another `id`",
        location=source.at("id"),
    )


def orphans(entries: Sequence[Entry]) -> list[Diagnostic]:
    """Translations whose first text is missing, and texts whose data file is (AU017)."""
    originals = {(one.role, one.group) for one in entries if not one.is_translation}
    data = {(one.role, one.name) for one in entries}
    found = []
    for entry in entries:
        owner = _DATA_OF.get(entry.role)
        if owner:
            missing = "" if (owner, entry.name) in data else f"{entry.name}.yml"
            message = f"this is a longer text about “{entry.name}”, and {missing} is missing"
        else:
            is_alone = entry.is_translation and (entry.role, entry.group) not in originals
            missing = f"{entry.name.rpartition('/')[2]}.md" if is_alone else ""
            message = f"this is a translation, and {missing} is missing"
        if missing:
            hint = f"write {missing} beside it, or rename this file"
            where = Position(entry.path)
            found.append(Diagnostic(code="AU017", message=message, hint=hint, location=where))
    return found

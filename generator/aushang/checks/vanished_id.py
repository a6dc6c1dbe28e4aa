"""AU502 vanished-id."""

from collections.abc import Iterator

from aushang.checks.permanence import vanished_addresses, vanished_ids
from aushang.checks.rules import check
from aushang.checks.suppression import CONFIGURATION
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Position, Publication
from aushang.model.addresses import of_api
from aushang.model.similar import nearest


@check("AU502", stage="artifact", since="0.1")
def vanished_id(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """The id of a post that apps and feed readers know, and that no post has any more.

    What it finds: a file of a post in the published API for which there is no post. Where its page
        is gone as well, that is told, and this is not.
    Why it matters: an id is for ever. Apps that keep it show an error, and a post under a new id
        comes up as unread for everybody.
    Bad: `id: sauna-1` becomes `id: sauna-2`
    Good: the id as it was, whatever else is corrected
    """
    named = {one.name for one in vanished_addresses(publication, written)}
    known = {post.id: post for post in publication.posts}
    for id_ in vanished_ids(publication, written):
        if id_ in named:
            continue
        guess = nearest(id_, known)
        post = known.get(guess)
        yield Diagnostic(
            code="AU502",
            message=f"id “{id_}” was published, and no post has it any more",
            location=post.source.at("id") if post else Position(CONFIGURATION),
            hint=_hint(id_, guess),
            pages=(of_api(f"posts/{id_}"),),
        )


def _hint(id_: str, guess: str) -> str:
    if guess:
        return f"if it is the post “{guess}” now, write `id: {id_}` into its file"
    return (
        f"write `id: {id_}` into the file that has the post now,"
        f" or name /{of_api(f'posts/{id_}')} below `gone` with the reason"
    )

"""What is said about the keys of a blog's files, beyond what their forms say by themselves."""

from collections.abc import Collection, Iterator

from aushang.content.material.front_matter import WITHOUT_EFFECT, FrontMatter
from aushang.content.quoting import short
from aushang.content.schema.faults import Place, finding, named
from aushang.content.schema.moments import Fault
from aushang.content.yaml_tree import Tree
from aushang.model import Diagnostic, Position, Severity
from aushang.model.similar import did_you_mean

KNOWN = frozenset(FrontMatter.model_fields)


def of_our_keys(tree: Tree) -> Iterator[Diagnostic]:
    """The findings of reading YAML that stand at keys which are read here.

    An empty `color:` of somebody else's plugin is none of our business; what breaks the YAML is.
    """
    starts = sorted(
        (mark[0], key) for key, mark in tree.keys.items() if key in tree.values or "." not in key
    )
    for found in tree.diagnostics:
        above = [key for line, key in starts if line <= found.location.line]
        if not tree.is_whole or not above or above[-1] in KNOWN:
            yield found


def of_similar_keys(tree: Tree, path: str) -> Iterator[Diagnostic]:
    """A warning for each key that nobody knows and that is close to a known one (AU002)."""
    for key in tree.values:
        guess = "" if key in KNOWN | WITHOUT_EFFECT else did_you_mean(key, KNOWN | WITHOUT_EFFECT)
        if guess:
            yield Diagnostic(
                code="AU002",
                message=f"the key `{short(key)}` is not known",
                hint=guess,
                severity=Severity.WARNING,
                location=Position(path, *tree.keys.get(key, (0, 0))),
            )


def missing(key: str, hint: str, tree: Tree, path: str) -> Diagnostic:
    """AU003 at the first line of the keys, or of the file where there are none."""
    line = min((mark[0] for mark in tree.keys.values()), default=1)
    return Diagnostic(
        code="AU003", message=f"`{key}` is missing", hint=hint, location=Position(path, line)
    )


def no_address(place: Place, value: str, tree: Tree, path: str) -> Diagnostic:
    """AU001 for words without a letter or digit that an address can hold."""
    what = f"is “{short(value)}”; expected words of which an address can be made"
    return finding(place, Fault("AU001", what, "add a word in Latin letters"), tree, path)


def unknown_author(index: int, author: str, known: Collection[str], at: Position) -> Diagnostic:
    """A warning (AU001): the file of authors is there and does not name this one."""
    return Diagnostic(
        code="AU001",
        message=f"{named(('authors', index))} is “{short(author)}”, who stands in no .authors.yml",
        hint=did_you_mean(author, known) or "add the author there, with `name` and `email`",
        severity=Severity.WARNING,
        location=at,
    )


def unseen_text(path: str, line: int) -> Diagnostic:
    """A warning (AU015): the blog's own page is made by the program."""
    return Diagnostic(
        code="AU015",
        message="the text of the blog's own page is not shown; the start page stands in its place",
        hint="move it to a page of its own, such as about.md",
        severity=Severity.WARNING,
        location=Position(path, line),
    )

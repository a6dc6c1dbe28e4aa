"""What units have in common stands once in memory, and no unit says anything else than before."""

from dataclasses import replace
from datetime import UTC, datetime

from aushang.build.made import Made, Written, parcel, unpacked, unpacked_facts
from aushang.build.sharing import Sharing
from aushang.checks.written import WrittenFile
from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.sharing import FactSharing
from aushang.content.load import Pressed
from aushang.model import Body, Kind, Link, Position, Post, PostText, PostType, Source


def source(path: str) -> Source:
    """A file whose title stands where it always stands."""
    return Source(path, {"title": (2, 8), "type": (3, 7)})


def text(language: str, path: str, body: Body) -> PostText:
    """A text of a post."""
    return PostText(
        language=language, title="Titel", summary="", body=body, slug="a", source=source(path)
    )


def made(name: str, body: Body) -> Made:
    """A post as a worker hands it back."""
    path = f"content/posts/{name}.md"
    file = WrittenFile(Kind.PAGE, "text/html", (path,))
    post = Post(
        id=name,
        type=PostType.CLOSURE,
        published=datetime(2026, 11, 20, 9, tzinfo=UTC),
        texts={
            "de": text("de", path, body),
            "en": text("en", f"content/posts/{name}.en.md", body),
        },
        source=source(path),
        services=("sauna",),
    )
    return Made(
        name=f"post:{name}",
        reads=(f"post:{name}", "theme"),
        files=(Written(f"meldungen/{name}/index.html", file, "ab" * 32, 9),),
        sources=((path, "cd" * 32),),
        pressed=Pressed(post, (), {}, frozenset({"media/a.png"})),
        digest="ef" * 16,
    )


def travelled(one: Made) -> Made:
    """A unit after its way from a worker."""
    return unpacked(parcel(one, (), (), {}).made)


def test_a_settled_unit_is_equal_to_what_was_sent() -> None:
    """With and without links in its texts."""
    link = Link("a.md", "a/", "a", Position("content/posts/a.md", 4, 2))
    sharing = Sharing()
    for body in (Body(), Body(links=(link,))):
        sent = made("a", body)
        assert sharing.settled(travelled(sent)) == sent


def test_a_unit_without_a_post_is_left_alone() -> None:
    """Lists have nothing that would be worth it."""
    sent = replace(made("a", Body()), pressed=None, sources=())
    assert Sharing().settled(travelled(sent)) == sent


def test_what_two_posts_have_in_common_is_one_object() -> None:
    """Words, places of fields, the file's name, and what is empty."""
    sharing = Sharing()
    one, other = (sharing.settled(travelled(made(name, Body()))) for name in ("a", "b"))
    assert one.pressed
    assert other.pressed
    mine, theirs = one.pressed.post, other.pressed.post
    assert one.reads[1] is other.reads[1]
    assert mine.services[0] is theirs.services[0]
    assert mine.source.marks is theirs.source.marks
    assert mine.source is mine.texts["de"].source
    assert mine.source.path is one.files[0].file.sources[0]
    assert one.pressed.shown is other.pressed.shown
    assert mine.texts["de"].body is theirs.texts["en"].body


def test_references_and_anchors_of_two_pages_are_the_same_objects() -> None:
    """A menu stands on each page and once in memory; the facts say what they said."""
    facts = Facts(
        form=Form.HTML,
        anchors=frozenset({"inhalt"}),
        references=(Reference("../", "a"), Reference("a/", "a")),
    )
    sent = [unpacked_facts(parcel(made("a", Body()), (facts,), (), {}).facts)[0] for _ in "ab"]
    sharing = FactSharing()
    one, other = map(sharing.settled, sent)
    assert [one, other] == [facts, facts]
    assert one.references[0] is other.references[0]
    assert one.anchors is other.anchors

"""Publications in memory: small functions with good defaults, for every test.

`from tests.factories import …` works because `conftest.py` beside this file puts the root on the
path. The first argument of most is the id; all other fields of the model are keywords.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from aushang.model import (
    Address,
    Artifact,
    Body,
    Contact,
    Effect,
    Hours,
    Localised,
    Location,
    Page,
    PageText,
    Post,
    PostText,
    PostType,
    Publication,
    Question,
    QuestionText,
    Service,
    Site,
    Source,
    Update,
    UpdateStatus,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=BERLIN)


def berlin(text: str) -> datetime:
    """`2026-11-20T09:00` as a time in Berlin."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def make_body(text: str = "Ab Montag ist die Sauna wieder offen.", html: str | None = None) -> Body:
    """One paragraph, or the HTML given."""
    markup = f"<p>{escape(text, quote=False)}</p>" if html is None else html
    return Body(html=markup, text=text, excerpt=markup)


def make_text(language: str = "de", title: str | None = None, **fields: Any) -> PostText:
    """A post's text in one language."""
    titles = {"de": "Die Sauna in Mitte ist wieder offen", "en": "The sauna in Mitte is open again"}
    suffix = "" if language == "de" else f".{language}"
    values: dict[str, Any] = {
        "summary": {"de": "Ab Montag, 6 Uhr.", "en": "From Monday, 6 am."}.get(language, "…"),
        "body": make_body("The sauna is open." if language == "en" else "Die Sauna ist offen."),
        "slug": {"de": "sauna-offen", "en": "sauna-open"}.get(language, "sauna"),
        "source": Source(f"content/posts/sauna{suffix}.md"),
    }
    return PostText(
        language=language,
        title=titles.get(language, titles["en"]) if title is None else title,
        **(values | fields),
    )


def make_update(
    at: datetime | str = "2026-11-21T10:00",
    text: str = "Die Aufgüsse beginnen am Dienstag.",
    status: UpdateStatus | None = UpdateStatus.MONITORING,
    english: str = "",
) -> Update:
    """A later word, in German and, if given, in English."""
    texts = {"de": make_body(text)} | ({"en": make_body(english)} if english else {})
    return Update(at=berlin(at) if isinstance(at, str) else at, texts=texts, status=status)


def make_post(key: str = "2026-11-20-sauna-mitte", title: str | None = None, **fields: Any) -> Post:
    """A reopening of one service at one place in German; `texts=` for more languages.

    Times may be texts in Berlin's time, the type its word. The slug is the id unless `texts` are
    given.
    """
    for name in ("published", "starts", "ends", "updated", "next_update"):
        if isinstance(fields.get(name), str):
            fields[name] = berlin(fields[name])
    if "type" in fields:
        fields["type"] = PostType(fields["type"])
    source = Source(f"content/posts/{key}.md")
    values: dict[str, Any] = {
        "type": PostType.REOPENING,
        "published": berlin("2026-11-20T09:00"),
        "texts": {"de": make_text("de", title, slug=key, source=source)},
        "source": source,
        "services": ("sauna",),
        "locations": ("mitte",),
        "effect": Effect.RESTRICTED,
        "contact": "jana-weiss",
    }
    post = Post(id=key, **(values | fields))
    return replace(post, updates=tuple(sorted(post.updates, key=lambda u: u.at, reverse=True)))


def make_bilingual_post(key: str = "2026-11-20-sauna-mitte", **fields: Any) -> Post:
    """The same with an English text."""
    texts = {
        "de": make_text("de", slug=key, source=Source(f"content/posts/{key}.md")),
        "en": make_text("en", slug=key, source=Source(f"content/posts/{key}.en.md")),
    }
    return make_post(key, **({"texts": texts} | fields))


def make_posts(count: int, **fields: Any) -> tuple[Post, ...]:
    """That many bilingual posts, one a day back from `NOW`, over all types, with an update each."""
    kinds = tuple(PostType)
    made = []
    for number in range(count):
        published = NOW - timedelta(days=number, hours=1)
        values: dict[str, Any] = {
            "type": kinds[number % len(kinds)],
            "published": published,
            "updates": (make_update(published + timedelta(minutes=30), english="An update."),),
        }
        made.append(make_bilingual_post(f"post-{number:04}", **(values | fields)))
    return tuple(made)


def make_service(
    key: str = "sauna", name: str = "Sauna", english: str = "Sauna", **fields: Any
) -> Service:
    """Something that customers use."""
    values: dict[str, Any] = {
        "name": Localised({"de": name, "en": english}),
        "summary": Localised({"de": f"{name} für alle", "en": f"{english} for all"}),
        "source": Source(f"content/services/{key}.yml"),
    }
    return Service(id=key, **(values | fields))


def make_location(key: str = "mitte", name: str = "Mitte", **fields: Any) -> Location:
    """A place, open from Monday to Friday."""
    values: dict[str, Any] = {
        "name": Localised({"de": name}),
        "summary": Localised({"de": f"Studio {name}", "en": f"{name} studio"}),
        "source": Source(f"content/locations/{key}.yml"),
        "address": Address("Torstraße 12", "10119", "Berlin"),
        "phone": "+49 30 5550100",
        "email": f"{key}@kraftraum.example",
        "hours": tuple(Hours(day, time(6), time(23)) for day in range(5)),
        "services": ("sauna",),
        "contact": "jana-weiss",
    }
    return Location(id=key, **(values | fields))


def make_contact(key: str = "jana-weiss", name: str = "Jana Weiß", **fields: Any) -> Contact:
    """A person who answers."""
    values: dict[str, Any] = {
        "role": Localised({"de": "Studioleitung Mitte", "en": "Studio manager Mitte"}),
        "source": Source(f"content/contacts/{key}.yml"),
        "phone": "+49 30 5550111",
        "email": "jana.weiss@kraftraum.example",
        "hours": Localised({"de": "Mo–Fr 9–17 Uhr", "en": "Mon–Fri, 9 am–5 pm"}),
        "answers_within": Localised({"de": "einem Werktag", "en": "one working day"}),
    }
    return Contact(id=key, name=name, **(values | fields))


def make_page(key: str = "impressum", title: str = "Impressum", **fields: Any) -> Page:
    """A hand-written page in German."""
    source = Source(f"content/pages/{key}.md")
    text = PageText(
        language="de",
        title=title,
        summary="",
        body=make_body("Kraftraum GmbH"),
        slug=key,
        source=source,
    )
    values: dict[str, Any] = {"texts": {"de": text}, "source": source}
    return Page(id=key, **(values | fields))


def make_question(
    key: str = "handtuch", words: str = "Kann ich ein Handtuch leihen?", **fields: Any
) -> Question:
    """A question about the sauna, in German; `texts=` for more languages."""
    source = Source(f"content/questions/{key}.md")
    values: dict[str, Any] = {
        "texts": {"de": make_asked("de", words, source=source)},
        "answered": berlin("2026-11-18T09:00"),
        "source": source,
        "services": ("sauna",),
        "contact": "jana-weiss",
    }
    return Question(id=key, **(values | fields))


def make_asked(
    language: str, words: str, answer: str = "Ja, am Empfang.", **fields: Any
) -> QuestionText:
    """A question with its answer in one language."""
    values: dict[str, Any] = {
        "answer": make_body(answer),
        "source": Source(f"content/questions/handtuch.{language}.md"),
    }
    return QuestionText(language=language, question=words, **(values | fields))


def make_site(**fields: Any) -> Site:
    """Kraftraum, in German and English."""
    values: dict[str, Any] = {
        "name": Localised({"de": "Kraftraum"}),
        "url": "https://aktuell.kraftraum.example/",
        "tag": "kraftraum.example,2026",
        "contact": "jana-weiss",
    }
    return Site(**(values | fields))


def make_publication(posts: Iterable[Post] | None = None, **fields: Any) -> Publication:
    """Two services, two places, one contact, one post with an update, unless told otherwise."""
    values: dict[str, Any] = {
        "site": make_site(),
        "now": NOW,
        "all_posts": (make_bilingual_post(updates=(make_update(english="Aufguss on Tuesday."),)),)
        if posts is None
        else tuple(posts),
        "services": {
            "sauna": make_service(),
            "kurse": make_service("kurse", "Rückenkurse & mehr", "Back classes & more"),
        },
        "locations": {"mitte": make_location(), "ost": make_location("ost", "Ost")},
        "contacts": {"jana-weiss": make_contact()},
    }
    return Publication(**(values | fields))


def by_path(artifacts: Iterable[Artifact]) -> dict[str, bytes]:
    """What was written, by path."""
    return {artifact.path: artifact.data for artifact in artifacts}

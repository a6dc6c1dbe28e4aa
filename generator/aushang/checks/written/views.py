"""What a feed, a file of the API or a page says of a post, in so little that it can be kept.

All views of a post carry the same address, title and times, and so do those of a question. Each is
compared with the post itself; a digest is enough for that, and only where it differs the file is
read once more.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from aushang.checks.written.facts import View
from aushang.checks.written.feed.dates import iso_of
from aushang.checks.written.linked_data import linked_data

_COMPARED = 100
"""Characters of a title: the headline that search engines read is cut off after 110."""

_REMEMBERED = 4096


class Said(NamedTuple):
    """What is said of a post: `id` is its permanent one, empty on its own page.

    Times are seconds since 1970, None where a format has no room for them or they cannot be read.
    A title is empty where it is not the post's own, as that of an update.
    """

    id: str
    url: str
    title: str
    published: int | None
    updated: int | None = None


def view_of(said: Said) -> View:
    """The digests of what is said."""
    told = f"{said.url}\n{said.published}\n{said.updated}"
    return View(said.id, _number(told), _number(title_of(said.title)))


@lru_cache(_REMEMBERED)
def _number(text: str) -> int:
    """63 bits, so that every format can hold the number."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def title_of(title: str) -> str:
    """As much of a title as all views show, without what XML cannot carry."""
    start = title[:_COMPARED]
    return start if start.isprintable() else "".join(filter(str.isprintable, start))


@lru_cache(_REMEMBERED)
def moment(text: str) -> int | None:
    """Seconds since 1970 of a date of RFC 3339 or RFC 822; None if it is none or has no zone."""
    try:
        if text[:4].isdigit():
            at = datetime.fromisoformat(text)
        else:
            usual = iso_of(text)
            at = datetime.fromisoformat(usual) if usual else parsedate_to_datetime(text)
        return int(at.timestamp()) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def said_in_record(content: object) -> Iterator[Said]:
    """What a file of the API says: of one post with its updates, or of a list of them."""
    data = content.get("data") if isinstance(content, dict) else None
    for post in data if isinstance(data, list) else [data]:
        if isinstance(post, dict) and isinstance(post.get("guid"), str):
            if "question" in post:
                yield from _said_of_question(post, post["guid"])
                continue
            times = _moment(post.get("published")), _moment(post.get("modified"))
            yield from _said_in_texts(post, post["guid"], *times)
            updates = post.get("updates")
            for update in updates if isinstance(updates, list) else ():
                if isinstance(update, dict) and isinstance(update.get("guid"), str):
                    at = _moment(update.get("at"))
                    yield from _said_in_texts(update, update["guid"], at, None)


def _said_in_texts(
    owner: Mapping[str, object], id_: str, published: int | None, updated: int | None
) -> Iterator[Said]:
    texts = owner.get("texts")
    for text in texts.values() if isinstance(texts, dict) else ():
        if isinstance(text, dict):
            title = text.get("title", "")
            yield Said(id_, str(text.get("url", "")), str(title), published, updated)


def _said_of_question(question: Mapping[str, object], id_: str) -> Iterator[Said]:
    """In each language in which it was written."""
    words, urls = question.get("question"), question.get("urls")
    at = _moment(question.get("answered"))
    for language, said in words.items() if isinstance(words, dict) else ():
        url = urls.get(language, "") if isinstance(urls, dict) else ""
        yield Said(id_, str(url), str(said), at)


def said_in_linked_data(texts: Iterable[str]) -> Iterator[Said]:
    """What blocks of JSON-LD say: on a post's own page of it, on a page of answers of each."""
    for text in texts:
        article = linked_data(text)
        if isinstance(article, dict) and article.get("@type") == "NewsArticle":
            times = _moment(article.get("datePublished")), _moment(article.get("dateModified"))
            yield Said("", str(article.get("url", "")), str(article.get("headline", "")), *times)
        elif isinstance(article, dict) and article.get("@type") == "FAQPage":
            questions = article.get("mainEntity")
            for question in questions if isinstance(questions, list) else ():
                if isinstance(question, dict) and isinstance(question.get("identifier"), str):
                    yield _said_in_question(question, question["identifier"])


def _said_in_question(question: Mapping[str, object], id_: str) -> Said:
    answer = question.get("acceptedAnswer")
    at = _moment(answer.get("dateModified")) if isinstance(answer, dict) else None
    return Said(id_, str(question.get("url", "")), str(question.get("name", "")), at)


def _moment(text: object) -> int | None:
    return moment(text) if isinstance(text, str) else None

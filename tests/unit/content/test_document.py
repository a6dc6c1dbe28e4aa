"""A document goes from worker to worker unchanged and for little."""

import pickle

import pytest

from aushang.content.document import Document, read_document
from aushang.content.entries import Entry, Role
from aushang.model import Localised, Site

SITE = Site(name=Localised({"de": "Studio"}), url="https://a.example/", tag="a.example,2026")
POST = """---
type: closure
title: 'Sauna: zu'
published: 2026-11-20T09:00
ends: 2026-11-24T09:00
services: [sauna, becken]
updates:
  - at: 2026-11-21T09:00
    text: |
      Noch zu.
---

Text.
"""


def document(text: str, role: Role = Role.POST) -> Document:
    """A file of the content folder, read."""
    name = "content/posts/a.md"
    entry = Entry(role=role, place=f"/x/{name}", path=name, inside="posts/a.md", name="a")
    return read_document(text.encode(), entry, SITE)


@pytest.mark.parametrize(
    "one",
    [document(POST), document("Kein Titel"), document(""), document("Text", Role.SERVICE_TEXT),
     document(POST.replace("closure", "x"))],
)  # fmt: skip
def test_a_document_comes_through_a_pickle(one: Document) -> None:
    """Fields, places, text and findings are equal on the other side."""
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  # our own bytes


def test_a_document_is_small() -> None:
    """Within a list, a further one of a post of usual length takes less than 1.5 kB."""
    some = [document(POST.replace("Text.", f"Text {number}.")) for number in range(20)]
    assert (len(pickle.dumps(some)) - len(pickle.dumps(some[:1]))) / 19 < 1500

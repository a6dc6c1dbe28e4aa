"""A small publication in two languages that has a bit of everything, for tests of edits to it.

Its posts link to each other and to pages, show pictures, have updates, promise the next word and
come out at times to come, so that an edit or a moment in one place shows in others.
"""

import struct
import zlib
from pathlib import Path

from tests.content_folder import written

CONFIGURATION = """\
site_name: Kraftraum
site_url: https://aktuell.kraftraum.example/news/
docs_dir: content
site_dir: site
theme:
  name: aushang
  custom_dir: look
extra:
  slogan: Kraft für alle
plugins:
  - aushang:
      tag: kraftraum.example,2026
      languages: [de, en]
      time_zone: Europe/Berlin
      search: false
      contact: jana-weiss
      redirects: {/service/: /angebote/}
      ignore: {AU102: leere Seiten sind gewollt}
      gone: {/*: hier geht es um anderes}
"""


def png(width: int, height: int, grey: int = 128) -> bytes:
    """A picture of one shade."""
    rows = b"".join(b"\x00" + bytes([grey]) * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def post(*lines: str, body: str) -> str:
    """A post with these lines of front matter."""
    return "\n".join(["---", *lines, "---", "", body, ""])


POSTS = {
    "sauna-zu.md": post(
        "type: closure",
        "title: Die Sauna ist zu",
        "published: 2026-11-20T09:00",
        "services: [sauna]",
        "locations: [mitte]",
        "next_update: 2026-11-22T12:00",
        "redirects: [/alt/sauna.html]",
        "updates:",
        "  - at: 2026-11-21T07:00",
        "    status: identified",
        "    text: Ein **Ofen** ist defekt, siehe [Matten](matten.md).",
        "  - at: 2026-11-21T18:00",
        "    status: monitoring",
        "    text: Der neue Ofen heizt.",
        body="Der Ofen ist kalt.\n\n## Was nun\n\nDie [Kurse](../services/kurse.yml) finden statt.",
    ),
    "sauna-zu.en.md": post(
        "title: The sauna is closed",
        "updates:",
        "  - at: 2026-11-21T07:00",
        "    text: One **stove** is broken.",
        body="The stove is cold; [classes](../services/kurse.yml) take place.",
    ),
    "matten.md": post(
        "type: news",
        "title: Neue Matten",
        "published: 2026-11-19T10:00",
        "services: [kurse]",
        "contact: tom-berg",
        "links:",
        "  - ../pages/haus.md",
        "  - Rücken: ruecken/plan.md",
        body="Sie liegen [bereit](../questions/handtuch.md).\n\n"
        "![Grundriss](../media/plan.png)\n\n![Matte](matte.png)",
    ),
    "matten.en.md": post("title: New mats", body="They are ready. [House](../pages/haus.md#wege)"),
    "matte.png": png(4, 3),
    "aufguss.md": post(
        "type: reopening",
        "title: Aufgüsse wieder täglich",
        "published: 2026-11-25T08:00",
        "starts: 2026-12-01T06:00",
        "ends: 2027-01-10T22:00",
        "services: [sauna]",
        body="Nach der Pause, siehe [hier](sauna-zu.md#was-nun).",
    ),
    "preise.md": post(
        "type: price",
        "title: Preise ab Januar",
        "published: 2026-11-10T08:00",
        "starts: 2027-01-01",
        "prices: [{for: {de: Karte, en: Pass}, old: 37, new: 39, per: month, from: 2027-01-01,"
        " fees: [{name: Aufnahme, amount: 29}], minimum_term: 12}]",
        "pin: true",
        body="Die Karte kostet 39 Euro.\n\n| Karte | Euro |\n| --- | --- |\n| Monat | 39 |",
    ),
    "preise.en.md": post("title: Prices from January", "slug: prices", body="39 euros a month."),
    "umbau.md": post(
        "type: maintenance",
        "title: Umbau in Ost",
        "published: 2026-11-01T08:00",
        "locations: [ost]",
        "ends: 2026-11-22T06:00",
        "updated: 2026-11-02T08:00",
        "tags: [bau]",
        body="Bis Sonntag wird gebaut.<!-- more -->\n\nDer Eingang ist im Hof.",
    ),
    "leer.md": post(
        "type: news",
        "title: Ein Plakat",
        "published: 2026-10-24T08:00",
        "ignore: {AU101: das Plakat spricht für sich}",
        body="## Plakat\n\n## Mehr\n\nEs hängt im Flur.",
    ),
    "ruecken/plan.md": post(
        "id: 2025-plan",
        "type: availability",
        "title: Rückenkurs voll",
        "published: 2025-12-30T08:00",
        "services: [kurse]",
        "locations: [mitte, ost]",
        "effect: full",
        "contact: tom-berg",
        body="Alle Plätze sind vergeben. Fragen: [Kontakt](/kontakt/).",
    ),
    "entwurf.md": post(
        "type: news",
        "title: Noch nicht",
        "published: 2026-11-12T08:00",
        "draft: true",
        body="Das ist ein Entwurf.",
    ),
}

OTHERS = {
    "contacts/jana-weiss.yml": "name: Jana Weiß\nrole: {de: Leitung, en: Manager}\n"
    "phone: '+49 30 23125111'\nanswers_within: {de: einem Tag, en: a day}\n",
    "contacts/tom-berg.yml": "name: Tom Berg\nemail: tom.berg@kraftraum.example\n",
    "services/sauna.yml": "name: Sauna\nsummary: {de: Finnisch, en: Finnish}\norder: 20\n",
    "services/sauna.md": "Drei Öfen, siehe [Haus](../pages/haus.md).\n",
    "services/sauna.en.md": "Three stoves.\n",
    "services/kurse.yml": "name: {de: Kurse, en: Classes}\ncontact: tom-berg\n"
    "redirects: [/kursplan/]\n",
    "locations/mitte.yml": "name: Mitte\nservices: [sauna, kurse]\ncontact: jana-weiss\n"
    "address: {street: Torstraße 12, postcode: '10119', city: Berlin}\n"
    "hours: {mon-fri: '06:00-23:00'}\n"
    "holidays: {region: DE-BE, hours: closed}\n"
    "special_hours:\n  - {date: 2026-12-24, closed: true, reason: {de: Fest, en: Feast}}\n",
    "locations/mitte.md": "Am Platz, mit [Sauna](../services/sauna.yml).\n",
    "locations/ost.yml": "name: Ost\nphone: '+49 30 23125112'\nservices: [kurse]\n",
    "pages/haus.md": "---\ntitle: Das Haus\nmenu: main\norder: 1\nredirects: [/alt/haus/]\n---\n\n"
    "Es steht in Berlin.\n\n## Wege\n\nZur [Sauna](../posts/sauna-zu.md).\n",
    "pages/haus.en.md": "---\ntitle: The house\n---\n\nIt is in Berlin.\n\n## Wege\n\nWays.\n",
    "pages/kontakt.md": "---\ntitle: Kontakt\nmenu: footer\n---\n\nRuft an.\n",
    "pages/haus/regeln.md": "---\ntitle: Regeln\nmenu: none\n---\n\nSeid nett, siehe "
    "[Plan](../../media/plan.png).\n",
    "questions/handtuch.md": "---\nquestion: Kann ich ein Handtuch leihen?\nanswered: 2026-11-18\n"
    "services: [sauna, kurse]\norder: 1\n---\n\nJa, siehe [Haus](../pages/haus.md) und "
    "[Kind](kind.md).\n\n## Preis\n\nEin Euro, ![Plan](../media/plan.png).\n",
    "questions/handtuch.en.md": "---\nquestion: Can I hire a towel?\n---\n\nYes, at reception.\n",
    "questions/kind.md": "---\nquestion: Darf mein Kind mit?\nanswered: 2026-11-20\n"
    "locations: [mitte]\ncontact: tom-berg\n---\n\nJa, siehe [Sauna](../posts/sauna-zu.md).\n",
    "media/plan.png": png(6, 5),
    "static/alt/liste.txt": "eins\n",
}

FOOTER = "<footer>{{ frame.site_name }}, {{ config.extra.slogan }}</footer>\n"


def write_publication(root: Path) -> Path:
    """All of it below `root`, which is returned."""
    posts = {f"posts/{name}": data for name, data in POSTS.items()}
    written(root, posts | OTHERS)
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    footer = root / "look/partials/footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text(FOOTER, encoding="utf-8")
    return root

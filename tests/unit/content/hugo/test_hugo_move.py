"""A small Hugo site with every construct that is known, and what becomes of it."""

from pathlib import Path

import pytest
import yaml

from aushang.content.hugo.move import Moved, move
from aushang.content.hugo.publication import new_site, publication_files
from aushang.content.hugo.site import read_site
from aushang.model import AushangError

CONFIGURATION = """\
title: Bad am Park
baseURL: https://www.bad.example/
defaultContentLanguage: de
permalinks: {posts: "/:year/:month/:day/:title"}
languages:
  de: {contentDir: content/de}
  en: {contentDir: content/en}
"""
FILES = {
    "hugo.yaml": CONFIGURATION,
    "static/img/plan.png": "png",
    "static/.well-known/security.txt": "Contact: mailto:a@bad.example\n",
    "content/de/posts/2019-11-25-wartung.md": """\
---
title: "Wartung der Sauna am 27.11.2019 &amp; mehr"
date: 2019-11-25 16:00:00
aliases: [/de/wartung.html]
translationKey: a
icon: tool.svg
postImage: /img/plan.png
---
Mehr steht bei der [Sauna]({{< ref "sauna" >}}) und im [Beitrag]({{<ref "2018-01-01-neu.md#los">}}).

{{< tldr >}}
Die Sauna bleibt *kalt*.
{{< /tldr >}}
<!--more-->
{{< figure
  src="/img/plan.png"
  alt="Der Plan"
  caption="Plan & mehr"
>}}

[Plan](/img/plan.png) [alt](/service/sauna.html#zeiten) [weg](/nie/da.html) `[code](/nie/da.html)`
""",
    "content/en/posts/2019-11-25-maintenance.md": """\
---
title: Maintenance of the sauna
date: 2019-11-25 16:00:00
aliases: [/en/maintenance.html]
translationKey: a
---
See [the pool](/en/about/).
<iframe src="https://www.youtube.com/embed/abc-1"></iframe>
![far](https://far.example/x.png)
{{< strange >}}
""",
    "content/de/posts/2018-01-01-neu.md": """\
---
title: Alles neu
date: 2018-01-01
---
{{< toc >}}

## Los

Text.
""",
    "content/de/service/_index.md": "---\ntitle: Dienste\n---\n",
    "content/de/service/sauna.md": """\
---
title: Sauna
description: Finnisch
translationKey: s
aliases: [/service/sauna.html]
weight: 3
links: {plan: {url: "https://plan.example/", text: Plan}}
---
Warm.
""",
    "content/en/about.md": "---\ntitle: About\ntranslationKey: u\n---\nWe are here.\n",
    "content/de/ueber.md": (
        "---\ntitle: Über uns\ntranslationKey: u\nmenu: main\nweight: 2\n---\nWir sind hier.\n"
    ),
}


@pytest.fixture
def moved(tmp_path: Path) -> Moved:
    """The small site after the move."""
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    source = read_site(tmp_path)
    return move(source, new_site(source, url="", time_zone="Europe/Berlin", year=2026))


def _front(text: str) -> dict[str, object]:
    data = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(data, dict)
    return data


def test_a_post_keeps_its_words_and_its_old_addresses(moved: Moved) -> None:
    """Title without entities, the time as it was written, the address Hugo made and the alias."""
    front = _front(moved.files["posts/2019-11-25-wartung.md"])
    assert front == {
        "id": "2019-11-25-wartung",
        "type": "maintenance",
        "title": "Wartung der Sauna am 27.11.2019 & mehr",
        "published": "2019-11-25T16:00",
        "starts": "2019-11-27T00:00",
        "ends": "2019-11-28T00:00",
        "services": ["sauna"],
        "redirects": [
            "/2019/11/25/wartung-der-sauna-am-27.11.2019-amp-mehr/",
            "/de/wartung.html",
        ],
        "guessed": ["type", "services", "starts", "ends"],
    }


def test_a_translation_is_joined_by_its_key(moved: Moved) -> None:
    """The English file stands beside the German one; Hugo served its alias below /en/ as well."""
    front = _front(moved.files["posts/2019-11-25-wartung.en.md"])
    assert front == {
        "title": "Maintenance of the sauna",
        "slug": "2019-11-25-maintenance",
        "redirects": [
            "/en/2019/11/25/maintenance-of-the-sauna/",
            "/en/maintenance.html",
            "/en/en/maintenance.html",
        ],
    }


def test_references_pictures_and_shortcodes_become_markdown(moved: Moved) -> None:
    """ref, figure, tldr and toc mean what they meant; code is left alone."""
    body = moved.files["posts/2019-11-25-wartung.md"].split("---\n", 2)[2]
    assert body == (
        "\n![Wartung der Sauna am 27.11.2019 &amp; mehr](../static/img/plan.png)\n\n"
        "Mehr steht bei der [Sauna](../services/sauna.md) "
        "und im [Beitrag](2018-01-01-neu.md#los).\n\n"
        "> [!NOTE]\n> **Kurz gesagt:** Die Sauna bleibt *kalt*.\n"
        "<!--more-->\n"
        '<figure>\n<img src="../static/img/plan.png" alt="Der Plan">\n'
        "<figcaption>Plan &amp; mehr</figcaption>\n</figure>\n\n"
        "[Plan](../static/img/plan.png) [alt](../services/sauna.md#zeiten) weg "
        "`[code](/nie/da.html)`\n"
    )
    assert "- [Los](#los)" in moved.files["posts/2018-01-01-neu.md"]


def test_services_become_data_with_a_text_beside(moved: Moved) -> None:
    """Name, summary, order and old addresses in YAML; the text and the links in Markdown."""
    assert yaml.safe_load(moved.files["services/sauna.yml"]) == {
        "name": {"de": "Sauna"},
        "summary": {"de": "Finnisch"},
        "order": 3,
        "redirects": {"de": ["/service/sauna/", "/service/sauna.html"]},
    }
    assert moved.files["services/sauna.md"] == (
        "Warm.\n\n## Links\n\n- [Plan](https://plan.example/)\n"
    )
    assert moved.redirects == {"/service/": "/angebote/"}


def test_pages_keep_their_address(moved: Moved) -> None:
    """/ueber/ and /en/about/ stay, so neither needs a redirect."""
    assert _front(moved.files["pages/ueber.md"]) == {
        "title": "Über uns",
        "menu": "main",
        "order": 2,
    }
    assert _front(moved.files["pages/ueber.en.md"]) == {"title": "About", "slug": "about"}


def test_files_of_static_are_copied(moved: Moved) -> None:
    """Pictures and files such as security.txt keep their place."""
    assert sorted(moved.copies) == ["static/.well-known/security.txt", "static/img/plan.png"]


def test_what_cannot_follow_is_listed_with_its_line(moved: Moved) -> None:
    """Nothing is dropped in silence."""
    listed = {(str(item.location), item.message) for item in moved.diagnostics}
    german = "content/de/posts/2019-11-25-wartung.md"
    english = "content/en/posts/2019-11-25-maintenance.md"
    video = "https://www.youtube.com/embed/abc-1"
    assert listed == {
        (f"{german}:6", "`icon: tool.svg` has no counterpart here and was left out"),
        (
            f"{german}:21",
            "“/nie/da.html” is no page or file of the old site; its text stays without a link",
        ),
        (
            f"{english}:8",
            f"the frame “{video}” loads a page from another host and became a link",
        ),
        (
            f"{english}:9",
            "the picture “https://far.example/x.png” lies on another host and became a link",
        ),
        (
            f"{english}:10",
            "the shortcode “strange” is not known; what it encloses stays",
        ),
    }


def test_frames_and_far_pictures_become_links(moved: Moved) -> None:
    """A published page asks no other host for anything."""
    text = moved.files["posts/2019-11-25-wartung.en.md"]
    video = "https://www.youtube.com/watch?v=abc-1"
    assert f"[{video}]({video})" in text
    assert "\n[far](https://far.example/x.png)\n" in text
    assert "[the pool](../pages/ueber.en.md)" in text


def test_the_new_folder_has_a_configuration_and_a_person(tmp_path: Path, moved: Moved) -> None:
    """Hugo knew nobody to ask; the moved publication names somebody."""
    source = read_site(tmp_path)
    site = new_site(source, url="", time_zone="Europe/Berlin", year=2026)
    files = publication_files(moved, site, {"person": "Ada Amt", "email": "", "phone": ""})
    assert yaml.safe_load(files["mkdocs.yml"])["plugins"] == [
        {
            "aushang": {
                "languages": ["de", "en"],
                "time_zone": "Europe/Berlin",
                "tag": "www.bad.example,2026",
                "contact": "redaktion",
                "redirects": {"/service/": "/angebote/"},
                "search": False,
            }
        }
    ]
    contact = yaml.safe_load(files["content/contacts/redaktion.yml"])
    assert contact == {"name": "Ada Amt", "url": "https://www.bad.example/"}


def test_a_folder_without_hugo_is_refused(tmp_path: Path) -> None:
    """One sentence, and what to name instead."""
    with pytest.raises(AushangError) as caught:
        read_site(tmp_path)
    assert caught.value.message == (
        f"{tmp_path} holds no Hugo site: there is neither hugo.yaml nor hugo.toml nor "
        "config/_default"
    )
    assert caught.value.hint == "name the folder in which `hugo` is run"


def test_a_site_without_an_address_is_refused(tmp_path: Path) -> None:
    """Feeds need absolute addresses."""
    (tmp_path / "hugo.toml").write_text('title = "Bad"\n', encoding="utf-8")
    with pytest.raises(AushangError) as caught:
        new_site(read_site(tmp_path), url="", time_zone="Europe/Berlin", year=2026)
    assert caught.value.message == (
        "Hugo's configuration has no baseURL, so feeds would carry relative links"
    )

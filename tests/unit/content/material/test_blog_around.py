"""What stands beside the posts of a blog: people, defaults, pages, pictures, categories."""

from pathlib import Path

from tests.blog_folder import findings, loaded_blog, only, post
from tests.content_folder import told

from aushang.model import ROOT, Localised, Menu

PEOPLE = """\
authors:
  jana:
    name: Jana Weiß
    description: Head of the studio
    avatar: jana.png
    email: jana.weiss@kraftraum.example
  max:
    name: Max Kern
    description: Guest
    avatar: https://example.org/max.png
    url: ../max.md
"""
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000002000000030802000000")


def test_the_first_author_who_can_be_asked_is_the_contact(tmp_path: Path) -> None:
    """One whom nobody can reach answers nobody."""
    files = {"blog/.authors.yml": PEOPLE, "blog/posts/a.md": post("authors: [max, jana]")}
    found = loaded_blog(tmp_path, files)
    assert only(found).contact == "jana"
    person = found.publication.contacts["jana"]
    assert (person.name, person.email) == ("Jana Weiß", "jana.weiss@kraftraum.example")
    assert person.role == Localised({"en": "Head of the studio"})
    assert str(person.source.at("name")) == "content/blog/.authors.yml:3:11"
    assert "max" not in found.publication.contacts


def test_authors_whom_no_file_names_leave_the_post_to_the_publication(tmp_path: Path) -> None:
    """Without a file of authors there is nobody to compare with."""
    assert only(loaded_blog(tmp_path, {"posts/a.md": post("authors: [squidfunk]")})).contact == ""


def test_an_author_may_be_a_contact_with_a_file_of_their_own(tmp_path: Path) -> None:
    """Aushang's own data folders are honoured."""
    files = {
        "contacts/jana.yml": "name: Jana Weiß\nphone: '+49 30 555010'\n",
        "services/sauna.yml": "name: Our sauna\n",
        "services/sauna.md": "Finnish, 90 degrees.\n",
        "services/other.md": "# A page\n\nNo data file is beside it.\n",
        "posts/a.md": post("authors: [jana]", "categories: [Sauna]"),
    }
    found = loaded_blog(tmp_path, files)
    assert only(found).contact == "jana"
    service = found.publication.services["sauna"]
    assert service.name == Localised({"en": "Our sauna"})
    assert service.about["en"].text == "Finnish, 90 degrees."
    assert [page.id for page in found.publication.pages] == ["services/other"]


def test_a_misspelt_author_is_told_where_authors_are_known(tmp_path: Path) -> None:
    """A warning: the publication's person stands in."""
    files = {".authors.yml": PEOPLE, "posts/a.md": post("authors: [jaan]")}
    assert findings(tmp_path, files) == [
        (
            "posts/a.md:3:11: warning AU001 entry 1 of `authors` is “jaan”, who stands in no "
            ".authors.yml\n    help: did you mean “jana”?"
        )
    ]
    files["posts/a.md"] = post("authors: [zoe]")
    assert findings(tmp_path, files) == [
        (
            "posts/a.md:3:11: warning AU001 entry 1 of `authors` is “zoe”, who stands in no "
            ".authors.yml\n    help: add the author there, with `name` and `email`"
        )
    ]


def test_a_fault_among_the_authors_has_its_place(tmp_path: Path) -> None:
    """The posts are none the worse for it."""
    files = {".authors.yml": "authors:\n  jana: {email: jana}\n", "posts/a.md": post()}
    assert findings(tmp_path, files) == [
        (
            ".authors.yml:2:9: error AU003 `name` is missing in `authors.jana`\n"
            "    help: add a line `name: …`"
        ),
        (
            ".authors.yml:2:17: error AU001 `authors.jana.email` is “jana”; "
            "expected an e-mail address "
            "such as jana@studio.example"
        ),
    ]


def test_defaults_hold_for_a_folder_and_below(tmp_path: Path) -> None:
    """The post's own value decides, then the nearer folder; lists are joined."""
    files = {
        "blog/.meta.yml": "categories: [Studio]\ntags: [all]\ndescription: Of the studio.\n",
        "blog/posts/2026/.meta.yml": "description: Of this year.\npin: true\n",
        "blog/posts/2026/a.md": post("categories: [Sauna, Studio]", "pin: false"),
        "guide.md": "# Guide\n\nAll about it.\n",
    }
    found = loaded_blog(tmp_path, files)
    one = only(found)
    assert (one.services, one.tags) == (("sauna", "studio"), ("all",))
    assert (one.text("en").summary, one.is_pinned) == ("Of this year.", False)
    assert found.publication.pages[0].text("en").summary == "All about it."


def test_a_folder_of_drafts_is_one_by_its_defaults(tmp_path: Path) -> None:
    """What is wrong in it are warnings."""
    files = {"posts/drafts/.meta.yml": "draft: true\n", "posts/drafts/a.md": post("date: soon")}
    found = loaded_blog(tmp_path, {**files, "posts/b.md": post()})
    assert [one.id for one in found.publication.all_posts] == ["b"]
    assert [told(one) for one in found.diagnostics] == [
        (
            "content/posts/drafts/a.md:2:7: warning AU001 `date` is “soon”; "
            "expected a date and time "
            "such as 2026-11-21T09:00"
        )
    ]


def test_a_post_may_say_that_it_is_no_draft(tmp_path: Path) -> None:
    """Its faults are errors then, whatever its folder says."""
    files = {"posts/.meta.yml": "draft: true\n", "posts/a.md": post("draft: false", "pin: ja")}
    assert [one.severity for one in loaded_blog(tmp_path, files).diagnostics] == ["error"]
    files["posts/a.md"] = post("draft: false")
    assert only(loaded_blog(tmp_path, files)).id == "a"


def test_a_fault_in_defaults_is_told_once_at_its_place(tmp_path: Path) -> None:
    """Not once for each post below."""
    files = {"posts/.meta.yml": "pin: ja\n", "posts/a.md": post(), "posts/b.md": post("title: B")}
    assert findings(tmp_path, files) == [
        (
            "posts/.meta.yml:1:6: error AU001 `pin` is “ja”; allowed are true, false\n"
            "    help: did you mean “true”?"
        )
    ]


def test_a_category_is_a_service_by_its_name(tmp_path: Path) -> None:
    """It comes into being with the first post that is shown, and its old list leads to its page."""
    files = {
        "blog/posts/a.md": post("title: A", "categories: [Kurse & Sauna]"),
        "blog/posts/b.md": post("title: B", "categories: [kurse sauna, Build]"),
        "blog/posts/later.md": post("date: 2027-01-01", "title: C", "categories: [Later]"),
    }
    services = loaded_blog(tmp_path, files).publication.services
    assert {one.id: one.name.to("en") for one in services.values()} == {
        "build": "Build",
        "kurse-sauna": "Kurse & Sauna",
    }
    assert services["build"].redirects == {"en": ("/blog/category/build/",)}


def test_other_texts_are_pages(tmp_path: Path) -> None:
    """Those on the first level are linked from every page unless they say otherwise."""
    files = {
        "posts/a.md": post(body="# A\n\nSee [about](../about.md) and [all](../index.md).\n"),
        "index.md": "# News\n",
        "about.md": "# About us\n\nWe are here.\n",
        "imprint.md": "---\ntitle: Imprint\nmenu: footer\norder: 2\n---\n\nKraftraum GmbH\n",
        "Help & more/Große Fragen.md": "# Questions\n\nAsk us.\n",
    }
    found = loaded_blog(tmp_path, files)
    pages = {one.id: (one.menu, one.order, one.text("en").title) for one in found.publication.pages}
    assert pages == {
        "about": (Menu.MAIN, 0, "About us"),
        "help-more/grosse-fragen": (Menu.NONE, 0, "Questions"),
        "imprint": (Menu.FOOTER, 2, "Imprint"),
    }
    html = only(found).text("en").body.html
    assert f'<a href="{ROOT}about/">about</a> and <a href="{ROOT}">all</a>' in html


def test_a_file_is_published_where_a_text_refers_to_it(tmp_path: Path) -> None:
    """Whatever else lies there (programs, notes, sources) stays where it is."""
    body = "# A\n\n![Bath](a/bath.png) [Plan](../files/Plan Süd.pdf)\n".replace(" Süd", "%20Süd")
    files = {
        "posts/a.md": post(body=body),
        "posts/a/bath.png": PIXEL,
        "posts/a/notes.txt": "later",
        "files/Plan Süd.pdf": b"%PDF",
        "javascripts/extra.js": "alert(1)",
        "overrides/main.html": "<p>",
        ".cache/x.yml": "a: 1",
    }
    found = loaded_blog(tmp_path, files)
    assert [one.site_path for one in found.publication.media] == [
        "media/files/plan-sued.pdf",
        "media/posts/a/bath.png",
    ]
    assert 'width="2" height="3"' in only(found).text("en").body.html


def test_a_dead_link_out_of_the_folder_is_taken_from_the_root(tmp_path: Path) -> None:
    """As browsers do; a check judges it, and nothing is bent to look alive."""
    found = only(loaded_blog(tmp_path, {"posts/a.md": post(body="# A\n\n[x](../../b.md#c)\n")}))
    (link,) = found.text("en").body.links
    assert (link.target, link.address) == ("../../b.md#c", f"{ROOT}b.md#c")
    assert f'<a href="{ROOT}b.md#c">x</a>' in found.text("en").body.html


def test_the_excerpt_ends_at_more(tmp_path: Path) -> None:
    """As Material's separator says."""
    body = "# A\n\nFirst.\n\nSecond.\n\n<!-- more -->\n\nThird.\n"
    found = only(loaded_blog(tmp_path, {"posts/a.md": post(body=body)}))
    assert found.text("en").body.excerpt == "<p>First.</p>\n<p>Second.</p>"

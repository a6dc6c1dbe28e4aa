"""The examples for apps in the docs: each polls, shows, keeps posts and applies the clock.

Python's runs in a process of its own; TypeScript's is compiled under `strict`, with the types that
`openapi-typescript` makes of our description. Both are asked the same questions.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.test_shell import browser
from tests.contract.small_server import Hosted, hosted
from tests.contract.typescript import compiled, make_types, node
from tests.integration.processes import PATIENCE, free_port
from tests.integration.sites import CONFIGURATION, NOW, aushang, write, write_post, write_site
from tests.meta.docs_pages import ROOT, blocks
from tests.served import served

__all__ = ["browser"]  # the fixture

PAGE = ROOT / "docs/how-to/read-the-api-in-an-app.md"
EXAMPLES = {block.language: block.text for block in blocks(PAGE)}
DRIVER = """
if __name__ == "__main__":
    import sys

    site = Site(sys.argv[1])
    for line in sys.stdin:
        command, asked = json.loads(line)
        now = datetime.fromisoformat(asked["now"]) if asked else None
        try:
            if command == "poll":
                status = site.status()
                result = status and list(show(status, now, asked["language"]))
            elif command == "sync":
                site.sync()
                result = sorted(site.posts)
            elif command == "titles":
                result = sorted(post["texts"]["de"]["title"] for post in site.posts.values())
            elif command == "phase":
                result = phase(asked["post"], now)
            else:
                transitions = asked["transitions"]
                transitions = asked["place_transitions"] if transitions is None else transitions
                result = standing(asked["state"], transitions, now)
        except Exception as error:
            result = f"failed: {type(error).__name__}"
        print(json.dumps(result), flush=True)
"""
Asked = Callable[..., object]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The small publication, published under the address of a server on this machine.

    It has a service more, which no place offers.
    """
    root = tmp_path_factory.mktemp("host") / "news"
    port = free_port()
    write_site(root)
    write(root / "content/services/hotline.yml", "name: {de: Beratung, en: Hotline}\n")
    local = CONFIGURATION.replace(
        "https://aktuell.kraftraum.example/news", f"http://127.0.0.1:{port}"
    )
    (root / "mkdocs.yml").write_text(local, encoding="utf-8")
    build(root)
    with hosted(root / "site", port) as host:
        yield host


def build(root: Path) -> None:
    """Publish."""
    run = aushang(root, "build", "--quiet")
    assert run.returncode == 0, run


@pytest.fixture(scope="module")
def programs(host: Hosted, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """How each example is started."""
    folder = tmp_path_factory.mktemp("programs")
    python = folder / "aushang.py"
    python.write_text(EXAMPLES["python"] + DRIVER, encoding="utf-8")
    make_types(host.folder / "api/v1/openapi.json", folder)
    (folder / "aushang.ts").write_text(EXAMPLES["typescript"], encoding="utf-8")
    shutil.copy(Path(__file__).with_name("drive.js"), folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    assert compiled(folder, "aushang.ts", "es2023,dom") == ""
    return {
        "python": [sys.executable, str(python)],
        "typescript": [node(), str(folder / "drive.js")],
    }


@pytest.fixture(params=["python", "typescript"])
def ask(request: pytest.FixtureRequest, programs, host: Hosted) -> Iterator[Asked]:
    """A running example: a command goes in, what came of it comes out."""
    command = [*programs[request.param], f"{host.address}api/v1/"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as process:

        def asked(command: str, told: object = None) -> object:
            assert process.stdin
            assert process.stdout
            process.stdin.write(f"{json.dumps([command, told])}\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield asked
        assert process.stdin
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_it_polls_and_shows(ask: Asked, host: Hosted) -> None:
    """The second question is answered with nothing: 304."""
    host.told()
    told = {"now": NOW, "language": "en"}
    shown = ask("poll", told)
    assert shown == [
        "Mitte: not known",
        "  Sauna: not known",
        "Hotline: not known",
        f"Die Sauna ist wieder offen ({host.address}meldungen/sauna-offen/)",
        f"Neue Matten ({host.address}meldungen/neue-matten/)",
    ]
    assert ask("poll", told) == shown
    assert host.told() == [("api/v1/status.json", 200), ("api/v1/status.json", 304)]


def test_a_language_that_the_site_does_not_speak(ask: Asked, host: Hosted) -> None:
    """What the site says in its first language is better than nothing."""
    shown = ask("poll", {"now": NOW, "language": "fr"})
    assert shown == [
        "Mitte: not known",
        "  Sauna: not known",
        "Beratung: not known",
        f"Die Sauna ist wieder offen ({host.address}meldungen/sauna-offen/)",
        f"Neue Matten ({host.address}meldungen/neue-matten/)",
    ]


def test_what_broke_off_is_asked_again(ask: Asked, host: Hosted) -> None:
    """Half an answer is none: it is kept nowhere, and what was known before stays."""
    told = {"now": NOW, "language": "de"}
    for path in (
        "api/v1/status.json",
        "api/v1/index.json",
        "api/v1/changes/0001.json",
        "api/v1/posts/sauna-offen.json",
    ):
        host.cut = path
        try:
            failed = str(ask("poll", told) if path.endswith("status.json") else ask("sync"))
        finally:
            host.cut = ""
        assert failed.startswith("failed: "), path
    assert len(ask("poll", told)) == 5
    assert ask("sync") == ["neue-matten", "sauna-offen"]


def test_what_is_not_there_is_nothing(ask: Asked, host: Hosted, tmp_path: Path) -> None:
    """A site that is just being moved, say: nothing to show, and the posts stay as they are."""
    assert ask("sync") == ["neue-matten", "sauna-offen"]
    own, host.folder = host.folder, tmp_path
    try:
        assert ask("poll", {"now": NOW, "language": "de"}) is None
        assert ask("sync") == ["neue-matten", "sauna-offen"]
    finally:
        host.folder = own


def test_it_keeps_posts_by_the_log(ask: Asked, host: Hosted) -> None:
    """First all; then what is new, what was edited and what went, each for one request."""
    root = host.folder.parent
    host.told()
    assert ask("sync") == ["neue-matten", "sauna-offen"]
    assert host.told() == [
        ("api/v1/index.json", 200),
        ("api/v1/changes/0001.json", 200),
        ("api/v1/posts/neue-matten.json", 200),
        ("api/v1/posts/sauna-offen.json", 200),
    ]
    assert ask("sync") == ["neue-matten", "sauna-offen"]
    assert host.told() == [("api/v1/changes/0001.json", 304)]
    extra = write_post(root, "aufguss", "Aufguss am Abend", "Um 20 Uhr.")
    write_post(root, "neue-matten", "Neue Matten, neue Bänder", "Sie liegen bereit.")
    build(root)
    assert ask("sync") == ["aufguss", "neue-matten", "sauna-offen"]
    assert sorted(host.told()) == [
        ("api/v1/changes/0001.json", 200),
        ("api/v1/posts/aufguss.json", 200),
        ("api/v1/posts/neue-matten.json", 200),
    ]
    assert ask("titles") == [
        "Aufguss am Abend",
        "Die Sauna ist wieder offen",
        "Neue Matten, neue Bänder",
    ]
    extra.unlink()
    write_post(root, "neue-matten", "Neue Matten", "Sie liegen im Kursraum bereit.")
    build(root)
    assert ask("sync") == ["neue-matten", "sauna-offen"]
    assert len(host.told()) == 2


def test_it_starts_over_when_the_log_is_another(ask: Asked, host: Hosted) -> None:
    """What another machine published, from the same content but for one post."""
    assert ask("sync") == ["neue-matten", "sauna-offen"]
    root = host.folder.parent
    other = root.with_name("other")
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(root / "content", other / "content")
    shutil.copy(root / "mkdocs.yml", other)
    (other / "content/posts/neue-matten.md").unlink()
    build(other)
    own, host.folder = host.folder, other / "site"
    host.told()
    try:
        assert ask("sync") == ["sauna-offen"]
    finally:
        host.folder = own
    # The one post that is as it was is not fetched again.
    assert [path for path, _ in host.told() if "/posts/" in path] == []


_IN_A_BROWSER = """async ([address, count]) => {
    const { Site } = await import("./aushang.js");
    window.app ??= new Site(address);
    for (let at = 0; at < count; at++) await window.app.status();
    await window.app.sync();
    return [...window.app.posts.keys()].sort();
}"""


def test_it_runs_in_a_browser_on_another_website(
    browser: Browser, programs, host: Hosted, tmp_path: Path
) -> None:
    """Which shows no ETag and asks by itself whether there is news; and a 404 is one there, too."""
    with served(Path(programs["typescript"][1]).parent) as other:
        page = browser.new_page()
        page.goto(other)
        host.told()
        address = f"{host.address}api/v1/"
        assert page.evaluate(_IN_A_BROWSER, [address, 2]) == ["neue-matten", "sauna-offen"]
        assert host.told() == [
            ("api/v1/status.json", 200),
            ("api/v1/status.json", 304),
            ("api/v1/index.json", 200),
            ("api/v1/changes/0001.json", 200),
            ("api/v1/posts/neue-matten.json", 200),
            ("api/v1/posts/sauna-offen.json", 200),
        ]
        own, host.folder = host.folder, tmp_path
        try:
            assert page.evaluate(_IN_A_BROWSER, [address, 1]) == ["neue-matten", "sauna-offen"]
        finally:
            host.folder = own
        assert {status for _, status in host.told()} == {404}
        page.close()


@pytest.mark.parametrize("kind", ["posts", "states"])
def test_its_clock_is_ours(ask: Asked, host: Hosted, kind: str) -> None:
    """All examples of `clock-vectors.json`."""
    vectors = json.loads((host.folder / "api/v1/clock-vectors.json").read_bytes())["data"][kind]
    wrong = []
    for vector in vectors:
        found = ask("phase" if kind == "posts" else "standing", vector)
        if isinstance(found, dict):
            found = {name: found[name] for name in ("effect", "cause", "post")}
        if found != vector["expected"]:
            wrong.append(vector["name"])
    assert wrong == []

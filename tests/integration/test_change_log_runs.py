"""The log of changes as the program writes it and reads it back: own folder, other site, none."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.integration.processes import free_port
from tests.integration.sites import CONFIGURATION, aushang, tree, write_post, write_site
from tests.integration.test_mkdocs_runs import mkdocs

from aushang.build.published_log import read_log

TAG = "kraftraum.example,2026"
HINT_603 = (
    "    help: if customers have an older site that is whole, "
    "build with --published and its address"
)
HINT_604 = (
    "    help: build again when it can be reached; until then do not publish from other machines"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, published once."""
    root = write_site(tmp_path / "news")
    assert aushang(root, "build", "--quiet").returncode == 0
    return root


def log_of(folder: Path) -> list[tuple[int, str, str]]:
    """Number, id and state of each change in a published folder."""
    log = read_log(folder, TAG)
    assert log is not None
    return [(change.modified, change.id, change.state.value) for change in log.items]


def epoch_of(folder: Path) -> str:
    """The epoch of the log there, as the index of the API names it."""
    index = json.loads((folder / "api/v1/index.json").read_text())
    return index["data"]["changes"]["epoch"]


def lose(root: Path) -> None:
    """The published folder and what is kept beside it are gone."""
    shutil.rmtree(root / "site")
    shutil.rmtree(root / ".site.aushang")


@contextmanager
def served(folder: Path, asked: list[str]) -> Iterator[str]:
    """A web server for a folder, and what it was asked for."""

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            super().do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


BOTH = [(1, "neue-matten", "updated"), (2, "sauna-offen", "updated")]


def test_an_edit_appends_one_change(site: Path) -> None:
    """The first fill is in the order of publication; what did not change is not told again."""
    assert log_of(site / "site") == BOTH
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    assert aushang(site, "build", "--quiet").returncode == 0
    assert log_of(site / "site") == [*BOTH, (3, "sauna-offen", "updated")]
    before = tree(site / "site")
    run = aushang(site, "build", now="2026-11-21T20:00:30+01:00")
    assert "nothing has changed" in run.stdout
    assert tree(site / "site") == before


def test_a_post_that_goes_and_comes_back(site: Path) -> None:
    """Under the same id: a tombstone, and then a change like any other."""
    text = (site / "content/posts/neue-matten.md").read_text()
    (site / "content/posts/neue-matten.md").unlink()
    assert aushang(site, "build", "--quiet").returncode == 0
    (site / "content/posts/neue-matten.md").write_text(text)
    assert aushang(site, "build", "--quiet").returncode == 0
    gone_and_back = [(3, "neue-matten", "deleted"), (4, "neue-matten", "updated")]
    assert log_of(site / "site") == [*BOTH, *gone_and_back]


def test_the_index_leads_to_the_log(site: Path) -> None:
    """To its beginning and its end, and says how far it has come."""
    index = json.loads((site / "site/api/v1/index.json").read_text())
    page = "https://aktuell.kraftraum.example/news/api/v1/changes/0001.json"
    assert (index["links"]["changes"], index["links"]["changes_latest"]) == (page, page)
    assert index["data"]["changes"] == {"epoch": epoch_of(site / "site"), "modified": 2}


def test_a_lost_state_folder_costs_nothing(site: Path) -> None:
    """The log is read from the published site."""
    before, epoch = tree(site / "site"), epoch_of(site / "site")
    shutil.rmtree(site / ".site.aushang")
    assert aushang(site, "build", "--quiet").returncode == 0
    assert tree(site / "site") == before
    shutil.rmtree(site / ".site.aushang")
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    assert aushang(site, "build", "--quiet").returncode == 0
    assert log_of(site / "site") == [*BOTH, (3, "sauna-offen", "updated")]
    assert epoch_of(site / "site") == epoch


def test_a_refused_build_leaves_the_log(site: Path) -> None:
    """It is part of the folder."""
    before = tree(site / "site")
    write_post(site, "leer", "Leer", "## Kurse\n\n## Sauna\n\nWarm.")
    assert aushang(site, "build", "--quiet").returncode == 1
    assert tree(site / "site") == before


def test_the_clock_set_back_withdraws_and_brings_back(site: Path) -> None:
    """Numbers only grow; a post that is not published yet is not there."""
    assert aushang(site, "build", "--quiet", now="2026-11-19T08:00:00+01:00").returncode == 0
    assert aushang(site, "build", "--quiet").returncode == 0
    told = log_of(site / "site")
    assert [one[2] for one in told] == ["updated"] * 2 + ["deleted"] * 2 + ["updated"] * 2


def test_a_site_that_moves_keeps_its_log(site: Path) -> None:
    """Addresses are worked out anew; each post's file changes, because it holds some."""
    epoch = epoch_of(site / "site")
    file = site / "mkdocs.yml"
    file.write_text(CONFIGURATION.replace("aktuell.kraftraum.example/news", "neu.example"))
    assert aushang(site, "build", "--quiet").returncode == 0
    again = [(3, "neue-matten", "updated"), (4, "sauna-offen", "updated")]
    assert log_of(site / "site") == [*BOTH, *again]
    assert epoch_of(site / "site") == epoch
    page = json.loads((site / "site/api/v1/changes/0001.json").read_text())
    assert page["items"][0]["url"] == "https://neu.example/api/v1/posts/neue-matten.json"


def test_a_damaged_log_is_told_once(site: Path) -> None:
    """A new epoch begins."""
    file, epoch = site / "site/api/v1/changes/0001.json", epoch_of(site / "site")
    file.write_text(file.read_text().replace('"modified":2', '"modified":3'))
    run = aushang(site, "build", "--quiet", now="2026-11-21T21:00:00+01:00")
    assert run.returncode == 0
    message = (
        "mkdocs.yml: warning AU603 the log of changes in the published folder cannot be carried "
        "on: change 2 does not follow from those before it; a new log of changes begins, and apps "
        "that follow it start over"
    )
    assert run.stdout.splitlines()[:2] == [message, HINT_603]
    assert log_of(site / "site") == BOTH
    assert epoch_of(site / "site") != epoch
    again = aushang(site, "build", "--quiet", now="2026-11-21T21:00:10+01:00")
    assert (again.returncode, again.stdout) == (0, "")


def test_a_lost_folder_goes_on_from_what_customers_have(site: Path, tmp_path: Path) -> None:
    """Asked over HTTP: the index, and pages from the last one."""
    live = tmp_path / "live"
    shutil.copytree(site / "site", live)
    lose(site)
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    asked: list[str] = []
    with served(live, asked) as url:
        run = aushang(site, "build", "--quiet", "--published", url, now="2026-11-21T21:00+01:00")
    assert (run.returncode, run.stdout) == (0, "")
    assert asked == ["/api/v1/index.json", "/api/v1/changes/0001.json"]
    assert log_of(site / "site") == [*BOTH, (3, "sauna-offen", "updated")]
    assert epoch_of(site / "site") == epoch_of(live)


def test_an_older_site_is_behind_ours(site: Path, tmp_path: Path) -> None:
    """Customers have not got the last change yet: ours goes on."""
    live = tmp_path / "live"
    shutil.copytree(site / "site", live)
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    aushang(site, "build", "--quiet")
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Mittwoch.")
    run = aushang(site, "build", "--quiet", "--published", str(live))
    assert (run.returncode, run.stdout) == (0, "")
    assert log_of(site / "site") == [*BOTH, (3, "sauna-offen", "updated"), (4, *BOTH[1][1:])]


def test_of_two_machines_the_one_counts_that_customers_know(site: Path, tmp_path: Path) -> None:
    """The other one appends what is different; nobody starts over."""
    other = tmp_path / "other"
    shutil.copytree(site, other)
    write_post(other, "sauna-offen", "Die Sauna ist wieder offen", "Von der anderen.")
    aushang(other, "build", "--quiet")
    write_post(site, "neue-matten", "Neue Matten", "Von der einen.")
    aushang(site, "build", "--quiet")
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Von der anderen.")
    options = ("--quiet", "--published", str(other / "site"))
    run = aushang(site, "build", *options)
    assert (run.returncode, run.stdout) == (0, "")
    known = [*BOTH, (3, "sauna-offen", "updated")]
    assert log_of(other / "site") == known
    assert log_of(site / "site") == [*known, (4, "neue-matten", "updated")]


def test_nothing_published_yet_is_no_fault(site: Path, tmp_path: Path) -> None:
    """404, and a folder with nothing in it: it is the first time."""
    (tmp_path / "live").mkdir()
    with served(tmp_path / "live", []) as url:
        for where in (url, str(tmp_path / "live")):
            lose(site)
            run = aushang(site, "build", "--quiet", "--published", where)
            assert (run.returncode, run.stdout) == (0, "")
            assert log_of(site / "site") == BOTH
            # A misspelt address looks the same, so it is told to whoever reads the account.
            again = aushang(site, "build", "--strict", "--published", where)
            assert again.returncode == 0
            assert again.stdout.splitlines()[-4] == (
                f"nothing with a log of changes is published at {where} yet; "
                "if customers have the site elsewhere, correct `published`"
            )
    ours = aushang(site, "build", "--published", str(site / "site"))
    assert "nothing with a log" not in ours.stdout


def test_a_site_that_does_not_answer_is_told(site: Path) -> None:
    """The build goes on with the folder's own log; strict, it is refused."""
    url = f"http://127.0.0.1:{free_port()}/"
    message = (
        "mkdocs.yml: warning AU604 the log of the site that customers have cannot be read: "
        f"{url}: no connection could be made; the log of changes goes on from the folder that is "
        "replaced"
    )
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    strict = aushang(site, "build", "--quiet", "--strict", "--published", url)
    assert strict.returncode == 1
    run = aushang(site, "build", "--quiet", "--published", url)
    assert run.returncode == 0
    assert run.stdout.splitlines()[:2] == [message, HINT_604]
    assert log_of(site / "site") == [*BOTH, (3, "sauna-offen", "updated")]
    lose(site)
    alone = aushang(site, "build", "--quiet", "--published", url)
    assert alone.stdout.splitlines()[0].endswith(
        "made; a new log of changes begins, and apps that follow it start over"
    )


def test_another_publication_s_site_ends_it(site: Path, tmp_path: Path) -> None:
    """Wrong use: nothing is built."""
    other = write_site(tmp_path / "other")
    file = other / "mkdocs.yml"
    file.write_text(CONFIGURATION.replace(TAG, "andere.example,2020"))
    aushang(other, "build", "--quiet")
    run = aushang(site, "build", "--quiet", "--published", str(other / "site"))
    message = (
        f"aushang: error: `published` names “{other / 'site'}”, which is not this site: its tag is "
        "“andere.example,2020”, and that of this site is “kraftraum.example,2026”. Name the folder "
        "or the address at which customers have this site, or leave it out\n"
    )
    assert (run.returncode, run.stderr) == (2, message)


def test_a_site_that_is_not_aushang_s_ends_it(site: Path, tmp_path: Path) -> None:
    """Hosts that answer everything with their start page do not count as a first time."""
    live = tmp_path / "live/api/v1"
    live.mkdir(parents=True)
    (live / "index.json").write_text("<!doctype html><title>Hallo</title>")
    with served(tmp_path / "live", []) as url:
        run = aushang(site, "build", "--quiet", "--published", url)
    assert run.returncode == 2
    assert run.stderr.startswith(
        f"aushang: error: `published` names “{url}”, which is not this site: api/v1/index.json is "
        "not what aushang writes there ("
    )


def test_a_folder_that_is_not_there_ends_it(site: Path) -> None:
    """A typing error must not begin a new epoch."""
    run = aushang(site, "build", "--quiet", "--published", "lvie")
    message = (
        f"aushang: error: `published` names “{site / 'lvie'}”, and there is no such folder. Name "
        "the folder or the address of the site that customers have\n"
    )
    assert (run.returncode, run.stderr) == (2, message)


def test_the_configuration_may_name_the_site(site: Path, tmp_path: Path) -> None:
    """A folder as seen from mkdocs.yml; `mkdocs build` writes the same from it."""
    live = tmp_path / "live"
    shutil.copytree(site / "site", live)
    file = site / "mkdocs.yml"
    file.write_text(
        CONFIGURATION.replace("      search:", "      published: ../live\n      search:")
    )
    lose(site)
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    assert aushang(site, "build", "--quiet").returncode == 0
    assert log_of(site / "site") == [*BOTH, (3, "sauna-offen", "updated")]
    run = mkdocs(site, "build", "--strict", "--site-dir", str(tmp_path / "other"))
    assert run.returncode == 0, run.stderr
    assert tree(tmp_path / "other") == tree(site / "site")


def test_where_nothing_was_edited_the_site_is_asked_all_the_same(
    site: Path, tmp_path: Path
) -> None:
    """Somebody else may have published, and what is here would take that back unseen."""
    other = tmp_path / "other"
    shutil.copytree(site, other)
    write_post(other, "sauna-offen", "Die Sauna ist wieder offen", "Von der anderen.")
    file = site / "mkdocs.yml"
    live = f"      published: {other / 'site'}\n      search:"
    file.write_text(CONFIGURATION.replace("      search:", live))
    assert aushang(site, "build", "--quiet").returncode == 0
    assert aushang(site, "build", "--quiet").returncode == 0
    assert log_of(site / "site") == BOTH
    assert aushang(other, "build", "--quiet").returncode == 0
    assert aushang(site, "build", "--quiet").returncode == 0
    told = [(3, "sauna-offen", "updated"), (4, "sauna-offen", "updated")]
    assert log_of(site / "site") == [*BOTH, *told]


def test_mkdocs_goes_on_from_the_folder_that_it_empties(site: Path) -> None:
    """The log is read before."""
    assert mkdocs(site, "build", "--strict").returncode == 0
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag.")
    assert mkdocs(site, "build", "--strict").returncode == 0
    assert log_of(site / "site") == [*BOTH, (3, "sauna-offen", "updated")]

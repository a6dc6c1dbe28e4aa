"""Programs that read Statuspage, on the files of the sample publication, served on this machine."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.factories import make_posts, make_publication
from tests.sample_publication import sample
from tests.served import served
from tests.statuspage_files import FOLDER, statuspage_bytes, statuspage_files

from aushang.model import Publication
from aushang.model.statuspage import SCHEMAS

HERE = Path(__file__).parent
PYTHON = HERE.parents[1] / ".venv/statuscheck/bin/python"
TIMES = [datetime(2026, 11, 21, 11, tzinfo=UTC), datetime(2027, 1, 12, 11, tzinfo=UTC)]
"""With a pool closed and work under way; with other work under way."""
STATUSES = {
    "operational": "Operational",
    "under_maintenance": "Under maintenance",
    "degraded_performance": "Degraded performance",
    "partial_outage": "Partial outage",
    "major_outage": "Major outage",
}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which it is served."""
    with served(tmp_path) as address:
        yield tmp_path, address


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a site."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    """A program, which finds this machine without a proxy and what lies beside the scripts."""
    alone = os.environ | {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    return subprocess.run(
        command, check=False, capture_output=True, cwd=HERE / "js", env=alone, timeout=120
    )


def statuscheck(address: str) -> subprocess.CompletedProcess[bytes]:
    """What statuscheck makes of a site."""
    assert PYTHON.is_file(), "run tools/statuscheck"
    return run(PYTHON, HERE / "read_statuscheck.py", f"{address}{FOLDER}")


@pytest.mark.parametrize("now", TIMES, ids=str)
def test_statuscheck_reads_the_summary(site: tuple[Path, str], now: datetime) -> None:
    """It raises an error on any word or list that it does not know; it knows all of ours."""
    folder, address = site
    publication = sample(now)
    put(folder, statuspage_bytes(publication))
    summary = statuspage_files(publication)["summary"]
    done = statuscheck(address)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["status"]["code"] == summary["status"]["indicator"]
    assert found["status"]["description"] == summary["status"]["description"]
    assert [(one["id"], one["name"], one["status"]) for one in found["components"]] == [
        (one["id"], one["name"], STATUSES[one["status"]]) for one in summary["components"]
    ]
    told = summary["incidents"] + summary["scheduled_maintenances"]
    assert [(one["id"], one["name"], one["status"]) for one in found["incidents"]] == [
        (one["id"], one["name"], one["status"]) for one in told
    ]
    assert [len(one["components"]) for one in found["incidents"]] == [
        len(one["components"]) for one in told
    ]


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (b'"indicator": "none"', b'"indicator": "fine"', "KeyError: 'fine'"),
        (b'"status": "operational"', b'"status": "open"', "KeyError: 'open'"),
        (b'"incidents": []', b'"over": []', "KeyError: 'incidents'"),
        (b'"scheduled_maintenances"', b'"maintenances"', "KeyError: 'scheduled_maintenances'"),
    ],
)
def test_statuscheck_would_refuse_what_we_must_not_write(
    site: tuple[Path, str], old: bytes, new: bytes, error: str
) -> None:
    """So the test above proves something."""
    folder, address = site
    files = statuspage_bytes(make_publication([]))
    summary = files[f"{FOLDER}summary.json"]
    assert old in summary
    put(folder, files | {f"{FOLDER}summary.json": summary.replace(old, new)})
    done = statuscheck(address)
    assert done.returncode != 0
    assert error in done.stderr.decode()


@pytest.mark.parametrize("now", TIMES, ids=str)
def test_statuspage_io_reads_the_same(site: tuple[Path, str], now: datetime) -> None:
    """It finds the files by its own addresses, and every byte that we wrote."""
    folder, address = site
    publication = sample(now)
    put(folder, statuspage_bytes(publication))
    node = shutil.which("node")
    assert node, "run tools/calendar_reader, which installs Node and statuspage.io"
    assert (HERE / "js/node_modules/statuspage.io").is_dir(), "run tools/calendar_reader"
    done = run(node, HERE / "js/read_statuspage.js", f"{address}statuspage")
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    written = statuspage_files(publication)
    assert found == {name: written[name] for name in found}
    assert len(found) == 6


@pytest.mark.parametrize(
    "publication",
    [
        partial(sample, TIMES[0]),
        partial(sample, TIMES[1]),
        partial(make_publication, make_posts(70)),
        partial(make_publication, [], locations={}),
    ],
    ids=["autumn", "winter", "many", "empty"],
)
def test_every_file_is_what_its_schema_says(publication: Callable[[], Publication]) -> None:
    """Those that no program reads are held to the closed lists of our own schemas."""
    schemas = json.loads(SCHEMAS.read_bytes())
    found = statuspage_files(publication())
    assert list(found) == list(schemas)
    for name, file in found.items():
        assert list(Draft202012Validator(schemas[name]).iter_errors(file)) == []


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("incidents/unresolved", "resolved"),
        ("scheduled-maintenances/upcoming", "in_progress"),
        ("scheduled-maintenances/active", "scheduled"),
        ("scheduled-maintenances", "planned"),
        ("incidents", "closed"),
    ],
)
def test_the_schemas_are_strict(name: str, status: str) -> None:
    """Each file has the words of its own; another is a fault."""
    found = statuspage_files(sample(TIMES[0]))[name]
    (key,) = found.keys() - {"page"}
    found[key][0]["status"] = status
    schema = json.loads(SCHEMAS.read_bytes())[name]
    (error,) = Draft202012Validator(schema).iter_errors(found)
    assert list(error.path) == [key, 0, "status"]


@pytest.mark.parametrize("language", ["python", "js"])
def test_the_examples_of_the_page_work(site: tuple[Path, str], language: str) -> None:
    """As they stand there, but for the address."""
    folder, address = site
    put(folder, statuspage_bytes(sample(TIMES[0])))
    page = (HERE.parents[1] / "docs/how-to/statuspage-clients.md").read_text(encoding="utf-8")
    (example,) = re.findall(rf"^```{language}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    example = example.replace("https://aktuell.kraftraum.example/", address)
    if language == "python":
        done = run(PYTHON, "-c", example)
    else:
        node = shutil.which("node")
        assert node, "run tools/calendar_reader"
        brought = 'import { Statuspage } from "statuspage.io";\n'
        done = run(node, "--input-type=module", "--eval", brought + example)
    assert (done.stdout, done.stderr) == (b"Partial System Outage\n", b"")

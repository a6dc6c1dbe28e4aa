"""The row about what apps ask for each minute: nginx with our rules, and with none at all.

Loads come from wrk on the same machine, a second for either in turn and half a minute in all. What
counts is the ratio within a turn, since the machine's speed drifts between them.
"""

import re
import shutil
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from aushang.mkdocs.configuration import load_configuration
from aushang.outputs.headers.nginx import nginx
from bench.engines import aushang
from bench.measure import built
from bench.plan import NotThereError, Plan
from bench.table import Line, amount

_STATUS = "api/v1/status.json"
_POSTS = 50
_SECONDS, _TURNS = 1, 5
_LEAST = 0.95
_PATIENCE = 10  # seconds
_WHERE = "/usr/sbin:/usr/bin:/usr/local/bin:/usr/local/sbin"
_CONFIGURATION = """\
daemon off;
worker_processes 1;
pid nginx.pid;
error_log error.log;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path .; proxy_temp_path .; fastcgi_temp_path .; uwsgi_temp_path .;
    scgi_temp_path .;
    server {{ listen 127.0.0.1:{ours}; root {site}; include {rules}; }}
    server {{ listen 127.0.0.1:{bare}; root {plain}; }}
}}
"""


def of_status(plan: Plan) -> Iterator[Line]:
    """Requests a second for `status.json`, and for a plain file of the same bytes."""
    engine = aushang()
    folder = plan.filled(engine, _POSTS)
    built(engine, folder)
    site = load_configuration(folder / "mkdocs.yml").output
    ours, bare = [], []
    with _running(folder, site) as (address, plain):
        for _ in range(plan.runs * _TURNS):
            ours.append(asked(address))
            bare.append(asked(plain))
    share = statistics.median(one / other for one, other in zip(ours, bare, strict=True))
    size = (site / _STATUS).stat().st_size
    yield Line(
        f"nginx on one core, `status.json` ({size:,} B); the peer is a plain file without rules",
        amount(statistics.median(ours), "requests/s"),
        amount(statistics.median(bare), "requests/s"),
        f"{share:.2f} ×",
        f"≥ {_LEAST:g} ×, no error",
        is_met=share >= _LEAST,
    )


def asked(address: str) -> float:
    """Requests a second that wrk gets answered. Raises CalledProcessError for a single error."""
    command = [_program("wrk"), "-t1", "-c32", f"-d{_SECONDS}s", address]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=_SECONDS + _PATIENCE
    )
    rate = re.search(r"^Requests/sec:\s+([0-9.]+)$", ended.stdout, re.MULTILINE)
    if rate is None or "Socket errors" in ended.stdout or "Non-2xx" in ended.stdout:
        raise subprocess.CalledProcessError(1, command, ended.stdout.encode())
    return float(rate[1])


@contextmanager
def _running(folder: Path, site: Path) -> Iterator[tuple[str, str]]:
    """Both addresses while nginx runs. Its worker is nobody and reads a copy of the site."""
    with TemporaryDirectory(prefix="aushang-nginx-") as name:
        root = Path(name)
        root.chmod(0o755)
        copy, plain = root / "site", root / "plain"
        shutil.copytree(site, copy)
        plain.mkdir()
        shutil.copyfile(site / _STATUS, plain / "plain.json")
        rules = root / "rules.conf"
        rules.write_text(nginx(load_configuration(folder / "mkdocs.yml").site), encoding="utf-8")
        ports = _free_ports()
        text = _CONFIGURATION.format(
            ours=ports[0], bare=ports[1], site=copy, plain=plain, rules=rules
        )
        (root / "nginx.conf").write_text(text, encoding="utf-8")
        command = [_program("nginx"), "-p", name, "-e", "error.log", "-c", "nginx.conf"]
        process = subprocess.Popen(command)
        try:
            ours = f"http://127.0.0.1:{ports[0]}/{_STATUS}"
            bare = f"http://127.0.0.1:{ports[1]}/plain.json"
            _wait(ours)
            _wait(bare)
            yield ours, bare
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=_PATIENCE)


def _free_ports() -> tuple[int, int]:
    """Two that nobody had a moment ago."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _wait(address: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            with urlopen(address) as answer:  # noqa: S310  our own address
                answer.read()
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _program(name: str) -> str:
    found = shutil.which(name, path=_WHERE)
    if not found:
        raise NotThereError(f"{name} is not installed; tools/servers nginx wrk brings it")
    return found

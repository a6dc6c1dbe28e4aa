"""nginx, Apache and Caddy on loopback, each with no more configuration than ours asks for."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from tests.integration.processes import PATIENCE, free_port

_NGINX = """\
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{
        listen 127.0.0.1:{port};
        root {www};
        include {snippet};
    }}
}}
"""

_MODULES = (
    "mpm_event", "authz_core", "mime", "dir", "alias", "setenvif", "headers", "filter", "deflate",
    "negotiation", "autoindex",
)  # fmt: skip
_LOADED = "\n".join(f"LoadModule {each}_module modules/mod_{each}.so" for each in _MODULES)

_APACHE = (
    """\
ServerRoot /usr/lib/apache2
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
ServerName localhost
Mutex file:{folder}
User nobody
"""
    + _LOADED
    + """
DocumentRoot {www}
TypesConfig /dev/null
<Directory {site}>
    Require all granted
    AllowOverride None
    Include {snippet}
</Directory>
"""
)

_CADDY = """\
{{
    admin off
    auto_https off
    storage file_system {folder}
}}
http://127.0.0.1:{port} {{
    root * {www}
    import {snippet}
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str | None]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """One that runs and has the site under `base`."""

    port: int
    base: str

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a site path; `If_None_Match="…"` is a header."""
        return self.ask_raw(self.base + quote(path, safe="/"), method, **headers)

    def ask_raw(self, target: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a target as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, headers=sent)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()


def program(name: str) -> str:
    """Where a server is; `tools/servers` has brought it. Not everybody's path has /usr/sbin."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    assert found, f"{name} is not there; tools/servers installs it"
    return found


@contextmanager
def nginx(folder: Path, site: Path, base: str, snippet: str) -> Iterator[Server]:
    """Debian's nginx; `site` lies where the address `base` leads."""
    configuration = _written(folder, _NGINX, site, base, snippet)
    command = (program("nginx"), "-p", str(folder), "-e", "stderr", "-c", str(configuration))
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr, tested.stderr
    with _running(folder, command, configuration, base) as server:
        yield server


@contextmanager
def apache(folder: Path, site: Path, base: str, snippet: str) -> Iterator[Server]:
    """Debian's Apache, with the modules that our file names and those that it cannot do without."""
    configuration = _written(folder, _APACHE, site, base, snippet)
    command = (program("apache2"), "-f", str(configuration), "-DFOREGROUND")
    with _running(folder, command, configuration, base) as server:
        yield server


@contextmanager
def caddy(folder: Path, site: Path, base: str, snippet: str) -> Iterator[Server]:
    """Debian's Caddy, which speaks plain HTTP here and writes nowhere but into `folder`."""
    configuration = _written(folder, _CADDY, site, base, snippet)
    of_caddyfile = ("--config", str(configuration), "--adapter", "caddyfile")
    command = (program("caddy"), "run", *of_caddyfile)
    with _running(folder, command, configuration, base) as server:
        yield server


def _written(folder: Path, form: str, site: Path, base: str, snippet: str) -> Path:
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    (folder / "snippet").write_text(snippet, encoding="utf-8")
    www = site if base == "/" else site.parent
    text = form.format(
        folder=folder,
        port=free_port(),
        www=www,
        site=site,
        snippet=folder / "snippet",
    )
    configuration = folder / "server.conf"
    configuration.write_text(text, encoding="utf-8")
    return configuration


@contextmanager
def _running(
    folder: Path, command: Sequence[str], configuration: Path, base: str
) -> Iterator[Server]:
    port = int(
        configuration.read_text(encoding="utf-8").split("127.0.0.1:")[1].split()[0].strip(";")
    )
    log = folder / "log.txt"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command,
            stdout=stream,
            stderr=subprocess.STDOUT,
            env={**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        )
    server = Server(port, base)
    try:
        deadline = time.monotonic() + PATIENCE
        while not _answers(server):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
            time.sleep(0.02)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(server: Server) -> bool:
    try:
        return server.ask("").status == 200
    except OSError:
        return False

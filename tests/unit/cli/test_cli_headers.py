"""`aushang headers` prints the rules for one kind of server."""

from pathlib import Path

import pytest
from tests.integration.sites import CONFIGURATION, aushang, write, write_site


@pytest.mark.parametrize(
    ("host", "line"),
    [
        ("nginx", '    location = "/news/api/v1/status.json" {'),
        ("caddy", "route /news/* {"),
        ("apache", 'ErrorDocument 404 "/news/404.html"'),
        ("cloudflare", "/news/api/v1/status.json"),
        ("netlify", "/news/api/v1/status.json"),
    ],
)
def test_each_host_is_told_in_its_own_words(tmp_path: Path, host: str, line: str) -> None:
    """With the path of the site, and nothing else on the line of output."""
    done = aushang(write_site(tmp_path), "headers", host)
    assert (done.returncode, done.stderr) == (0, "")
    assert line in done.stdout.splitlines()
    assert done.stdout.endswith("\n")
    assert not done.stdout.endswith("\n\n")


def test_a_path_in_doubt_is_told_with_the_remedy(tmp_path: Path) -> None:
    """Nothing is printed that somebody could include."""
    root = write_site(tmp_path)
    write(root / "mkdocs.yml", CONFIGURATION.replace("/news/", "/news;evil/"))
    done = aushang(root, "headers", "nginx")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "aushang: error: `site_url` has the path “/news;evil/”, which no server's configuration "
        "can hold safely. Use letters, digits and - . _ ~ between its slashes\n"
    )


def test_an_unknown_host_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    """Wrong use."""
    done = aushang(write_site(tmp_path), "headers", "iis")
    assert done.returncode == 2
    assert "'iis' is not one of 'nginx', 'caddy', 'apache', 'cloudflare', 'netlify'" in done.stderr

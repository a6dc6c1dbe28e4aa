"""`aushang headers`: how the site wants to be served, in the words of a server."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from aushang.cli.building import opened
from aushang.cli.options import configuration_option
from aushang.model import Site
from aushang.outputs.headers.apache import apache
from aushang.outputs.headers.caddy import caddy
from aushang.outputs.headers.headers_file import headers_file
from aushang.outputs.headers.nginx import nginx

_HOSTS: Mapping[str, Callable[[Site], str]] = {
    "nginx": nginx,
    "caddy": caddy,
    "apache": apache,
    "cloudflare": headers_file,
    "netlify": headers_file,
}


@click.command()
@click.argument("host", type=click.Choice(list(_HOSTS)))
@configuration_option
def headers(file: Path, host: str) -> None:
    """Print how a server or host is told what each file is and how long it may be kept.

    HOST is nginx, caddy, apache, cloudflare or netlify. What is printed depends on the
    configuration alone; each build writes the last two, which are the same, as `_headers`.
    """
    click.echo(_HOSTS[host](opened(file).site), nl=False)

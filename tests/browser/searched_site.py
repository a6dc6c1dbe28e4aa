"""The sample publication with its search index, served on this machine, for tests in a browser."""

from dataclasses import replace
from pathlib import Path

from tests.factories import berlin

from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import project, publisher
from aushang.search.index import installed


def build_sample(folder: Path, block_size: int) -> Path:
    """The sample publication as it is published, with blocks of so many posts."""
    configuration = load_configuration(Path(__file__).parents[2] / "mkdocs.yml")
    configuration = replace(configuration, output=folder / "site")
    result = build(
        project(configuration),
        replace(publisher(configuration), indexer=replace(installed(), block_size=block_size)),
        now=berlin("2026-11-21T21:00"),
        watch=Stopwatch(Unwatched()),
    )
    assert not result.is_refused
    return configuration.output

"""The sample publication, read as a build reads it, at any time."""

from datetime import datetime
from functools import cache
from pathlib import Path

from aushang.content.load import load
from aushang.content.markdown.gfm import GfmRenderer
from aushang.mkdocs.configuration import load_configuration
from aushang.model import Publication

CHECKOUT = Path(__file__).parents[1]


@cache
def sample(now: datetime) -> Publication:
    """What the checkout's content says at a time."""
    configuration = load_configuration(CHECKOUT / "mkdocs.yml")
    return load(
        configuration.content,
        root=configuration.root,
        site=configuration.site,
        now=now,
        markdown=GfmRenderer(),
    ).publication

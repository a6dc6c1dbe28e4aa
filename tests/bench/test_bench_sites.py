"""What is written for each engine can be published."""

import tomllib
from pathlib import Path

import pytest
import yaml
from bench.corpus import samples
from bench.engines import Engine, aushang, mkdocs, zensical
from bench.hugo import VARIANTS, fill_hugo
from bench.measure import built
from bench.peers import Peers

POSTS = 5


@pytest.mark.parametrize(
    ("engine", "posts"),
    [(aushang(), "meldungen/*/index.html"), (mkdocs(), "blog/2026/11/*/*/index.html")],
    ids=lambda value: value.name if isinstance(value, Engine) else "",
)
def test_each_post_has_a_page(engine: Engine, posts: str, tmp_path: Path) -> None:
    """The engine's own command publishes all of them."""
    engine.fill(tmp_path, samples(POSTS))
    built(engine, tmp_path)
    assert len(list((tmp_path / engine.output).glob(posts))) == POSTS


def test_ours_passes_its_own_gate_without_a_finding(tmp_path: Path) -> None:
    """What is measured is a publish that succeeds, with feeds, API and site map."""
    engine = aushang()
    engine.fill(tmp_path, samples(POSTS))
    built(engine, tmp_path)
    site = tmp_path / engine.output
    assert len(list(site.glob("api/v1/posts/2*.json"))) == POSTS
    assert (site / "feeds/services/sauna/posts.rss").exists()
    assert (site / "sitemap.xml").exists()


@pytest.mark.parametrize("variant", VARIANTS)
def test_hugo_gets_each_post_with_its_taxonomies(variant: str, tmp_path: Path) -> None:
    """A taxonomy that no post is in would cost nothing."""
    fill_hugo(variant, tmp_path, samples(POSTS))
    files = list((tmp_path / "content/posts").iterdir())
    assert len(files) == POSTS
    configuration = tomllib.loads((tmp_path / "hugo.toml").read_text(encoding="utf-8"))
    for file in files:
        front = yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])
        assert set(configuration["taxonomies"].values()) <= set(front)
    assert (tmp_path / "layouts/baseof.html").exists()


def test_the_bare_variant_leaves_hugos_defaults_alone(tmp_path: Path) -> None:
    """Pages of ten and feeds without a limit are what people get; a peer is not slowed down."""
    fill_hugo("bare", tmp_path, samples(1))
    configuration = tomllib.loads((tmp_path / "hugo.toml").read_text(encoding="utf-8"))
    assert not {"pagination", "services", "minify", "outputs"} & set(configuration)


def test_zensical_gets_each_post_as_a_page(tmp_path: Path) -> None:
    """It has no blog."""
    nowhere = Path("nowhere")
    zensical(Peers(nowhere, nowhere, nowhere, nowhere)).fill(tmp_path, samples(POSTS))
    assert len(list(tmp_path.glob("docs/posts/2026/*.md"))) == POSTS

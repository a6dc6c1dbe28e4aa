"""The plugin's own rules; whole runs of MkDocs stand in `tests/integration/test_mkdocs_runs.py`."""

from importlib.metadata import entry_points
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from tests.integration.sites import write_site

from aushang.mkdocs.options import Options
from aushang.mkdocs.plugin import AushangPlugin, _Finished


def configured(site: Path) -> MkDocsConfig:
    """MkDocs' configuration of a publication, as far as the plugin looks at it."""
    config = MkDocsConfig(config_file_path=str(site / "mkdocs.yml"))
    with (site / "mkdocs.yml").open("rb") as stream:
        config.load_file(stream)
    config.validate()
    return config


def test_mkdocs_finds_the_plugin_by_its_name() -> None:
    """`plugins: - aushang` in mkdocs.yml."""
    (found,) = entry_points(group="mkdocs.plugins", name="aushang")
    assert found.load() is AushangPlugin


def test_mkdocs_knows_every_option() -> None:
    """So it does not warn of those that we read ourselves."""
    assert {name for name, _ in AushangPlugin.config_scheme} == set(Options.model_fields)


def test_mkdocs_keeps_the_plugin_between_builds() -> None:
    """It does so for plugins with `on_startup`; a preview needs the last good site."""
    assert hasattr(AushangPlugin, "on_startup")


def test_files_are_only_given_after_a_build() -> None:
    """Another plugin that calls events by hand gets a sentence."""
    with pytest.raises(PluginError) as caught:
        AushangPlugin().on_files(Files([]), config=MkDocsConfig())
    assert str(caught.value) == "on_files was called before on_pre_build"


def test_mkdocs_gets_exactly_our_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of its own templates, none of the theme's files, none of the sources."""
    monkeypatch.setenv("AUSHANG_NOW", "2026-11-21T20:00")
    config = configured(write_site(tmp_path))
    plugin = AushangPlugin()
    plugin.on_startup(command="build", dirty=False)
    plugin.on_pre_build(config=config)
    files = plugin.on_files(Files([]), config=config)
    assert "meldungen/sauna-offen/index.html" in files.src_uris
    assert not [file for file in files if file.src_uri.endswith((".md", ".yml"))]
    assert config.theme.static_templates == set()
    assert all(Path(file.abs_src_path or "").is_file() for file in files)
    plugin.on_post_build(config=config)
    assert not [file for file in files if Path(file.abs_src_path or "").exists()]


def test_a_finished_file_is_copied_whatever_its_name(tmp_path: Path) -> None:
    """MkDocs leaves out files with a leading dot and renders Markdown; ours are ready."""
    config = MkDocsConfig()
    config.site_dir = str(tmp_path)
    for name in (".aushang", "media/liesmich.md"):
        file = _Finished(name, "/room", config)
        assert file.inclusion is InclusionLevel.INCLUDED
        assert not file.is_documentation_page()
        assert file.dest_uri == name

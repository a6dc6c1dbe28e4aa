"""How long a browser takes to show what was saved."""

from pathlib import Path

import pytest
from bench.plan import NotThereError
from bench.previews import browsing, shown_after

RELOADING = "<!doctype html><script>setTimeout(() => location.reload(), 100)</script><p>Text.</p>"


def test_the_time_runs_until_the_page_has_changed_by_itself(tmp_path: Path) -> None:
    """Each edit is waited for, not the one before."""
    file = tmp_path / "a.html"
    file.write_text(RELOADING, encoding="utf-8")
    with browsing() as browser:
        page = browser.new_page()
        page.goto(file.as_uri())
        times = [shown_after(page, file, number) for number in range(2)]
        assert "Vorschau Nummer 1." in page.inner_text("body")
    assert all(0 < seconds < 60 for seconds in times)


def test_a_page_that_stays_as_it_was_is_no_preview(tmp_path: Path) -> None:
    """No figure is made up for it."""
    file = tmp_path / "a.html"
    file.write_text("<!doctype html><p>Text.</p>", encoding="utf-8")
    with browsing() as browser:
        page = browser.new_page()
        page.goto(file.as_uri())
        with pytest.raises(NotThereError) as reason:
            shown_after(page, file, 0, patience=0.5)
    expected = "a page of the preview did not change by itself within 0.5 s"
    assert str(reason.value) == expected

"""The table of reports: a name, and what makes a text of a run."""

from collections.abc import Callable, Mapping

from aushang.reports.findings import findings
from aushang.reports.github import github
from aushang.reports.gitlab import gitlab
from aushang.reports.junit import junit
from aushang.reports.markdown import markdown
from aushang.reports.run import Run
from aushang.reports.sarif import sarif

FORMATS: Mapping[str, Callable[[Run], str]] = {
    "json": findings,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
}
"""All but `text`, which is told as seen from where one stands (see `reports.text`)."""

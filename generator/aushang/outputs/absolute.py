"""HTML for readers elsewhere: a feed reader or an app knows no page to start a link from."""

import re

from aushang.model import ROOT, Site
from aushang.outputs.characters import clean

# A whole start tag, so that text that merely looks like a link (an example in code) stays as it is.
_START_TAG = re.compile(r"<[a-zA-Z][^\s<>/]*(?:\s+[^\s=<>/]+(?:=\"[^\"]*\")?)*\s*/?>")
_ON_THE_PAGE = re.compile(r' href="(?=[#?])')
_ON_THE_HOST = re.compile(r' (?P<name>href|src)="(?=/(?!/))')
_LOCAL = (' href="#', ' href="?', ' href="/', ' src="/')


def absolute_html(html: str, site: Site, url: str) -> str:
    """The HTML of a body with full addresses.

    `url` is the page to which its anchors and queries belong. Addresses with nothing but a path
    belong to the site's host.
    """
    whole = html.replace(ROOT, site.url)
    if any(start in whole for start in _LOCAL):
        host = site.url.removesuffix(site.base_path)

        def completed(tag: re.Match[str]) -> str:
            here = _ON_THE_PAGE.sub(lambda _: f' href="{url}', tag[0])
            return _ON_THE_HOST.sub(lambda found: f' {found["name"]}="{host}', here)

        whole = _START_TAG.sub(completed, whole)
    return clean(whole)

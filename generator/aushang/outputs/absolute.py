"""HTML for readers elsewhere: a feed reader or an app knows no page to start a link from."""

import re

from aushang.model import ROOT, Site
from aushang.outputs.characters import clean

# A whole start tag, so that text that merely looks like a link (an example in code) stays as it is.
_START_TAG = re.compile(r"<[a-zA-Z][^\s<>/]*(?:\s+[^\s=<>/]+(?:=\"[^\"]*\")?)*\s*/?>")
_ON_THE_PAGE = re.compile(r' href="(?=[#?])')


def absolute_html(html: str, site: Site, url: str) -> str:
    """The HTML of a body with full addresses.

    `url` is the page to which its anchors and queries belong.
    """
    whole = html.replace(ROOT, site.url)
    if ' href="#' in whole or ' href="?' in whole:
        target = f' href="{url}'
        whole = _START_TAG.sub(lambda tag: _ON_THE_PAGE.sub(lambda _: target, tag[0]), whole)
    return clean(whole)

"""An address as a square code (QR, ISO/IEC 18004) that telephones read, drawn as SVG."""

from functools import lru_cache
from typing import Final

import segno
from markupsafe import Markup

_LONGEST: Final = 600  # characters; at a larger one's size on paper no telephone reads it
_MASK: Final = 2
_REMEMBERED: Final = 64  # the page and its preview ask for the same one


@lru_cache(_REMEMBERED)
def square_code(address: str) -> Markup | None:
    """The code as a drawing without a size; None for an address that no code on a sheet can hold.

    Level M mends 15 % of the code: a drop of rain, a corner under the tape. The mask is always the
    same: readers take any, and to try all eight costs 10 ms instead of 3 (§ 7.8 wants the best).
    """
    if len(address) > _LONGEST:
        return None
    code = segno.make_qr(address, error="m", mask=_MASK, boost_error=False)
    drawing = code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None)
    return Markup(drawing)  # noqa: S704  # a path of digits and letters that segno wrote

"""The state of places and services as Statuspage tells it, so that its many clients work.

Its vocabulary stands in this package and nowhere else.
"""

from aushang.outputs.statuspage.files import render, units
from aushang.outputs.statuspage.matters import shown

__all__ = ["render", "shown", "units"]

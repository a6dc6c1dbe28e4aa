"""Reads a summary with statuscheck and writes what it found as JSON.

Runs in the environment of tools/statuscheck; the argument is the folder's address.
"""

import json
import sys

import attr
from statuscheck.services.bases._statuspageio import BaseStatusPageAPI


class Ours(BaseStatusPageAPI):
    """A service as its many others are, at another address."""

    name = "Aushang"

    def _get_base_url(self) -> str:
        return sys.argv[1]


sys.stdout.write(json.dumps(attr.asdict(Ours().get_summary())))

"""The JSON API under `api/v1/`: typed models, their schemas, and the files written from both."""

from aushang.outputs.api.files import render

__all__ = ["render"]

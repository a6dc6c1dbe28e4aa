"""The JSON API under `api/v1/`: typed models, their schemas, and the files written from both."""

from aushang.outputs.api.files import (
    list_files,
    list_units,
    post_files,
    render,
    shared_by_posts,
)
from aushang.outputs.api.index import index_file
from aushang.outputs.api.manifest import manifest_file
from aushang.outputs.api.models import ManifestFile
from aushang.outputs.api.shared import Shared

__all__ = [
    "ManifestFile",
    "Shared",
    "index_file",
    "list_files",
    "list_units",
    "manifest_file",
    "post_files",
    "render",
    "shared_by_posts",
]

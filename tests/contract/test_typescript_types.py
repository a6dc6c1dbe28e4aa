"""Types that `openapi-typescript` makes of our description fit what we write, to the last field."""

import json
from pathlib import Path

from tests.contract.typescript import compiled, make_types

from aushang.model.api import SCHEMAS

TITLES = {name: schema["title"] for name, schema in json.loads(SCHEMAS.read_text("utf-8")).items()}


def documents(site: Path) -> dict[str, list[dict]]:
    """Every file of the API by the name of its type."""
    found: dict[str, list[dict]] = {}
    for file in sorted((site / "api/v1").rglob("*.json")):
        document = json.loads(file.read_bytes())
        if "links" in document:
            name = document["links"]["describedby"].rpartition("/")[2].removesuffix(".json")
            found.setdefault(TITLES[name], []).append(document)
    return found


def test_every_file_is_of_its_type(sample: Path, tmp_path: Path) -> None:
    """Nothing is missing, null or of another kind, and there is no field that is not told of.

    The last lines have one fault each, of which the compiler must complain.
    """
    make_types(sample / "api/v1/openapi.json", tmp_path)
    found = documents(sample)
    assert found.keys() == set(TITLES.values())
    lines = [
        'import type { components } from "./aushang-api";',
        "type All = components['schemas'];",
    ]
    for title, those in found.items():
        lines.append(f"export const of{title}: All['{title}'][] = {json.dumps(those)};")
    post = found["PostDocument"][0]
    data = post["data"]
    without = {name: data[name] for name in data if name != "published"}
    for number, spoilt in enumerate([without, data | {"mood": 1}, data | {"modified": None}]):
        lines.append("// @ts-expect-error")
        lines.append(f"export const wrong{number}: All['Post'] = {json.dumps(spoilt)};")
    (tmp_path / "files.ts").write_text("\n".join(lines), encoding="utf-8")
    assert compiled(tmp_path, "files.ts") == ""

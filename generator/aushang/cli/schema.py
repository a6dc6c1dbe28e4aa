"""`aushang schema`: the JSON Schemas of content files, for editors, and of the findings."""

import json
from pathlib import Path

import click

from aushang.content.schema.documents import json_schemas
from aushang.model import AushangError
from aushang.model.similar import did_you_mean
from aushang.reports.documents import findings_schema


@click.command()
@click.argument("name", required=False)
@click.option(
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the schemas into this folder, as NAME.schema.json.",
)
def schema(name: str | None, folder: Path | None) -> None:
    """Print or write the JSON Schema of one kind of content file, or of all.

    Without NAME and --output: the names that there are. `findings` is that of --format json.
    """
    of_content = json_schemas()
    schemas = {**of_content, "findings": findings_schema()}
    if name is not None and name not in schemas:
        hint = did_you_mean(name, schemas) or f"allowed are {', '.join(schemas)}"
        raise AushangError(f"there is no schema “{name}”", hint)
    wanted = [name] if name else list(of_content)
    if folder is None:
        click.echo(_text(schemas[name]) if name else "\n".join(schemas))
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in wanted:
            file = folder / f"{each}.schema.json"
            file.write_text(_text(schemas[each]) + "\n", encoding="utf-8", newline="\n")
            click.echo(file)
    except OSError as error:
        raise AushangError(
            f"{folder} cannot be written: {error.strerror or error}", "name another folder"
        ) from error


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)

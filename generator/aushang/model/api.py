"""What the API promises to apps: its version, and a JSON Schema for each kind of its files.

It stands here because two need the same promise: outputs publish it beside the files, and checks
hold against it what was written. `tools/api_schemas` writes the schemas, from the types that the
files are made of.
"""

from pathlib import Path

API_VERSION = "1.2"
SCHEMAS = Path(__file__).with_name("api_schemas.json")
"""An object: the name of each schema, such as `post`, and the schema without its own address."""

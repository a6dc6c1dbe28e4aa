"""TypeScript, as an app maker has it: types of our description, and a compiler that is strict."""

import shutil
import subprocess
from pathlib import Path

from tests.meta.docs_pages import ROOT

_MODULES = ROOT / "tests/clients/js/node_modules"
_STRICT = [
    *("--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"),
    *("--target", "es2023", "--module", "esnext", "--moduleResolution", "bundler"),
]


def node() -> str:
    """The program that runs it."""
    found = shutil.which("node")
    assert found, "run tools/calendar_reader, which installs Node"
    assert (_MODULES / "typescript").is_dir(), "run tools/calendar_reader"
    return found


def make_types(description: Path, folder: Path) -> None:
    """Write `aushang-api.ts` into the folder: what `openapi-typescript` makes of the file."""
    maker = [node(), _MODULES / "openapi-typescript/bin/cli.js", description]
    subprocess.run([*maker, "-o", folder / "aushang-api.ts"], check=True, capture_output=True)


def compiled(folder: Path, file: str, lib: str = "es2023") -> str:
    """What the compiler says of the file, beside which it writes a script; empty if all is well.

    With `dom` among the libraries it knows what browsers have, and takes two seconds more.
    """
    compiler = [node(), _MODULES / "typescript/bin/tsc", *_STRICT, "--lib", lib, file]
    done = subprocess.run(compiler, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout

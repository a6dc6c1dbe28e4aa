"""The other way round: values become files that staff edit, and a new folder is filled at once."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from aushang.model import AushangError


class _FrontMatter(yaml.SafeDumper):
    """Days stand without quotes: we read front matter by YAML 1.2, where they are texts."""


_FrontMatter.yaml_implicit_resolvers = {
    first: [one for one in known if one[0] != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def yaml_text(data: Mapping[str, Any]) -> str:
    """YAML as staff would write it: keys in the given order, umlauts as they are, unfolded."""
    return _dumped(data, yaml.SafeDumper)


def _dumped(data: Mapping[str, Any], dumper: type[yaml.SafeDumper]) -> str:
    text: str = yaml.dump(
        dict(data), Dumper=dumper, sort_keys=False, allow_unicode=True, width=1000
    )
    return text


def document(front: Mapping[str, Any], body: str, remark: str = "") -> str:
    """A Markdown file with front matter; `remark` are whole lines of comment below its keys."""
    text = body.strip()
    return f"---\n{_dumped(front, _FrontMatter)}{remark}---\n" + (f"\n{text}\n" if text else "")


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Only what says something; an empty value would be a question to staff."""
    return {
        key: value for key, value in values.items() if value not in ("", [], {}, 0, False, None)
    }


def refuse_filled(folder: Path) -> None:
    """Raise AushangError if there is something at `folder` already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AushangError(
            f"{folder} exists and is not empty, so nothing was written",
            "name a folder that does not exist yet",
        )


def plant(folder: Path, files: Mapping[str, str], copies: Mapping[str, Path]) -> None:
    """Fill a new folder with texts and copies, by their paths below it: all of it or nothing.

    Raises AushangError if the folder holds something already or cannot be written.
    """
    refuse_filled(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".aushang-") as name:
            new = Path(name) / "new"
            for path, text in files.items():
                _target(new, path).write_text(text, encoding="utf-8", newline="\n")
            for path, source in copies.items():
                shutil.copyfile(source, _target(new, path))
            if folder.exists():
                folder.rmdir()
            new.rename(folder)
    except OSError as error:
        raise AushangError(
            f"{folder} cannot be written: {error.strerror or error}", "choose another place"
        ) from error


def overwrite(file: Path, data: bytes) -> None:
    """Put `data` into a file at once: whoever reads it sees the old bytes or the new ones.

    What the file allowed to whom stays. Raises AushangError if it cannot be written.
    """
    try:
        mode = file.stat().st_mode & 0o7777 if file.exists() else None
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".aushang-", delete=False) as new:
            new.write(data)
        try:
            Path(new.name).chmod(0o666 & ~_mask() if mode is None else mode)
            Path(new.name).replace(file)
        except OSError:
            Path(new.name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise AushangError(
            f"{file} cannot be written: {error.strerror or error}", "look at its permissions"
        ) from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _target(folder: Path, path: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    return file

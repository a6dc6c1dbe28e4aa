"""What befalls a published folder and the engine's own room between two builds.

None of it is content: whatever happens there, the next build comes to the same site.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from aushang.build.target import MARKER, Target

Hand = Callable[[Target, int], None]
"""The target, and a number that chooses and varies."""


def _published(target: Target) -> list[Path]:
    found = (file for file in target.folder.rglob("*") if file.is_file())
    return sorted(file for file in found if file.name != MARKER)


def edit_by_hand(target: Target, number: int) -> None:
    """A published file says something else, of the same size or of another one."""
    files = _published(target)
    if files:
        file = files[number % len(files)]
        data = file.read_bytes()
        file.write_bytes(data[:-1] + b"?" if number % 2 else data + b"?")


def delete_by_hand(target: Target, number: int) -> None:
    """A published file is gone."""
    files = _published(target)
    if files:
        files[number % len(files)].unlink()


def add_by_hand(target: Target, number: int) -> None:
    """A file, a link or an empty folder that is not ours."""
    if not target.folder.exists():
        return
    strange = target.folder / f"fremd-{number % 3}"
    if strange.exists() or strange.is_symlink():
        return
    if number % 3 == 0:
        strange.write_text("fremd")
    elif number % 3 == 1:
        strange.symlink_to(target.folder / "index.html")
    else:
        strange.mkdir()


def take_away(target: Target, number: int) -> None:
    """The published folder is gone, with or without what the engine knows of it."""
    shutil.rmtree(target.folder, ignore_errors=True)
    if number % 2:
        shutil.rmtree(target.room, ignore_errors=True)


def keep_a_copy(target: Target, number: int) -> None:
    """A backup of the published folder."""
    backup = target.folder.with_name("backup")
    if target.folder.exists():
        shutil.rmtree(backup, ignore_errors=True)
        shutil.copytree(target.folder, backup)


def restore(target: Target, number: int) -> None:
    """The backup comes back: as a folder of its own, or file by file with the times of then."""
    backup = target.folder.with_name("backup")
    if not backup.exists():
        return
    if number % 2 or not target.folder.exists():
        shutil.rmtree(target.folder, ignore_errors=True)
        shutil.copytree(backup, target.folder)
    else:
        shutil.copytree(backup, target.folder, dirs_exist_ok=True)


def spoil_state(target: Target, number: int) -> None:
    """The state is gone, cut off, or holds other bytes somewhere."""
    if not target.state.exists():
        return
    data = bytearray(target.state.read_bytes())
    if number % 4 == 0:
        target.state.unlink()
        return
    if number % 4 == 1:
        del data[number * 997 % len(data) :]
    else:
        data[number * 7919 % len(data)] ^= 1 + number % 255
    target.state.write_bytes(data)


def spoil_staging(target: Target, number: int) -> None:
    """The folder in which the next site would grow is gone, or what is known of it."""
    if number % 2:
        shutil.rmtree(target.staging, ignore_errors=True)
    elif target.twin.exists():
        target.twin.write_bytes(b"nonsense")


def leave_rubbish(target: Target, number: int) -> None:
    """What runs that were killed leave behind."""
    target.room.mkdir(exist_ok=True)
    if number % 2:
        target.state.with_suffix(".new").write_bytes(b"half")
    elif target.folder.exists():
        shutil.copytree(target.folder, target.previous, dirs_exist_ok=True)


HANDS: tuple[Hand, ...] = (
    edit_by_hand,
    delete_by_hand,
    add_by_hand,
    take_away,
    keep_a_copy,
    restore,
    spoil_state,
    spoil_staging,
    leave_rubbish,
)

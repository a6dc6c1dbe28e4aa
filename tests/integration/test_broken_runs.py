"""Runs that are killed, starved or doubled: the published site is the old one or the new one."""

import ctypes
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.sites import after, aushang, tree, write_post, write_site

# A process that holds the lock of an output folder until its input ends.
HOLDER = """
import sys
from pathlib import Path
from aushang.build.lock import locked
from aushang.build.target import Target

with locked(Target(Path(sys.argv[1]))):
    print("at work", flush=True)
    sys.stdin.read()
"""

KILLS = 40


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, not built yet."""
    return write_site(tmp_path / "news")


def test_a_kill_at_any_moment_leaves_a_whole_site(site: Path) -> None:
    """SIGKILL at random moments, many times: never a missing, mixed or half-written site.

    The next build comes to the bytes of a full one, and nothing piles up beside the site.
    """
    ended = subprocess.run(
        [sys.executable, "-m", "tests.integration.kill_loop", site / "mkdocs.yml", str(KILLS), "7"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    seen = json.loads(ended.stdout)
    at_work, left = seen.pop("at_work"), seen.pop("left")
    assert seen == {"whole": KILLS, "broken": 0, "repaired": KILLS, "are_two": True}
    assert at_work > KILLS / 4  # else the kills came too early or too late to prove anything
    assert set(left) <= {"lock", "staging", "state.sqlite", "twin"}
    assert sorted(path.name for path in site.iterdir()) == [
        ".site.aushang",
        "content",
        "mkdocs.yml",
        "site",
    ]


def test_a_file_that_may_not_grow_is_a_full_disk(site: Path) -> None:
    """With a limit on the size of files, writing fails in the middle; nothing was touched."""
    aushang(site, "build", "--quiet")
    before = tree(site / "site")
    write_post(site, "lang", "Lang", "Ein langer Text. " * 20_000)

    before_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before_limit[1]))
    try:
        run = aushang(site, "build", "--quiet")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before_limit)
    assert run.returncode == 2
    assert run.stderr == (
        f"aushang: error: the disk is full (File too large); “{site / 'site'}” is as it was. "
        "Free some space, and build again\n"
    )
    assert tree(site / "site") == before
    assert not (site / ".site.aushang" / "staging").exists()


_READ_ONLY = 0x21  # MS_RDONLY | MS_REMOUNT, linux/mount.h


def _mount(disk: Path, flags: int) -> int:
    """Mount or change a file system of 8 MB in memory; 0 if that worked."""
    call: int = ctypes.CDLL(None).mount(
        b"tmpfs", os.fsencode(disk), b"tmpfs", ctypes.c_ulong(flags), b"size=8m"
    )
    return call


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with 8 MB; only root may mount one."""
    if os.geteuid() != 0 or sys.platform != "linux":
        pytest.skip("only root on Linux can mount a small disk; RLIMIT_FSIZE stands in for it")
    disk = tmp_path / "disk"
    disk.mkdir()
    if _mount(disk, 0) != 0:
        pytest.skip("this machine lets nobody mount a small disk; RLIMIT_FSIZE stands in for it")
    try:
        yield disk
    finally:
        ctypes.CDLL(None).umount2(os.fsencode(disk), 2)


def test_a_full_disk_leaves_the_old_site(small_disk: Path) -> None:
    """One sentence, exit code 2, the old site, and no rubbish; with space again it works."""
    site = write_site(small_disk / "news")
    assert aushang(site, "build", "--quiet").returncode == 0
    before = tree(site / "site")
    write_post(site, "lang", "Lang", "Ein langer Text. " * 4_000)
    ballast = small_disk / "ballast"
    free = os.statvfs(small_disk)
    ballast.write_bytes(bytes(free.f_bavail * free.f_frsize - 200_000))
    run = aushang(site, "build", "--quiet")
    assert run.returncode == 2
    assert run.stderr == (
        f"aushang: error: the disk is full (No space left on device); “{site / 'site'}” "
        "is as it was. Free some space, and build again\n"
    )
    assert tree(site / "site") == before
    assert not (site / ".site.aushang" / "staging").exists()
    ballast.unlink()
    assert aushang(site, "build", "--quiet").returncode == 0
    other = ("--output", "other", *after(site / "site"))
    assert aushang(site, "build", "--quiet", *other).returncode == 0
    assert tree(site / "site") == tree(site / "other") != before


def test_a_disk_too_full_for_the_state_costs_a_full_build(site: Path) -> None:
    """The site is published for all that; the next build does without what was not kept."""
    aushang(site, "build", "--quiet")
    state = site / ".site.aushang/state.sqlite"
    largest = max(file.stat().st_size for file in (site / "site").rglob("*") if file.is_file())
    assert largest < state.stat().st_size
    write_post(site, "neue-matten", "Neue Matten", "Sie liegen im Flur. " * 500)

    before_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before_limit[1]))
    try:
        run = aushang(site, "build", "--quiet")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before_limit)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert not state.exists()
    other = ("--output", "other", *after(site / "site"))
    assert aushang(site, "build", "--quiet", *other).returncode == 0
    assert tree(site / "site") == tree(site / "other")
    assert "nothing has changed" in aushang(site, "build").stdout


def test_a_mount_point_as_output_is_a_sentence(small_disk: Path, tmp_path: Path) -> None:
    """A mounted volume cannot be exchanged; the sentence says what can be named instead."""
    site = write_site(tmp_path / "news")
    run = aushang(site, "build", "--quiet", "--output", str(small_disk))
    assert run.returncode == 2
    assert run.stderr == (
        f"aushang: error: “{small_disk}” cannot be replaced: it is a mount point or on another "
        f"disk; “{small_disk}” is as it was. Name a folder inside it\n"
    )


def test_two_builds_at_once_are_refused(site: Path) -> None:
    """While one is at work, the other says so and changes nothing; then it may."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, site / "site"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"at work\n"
        run = aushang(site, "build", "--quiet")
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == (
            f"aushang: error: another build is writing “{site / 'site'}” (process {holder.pid}). "
            "Wait until it is done\n"
        )
        assert not (site / "site").exists()
        holder.communicate(b"done")
    assert aushang(site, "build", "--quiet").returncode == 0


@pytest.fixture
def barred(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A publication in a folder that nobody may write in, not even root."""
    if os.geteuid() == 0:
        disk = request.getfixturevalue("small_disk")
        site = write_site(disk / "news")
        assert _mount(disk, _READ_ONLY) == 0
        yield site
        return
    site = write_site(tmp_path / "news")
    site.chmod(0o555)
    yield site
    site.chmod(0o755)


def test_a_folder_that_may_not_be_written_is_a_sentence(barred: Path) -> None:
    """Without rights beside the output folder one is told which folder it is."""
    run = aushang(barred, "build", "--quiet")
    reason = "Read-only file system" if os.geteuid() == 0 else "Permission denied"
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        f"aushang: error: aushang may not write beside “{barred / 'site'}”: {reason}; "
        f"“{barred / 'site'}” is as it was. Allow writing in “{barred}”, or name another folder\n"
    )

"""What the disk refuses, in words."""

import errno
import os
from pathlib import Path

import pytest

from aushang.build.disk import explained
from aushang.model import AushangError

SITE = Path("/srv/news/site")


@pytest.mark.parametrize(
    ("number", "message", "hint"),
    [
        (
            errno.ENOSPC,
            "the disk is full (No space left on device); “/srv/news/site” is as it was",
            "free some space, and build again",
        ),
        (
            errno.EDQUOT,
            "the disk is full (Disk quota exceeded); “/srv/news/site” is as it was",
            "free some space, and build again",
        ),
        (
            errno.EFBIG,
            "the disk is full (File too large); “/srv/news/site” is as it was",
            "free some space, and build again",
        ),
        (
            errno.EACCES,
            (
                "aushang may not write beside “/srv/news/site”: Permission denied; "
                "“/srv/news/site” is as it was"
            ),
            "allow writing in “/srv/news”, or name another folder",
        ),
        (
            errno.EROFS,
            (
                "aushang may not write beside “/srv/news/site”: Read-only file system; "
                "“/srv/news/site” is as it was"
            ),
            "allow writing in “/srv/news”, or name another folder",
        ),
        (
            errno.EBUSY,
            (
                "“/srv/news/site” cannot be replaced: it is a mount point or on another disk; "
                "“/srv/news/site” is as it was"
            ),
            "name a folder inside it",
        ),
        (
            errno.EIO,
            "“/srv/news/site” cannot be written: Input/output error; “/srv/news/site” is as it was",
            "look at the folder, and build again",
        ),
    ],
)
def test_each_refusal_has_its_sentence(number: int, message: str, hint: str) -> None:
    """Full, barred, mounted, broken: what it means for the site, and what to do."""
    with pytest.raises(AushangError) as caught, explained(SITE):
        raise OSError(number, os.strerror(number))
    assert (caught.value.message, caught.value.hint) == (message, hint)

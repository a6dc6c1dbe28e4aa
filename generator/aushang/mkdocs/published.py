"""What the site that customers have now knows of changes: `published:`, an address or a folder."""

from pathlib import Path

from aushang import __version__
from aushang.build.published_log import (
    DamagedLogError,
    ForeignSiteError,
    FoundLog,
    read_folder,
    read_log,
)
from aushang.model import AushangError
from aushang.model.change_log import Log

_WEB = ("http://", "https://")


def is_address(where: str) -> bool:
    """Whether it is an address of the web; anything else is a folder."""
    return where.lower().startswith(_WEB)


def placed(where: str, root: Path) -> str:
    """An address as it is, and a folder as seen from `root`; nothing if there is neither."""
    return where if not where or is_address(where) else str(root / where)


def shown(where: str) -> str:
    """As it may be told, without a password: findings stand in the records of CI."""
    if not is_address(where):
        return where
    scheme, _, rest = where.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def published_log(where: str, tag: str, output: Path) -> FoundLog:
    """The log of the site that customers have; `where` is an address or a whole path.

    `output` is the folder of our own site, whose log need not be fetched again. A site that cannot
    be asked is a fault that is told. Raises AushangError for one that is not this one.
    """
    try:
        if is_address(where):
            own = read_folder(output, tag).log
            return _found(_fetched(where if where.endswith("/") else f"{where}/", tag, own), where)
        folder = Path(where)
        if not folder.is_dir():
            raise AushangError(
                f"`published` names “{where}”, and there is no such folder",
                "name the folder or the address of the site that customers have",
            )
        return _found(FoundLog(read_log(folder, tag)), where)
    except ForeignSiteError as error:
        raise AushangError(
            f"`published` names “{shown(where)}”, which is not this site: {error}",
            "name the folder or the address at which customers have this site, or leave it out",
        ) from error
    except (DamagedLogError, OSError) as error:
        return FoundLog(fault=f"{shown(where)}: {error}")


def _found(found: FoundLog, where: str) -> FoundLog:
    """With the place where nothing is: before the first publish that is right, else a typo."""
    is_there = found.log is not None or found.fault
    return found if is_there else FoundLog(nothing_at=shown(where))


def nothing_there(found: FoundLog) -> str:
    """A sentence on that nothing was found where customers have the site, if so."""
    if not found.nothing_at:
        return ""
    return (
        f"nothing with a log of changes is published at {found.nothing_at} yet; "
        "if customers have the site elsewhere, correct `published`"
    )


def _fetched(url: str, tag: str, own: Log | None) -> FoundLog:
    try:
        # Only who names an address needs it.
        from aushang.outside.client import Manners  # noqa: PLC0415
        from aushang.outside.published_site import UnreachableError, fetched_log  # noqa: PLC0415
    except ImportError as error:
        raise AushangError(
            f"aiohttp, which asks “{shown(url)}” for its log of changes, is not installed",
            "run `pip install 'aushang[external]'`",
        ) from error
    try:
        manners = Manners(agent=f"aushang/{__version__} (publisher of {shown(url)})")
        return FoundLog(fetched_log(url, tag, own, manners))
    except UnreachableError as error:
        return FoundLog(fault=f"{shown(url)}: {error}")

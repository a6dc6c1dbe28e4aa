"""A published site with a file of every kind, for the tests of how it is served."""

from pathlib import Path

from tests.integration.sites import CONFIGURATION, aushang, write, write_post, write_site
from tests.small_publication import png

ORIGIN = "https://aktuell.kraftraum.example"
BASE = "/news/"
PICTURE = "media/weg.svg"

_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{}</title></svg>\n'
_SHOWN = f"""\
Ab Montag, 6 Uhr.

![Der Weg zur Sauna](../{PICTURE})

![Die Bank im Ruheraum](../media/bank.png)

Die [Preise als PDF](../media/preise.pdf) liegen bei.
"""


def published(folder: Path) -> Path:
    """Publish it as a host would find it: what is below `/news/` lies in `news/`."""
    root = write_site(folder / "publication")
    write(root / "mkdocs.yml", CONFIGURATION.replace("search: false", "search: true"))
    write(root / f"content/{PICTURE}", _PICTURE.format("Der Weg " * 200))
    (root / "content/media/bank.png").write_bytes(png(40, 30))
    (root / "content/media/preise.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    write_post(root, "sauna-offen", "Die Sauna ist wieder offen", _SHOWN)
    publish(folder)
    return folder / "www" / "news"


def publish(folder: Path) -> None:
    """Publish again what stands in the content folder now."""
    done = aushang(folder / "publication", "build", "--output", str(folder / "www" / "news"))
    assert done.returncode == 0, done.stdout + done.stderr


def site_path(file: Path, site: Path) -> str:
    """What a visitor asks for to get a file: a page's folder, any other file itself."""
    path = file.relative_to(site).as_posix()
    return path.removesuffix("index.html") if path.endswith(("/index.html", "index.html")) else path

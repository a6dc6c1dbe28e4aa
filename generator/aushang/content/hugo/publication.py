"""What a moved site needs beside its content: the configuration, and a person to ask."""

from collections.abc import Mapping

from aushang.content.hugo.move import Moved
from aushang.content.hugo.site import HugoSite
from aushang.content.writing import filled, yaml_text
from aushang.model import AushangError, Localised, Site

CONTACT = "redaktion"

_CONFIGURATION = "# Moved from Hugo. The address is where people will find the site.\n"


def new_site(hugo: HugoSite, *, url: str, time_zone: str, year: int) -> Site:
    """The publication that `hugo` becomes; without `url` it keeps Hugo's address.

    Raises AushangError if neither says where people will find it.
    """
    address = url or hugo.base_url
    if not address.startswith(("http://", "https://")):
        raise AushangError(
            "Hugo's configuration has no baseURL, so feeds would carry relative links",
            "say where people will find the site: --url https://…",
        )
    host = address.split("//")[1].split("/")[0].split(":")[0]
    tags = tuple(language.tag for language in hugo.languages)
    return Site(
        name=Localised({tags[0]: hugo.title}),
        url=address if address.endswith("/") else address + "/",
        tag=f"{host},{year}",
        description=Localised({tags[0]: hugo.description} if hugo.description else {}),
        languages=tags,
        time_zone=time_zone,
    )


def publication_files(moved: Moved, site: Site, person: Mapping[str, str]) -> dict[str, str]:
    """All texts of the new folder by their path below it.

    `person` holds `person`, `email` and `phone` of whoever answers questions about the moved posts:
    Hugo knew nobody, and here every post names a person. What is missing is filled with the name
    and the address of the site.
    """
    contact = {
        "name": person["person"] or site.name.to(site.language),
        "email": person["email"],
        "phone": person["phone"],
        "url": "" if person["email"] or person["phone"] else site.url,
    }
    options = {
        "languages": list(site.languages),
        "time_zone": site.time_zone,
        "tag": site.tag,
        "contact": CONTACT,
        "description": dict(site.description.texts),
        "redirects": dict(moved.redirects),
    }
    configuration = {
        "site_name": site.name.to(site.language),
        "site_url": site.url,
        "docs_dir": "content",
        "site_dir": "site",
        "theme": "aushang",
        "plugins": [{"aushang": {**filled(options), "search": False}}],
    }
    texts = {f"content/{path}": text for path, text in moved.files.items()}
    return {
        "mkdocs.yml": _CONFIGURATION + yaml_text(configuration),
        ".gitignore": "/site/\n/.site.aushang/\n/.site.preview/\n",
        f"content/contacts/{CONTACT}.yml": yaml_text(filled(contact)),
        **texts,
    }

"""SVG files are documents that can run scripts when somebody opens them: none of these here."""

from xml.parsers import expat

_ACTIVE_ELEMENTS = frozenset({"script", "foreignobject", "iframe", "handler", "listener"})
_ANIMATES_ADDRESSES = frozenset({"animate", "set"})


def fault_of_svg(data: bytes) -> str:
    """What would act in an SVG file, or why it is no picture; empty for a harmless one."""
    parser = expat.ParserCreate()
    found: list[str] = []

    def element(name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.extend(_acts(name, attributes))

    def entity(name: str, *_rest: object) -> None:
        found.append(f"declares the entity “{name}”")

    parser.StartElementHandler = element
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        # Entities can grow without end, so reading may have stopped because of one.
        return found[0] if found else f"is not well-formed XML in line {error.lineno}"
    except (LookupError, ValueError):
        return "declares an encoding that browsers may read otherwise; expected UTF-8"
    return found[0] if found else ""


def _acts(name: str, attributes: dict[str, str]) -> list[str]:
    element = name.rpartition(":")[2].lower()
    if element in _ACTIVE_ELEMENTS:
        return [f"holds <{name}>"]
    for attribute, value in attributes.items():
        local = attribute.rpartition(":")[2].lower()
        if local.startswith("on"):
            return [f"holds the event handler “{attribute}”"]
        address = "".join(value.split()).lower()
        is_address = local == "href" or element in _ANIMATES_ADDRESSES
        if is_address and address.startswith(("javascript:", "data:text/html", "vbscript:")):
            return [f"holds the address “{value.strip()[:40]}”"]
    return []

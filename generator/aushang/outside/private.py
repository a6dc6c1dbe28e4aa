"""Names and numbers of machines that are nobody else's business.

Content is written by many hands; whoever checks it must not be made to ask the router, or a cloud's
own services, on their behalf (server-side request forgery). The address that a name leads to is
looked at when it is connected to, so a name that changes its mind in between gains nothing.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import AddressFamily

from aiohttp.abc import AbstractResolver, ResolveResult

_TRANSLATED = IPv6Network("64:ff9b::/96")


class PrivateAddressError(Exception):
    """An address that only machines near this one have."""


def is_public(address: str) -> bool:
    """Whether a number is one of the whole Internet's (RFC 6890); a name is no number: True."""
    try:
        number = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return True
    if isinstance(number, IPv6Address):
        inside = number.ipv4_mapped or number.sixtofour or _translated(number)
        if inside is not None:
            return inside.is_global
    return number.is_global and not number.is_multicast


def _translated(number: IPv6Address) -> IPv4Address | None:
    """The number that a translator (RFC 6052, section 2.1) would really ask."""
    return IPv4Address(int(number) & 0xFFFFFFFF) if number in _TRANSLATED else None


class PublicResolver(AbstractResolver):
    """Asks another resolver, and refuses names that lead to a private number."""

    def __init__(self, asked: AbstractResolver) -> None:
        self._asked = asked

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily = AddressFamily.AF_INET
    ) -> list[ResolveResult]:
        """The numbers of a name. Raises PrivateAddressError."""
        found = await self._asked.resolve(host, port, family)
        if not all(is_public(one["host"]) for one in found):
            raise PrivateAddressError(host)
        return found

    async def close(self) -> None:
        """Nothing of its own is open."""
        await self._asked.close()

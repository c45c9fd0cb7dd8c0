"""Where a request comes from: an address that its sender can't choose."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

from app.core.config import settings

Address = IPv4Address | IPv6Address
THIS_MACHINE = "127.0.0.1"


def client_ip(scope: Scope) -> str | None:
    """Tell the address of whoever sent this; a forwarded one counts only behind `TRUSTED_PROXIES`.

    The hops are read from the right, where our own proxies wrote: the first one that is none of ours is
    the client.
    """
    hops = _hops(scope)
    peer = _peer(scope, hops)
    client = _parsed(peer)
    while client and hops and _is_trusted(client):
        hop = _parsed(hops.pop())
        if hop is None:
            break
        client = hop
    return str(client) if client else peer


def _hops(scope: Scope) -> list[str]:
    sent = Headers(scope=scope).getlist("x-forwarded-for")
    return [hop.strip() for hop in ",".join(sent).split(",") if hop.strip()]


def _peer(scope: Scope, hops: list[str]) -> str | None:
    """Tell who holds the other end of the connection.

    uvicorn by itself believes the header when this machine sends it, and puts the last hop in the peer's
    place; then the peer was this machine.
    """
    peer = scope["client"][0] if scope.get("client") else None
    return THIS_MACHINE if hops and _parsed(hops[-1]) == _parsed(peer) is not None else peer


def _parsed(text: str | None) -> Address | None:
    try:
        found = ip_address((text or "").strip("[]"))
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found


def _is_trusted(address: Address) -> bool:
    return any(address in network for network in settings().proxies)


def neighbourhood(ip: str | None) -> str:
    """Give what one customer of a network provider holds: an IPv4 address, or a whole /64 of IPv6."""
    address = _parsed(ip)
    if isinstance(address, IPv6Address):
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(address or ip or "unknown")

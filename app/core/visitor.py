"""The IP address of a client, found in a way that the client cannot forge."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

from app.core.config import settings

Address = IPv4Address | IPv6Address


def client_ip(scope: Scope) -> str | None:
    """Return the address of the client; a forwarded one is used only behind `TRUSTED_PROXIES`.

    The hops of `X-Forwarded-For` are read from the right, where trusted proxies append: the first hop that is
    no trusted proxy is the client. The server must leave the peer as it is (uvicorn's `--no-proxy-headers`).
    """
    hops = _forwarded_hops(scope)
    peer = scope["client"][0] if scope.get("client") else None
    client = _parse_address(peer)
    while client and hops and _is_trusted(client):
        hop = _parse_address(hops.pop())
        if hop is None:
            break
        client = hop
    return str(client) if client else peer


def _forwarded_hops(scope: Scope) -> list[str]:
    headers = Headers(scope=scope).getlist("x-forwarded-for")
    return [hop.strip() for hop in ",".join(headers).split(",") if hop.strip()]


def _parse_address(text: str | None) -> Address | None:
    try:
        address = ip_address((text or "").strip("[]"))
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _is_trusted(address: Address) -> bool:
    return any(address in network for network in settings().proxies)


def client_network(ip: str | None) -> str:
    """Return the network that one customer of a provider controls: an IPv4 address, or an IPv6 /64."""
    address = _parse_address(ip)
    if isinstance(address, IPv6Address):
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(address or ip or "unknown")

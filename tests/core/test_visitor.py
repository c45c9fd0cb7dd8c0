"""The address of a client: a forwarded one is used only behind trusted proxies."""

from collections.abc import Callable

import pytest

from app.core.config import ConfigurationError, settings
from app.core.visitor import client_ip, client_network


def scope(peer: str | None, *forwarded: str) -> dict[str, object]:
    headers = [(b"x-forwarded-for", hop.encode()) for hop in forwarded]
    return {"type": "http", "client": (peer, 5000) if peer else None, "headers": headers}


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("198.51.100.1", ["203.0.113.9"], "198.51.100.1"),
        ("198.51.100.1", [], "198.51.100.1"),
        (None, ["203.0.113.9"], None),
        ("testclient", [], "testclient"),
    ],
)
def test_by_default_no_forwarded_address_is_trusted(
    peer: str | None, forwarded: list[str], client: str | None
) -> None:
    assert client_ip(scope(peer, *forwarded)) == client


@pytest.mark.parametrize(
    ("forwarded", "client"),
    [
        (["203.0.113.9"], "203.0.113.9"),
        (["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
        (["6.6.6.6", "203.0.113.9, 10.0.0.2"], "203.0.113.9"),
        (["6.6.6.6, nonsense, 10.0.0.2"], "10.0.0.2"),
        (["10.0.0.3"], "10.0.0.3"),
        ([], "10.0.0.1"),
        (["2001:db8::1"], "2001:db8::1"),
        (["::ffff:203.0.113.9"], "203.0.113.9"),
    ],
)
def test_behind_trusted_proxies_the_first_other_hop_from_the_right_is_the_client(
    configure: Callable[..., None], forwarded: list[str], client: str
) -> None:
    configure(TRUSTED_PROXIES="10.0.0.0/8, 127.0.0.1")

    assert client_ip(scope("10.0.0.1", *forwarded)) == client


def test_a_proxy_that_is_no_address_is_refused_at_the_start(configure: Callable[..., None]) -> None:
    configure(TRUSTED_PROXIES="my-proxy")

    with pytest.raises(ConfigurationError, match="TRUSTED_PROXIES"):
        settings()


@pytest.mark.parametrize(
    ("ip", "network"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("testclient", "testclient"),
        (None, "unknown"),
    ],
)
def test_an_ipv6_network_is_one_client_network(ip: str | None, network: str) -> None:
    assert client_network(ip) == network

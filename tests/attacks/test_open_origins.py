"""Settings that would open the API to any page are refused at the start, with a sentence."""

from collections.abc import Callable

import pytest

from app.core.config import ConfigurationError, settings

KEY = {"ENVIRONMENT": "production", "SECRET_KEY": "0123456789abcdef0123456789abcdef"}


@pytest.mark.parametrize(
    "origin",
    [
        "*",
        "null",
        "https://*.example.org",
        "https://studio.example.org/",
        "https://studio.example.org/app",
        "https://user@studio.example.org",
        "studio.example.org",
        "ftp://studio.example.org",
        "https://Studio.example.org",
        "https://",
    ],
)
def test_what_is_no_exact_origin_is_refused(configure: Callable[..., None], origin: str) -> None:
    configure(BACKEND_CORS_ORIGINS=f"https://a.example,{origin}")

    with pytest.raises(ConfigurationError, match="BACKEND_CORS_ORIGINS"):
        settings()


@pytest.mark.parametrize("origin", ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])
def test_in_production_the_origins_of_development_are_refused(
    configure: Callable[..., None], origin: str
) -> None:
    configure(**KEY, BACKEND_CORS_ORIGINS=f"https://a.example,{origin}")

    with pytest.raises(ConfigurationError, match="for development"):
        settings()


def test_in_production_the_default_origins_are_refused(configure: Callable[..., None]) -> None:
    configure(**KEY)

    with pytest.raises(ConfigurationError, match="BACKEND_CORS_ORIGINS"):
        settings()


@pytest.mark.parametrize(
    "origin",
    ["https://studio.example.org", "https://a.b:8443", "http://192.0.2.1", "http://[2001:db8::1]:8080"],
)
def test_exact_origins_are_accepted(configure: Callable[..., None], origin: str) -> None:
    configure(**KEY, BACKEND_CORS_ORIGINS=origin)

    assert settings().backend_cors_origins == [origin]

"""The check of `BACKEND_CORS_ORIGINS`, the origins whose pages may use the API with cookies."""

import re
from urllib.parse import urlsplit

# An origin as browsers send it (RFC 6454): no path, no user, no wildcard, no upper case.
_ORIGIN = re.compile(r"https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


def check_origin(origin: str, *, is_production: bool) -> None:
    """Raise ValueError for what no browser sends as its origin, and in production for one of this machine."""
    if not _ORIGIN.fullmatch(origin):
        raise ValueError(
            f"BACKEND_CORS_ORIGINS: “{origin}” is no origin; write scheme and host, as in "
            "https://studio.example.org, without a path or a trailing slash."
        )
    if is_production and urlsplit(origin).hostname in _LOCAL_HOSTS:
        raise ValueError(
            f"BACKEND_CORS_ORIGINS: {origin} is for development; set the addresses of your clients."
        )

"""Protection of browsers: allowed hosts, CSRF checks, security headers, and the limit on request bodies.

The CSRF check uses Fetch Metadata (`Sec-Fetch-Site`), and `Origin` where a browser does not send it.
"""

import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.config import settings
from app.core.http import PREFIX, SAFE_METHODS
from app.core.problems import problem_response

EXPOSED_HEADERS = [
    "Link",
    "X-Total-Count",
    "X-Request-ID",
    "Retry-After",
    "Location",
    "ETag",
    "Idempotency-Replayed",
    "X-Moderation-Categories",
]
AUTH_PATHS = (f"{PREFIX}/auth/", f"{PREFIX}/admin/auth/")
REFRESH_PATHS = {f"{PREFIX}/auth/refresh-token", f"{PREFIX}/admin/auth/refresh-token"}
STRICT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
log = structlog.get_logger()


def content_security_policy(html: str) -> str:
    """Return the Content-Security-Policy of an HTML page: this server's files, and the page's own scripts."""
    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = " ".join(f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in inline)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


def _is_trusted(origin: str, headers: Headers) -> bool:
    if origin in settings().backend_cors_origins:
        return True
    try:
        parts, own = urlsplit(origin), urlsplit(settings().public_url)
    except ValueError:
        return False
    schemes = {"https"} if own.scheme == "https" else {"http", "https"}
    return parts.scheme in schemes and parts.netloc in {headers.get("host"), own.netloc}


def is_cross_origin(scope: Scope) -> bool:
    """Return whether a browser sent this request on behalf of an untrusted page."""
    headers = Headers(scope=scope)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site in {"same-origin", "none"}:
        return False
    if origin is None:
        return site is not None
    return not _is_trusted(origin, headers)


class CrossOriginGuard:
    """Refuse requests that an untrusted page makes a browser send with the user's cookies."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._is_refused(scope):
            log.warning("csrf.refused", path=scope["path"])
            answer = problem_response(
                scope,
                403,
                "csrf.cross_origin",
                "Cross-origin request refused",
                "This request came from a page that is not trusted.",
                headers={"Vary": "Sec-Fetch-Site, Origin"},
            )
            return await answer(scope, receive, send)
        return await self.app(scope, receive, send)

    @staticmethod
    def _is_refused(scope: Scope) -> bool:
        headers, path = Headers(scope=scope), scope["path"]
        is_refresh = path in REFRESH_PATHS
        if scope["method"] in SAFE_METHODS and not is_refresh:
            return False
        if scope["method"] == "GET" and headers.get("sec-fetch-mode") in {"navigate", "no-cors"}:
            return True
        # With an Authorization header the cookies are ignored, and a foreign page cannot set that header.
        has_cookies = "cookie" in headers and "authorization" not in headers
        return (has_cookies or path.startswith(AUTH_PATHS)) and is_cross_origin(scope)


class AllowedHosts:
    """Refuse a request for a host that is not in `ALLOWED_HOSTS`; `*.example.org` allows all subdomains."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._is_allowed(Headers(scope=scope).get("host", "")):
            return await self.app(scope, receive, send)
        detail = "This host is not served here."
        answer = problem_response(scope, 400, "request.unknown_host", "Unknown host", detail)
        return await answer(scope, receive, send)

    @staticmethod
    def _is_allowed(host_header: str) -> bool:
        host = re.sub(r":\d+$", "", host_header.lower())
        return any(
            pattern == "*" or host == pattern or (pattern.startswith("*.") and host.endswith(pattern[1:]))
            for pattern in map(str.lower, settings().allowed_hosts)
        )


class SecurityHeaders:
    """Add security headers to every response that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message))
            await send(message)

        return await self.app(scope, receive, send_with_headers)

    @staticmethod
    def _add(headers: MutableHeaders) -> None:
        headers.setdefault("Content-Security-Policy", STRICT_POLICY)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "no-referrer")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cache-Control", "no-store")
        if settings().public_url.startswith("https:"):
            headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")


class BodySizeLimit:
    """Refuse a body larger than `MAX_BODY_BYTES`, counting the bytes that arrive. File uploads are exempt."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(f"{PREFIX}/files"):
            return await self.app(scope, receive, send)
        limit, received = settings().max_body_bytes, 0
        detail = f"The request body is larger than {limit:,} bytes"

        async def receive_and_count() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                # FastAPI lets this class alone out of a body that it reads.
                raise HTTPException(413, detail)
            return message

        # Zeros in front don't count; a longer number is larger, also where it has too many digits for `int`.
        declared, most = Headers(scope=scope).get("content-length", "0").lstrip("0"), str(limit)
        if (len(declared), declared) > (len(most), most):
            answer = problem_response(scope, 413, "request.too_large", "Body too large", f"{detail}.")
            return await answer(scope, receive, send)
        return await self.app(scope, receive_and_count, send)

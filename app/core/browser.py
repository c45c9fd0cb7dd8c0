"""The browser's rules: CORS, CSRF by Fetch Metadata and Origin, security headers, and the body cap."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.config import settings
from app.core.http import PREFIX, SAFE_METHODS, problem_response

EXPOSED_HEADERS = ["Link", "X-Total-Count", "X-Request-ID", "Retry-After", "Location", "ETag"]
REFRESH_PATH = f"{PREFIX}/auth/refresh-token"
ADMIN_REFRESH_PATH = f"{PREFIX}/admin/auth/refresh-token"
DOCS_PATHS = (f"{PREFIX}/docs", f"{PREFIX}/redoc")
STRICT_POLICY = "default-src 'none'; frame-ancestors 'none'"
DOCS_POLICY = (
    "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline'; worker-src blob:; frame-ancestors 'none'; form-action 'self'"
)


def _is_trusted(origin: str, headers: Headers) -> bool:
    if origin in settings().backend_cors_origins:
        return True
    parts = urlsplit(origin)
    own = urlsplit(settings().public_url)
    is_own_host = parts.netloc == headers.get("host") and parts.scheme in {"http", "https"}
    return is_own_host or (parts.scheme, parts.netloc) == (own.scheme, own.netloc)


def is_cross_origin(scope: Scope) -> bool:
    """Tell whether a browser sent this on behalf of a page that we don't trust."""
    headers = Headers(scope=scope)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site in {"same-origin", "none"}:
        return False
    if origin is None:
        return site in {"cross-site", "same-site"}
    return not _is_trusted(origin, headers)


class CrossOriginGuard:
    """Refuse what a foreign page makes a browser send with the user's cookies."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._is_refused(scope):
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
        is_refresh = path in {REFRESH_PATH, ADMIN_REFRESH_PATH}
        if is_refresh and scope["method"] == "GET":
            if headers.get("sec-fetch-mode") in {"navigate", "no-cors"}:
                return True
        elif scope["method"] in SAFE_METHODS:
            return False
        has_cookies = "cookie" in headers
        is_auth = path.startswith((f"{PREFIX}/auth/", f"{PREFIX}/admin/auth/"))
        return (has_cookies or is_auth or is_refresh) and is_cross_origin(scope)


class SecurityHeaders:
    """Add the headers that tell a browser to be careful with every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope)
            await send(message)

        return await self.app(scope, receive, with_headers)

    @staticmethod
    def _add(headers: MutableHeaders, scope: Scope) -> None:
        is_docs = scope["path"].startswith(DOCS_PATHS)
        headers.setdefault("Content-Security-Policy", DOCS_POLICY if is_docs else STRICT_POLICY)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "no-referrer")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Cache-Control", "no-store")
        if settings().public_url.startswith("https:"):
            headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")


class BodyCap:
    """Refuse a body over the limit, counting the bytes that really arrive."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(f"{PREFIX}/files"):
            return await self.app(scope, receive, send)
        limit, received = settings().max_body_bytes, 0
        sentence = f"The request body is larger than {limit:,} bytes"

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise HTTPException(413, sentence)
            return message

        declared = Headers(scope=scope).get("content-length", "0")
        if declared.isdigit() and int(declared) > limit:
            answer = problem_response(scope, 413, "request.too_large", "Body too large", f"{sentence}.")
            return await answer(scope, receive, send)
        return await self.app(scope, counted, send)

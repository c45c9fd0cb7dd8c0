"""The two cookies with the tokens of a browser's session."""

from typing import Any

from fastapi import Request, Response

from app.core.config import settings
from app.modules.auth.dependencies import ACCESS_COOKIE, REFRESH_COOKIE, cookie_name
from app.modules.auth.tokens import Tokens


def set_tokens(response: Response, tokens: Tokens) -> None:
    """Set both tokens as cookies that scripts cannot read."""
    ages = {ACCESS_COOKIE: settings().access_token_seconds, REFRESH_COOKIE: settings().refresh_token_seconds}
    texts = {ACCESS_COOKIE: tokens.access, REFRESH_COOKIE: tokens.refresh}
    for name, text in texts.items():
        response.set_cookie(cookie_name(name), text, max_age=ages[name], **_attributes())


def clear(response: Response) -> None:
    """Delete both cookies, by the attributes with which they were set, and clear the browser's cache."""
    for name in (ACCESS_COOKIE, REFRESH_COOKIE):
        response.delete_cookie(cookie_name(name), **_attributes())
    response.headers["Clear-Site-Data"] = '"cache"'


def refresh_token(request: Request) -> str:
    """Return the refresh token of the request's cookie; empty when there is none."""
    return request.cookies.get(cookie_name(REFRESH_COOKIE), "")


def _attributes() -> dict[str, Any]:
    return {
        "path": "/",
        "httponly": True,
        "secure": settings().has_secure_cookies,
        "samesite": settings().cookie_samesite,
    }

"""The two cookies that a browser's session lives in."""

from typing import Any

from fastapi import Request, Response

from app.core.config import settings
from app.modules.auth.dependencies import ACCESS_COOKIE, REFRESH_COOKIE, cookie_name
from app.modules.auth.tokens import Tokens


def set_tokens(response: Response, tokens: Tokens) -> None:
    """Hand both tokens to a browser, out of reach of its scripts."""
    ages = {ACCESS_COOKIE: settings().access_token_seconds, REFRESH_COOKIE: settings().refresh_token_seconds}
    texts = {ACCESS_COOKIE: tokens.access, REFRESH_COOKIE: tokens.refresh}
    for name, text in texts.items():
        response.set_cookie(cookie_name(name), text, max_age=ages[name], **_rules())


def clear(response: Response) -> None:
    """Take both cookies back, with the same attributes, and what the browser has cached for the user."""
    for name in (ACCESS_COOKIE, REFRESH_COOKIE):
        response.delete_cookie(cookie_name(name), **_rules())
    response.headers["Clear-Site-Data"] = '"cache"'


def refresh_token(request: Request) -> str:
    """Read the refresh cookie; empty when there is none."""
    return request.cookies.get(cookie_name(REFRESH_COOKIE), "")


def _rules() -> dict[str, Any]:
    return {
        "path": "/",
        "httponly": True,
        "secure": settings().has_secure_cookies,
        "samesite": settings().cookie_samesite,
    }

"""The texts of the mails about accounts.

They contain nothing that a user has typed, the name of an account neither: a person who registers the address
of another could otherwise send their own words and links to it.
"""

from html import escape

from app.core.config import settings
from app.modules.auth.models import User
from app.providers.email.base import Mail

GREETING = "Hello,"
STYLE = "font:16px/1.5 sans-serif;color:#2b2622;max-width:36em"
BUTTON = "display:inline-block;padding:.6em 1.2em;background:#b5462f;color:#fff;text-decoration:none"


def build_reset_link(user: User, token: str, message_id: str) -> Mail:
    """Return the mail with a reset link. The link's host comes from the settings, never from a request."""
    link = f"{settings().frontend_url.rstrip('/')}/reset-password?token={token}"
    minutes = max(1, settings().reset_token_seconds // 60)
    intro = "A new password was requested for your Animatic Studio account."
    terms = f"The link works once, for {minutes} minutes. If you did not request it, ignore this mail."
    return Mail(
        to=user.email,
        subject="A new password for Animatic Studio",
        text=f"{GREETING}\n\n{intro}\n\n{link}\n\n{terms}\n",
        html=_page(intro, f'<a href="{escape(link)}" style="{BUTTON}">Choose a new password</a>', terms),
        message_id=message_id,
    )


def build_password_changed(user: User, message_id: str) -> Mail:
    """Return the mail that says that a password was changed."""
    link = f"{settings().frontend_url.rstrip('/')}/forgot-password"
    notice = "The password of your Animatic Studio account was changed, and other devices were signed out."
    advice = "If you did not change it, request a new password at once:"
    return Mail(
        to=user.email,
        subject="Your Animatic Studio password was changed",
        text=f"{GREETING}\n\n{notice}\n\n{advice}\n{link}\n",
        html=_page(notice, advice, f'<a href="{escape(link)}">{escape(link)}</a>'),
        message_id=message_id,
    )


def _page(*paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (GREETING, *paragraphs))
    return f'<!doctype html><html lang="en"><body style="{STYLE}">{body}</body></html>'

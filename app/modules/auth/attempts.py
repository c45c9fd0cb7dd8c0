"""What is counted of sign-ins: per account and per place, the same for known and unknown accounts."""

from app.core.config import settings
from app.core.throttle import Throttle
from app.core.visitor import neighbourhood

place = neighbourhood


def of_account() -> Throttle:
    """Password attempts on one account, wherever they come from; a success clears them."""
    return Throttle("account", settings().login_throttle_limit, settings().login_throttle_window_seconds)


def logins() -> Throttle:
    """Sign-ins from one place."""
    return _of_place("logins")


def registrations() -> Throttle:
    """Accounts opened from one place."""
    return _of_place("registrations")


def resets() -> Throttle:
    """Attempts at reset links from one place."""
    return _of_place("resets")


def _of_place(name: str) -> Throttle:
    return Throttle(name, settings().ip_throttle_limit, settings().ip_throttle_window_seconds)

"""Limits on attempts to sign in: for each account and each client network, existing or not."""

from app.core.config import settings
from app.core.throttle import Throttle
from app.modules.auth import addresses


def account_throttle() -> Throttle:
    """Return the limit on password attempts for one account; a success resets it."""
    return Throttle("account", settings().login_throttle_limit, settings().login_throttle_window_seconds)


def account_key(email: str, familiar_network: str | None = None) -> str:
    """Return the key under which attempts for an account are counted.

    A network from which the account has signed in before has a counter of its own, so that the wrong
    passwords of others don't lock its owner out.
    """
    return ":".join([addresses.hash_email(email), *([familiar_network] if familiar_network else [])])


def login_throttle() -> Throttle:
    """Return the limit on sign-ins from one network."""
    return _network_throttle("logins")


def registration_throttle() -> Throttle:
    """Return the limit on registrations from one network."""
    return _network_throttle("registrations")


def reset_throttle() -> Throttle:
    """Return the limit on uses of reset links from one network."""
    return _network_throttle("resets")


def _network_throttle(name: str) -> Throttle:
    return Throttle(name, settings().ip_throttle_limit, settings().ip_throttle_window_seconds)

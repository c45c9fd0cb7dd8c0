"""The coverage of films: every shot is filmed, or each scene as one take of its first shot's still."""

from typing import Literal

from app.providers.registry import image_provider

Coverage = Literal["auto", "shots", "scene"]


def films_shots(coverage: Coverage) -> bool:
    """Return whether every shot has a picture; with "auto" it has where pictures are free."""
    if coverage == "auto":
        return not image_provider().capabilities.costs_money
    return coverage == "shots"

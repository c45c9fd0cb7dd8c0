"""The recipe of a drawing: everything that decides its pixels."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from app.pipeline.inputs import identify_provider
from app.pipeline.stage import Recipe
from app.providers.image.base import ImageProvider, ImageRequest


def make_drawing_recipe(provider: ImageProvider, request: ImageRequest, cast: Mapping[str, str]) -> Recipe:
    """Return what decides a picture; `cast` has the digests of portraits by character.

    Neither the shot's number nor its camera move decides it, so that shots of the same set-up share it.
    """
    brief = asdict(request.brief) | {"number": None, "camera_move": None}
    # Artifacts of briefs without this data are still found by the digest that they were stored under.
    if request.brief.angle == "eye":
        del brief["angle"]
    if not request.brief.props:
        del brief["props"]
    has_words_only = provider.capabilities.draws_from_words
    if request.brief.is_directed and request.brief.setting:
        # The set-up is known as data: the same one is drawn once, whatever is told in it.
        brief["heading"] = None
        brief["description"] = brief["description"] if has_words_only or request.brief.place is None else None
    if has_words_only or not any(request.brief.looks):
        del brief["looks"]
    else:
        _drop_open_fields(brief["looks"])
    if has_words_only or request.brief.place is None:
        del brief["place"]
    if request.brief.staging is None or (has_words_only and not request.brief.is_directed):
        del brief["staging"]
    else:
        _drop_defaults(brief["staging"])
    look = replace(request.look, size=provider.picture_size(request))
    portraits = {"cast": dict(cast)} if cast else {}
    return {**identify_provider(provider), "kind": request.kind, "brief": brief, "look": look, **portraits}


def _drop_open_fields(looks: list[dict[str, Any] | None]) -> None:
    """Delete from looks, in place, what looks lacked when the first artifacts were stored."""
    for look in filter(None, looks):
        for name in ("headwear_colour", "worn"):
            if not look[name]:
                del look[name]


def _drop_defaults(staging: dict[str, Any]) -> None:
    """Delete from a staging, in place, what stagings lacked when the first artifacts were stored."""
    if not staging["extras"]:
        del staging["extras"]
    for figure in staging["figures"]:
        if not figure["count"]:
            del figure["count"]
        if figure["feeling"] is None:
            del figure["feeling"]

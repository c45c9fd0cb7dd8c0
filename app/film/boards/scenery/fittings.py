"""The fitting of rooms with lamps, beams and vaults, by name."""

from collections.abc import Callable

from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery import lamps, vaults
from app.film.boards.scenery.interior import Interior


def fit_interior(scene: SceneCanvas, room: Interior, kind: str) -> None:
    """Hang what a room has under its ceiling; "" is nothing."""
    if kind:
        _FITTINGS[kind](scene, room)


_FITTINGS: dict[str, Callable[[SceneCanvas, Interior], None]] = {
    "tubes": lamps.hang_tubes,
    "pendants": lamps.hang_pendants,
    "pendant": lamps.hang_pendant,
    "bulb": lamps.hang_bulb,
    "beams": vaults.hang_beams,
    "rafters": vaults.hang_rafters,
    "chandelier": lamps.hang_chandelier,
    "spots": lamps.hang_spots,
    "ribs": vaults.hang_ribs,
    "dashboard": vaults.hang_dashboard,
    "canvas": vaults.hang_canvas,
    "beacon": lamps.light_beacon,
    "vault": vaults.hang_vault,
    "doors": vaults.hang_doors,
    "bars": vaults.hang_bars,
}

"""Rooms of everyday life: room, kitchen, bedroom, workshop, tavern."""

from app.film.boards.colour import mix
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.furniture import (
    barrel,
    bed,
    bench,
    chair,
    chest,
    picture,
    pots,
    rug,
    table,
)  # fmt: skip
from app.film.boards.scenery.room import Room, build_room, candle, hearth, room_window

STANDING = 0.86


def room(scene: SceneCanvas) -> StandingArea:
    """Paint a plain living room: window, pictures, a chest, a rug."""
    space = build_room(scene, scene.rng.choice(("#b59a7c", "#a8a58a", "#b08f80")), "#8a6444")
    wall, unit = space.wall, scene.canvas.reach / 900
    room_window(
        scene, (wall.left + wall.width * 0.56, wall.top + wall.height * 0.66), (190 * unit, 240 * unit)
    )
    for share in (0.16, 0.86):
        at = scene.pen("far").offset(wall.left + wall.width * share, wall.top + wall.height * 0.36)
        picture(at, scene.palette, (96 * unit, 74 * unit))
    rug(
        scene.pen("far").offset(scene.across(0.5), scene.down(0.88)),
        scene.palette,
        scene.palette.paint("#7d4a44"),
    )
    chest(
        scene.pen("mid").offset(wall.left + wall.width * 0.12, wall.bottom + 30, 1.5 * unit),
        space.wood,
        scene.palette.ink,
    )
    table_with_light(scene, space, 0.88)
    return StandingArea(scene.down(STANDING))


def kitchen(scene: SceneCanvas) -> StandingArea:
    """Paint a cottage kitchen: hearth, shelf of jars, table, barrel."""
    space = build_room(scene, "#b8a183", "#8d6a4a")
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    room_window(
        scene, (wall.left + wall.width * 0.34, wall.top + wall.height * 0.62), (150 * unit, 170 * unit)
    )
    hearth(scene, (wall.left + wall.width * 0.80, wall.bottom + 12), 180 * unit)
    at = scene.pen("far").offset(wall.left + wall.width * 0.48, wall.top + wall.height * 0.3, unit)
    pots(at, scene.rng, palette, wall.width * 0.17 / unit)
    barrel(
        scene.pen("mid").offset(wall.left - 40 * unit, wall.bottom + 70, 1.9 * unit), space.wood, palette.ink
    )
    table_with_light(scene, space, 0.14)
    chair(scene.pen("mid").offset(scene.across(0.30), scene.down(0.84), 1.7 * unit), space.wood, palette.ink)
    return StandingArea(scene.down(STANDING), middle=0.52)


def bedroom(scene: SceneCanvas) -> StandingArea:
    """Paint a bedroom: bed, window, rug, chest, a candle."""
    space = build_room(scene, scene.rng.choice(("#9a94a0", "#a89a84", "#8f9a94")), "#8a6648")
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    room_window(
        scene, (wall.left + wall.width * 0.62, wall.top + wall.height * 0.62), (170 * unit, 220 * unit)
    )
    picture(
        scene.pen("far").offset(wall.left + wall.width * 0.2, wall.top + wall.height * 0.3),
        palette,
        (90 * unit, 70 * unit),
    )
    cloth = palette.paint(scene.rng.choice(("#8a4a52", "#4f6a86", "#6a7f58")))
    bed(scene.pen("mid").offset(scene.across(0.26), scene.down(0.80), 1.5 * unit), palette, space.wood, cloth)
    rug(
        scene.pen("far").offset(scene.across(0.62), scene.down(0.90), unit), palette, palette.paint("#5f7a72")
    )
    stand = scene.pen("mid").offset(wall.left + wall.width * 0.92, wall.bottom + 36, unit)
    chest(stand.offset(0, 0, 1.4), space.wood, palette.ink)
    candle(stand.offset(0, -88, 1.3))
    return StandingArea(scene.down(0.88), middle=0.60)


def workshop(scene: SceneCanvas) -> StandingArea:
    """Paint a workshop under the roof: bench, tools on the wall, barrels, a small window."""
    space = build_room(scene, "#a08a6c", "#85664a")
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    room_window(
        scene, (wall.left + wall.width * 0.5, wall.top + wall.height * 0.52), (170 * unit, 150 * unit)
    )
    dark = mix(space.wood, palette.ink, 0.5)
    for share in (0.0, 1.0):
        x = scene.across(share)
        scene.pen("near").polygon(
            [(x, 0), (scene.across(0.5 + (share - 0.5) * 0.3), 0), (x, scene.down(0.45))],
            mix(dark, palette.ink, 0.3),
        )
    steel = palette.paint("#8f969a")
    for i in range(6):
        at = scene.pen("far").offset(
            wall.left + wall.width * (0.08 + 0.045 * i), wall.top + wall.height * 0.34, 1.3 * unit
        )
        at.rect((-2, 0), (5, 52), dark)
        at.polygon([(-10, 0), (12, 0), (9, 14), (-6, 12)], steel)
    bench(
        scene.pen("mid").offset(wall.left + wall.width * 0.22, wall.bottom + 60 * unit, 1.5 * unit),
        scene.rng,
        palette,
        space.wood,
    )
    shelf_at = scene.pen("mid").offset(wall.left + wall.width * 0.86, wall.bottom + 14, unit)
    pots(shelf_at.offset(-110, -230), scene.rng, palette, 210)
    barrel(shelf_at.offset(0, 44, 1.7), space.wood, palette.ink)
    barrel(shelf_at.offset(110, 70, 1.9), space.wood, palette.ink)
    lamp = scene.pen("mid").offset(wall.left + wall.width * 0.3, wall.bottom - 78 * unit, 1.2 * unit)
    candle(lamp)
    return StandingArea(scene.down(STANDING), middle=0.56)


def tavern(scene: SceneCanvas) -> StandingArea:
    """Paint an inn or a shop: counter, barrels, shelves of bottles, lamps."""
    space = build_room(scene, "#98785a", "#7d5a3e")
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    for y in (0.26, 0.46):
        at = scene.pen("far").offset(wall.left + wall.width * 0.06, wall.top + wall.height * y, unit)
        pots(at, scene.rng, palette, wall.width * 0.4 / unit)
    hearth(scene, (wall.left + wall.width * 0.78, wall.bottom + 10), 160 * unit)
    counter = scene.pen("mid").offset(wall.left + wall.width * 0.02, wall.bottom + 44 * unit, unit)
    counter.rect((0, -120), (wall.width * 0.46 / unit, 124), mix(space.wood, palette.ink, 0.2))
    counter.rect((-10, -128), (wall.width * 0.46 / unit + 20, 14), mix(space.wood, palette.light, 0.12))
    barrel(scene.pen("mid").offset(scene.across(0.06), scene.down(0.86), 2.2 * unit), space.wood, palette.ink)
    candle(counter.offset(60, -128, 1.2))
    table_with_light(scene, space, 0.90)
    return StandingArea(scene.down(STANDING), middle=0.52)


def table_with_light(scene: SceneCanvas, space: Room, share: float) -> None:
    """Set a table at a share of the width: a candle on it in the evening, a bowl of fruit by day."""
    unit, palette = scene.canvas.reach / 900, scene.palette
    at = scene.pen("mid").offset(scene.across(share), scene.down(0.83), 1.45 * unit)
    table(at, space.wood, palette.ink)
    if palette.lamps_lit:
        candle(at.offset(-20, -86))
        scene.pen("air").offset(scene.across(share), scene.down(0.70), unit).glow(
            (0, 0), 420, "#ffb060", 0.22
        )
    else:
        bowl = palette.paint("#b0623f")
        at.blob([(-40, -106), (0, -106), (-8, -88), (-32, -88)], bowl)
        for x in (-30, -20, -9):
            at.dot(x, -108, 7, palette.paint("#c9483a"))

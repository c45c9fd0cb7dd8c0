"""The drawings of things: weapons and armour."""

from app.film.boards.things.drawing import Source

WEAPONS = {
    "sword": Source(lies=True, grip=(0.5, 0.83)),
    "crossed swords": Source("⚔️"),
    "dagger": Source("🗡️", turn=135.0, lies=True, grip=(0.5, 0.88)),
    "spear": Source(lies=True, grip=(0.5, 0.6)),
    "bow and arrow": Source("🏹", turn=135.0, grip=(0.62, 0.5)),
    "arrow": Source(lies=True, grip=(0.5, 0.6)),
    "shield": Source("🛡️"),
    "club": Source(lies=True, grip=(0.5, 0.9)),
    "pistol": Source(grip=(0.12, 0.7), faces="right"),
    "rifle": Source(lies=True, grip=(0.5, 0.7)),
    "cannon": Source(),
    "cannonball": Source(),
    "bomb": Source("💣"),
    "firecracker": Source("🧨"),
    "helmet": Source("🪖"),
    "boomerang": Source("🪃", grip=(0.75, 0.85)),
    "whip": Source(grip=(0.18, 0.9)),
    "slingshot": Source(grip=(0.5, 0.9)),
}

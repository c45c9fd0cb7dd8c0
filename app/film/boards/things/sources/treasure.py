"""The drawings of things: money, jewels and prizes."""

from app.film.boards.things.drawing import Source

TREASURE = {
    "ring": Source("💍"),
    "jewel": Source("💎"),
    "bracelet": Source(),
    "earring": Source(),
    "sceptre": Source(lies=True, grip=(0.5, 0.6)),
    "necklace": Source(grip=(0.5, 0.05), hangs=True),
    "coin": Source("🪙"),
    "money": Source("💵"),
    "bag of money": Source("💰", hangs=True, grip=(0.5, 0.12)),
    "credit card": Source("💳"),
    "trophy": Source("🏆", grip=(0.5, 0.9)),
    "gold bar": Source(),
    "pearl shell": Source("🦪"),
}

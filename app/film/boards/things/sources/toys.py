"""The drawings of things: toys, games and sport."""

from app.film.boards.things.drawing import Source

TOYS = {
    "ball": Source("⚽"),
    "basketball": Source("🏀"),
    "rugby ball": Source("🏉"),
    "tennis ball": Source("🎾"),
    "baseball": Source("⚾"),
    "volleyball": Source("🏐"),
    "bowling ball": Source("🎳"),
    "golf flag": Source("⛳"),
    "cricket bat": Source("🏏", turn=-135.0, lies=True, grip=(0.5, 0.9)),
    "hockey stick": Source("🏒", grip=(0.85, 0.1)),
    "racket": Source("🏸", turn=45.0, lies=True, grip=(0.5, 0.88)),
    "table tennis bat": Source("🏓", grip=(0.75, 0.9)),
    "boxing glove": Source("🥊"),
    "ski": Source("🎿"),
    "ice skate": Source("⛸️"),
    "roller skate": Source("🛼"),
    "goal": Source("🥅"),
    "target": Source("🎯"),
    "dice": Source("🎲"),
    "jigsaw piece": Source("🧩"),
    "toy robot": Source(),
    "teddy bear": Source("🧸"),
    "doll": Source("🪆"),
    "yo-yo": Source("🪀"),
    "party popper": Source("🎉"),
    "pinata": Source("🪅"),
    "mirror ball": Source("🪩"),
    "toy boat": Source(),
}

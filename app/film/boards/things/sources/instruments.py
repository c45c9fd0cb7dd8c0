"""The drawings of things: musical instruments."""

from app.film.boards.things.drawing import Source

INSTRUMENTS = {
    "violin": Source("🎻", grip=(0.85, 0.15)),
    "cello": Source("🎻"),
    "guitar": Source(grip=(0.5, 0.5)),
    "electric guitar": Source("🎸"),
    "banjo": Source("🪕", grip=(0.5, 0.5)),
    "trumpet": Source("🎺"),
    "saxophone": Source("🎷"),
    "post horn": Source("📯"),
    "flute": Source("🪈"),
    "drum": Source("🥁"),
    "long drum": Source("🪘"),
    "accordion": Source("🪗"),
    "maracas": Source("🪇"),
    "organ keyboard": Source("🎹"),
    "whistle": Source(),
    "lyre": Source(),
}

"""The drawings of things: what is seen in the sky."""

from app.film.boards.things.drawing import Source

SKY = {
    "sun": Source("☀️", light=(0.5, 0.5)),
    "moon": Source("🌕", light=(0.5, 0.5)),
    "crescent moon": Source("🌙", light=(0.5, 0.5)),
    "star": Source("⭐"),
    "shooting star": Source("☄️"),
    "planet": Source("🪐"),
    "globe": Source("🌍"),
    "rainbow": Source("🌈"),
    "cloud": Source("☁️"),
    "rain cloud": Source("🌧️"),
    "thundercloud": Source("⛈️"),
    "lightning": Source("⚡"),
    "tornado": Source("🌪️"),
    "snowflake": Source("❄️"),
    "water drop": Source("💧"),
    "fireworks": Source(),
    "kite": Source("🪁", grip=(0.5, 0.6)),
    "balloon": Source("🎈", grip=(0.55, 0.98)),
}

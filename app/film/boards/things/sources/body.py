"""The drawings of things: parts of the body, for the shots that show no more."""

from app.film.boards.things.drawing import Source

BODY = {
    "hand": Source("✋🏼"),
    "fist": Source("✊🏼"),
    "pointing finger": Source("👉🏼"),
    "handshake": Source("🤝🏼"),
    "clapping hands": Source("👏🏼"),
    "praying hands": Source("🙏🏼"),
    "hand with a pen": Source("✍🏼"),
    "eye": Source("👁️"),
    "eyes": Source("👀"),
    "ear": Source("👂🏼"),
    "nose": Source("👃🏼"),
    "mouth": Source("👄"),
    "tongue": Source("👅"),
    "tooth": Source("🦷"),
    "foot": Source("🦶🏼"),
    "footprints": Source("👣"),
    "paw prints": Source("🐾"),
    "muscle": Source("💪🏼"),
    "heart": Source("❤️"),
    "brain": Source("🧠"),
    "skeleton": Source(),
    "skull": Source("💀"),
}

"""How each four-legged species is built."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beast:
    """The build of a species.

    `height` is the shoulder's, where a grown person is 100; the rest is in hundredths of it: how long and
    deep the body is, where the head sits, and how large and long-faced that is.
    """

    height: float
    length: float
    depth: float
    head: tuple[float, float]
    skull: float
    muzzle: float
    ears: str
    tail: str
    coats: tuple[str, ...]
    belly: str = ""
    leg: float = 11.0
    mark: str = ""


BEASTS = {
    "dog": Beast(
        38, 118, 42, (76, -116), 40, 30, "drop", "up", ("#8a5a34", "#6a5444", "#c49a5c", "#4a4040"), "#e6d6ba"
    ),
    "cat": Beast(
        24,
        122,
        40,
        (70, -112),
        42,
        12,
        "point",
        "curl",
        ("#6a6468", "#c08a4a", "#4a4448", "#d8d0c4"),
        "#eee6d8",
        9,
    ),
    "fox": Beast(30, 134, 36, (82, -106), 40, 34, "point", "brush", ("#c0622c", "#b8562a"), "#f2e8d8", 8),
    "wolf": Beast(46, 124, 44, (84, -112), 42, 36, "point", "brush", ("#6c6a70", "#5a5658"), "#b8b2aa", 11),
    "bear": Beast(66, 122, 66, (76, -100), 46, 24, "round", "stub", ("#5f4430", "#4a382c"), "#8a6848", 22),
    "horse": Beast(
        68,
        110,
        44,
        (86, -152),
        30,
        44,
        "point_small",
        "long",
        ("#7d4f30", "#a9764a", "#5a4438", "#d8d0c4"),
        "",
        9,
        "mane",
    ),
    "donkey": Beast(
        54, 108, 46, (78, -132), 34, 42, "tall", "tuft", ("#84807c", "#75706a"), "#d8d2c8", 10, "mane"
    ),
    "cow": Beast(
        62, 124, 54, (86, -108), 36, 38, "side", "tuft", ("#8a5a3a", "#e0d8ca", "#5a4034"), "", 12, "horns"
    ),
    "goat": Beast(42, 104, 46, (72, -128), 36, 34, "side", "stub", ("#d8cdb8", "#8a7458"), "", 9, "goat"),
    "sheep": Beast(40, 112, 62, (72, -104), 32, 30, "side", "stub", ("#e8e2d4",), "", 9, "wool"),
    "pig": Beast(36, 122, 60, (78, -86), 42, 22, "point_small", "curl", ("#e0a898", "#d8958a"), "", 13),
    "deer": Beast(
        54, 104, 40, (76, -148), 28, 32, "side", "stub", ("#a8703f", "#94623a"), "#e8dcc4", 7, "antlers"
    ),
    "lion": Beast(56, 122, 48, (82, -112), 48, 24, "round", "tuft", ("#cf9c50",), "#ead8a8", 13, "ruff"),
    "mouse": Beast(11, 130, 66, (84, -78), 56, 34, "disc", "thin", ("#8f8884", "#a89078"), "#e0d8cc", 10),
    "hare": Beast(20, 112, 60, (70, -112), 46, 20, "tall", "stub", ("#a08460", "#b8a488"), "#efe6d6", 12),
    "badger": Beast(24, 128, 62, (78, -84), 46, 26, "round", "stub", ("#6a686a", "#5a585c"), "#e6e2da", 13),
    "elephant": Beast(112, 108, 66, (76, -104), 54, 60, "disc", "tuft", ("#8c8a8c", "#9a948e"), "", 22),
    "dragon": Beast(
        96,
        142,
        46,
        (92, -132),
        32,
        46,
        "point_small",
        "spade",
        ("#5f7a48", "#7a4a40", "#4a6a74"),
        "#d8c890",
        12,
        "wings",
    ),
    "monkey": Beast(34, 96, 46, (62, -116), 48, 16, "round", "curl", ("#7a5638", "#8f6a48"), "#d8b48c", 10),
    "hedgehog": Beast(
        13, 128, 70, (82, -70), 46, 34, "round", "stub", ("#6a5a4c", "#5c4e44"), "#d8c8ae", 10, "spines"
    ),
    "squirrel": Beast(
        16, 118, 58, (76, -104), 50, 18, "point_small", "brush", ("#a8582c", "#8f4c2a"), "#efe2cc", 10
    ),
    "otter": Beast(22, 150, 42, (90, -92), 42, 18, "round", "long", ("#6a5040", "#5a463a"), "#d8c4a4", 12),
}

"""The drawings of animals: their bodies from the side, and their faces."""

from dataclasses import dataclass

from app.film.boards.pen import Point
from app.film.boards.things.drawing import Source
from app.vocabulary.species import Species


@dataclass(frozen=True, slots=True)
class AnimalSource:
    """How a species is drawn.

    `body` looks to the left, or at the viewer, and is `height_cm` high; small ones are drawn larger than
    life, so that they are seen. `face` is the drawing of its head, None where close shots show the whole
    animal. `mouth` is where that opens, in shares of the face's width and height. `coat` is its colour as
    `#rrggbb`, "" where the drawing has it. One that `flies` is in the air; `has_horn` is a unicorn's.
    """

    body: Source
    height_cm: float
    face: Source | None = None
    mouth: Point = (0.5, 0.86)
    coat: str = ""
    flies: bool = False
    has_horn: bool = False


def _draw(
    emoji: str,
    height_cm: float,
    face: str = "",
    mouth: Point = (0.5, 0.86),
    *,
    seat: Point | None = None,
    is_front: bool = False,
    coat: str = "",
    flies: bool = False,
    has_horn: bool = False,
    without: tuple[int, ...] = (),
    faces_side: bool = False,
) -> AnimalSource:
    """Return the source of an animal; without an emoji its body is a drawing of our own."""
    body = Source(
        emoji,
        "viewer" if is_front else "left",
        seat=seat,
        without=without,
        package="app.film.boards.cast.animals",
    )
    own_face = Source(face, faces="left" if faces_side else "viewer") if face else None
    return AnimalSource(body, height_cm, own_face, mouth, coat, flies, has_horn)


_EAGLE = _draw("", 62, flies=True)
_DEER = _draw("", 170, "🦌")

ANIMALS: dict[Species, AnimalSource] = {
    Species.ANT: _draw("🐜", 12),
    Species.BADGER: _draw("🦡", 44),
    Species.BEAR: _draw("", 130, "🐻"),
    Species.BEE: _draw("🐝", 14, flies=True, is_front=True),
    Species.BEETLE: _draw("🪲", 14, is_front=True),
    Species.BIRD: _draw("🐦", 22, coat="#5f86b0"),
    Species.BUTTERFLY: _draw("🦋", 18, flies=True, is_front=True),
    Species.CALF: _draw("🐄", 95, "🐮"),
    Species.CAT: _draw("🐈", 42, "🐱"),
    Species.COCKEREL: _draw("🐓", 52),
    Species.COW: _draw("🐄", 150, "🐮"),
    Species.CRICKET: _draw("🦗", 14),
    Species.CROW: _draw("🐦‍⬛", 36),
    Species.DEER: _DEER,
    Species.DOG: _draw("🐕", 66, "🐶"),
    Species.DOLPHIN: _draw("🐬", 130),
    Species.DONKEY: _draw("🫏", 140, seat=(0.55, 0.34)),
    Species.DOVE: _draw("🕊", 30, coat="#eef0f0", flies=True, without=(0, 3, 4)),
    Species.DRAGON: _draw("🐉", 300, "🐲", (0.2, 0.8), seat=(0.6, 0.5), faces_side=True),
    Species.DUCK: _draw("🦆", 42),
    Species.EAGLE: _EAGLE,
    Species.ELEPHANT: _draw("🐘", 300, seat=(0.55, 0.08)),
    Species.FALCON: _EAGLE,
    Species.FISH: _draw("🐟", 26),
    Species.FLOUNDER: _draw("🐠", 34),
    Species.FOAL: _draw("", 120, "🐴", (0.22, 0.86), faces_side=True),
    Species.FOX: _draw("", 52, "🦊", (0.5, 0.93)),
    Species.FROG: _draw("", 24, "🐸", (0.5, 0.74)),
    Species.GOAT: _draw("🐐", 96),
    Species.GOOSE: _draw("🪿", 78),
    Species.HARE: _draw("🐇", 40, "🐰"),
    Species.HAWK: _EAGLE,
    Species.HEDGEHOG: _draw("🦔", 24, "🦔", (0.5, 0.86), is_front=True),
    Species.HEN: _draw("🐓", 42),
    Species.HERON: _draw("🦩", 100, coat="#99aab5"),
    Species.HORSE: _draw("", 200, "🐴", (0.22, 0.86), seat=(0.56, 0.44), faces_side=True),
    Species.KITTEN: _draw("🐈", 26, "🐱"),
    Species.LAMB: _draw("🐑", 52, coat="#f3efe8"),
    Species.LION: _draw("", 125, "🦁", (0.5, 0.82)),
    Species.MONKEY: _draw("🐒", 70, "🐵", (0.5, 0.84)),
    Species.MOUSE: _draw("🐁", 18, "🐭", coat="#9a9290"),
    Species.MULE: _draw("🫏", 150, seat=(0.55, 0.34), coat="#8f7258"),
    Species.NIGHTINGALE: _draw("🐦", 20, coat="#8f6a4a"),
    Species.OTTER: _draw("🦦", 50),
    Species.OWL: _draw("🦉", 46, is_front=True),
    Species.OX: _draw("🐂", 160),
    Species.PIG: _draw("🐖", 82, "🐷", (0.5, 0.9)),
    Species.PIGEON: _draw("🕊", 28, coat="#8a94a2", flies=True, without=(0, 3, 4)),
    Species.PONY: _draw("", 150, "🐴", (0.22, 0.86), seat=(0.56, 0.44), faces_side=True),
    Species.PUPPY: _draw("🐕", 34, "🐶"),
    Species.RABBIT: _draw("🐇", 36, "🐰"),
    Species.RAT: _draw("🐀", 22),
    Species.RAVEN: _draw("🐦‍⬛", 44),
    Species.ROBIN: _draw("🐦", 18),
    Species.SALMON: _draw("🐟", 40, coat="#dd8a70"),
    Species.SEAGULL: _draw("🕊", 40, flies=True, without=(0, 3, 4)),
    Species.SEAL: _draw("🦭", 90),
    Species.SHEEP: _draw("🐑", 88, coat="#efeae0"),
    Species.SNAKE: _draw("🐍", 40),
    Species.SPARROW: _draw("🐦", 18, coat="#94785a"),
    Species.SPIDER: _draw("🕷", 16, is_front=True),
    Species.SQUIRREL: _draw("🐿", 32),
    Species.STAG: _DEER,
    Species.SWAN: _draw("🦢", 90),
    Species.TIGER: _draw("🐅", 105, "🐯"),
    Species.TOAD: _draw("", 22, "🐸", (0.5, 0.74), coat="#8a7a4c"),
    Species.TURTLE: _draw("🐢", 36),
    Species.UNICORN: _draw(
        "", 200, "🦄", (0.22, 0.84), seat=(0.56, 0.44), coat="#eeeaf2", has_horn=True, faces_side=True
    ),
    Species.WHALE: _draw("🐋", 260),
    Species.WOLF: _draw("", 84, "🐺", (0.5, 0.94)),
    Species.BEAVER: _draw("🦫", 40),
    Species.BISON: _draw("🦬", 170),
    Species.CAMEL: _draw("🐪", 220, seat=(0.56, 0.2)),
    Species.CATERPILLAR: _draw("🐛", 14),
    Species.CHICK: _draw("🐤", 16),
    Species.CRAB: _draw("🦀", 18, is_front=True),
    Species.CROCODILE: _draw("🐊", 80),
    Species.DINOSAUR: _draw("🦕", 420),
    Species.GIRAFFE: _draw("🦒", 440),
    Species.GORILLA: _draw("🦧", 150, "🦍", is_front=True, coat="#3a3a40"),
    Species.HAMSTER: _draw("🐁", 16, "🐹", coat="#e0a860"),
    Species.HIPPO: _draw("🦛", 160),
    Species.JELLYFISH: _draw("🪼", 40, is_front=True, flies=True),
    Species.KANGAROO: _draw("🦘", 150),
    Species.LADYBIRD: _draw("🐞", 12, is_front=True),
    Species.LEOPARD: _draw("🐆", 90),
    Species.LIZARD: _draw("🦎", 26),
    Species.LLAMA: _draw("🦙", 170),
    Species.LOBSTER: _draw("🦞", 26, is_front=True),
    Species.OCTOPUS: _draw("🐙", 60, is_front=True),
    Species.PANDA: _draw("", 120, "🐼", coat="#e8e4e0"),
    Species.PARROT: _draw("🦜", 38),
    Species.PEACOCK: _draw("🦚", 110, is_front=True),
    Species.PENGUIN: _draw("🐧", 70, is_front=True),
    Species.SCORPION: _draw("🦂", 14),
    Species.SHARK: _draw("🦈", 150),
    Species.SKUNK: _draw("🦨", 40),
    Species.SNAIL: _draw("🐌", 13),
    Species.TURKEY: _draw("🦃", 82),
    Species.WORM: _draw("🪱", 12),
}

"""Processor seconds that a storyboard still takes, over the shots of a film with ten sets.

Run with `python -m benchmarks.stills`. The limits are `SECONDS_LIMIT` for a still of a 720p film, and one
bare render of the whole painting, measured in the same run.
"""

import sys
import time
from collections.abc import Iterator

import resvg_py

from app.film.boards.artist import paint_panel
from app.film.boards.composition import compose
from app.film.boards.layers import Painting, write_svg
from app.film.boards.plates import PLATES
from app.film.brief import Look, ShotBrief
from app.vocabulary.frame import STYLES, still_size
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from app.vocabulary.staging import Figure, Posture, Staging

SECONDS_LIMIT, RENDER_LIMIT = 0.35, 1.0
SIZE = (1280, 720)
_INDOORS = (Setting.KITCHEN, Setting.BEDROOM, Setting.LIBRARY)
_OUTDOORS = (
    *(Setting.FOREST, Setting.HARBOUR, Setting.VILLAGE, Setting.CASTLE),
    *(Setting.MARKET, Setting.FIELD, Setting.RIVER),
)
_PAIR = (Figure("Mara", side="left"), Figure("Tobias", side="right", is_speaking=True))
_ALONE = (Figure("Mara", Posture.RUN, side="left", facing="right"),)
_SHOTS = (
    *(("wide", "eye", _PAIR), ("medium", "eye", _ALONE), ("over_the_shoulder", "eye", _PAIR)),
    *(("two_shot", "eye", _PAIR), ("close_up", "low", _ALONE), ("insert", "high", _ALONE)),
)
_PROMPTS = {"Mara": "a girl in a red cloak", "Tobias": "an old fisherman"}


def list_shots() -> Iterator[ShotBrief]:
    """Return six shots of each set, in the order of a film."""
    for scene, setting in enumerate((*_INDOORS, *_OUTDOORS), 1):
        place = Place(setting, indoors=setting in _INDOORS)
        for letter, (shot_type, angle, figures) in zip("ABCDEF", _SHOTS, strict=True):
            names = tuple(figure.name for figure in figures)
            yield ShotBrief(
                f"{scene}{letter}",
                setting.value,
                "",
                names,
                tuple(_PROMPTS[name] for name in names),
                setting=setting.value,
                shot_type=shot_type,
                angle=angle,
                place=place,
                staging=Staging(figures),
            )


def _measure_panel(brief: ShotBrief, style: str) -> float:
    """Return the processor seconds of a still as the artist draws it, with the layers that move within it."""
    begin = time.process_time()
    paint_panel(brief, Look(SIZE, style))
    return time.process_time() - begin


def _render_bare(painting: Painting) -> float:
    """Return the processor seconds of drawing all shapes once, as one picture of a still's size."""
    shapes = [shape for layer in painting.layers.values() for shape in layer.shapes]
    begin = time.process_time()
    svg = write_svg(shapes, painting.canvas.whole, still_size(SIZE))
    resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    return time.process_time() - begin


def main() -> int:
    """Print the seconds of each style's stills; return 0 if all are within the limits."""
    shots, slowest = list(list_shots()), 0.0
    bare = sum(_render_bare(compose(brief, Look(SIZE))) for brief in shots) / len(shots)
    for style in STYLES:
        PLATES.clear()
        seconds = sum(_measure_panel(brief, style) for brief in shots) / len(shots)
        slowest = max(slowest, seconds)
        print(f"{style:<12}{seconds:>9.3f}")
    print(f"{len(shots)} stills; at most {slowest:.3f} CPU s each (limit {SECONDS_LIMIT})")
    print(f"{slowest / bare:.2f} of one bare render, {bare:.3f} CPU s (limit {RENDER_LIMIT})")
    print(f"{PLATES.bytes / 2**20:.1f} MB of plates are kept")
    return 0 if slowest <= SECONDS_LIMIT and slowest <= RENDER_LIMIT * bare else 1


if __name__ == "__main__":
    sys.exit(main())

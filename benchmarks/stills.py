"""Processor seconds that a storyboard still takes, over the shots of a film with ten sets.

Run with `python -m benchmarks.stills`. The limits are `SECONDS_LIMIT` for a still of a 720p film, and one
bare render of the whole painting, measured in the same run.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Iterator

import resvg_py

from app.film.boards.artist import apply_finish
from app.film.boards.composition import compose, find_place
from app.film.boards.layers import Painting, write_svg
from app.film.boards.palette import choose_palette
from app.film.boards.plates import PLATES
from app.film.boards.raster import encode_png, flatten
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


def _draw(brief: ShotBrief, style: str, spent: dict[str, float]) -> Painting:
    """Draw a still as the artist does and add the processor seconds of each part."""
    size, look = still_size(SIZE), Look(SIZE, style)
    palette = choose_palette(brief.time_of_day, brief.mood, find_place(brief).weather)
    times = [time.process_time()]
    painting = compose(brief, look)
    times.append(time.process_time())
    pixels = flatten(painting, size)
    times.append(time.process_time())
    finished = apply_finish(pixels, palette, style)
    times.append(time.process_time())
    encode_png(finished)
    times.append(time.process_time())
    for part, begin, end in zip(("compose", "flatten", "finish", "encode"), times, times[1:], strict=False):
        spent[part] += end - begin
    return painting


def _render_bare(painting: Painting) -> float:
    """Return the processor seconds of drawing all shapes once, as one picture of a still's size."""
    shapes = [shape for layer in painting.layers.values() for shape in layer.shapes]
    begin = time.process_time()
    svg = write_svg(shapes, painting.canvas.whole, still_size(SIZE))
    resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    return time.process_time() - begin


def main() -> int:
    """Print the seconds of each style's stills by part; return 0 if all are within the limits."""
    shots, slowest, bare = list(list_shots()), 0.0, 0.0
    print(f"{'style':<12}{'a still':>9}{'compose':>9}{'flatten':>9}{'finish':>9}{'encode':>9}")
    for style in STYLES:
        PLATES.clear()
        spent: dict[str, float] = defaultdict(float)
        paintings = [_draw(brief, style, spent) for brief in shots]
        bare = bare or sum(map(_render_bare, paintings)) / len(shots)
        seconds = sum(spent.values()) / len(shots)
        slowest = max(slowest, seconds)
        parts = "".join(f"{value / len(shots):>9.3f}" for value in spent.values())
        print(f"{style:<12}{seconds:>9.3f}{parts}")
    print(f"{len(shots)} stills; at most {slowest:.3f} CPU s each (limit {SECONDS_LIMIT})")
    print(f"{slowest / bare:.2f} of one bare render, {bare:.3f} CPU s (limit {RENDER_LIMIT})")
    print(f"{PLATES.bytes / 2**20:.1f} MB of plates are kept")
    return 0 if slowest <= SECONDS_LIMIT and slowest <= RENDER_LIMIT * bare else 1


if __name__ == "__main__":
    sys.exit(main())

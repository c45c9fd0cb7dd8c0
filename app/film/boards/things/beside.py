"""Things beside faces: behind the shoulders of a shot that shows people down to the waist."""

from collections.abc import Sequence

from app.film.boards.colour import mix
from app.film.boards.layers import Layer
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.things.gaps import Span, list_gaps, list_spans
from app.film.boards.things.painting import measure_thing, paint_thing
from app.film.boards.things.placing import choose_tone, is_missing, is_small
from app.film.boards.things.surfaces import TABLE
from app.film.boards.things.tables import Top, lay_on

_MOST = 2
# The height of eyes over the floor, and the least width of a gap in which things are seen, in body units.
_EYES, _LEAST_GAP = 93.0, 12.0
# How far behind people what stands on the floor is, and how high over the subtitles a table is.
_AWAY, _OVER_CAPTIONS = 0.82, 2.0


def place_beside(scene: SceneCanvas, names: Sequence[str], unit: float, *, indoors: bool) -> None:
    """Paint things in the widest gap beside the figures: small ones on a table, large ones behind.

    `unit` is a body unit of the figures in canvas units.
    """
    painting = scene.painting
    missing = [name for name in names if is_missing(scene, name, indoors=indoors)]
    gap = max(list_gaps(painting.safe, list_spans(painting["cast"])), key=lambda gap: gap.width)
    heads = [one.head for one in painting.depictions if one.head]
    if not heads or gap.width < _LEAST_GAP * unit:
        return
    behind = Layer("behind")
    # Nothing out of doors is as high as a table, so that small things lie below the frame.
    small = [name for name in missing if indoors and is_small(name)][:_MOST]
    large = [name for name in missing if not is_small(name)][:1]
    ground = min(head.centre[1] for head in heads) + _EYES * unit
    for name in large:
        at = Pen(behind).offset(gap.middle, ground, unit * _AWAY)
        if measure_thing(name).height * _AWAY * unit > ground - painting.caption_top:
            paint_thing(at, scene.palette, name, tone=choose_tone(scene, _AWAY))
            painting.props.append(name)
    if small:
        _lay_small(scene, Pen(behind), gap, small, unit)
        painting.props += small
    painting["cast"].shapes[:0] = behind.shapes


def _lay_small(scene: SceneCanvas, pen: Pen, gap: Span, names: Sequence[str], unit: float) -> None:
    """Paint a table along a gap with things on it."""
    painting, frame = scene.painting, scene.painting.safe
    y = painting.caption_top - _OVER_CAPTIONS * unit
    paint = scene.palette.skin(TABLE)
    left = gap.left - 8 * unit if gap.left > frame.left else -0.1 * scene.canvas.width
    right = gap.right + 8 * unit if gap.right < frame.right else scene.canvas.width * 1.1
    foot = scene.canvas.height * 1.1
    pen.rect((left, y), (right - left, foot - y), mix(paint, scene.palette.ink, 0.35))
    pen.rect((left, y), (right - left, 2.6 * unit), paint)
    wide = min(gap.width / unit, 40.0)
    lay_on(Top((gap.middle, y), unit, wide), pen, scene.palette, names)

"""What the pictures of the gold stories hold to: faces in the frame and free, clear strips, clear figures."""

from dataclasses import dataclass
from itertools import cycle

import pytest

from app.film.boards.cast.busts import is_close
from app.film.boards.layers import Painting
from app.film.brief import Look
from app.vocabulary.staging import Posture
from tests.film.boards.craft.contrast import measure_contrasts
from tests.film.boards.craft.framing import find_foot, measure_hidden
from tests.film.boards.craft.gold_shots import GoldShot, load_shots
from tests.film.boards.shots import holds

FRAMES = ((1280, 720), (720, 1280), (720, 720))
STYLES = ("storybook", "pencil", "noir")
EVERY = 6
"""One shot of so many is looked at, in a frame of another shape each time."""
MOST_HIDDEN = 0.25
"""The share of a face, 0 to 1, that others may hide."""
MOST_HIDDEN_FACES = 0.01
"""The share of all faces of which more may be hidden."""
SLACK = 8.0
"""How far shadows may reach into the strip of the subtitles, in canvas units."""
MOST_LOW = 0.01
"""The share of figures that may stand in that strip nevertheless; the water before a swimmer fills it."""
STILLS_OF_A_LIGHT = 3
"""How many pictures of each time of day are looked at indoors, and as many outdoors."""
LEAST_CONTRAST, USUAL_CONTRAST = 0.05, 0.15
"""How far each figure, and half of them, are from what is around them, in OKLab."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A shot with its display list."""

    shot: GoldShot
    painting: Painting


@pytest.fixture(scope="module")
def pictures() -> list[Picture]:
    """Some shots of all gold stories, in frames of all shapes."""
    shots = load_shots()[::EVERY]
    return [Picture(shot, shot.draw(Look(size))) for shot, size in zip(shots, cycle(FRAMES), strict=False)]


def list_lit_shots() -> list[GoldShot]:
    """Return shots with people of each time of day, indoors and outdoors, spread over all stories."""
    groups: dict[tuple[str, bool], list[GoldShot]] = {}
    for shot in load_shots():
        place = shot.brief.place
        if place and shot.brief.characters and shot.brief.shot_type != "insert":
            groups.setdefault((shot.brief.time_of_day, place.indoors), []).append(shot)
    steps = ((group, max(1, len(group) // STILLS_OF_A_LIGHT)) for group in groups.values())
    return [shot for group, step in steps for shot in group[step // 2 :: step][:STILLS_OF_A_LIGHT]]


def test_every_face_is_in_the_frame_above_the_subtitles(pictures: list[Picture]) -> None:
    faces = [
        (one.shot.name, one.painting, shown.head)
        for one in pictures
        for shown in one.painting.depictions
        if shown.head
    ]

    assert len(faces) > len(pictures) / 2
    assert [
        name
        for name, painting, head in faces
        if not holds(painting.canvas.safe, painting.keystone.bend(head))
    ] == []
    assert [name for name, painting, head in faces if head.bottom > painting.caption_top + 1] == []


def test_hardly_any_face_is_hidden(pictures: list[Picture]) -> None:
    shares = [
        measure_hidden(one.painting, shown)
        for one in pictures
        for shown in one.painting.depictions
        if shown.head
    ]

    assert sum(share > MOST_HIDDEN for share in shares) / len(shares) <= MOST_HIDDEN_FACES


def test_hardly_anyone_stands_in_the_strip_of_the_subtitles(pictures: list[Picture]) -> None:
    depths = [
        find_foot(shown) - one.painting.caption_top
        for one in pictures
        if not is_close(one.shot.brief.shot_type)
        for shown in one.painting.depictions
        if shown.posture is not Posture.SWIM
    ]

    assert sum(depth > SLACK for depth in depths) / len(depths) <= MOST_LOW


def test_figures_stand_out_from_what_is_around_them_in_every_light_and_style() -> None:
    shots = list_lit_shots()
    sizes = [(round(width * 2 / 3), round(height * 2 / 3)) for width, height in FRAMES]
    looks = [Look(size, style) for size in sizes for style in STYLES]

    contrasts = [
        (contrast, shot.name)
        for shot, look in zip(shots, cycle(looks), strict=False)
        for contrast in measure_contrasts(shot.brief, look)
    ]

    assert len(shots) > 20
    assert [each for each in contrasts if each[0] < LEAST_CONTRAST] == []
    assert sorted(contrasts)[len(contrasts) // 2][0] >= USUAL_CONTRAST

"""The craft gate: what a director would ask of the shots of every gold story."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest

from app.story.coverage.axis import TRAVELS
from app.story.coverage.cuts import UTMOST_SEC
from app.story.coverage.seconds import list_natural_seconds
from app.story.coverage.stage import have_same_setup
from app.story.coverage.stretches import FAINT, choose_main_beat, is_seen
from app.story.scene import SceneDraft
from app.story.segmentation import cut
from app.story.shot import ShotDraft
from app.vocabulary.staging import Figure
from tests.story.gold.gold import FOLDER, load_folder

_SIDES = ("left", "middle", "right")
_OF_TALK = {"over_the_shoulder", "medium_close_up", "close_up", "two_shot"}


@dataclass(frozen=True)
class Story:
    """A gold story, filmed."""

    name: str
    language: str
    scenes: tuple[SceneDraft, ...]

    @property
    def shots(self) -> list[ShotDraft]:
        return [shot for scene in self.scenes for shot in scene.shots]


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return [
        Story(one.name, one.language, tuple(cut(one.text, one.story_format, one.language)))
        for one in load_folder(FOLDER)
    ]


def list_figures(shot: ShotDraft) -> tuple[Figure, ...]:
    """Return those in frame."""
    return shot.staging.figures if shot.staging else ()


def list_neighbours(scene: SceneDraft) -> Iterator[tuple[ShotDraft, set[str]]]:
    """Yield each shot of a scene with those in frame in it, just before it and just after it."""
    for at, shot in enumerate(scene.shots):
        near = scene.shots[max(0, at - 1) : at + 2]
        yield shot, {name for one in near for name in one.characters}


def test_shots_last_three_to_five_seconds_on_average(stories: list[Story]) -> None:
    means = {s.name: sum(shot.duration_sec for shot in s.shots) / len(s.shots) for s in stories}

    assert not {name: mean for name, mean in means.items() if not 3 <= mean <= 5}


def test_no_shot_lasts_more_than_eight_seconds(stories: list[Story]) -> None:
    assert not [shot.text for s in stories for shot in s.shots if shot.duration_sec > UTMOST_SEC]


def test_hardly_a_shot_is_shorter_than_two_seconds(stories: list[Story]) -> None:
    shots = [shot for s in stories for shot in s.shots]

    assert sum(shot.duration_sec < 2 for shot in shots) <= 0.05 * len(shots)
    assert all(shot.duration_sec >= 1.2 for shot in shots)


def test_the_shots_tell_the_narration_and_have_all_beats(stories: list[Story]) -> None:
    for scene in (scene for s in stories for scene in s.scenes):
        assert "".join(shot.text for shot in scene.shots) == scene.narration
        assert [beat for shot in scene.shots for beat in shot.beats] == list(scene.beats)


def test_no_beat_worth_seeing_is_without_a_shot(stories: list[Story]) -> None:
    missed = [
        beat
        for s in stories
        for scene in s.scenes
        for shot, near in list_neighbours(scene)
        for beat in shot.beats
        if is_seen(beat) and beat.action not in FAINT
        if any(name in scene.characters for name in beat.agents) and not near.intersection(beat.agents)
    ]

    assert not missed


def test_no_named_subject_is_missing_from_its_shot(stories: list[Story]) -> None:
    for scene in (scene for s in stories for scene in s.scenes):
        for shot, near in list_neighbours(scene):
            main = choose_main_beat([b for b in shot.beats if is_seen(b)], scene.characters)
            agents = {name for name in main.agents if name in scene.characters} if main else set()
            if (
                main
                and main.action not in FAINT
                and main.action
                and not is_spoken_by(main.agents, shot, scene)
            ):
                assert agents <= (near if shot.shot_type == "insert" else set(shot.characters)), shot.action


def is_spoken_by(names: tuple[str, ...], shot: ShotDraft, scene: SceneDraft) -> bool:
    """Return whether one of some characters has a line in a shot."""
    return any(line.character in names and is_heard(line.line, shot) for line in scene.dialogue)


def is_heard(line: str, shot: ShotDraft) -> bool:
    """Return whether a shot tells a line, or a part of it."""
    return line in shot.text or (len(shot.text) > 8 and shot.text.strip(" ‘’“”'\"»«") in line)


def test_only_characters_of_the_scene_are_in_frame_and_each_has_a_figure(stories: list[Story]) -> None:
    for scene in (scene for s in stories for scene in s.scenes):
        for shot in scene.shots:
            assert set(shot.characters) <= set(scene.characters)
            assert tuple(figure.name for figure in list_figures(shot)) == shot.characters


def test_speakers_are_in_frame_or_heard_on_purpose(stories: list[Story]) -> None:
    """Whose line is heard is seen speaking it in the shot or beside it, while somebody listens."""
    for scene in (scene for s in stories for scene in s.scenes):
        for shot, near in list_neighbours(scene):
            for line in scene.dialogue:
                if line.character in scene.characters and is_heard(line.line, shot):
                    is_seen_speaking = line.character in shot.characters
                    assert is_seen_speaking or shot.characters or line.character in near, shot.text


def test_who_travels_keeps_the_direction_of_the_scene(stories: list[Story]) -> None:
    for scene in (scene for s in stories for scene in s.scenes):
        travelling = [f for shot in scene.shots for f in list_figures(shot) if f.action in TRAVELS]

        assert len({figure.facing for figure in travelling}) <= 1


def test_a_pair_never_changes_sides(stories: list[Story]) -> None:
    for scene in (scene for s in stories for scene in s.scenes):
        orders: dict[frozenset[str], set[str]] = {}
        for shot in scene.shots:
            placed = sorted(list_figures(shot), key=lambda figure: _SIDES.index(figure.side))
            for at, one in enumerate(placed):
                for other in placed[at + 1 :]:
                    if one.side != other.side:
                        orders.setdefault(frozenset((one.name, other.name)), set()).add(one.name)

        assert all(len(left) == 1 for left in orders.values())


def test_two_who_talk_look_at_each_other(stories: list[Story]) -> None:
    for shot in (shot for s in stories for shot in s.shots if shot.shot_type == "over_the_shoulder"):
        first, second = list_figures(shot)[:2]

        if not {first.action, second.action} & TRAVELS:
            assert {(first.side, first.facing), (second.side, second.facing)} == {
                ("left", "right"),
                ("right", "left"),
            }


def test_no_set_up_stands_twice_in_a_row(stories: list[Story]) -> None:
    for story in stories:
        twice = [
            (a.text, b.text)
            for scene in story.scenes
            for a, b in pairwise(scene.shots)
            if have_same_setup(a, b)
        ]
        assert not twice


def test_a_size_stands_three_times_in_a_row_only_in_talk(stories: list[Story]) -> None:
    for scene in (scene for s in stories for scene in s.scenes):
        for a, b, c in zip(scene.shots, scene.shots[1:], scene.shots[2:], strict=False):
            assert a.shot_type in _OF_TALK or not a.shot_type == b.shot_type == c.shot_type, b.text


def test_sizes_vary_over_a_story(stories: list[Story]) -> None:
    for story in stories:
        counts = Counter(shot.shot_type for shot in story.shots)

        assert len(counts) >= 6, story.name
        assert max(counts.values()) <= 0.45 * len(story.shots), story.name


def test_a_new_place_is_established(stories: list[Story]) -> None:
    for story in stories:
        for before, scene in pairwise(story.scenes):
            if scene.setting != before.setting:
                assert scene.shots[0].shot_type in ("extreme_wide", "wide", "full"), scene.heading


def test_inserts_are_rare(stories: list[Story]) -> None:
    for shots in (scene.shots for s in stories for scene in s.scenes):
        for at in range(len(shots)):
            assert sum(shot.shot_type == "insert" for shot in shots[at : at + 5]) <= 1


def test_holds_are_rare_and_short(stories: list[Story]) -> None:
    for story in stories:
        holds = [
            shot.duration_sec - seconds
            for scene in story.scenes
            for shot, seconds in zip(
                scene.shots,
                list_natural_seconds([shot.text for shot in scene.shots], story.language),
                strict=True,
            )
        ]
        assert max(holds) <= 1.5
        assert sum(hold > 0.01 for hold in holds) <= 0.1 * len(holds), story.name


def test_the_camera_stands_still_in_talk_and_for_about_half_of_the_shots(stories: list[Story]) -> None:
    shots = [shot for s in stories for shot in s.shots]

    assert 0.35 <= sum(shot.camera_move == "static" for shot in shots) / len(shots) <= 0.6


def test_set_ups_return(stories: list[Story]) -> None:
    shots = [(scene, shot) for s in stories for scene in s.scenes for shot in scene.shots]
    setups = {
        (scene.place, scene.time_of_day, shot.shot_type, shot.angle, shot.characters, shot.staging)
        for scene, shot in shots
    }

    assert len(setups) <= 0.95 * len(shots)

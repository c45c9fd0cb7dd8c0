"""The sound of whole stories: their voices, levels and balance."""

from itertools import combinations

import pytest

from app.film.sound.loudness import TARGET_LUFS
from app.film.turns import find_turns
from app.providers.speech.casting import NEAREST_PITCHES
from tests.pipeline.gold_tracks import GoldTrack, make_gold_track
from tests.story.gold.gold import load_folder

STORIES = ("market_chase", "berlin", "tea_party")


@pytest.fixture(scope="module", params=STORIES)
def track(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> GoldTrack:
    """The track of a gold story."""
    text = next(text for text in load_folder() if text.name == request.param)
    return make_gold_track(text, tmp_path_factory.mktemp(request.param))


def test_a_film_is_as_loud_as_all_are_and_has_a_range(track: GoldTrack) -> None:
    sound = track.quality

    assert sound.loudness_lufs == pytest.approx(TARGET_LUFS, abs=1)
    assert sound.true_peak_dbtp <= -1.5
    assert sound.range_lu is not None
    assert sound.range_lu >= 4


def test_nothing_is_ever_silent_and_speech_is_well_above_the_rest(track: GoldTrack) -> None:
    sound = track.quality

    assert sound.longest_silence_sec is not None
    assert sound.longest_silence_sec < 0.1
    assert sound.speech_over_bed_db is not None
    assert sound.speech_over_bed_db >= 12


def test_there_are_as_many_voices_as_speakers(track: GoldTrack) -> None:
    voices = {
        name: voice
        for scene in track.scenes
        if scene.take
        for name, voice in scene.take.meta["voices"].items()
    }

    assert set(voices) == track.speakers - {""}
    assert len(set(voices.values())) == len(voices)


def test_speakers_are_told_apart_by_their_pitch(track: GoldTrack) -> None:
    pitches = track.quality.pitches_hz or {}

    assert set(pitches) == track.speakers
    for (one, low), (other, high) in combinations(sorted(pitches.items(), key=lambda pair: pair[1]), 2):
        assert high / low >= NEAREST_PITCHES, f"{one or 'the narrator'} and {other or 'the narrator'}"


def test_every_line_is_heard_in_its_speakers_voice(track: GoldTrack) -> None:
    for scene in track.scenes:
        lines = [(line["character"], line["line"]) for line in scene.row.dialogue]
        told = [turn.speaker for turn in find_turns(scene.row.narration, lines)]
        assert [speaker for speaker, _ in scene.turns] == told


def test_each_subtitle_has_one_speaker(track: GoldTrack) -> None:
    for scene in track.scenes:
        starts = [start for _, start in scene.turns]
        shown = " ".join(cue.text.replace("\n", " ") for cue in scene.timed.cues)
        assert len(scene.timed.cues) >= len(starts)
        assert shown.split() == scene.row.narration.split()

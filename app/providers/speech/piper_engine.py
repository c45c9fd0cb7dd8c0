"""The engine Piper, which runs a neural voice on the processor, in the process that speaks."""

import json
import threading
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from app.providers.errors import ProviderRefused
from app.providers.speech.base import Voice
from app.providers.speech.piper_voice import VoiceFile, description_path

Samples = NDArray[np.float32]

RATE = 22_050
"""The sample rate in hertz of takes: that of espeak-ng, and of Piper's voices of medium and high quality."""

# The voices read more than 220 words a minute; a narrator takes a third longer.
_CALM_LENGTH = 1.35
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class NeuralReader:
    """A voice, the number of its speaker in the model, and how many times faster than calmly it speaks."""

    voice: Voice
    speaker: int
    factor: float = 1.0

    def speed_up(self, factor: float) -> "NeuralReader":
        """Return the same voice speaking faster by a factor."""
        return replace(self, factor=self.factor * factor)


class PiperEngine:
    """A model that is loaded when it first speaks: that takes seconds, and most processes never speak."""

    def __init__(self, file: VoiceFile) -> None:
        self._file = file

    def synthesize(self, text: str, reader: NeuralReader) -> Samples:
        """Return a phrase's samples at RATE, full scale ±1; raises ProviderRefused for an unusable model.

        The model would draw its noise from a generator that goes on from phrase to phrase. Without noise the
        same phrase has the same samples; the range of its pitch and its spectrum hardly change.
        """
        model = self._load()
        from piper import SynthesisConfig

        manner = SynthesisConfig(
            speaker_id=reader.speaker,
            length_scale=model.config.length_scale * _CALM_LENGTH / reader.factor,
            noise_scale=0.0,
            noise_w_scale=0.0,
            normalize_audio=False,
        )
        chunks = [chunk.audio_float_array for chunk in model.synthesize(text, manner)]
        return _resample(np.concatenate(chunks), self._file.rate) if chunks else np.zeros(0, np.float32)

    def _load(self) -> Any:
        try:
            with _LOCK:
                return _load_model(self._file.path, self._file.digest)
        except Exception as error:  # the errors of onnxruntime have no class in common
            raise ProviderRefused(
                f"The voice {self._file.name} can't be loaded: {error}.", "provider.unusable_voice"
            ) from error


@lru_cache(maxsize=1)
def _load_model(path: Path, digest: str) -> Any:  # noqa: ARG001 - another file of that path is another model
    """Return the model with one thread, so that its samples don't depend on the number of cores."""
    import onnxruntime
    from piper import PiperVoice
    from piper.config import PiperConfig

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return PiperVoice(session, PiperConfig.from_dict(json.loads(description_path(path).read_bytes())))


def _resample(samples: Samples, rate: int) -> Samples:
    if rate == RATE:
        return samples
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="flt", layout="mono")
    frame.sample_rate = rate
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([part.to_ndarray()[0] for part in frames]).astype(np.float32)

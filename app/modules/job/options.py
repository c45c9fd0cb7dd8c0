"""The choices that this installation offers for a film."""

from typing import get_args

from app.film.brief import ASPECT_RATIOS
from app.modules.job.schemas import JobConfig, JobOptions, Resolution, Subtitles, Transition, VoiceRead
from app.providers.image.base import STYLES
from app.providers.registry import speech_provider


def list_options() -> JobOptions:
    """Return the choices and defaults of a job's config, styles, languages and voices."""
    voices = [VoiceRead.model_validate(voice) for voice in speech_provider().voices()]
    return JobOptions(
        config={
            "resolution": list(get_args(Resolution)),
            "fps": [24, 25, 30],
            "audio": [True, False],
            "subtitles": list(get_args(Subtitles)),
            "transition": list(get_args(Transition)),
            "music": ["none", "bed"],
        },
        defaults=JobConfig().model_dump(),
        styles=list(STYLES),
        aspect_ratios=list(ASPECT_RATIOS),
        languages=list(speech_provider().capabilities.languages),
        voices=voices,
    )

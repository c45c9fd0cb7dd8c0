"""The options that this installation offers for a film."""

from typing import get_args

from app.modules.job.schemas import (
    FRAME_RATES,
    ExportFormats,
    JobConfig,
    JobOptions,
    Subtitles,
    Transition,
    Vocabularies,
    VoiceRead,
)
from app.modules.task.coverage import Coverage
from app.providers.registry import speech_provider
from app.story.language import UNDERSTOOD_LANGUAGES
from app.vocabulary.frame import ASPECT_RATIOS, RESOLUTIONS, STYLES


def list_options() -> JobOptions:
    """Return the choices and defaults of a job's config, styles, languages and voices."""
    voices = [VoiceRead.model_validate(voice) for voice in speech_provider().voices()]
    return JobOptions(
        config={
            "resolution": list(RESOLUTIONS),
            "fps": list(FRAME_RATES),
            "audio": [True, False],
            "subtitles": list(get_args(Subtitles)),
            "transition": list(get_args(Transition)),
            "music": ["none", "bed"],
            "ambience": [True, False],
            "titles": [True, False],
            "coverage": list(get_args(Coverage)),
        },
        defaults=JobConfig().model_dump(),
        styles=list(STYLES),
        aspect_ratios=list(ASPECT_RATIOS),
        languages=list(speech_provider().capabilities.languages),
        understood_languages=list(UNDERSTOOD_LANGUAGES),
        voices=voices,
        vocabularies=Vocabularies(),
        exports=ExportFormats(),
    )

"""The adapters of each need, by the names that the settings use.

`local` ships in the app and needs nothing; `openai` is the default for text, image, speech and moderation
once a key is set; `piper` needs the extra `neural`; an operator's own adapter is named as
`package.module:Class`.
"""

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from app.core.config import ConfigurationError, settings
from app.providers.capabilities import Capabilities, GenerativeProvider, Provider
from app.providers.email.base import EmailProvider
from app.providers.email.local import MailFolder
from app.providers.email.smtp import SmtpServer
from app.providers.storage.base import StorageProvider
from app.providers.storage.local import LocalStorage

if TYPE_CHECKING:
    from app.providers.image.base import ImageProvider
    from app.providers.moderation.base import ModerationProvider
    from app.providers.speech.base import SpeechProvider
    from app.providers.text.base import TextProvider
    from app.providers.video.base import VideoProvider

# Adapters are imported on first use, so that a process that never draws holds no raster library in memory.
ADAPTERS = {
    "text": {
        "local": "app.providers.text.local:LocalSegmenter",
        "openai": "app.providers.text.openai:OpenAISegmenter",
    },
    "image": {
        "local": "app.providers.image.local:StoryboardArtist",
        "openai": "app.providers.image.openai:OpenAIArtist",
    },
    "speech": {
        "local": "app.providers.speech.local:EspeakNarrator",
        "openai": "app.providers.speech.openai:OpenAINarrator",
        "piper": "app.providers.speech.piper:PiperNarrator",
    },
    "video": {"local": "app.providers.video.local:CameraOnStills"},
    "moderation": {
        "local": "app.providers.moderation.local:LocalPolicy",
        "openai": "app.providers.moderation.openai:OpenAIModeration",
    },
}


@lru_cache
def adapter(need: str) -> Provider:
    """Return this process's adapter for a need, such as "image".

    Raises ConfigurationError for an adapter that is not known, or can't be loaded.
    """
    setting, adapters = f"{need}_provider", ADAPTERS[need]
    takes_openai = "openai" in adapters and settings().openai_api_key
    name = getattr(settings(), setting) or ("openai" if takes_openai else "local")
    module, _, attribute = adapters.get(name, name).partition(":")
    if name not in adapters and not attribute:
        known = ", ".join(adapters)
        raise ConfigurationError(f"{setting.upper()}: there is no adapter “{name}”; known are {known}.")
    try:
        provider: Provider = getattr(import_module(module), attribute)()
        if not isinstance(provider.capabilities, Capabilities):
            raise ConfigurationError(f"{setting.upper()}: “{name}” doesn't declare its Capabilities.")
        return provider
    except (ImportError, AttributeError) as error:
        raise ConfigurationError(f"{setting.upper()}: “{name}” can't be loaded: {error}.") from error


def text_provider() -> "TextProvider":
    """Return the adapter that cuts stories into scenes."""
    return cast("TextProvider", adapter("text"))


def image_provider() -> "ImageProvider":
    """Return the adapter that draws panels and portraits."""
    return cast("ImageProvider", adapter("image"))


def speech_provider() -> "SpeechProvider":
    """Return the adapter that speaks narration."""
    return cast("SpeechProvider", adapter("speech"))


def video_provider() -> "VideoProvider":
    """Return the adapter that animates stills."""
    return cast("VideoProvider", adapter("video"))


def moderation_provider() -> "ModerationProvider":
    """Return the adapter that checks texts and pictures."""
    return cast("ModerationProvider", adapter("moderation"))


def generative_providers() -> tuple[GenerativeProvider[Any], ...]:
    """Return the adapters that make parts of a film, and so may cost money: all but moderation."""
    return text_provider(), image_provider(), speech_provider(), video_provider()


@lru_cache
def email_provider() -> EmailProvider:
    """Return the configured SMTP server, or the folder in which mails are written without one."""
    return SmtpServer() if settings().smtp_host else MailFolder(settings().data / "mail")


@lru_cache
def storage() -> StorageProvider:
    """Return the configured bucket, or the folder in which files are stored without one."""
    bucket = settings().s3_bucket_name
    if bucket:
        from app.providers.storage.s3 import S3Storage  # boto3 is large, and needed only here.

        return S3Storage(bucket)
    return LocalStorage(settings().data / "files")

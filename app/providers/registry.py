"""Which adapter serves which need, by the names that the settings use.

`local` ships in the app and needs nothing; `openai` is taken for text, image, speech and moderation once
there is a key; an operator's own adapter is named as `package.module:Class`.
"""

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.core.config import ConfigurationError, settings
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

# Adapters are imported on first use: a process that never draws needs no raster library in its memory.
TEXT = {
    "local": "app.providers.text.local:LocalSegmenter",
    "openai": "app.providers.text.openai:OpenAISegmenter",
}
IMAGE = {
    "local": "app.providers.image.local:StoryboardArtist",
    "openai": "app.providers.image.openai:OpenAIArtist",
}
SPEECH = {
    "local": "app.providers.speech.local:EspeakNarrator",
    "openai": "app.providers.speech.openai:OpenAINarrator",
}
VIDEO = {"local": "app.providers.video.local:CameraOnStills"}
MODERATION = {
    "local": "app.providers.moderation.local:LocalPolicy",
    "openai": "app.providers.moderation.openai:OpenAIModeration",
}


def _adapter(setting: str, chosen: str | None, adapters: dict[str, str]) -> Any:
    name = chosen or ("openai" if "openai" in adapters and settings().openai_api_key else "local")
    module, _, attribute = adapters.get(name, name).partition(":")
    if name not in adapters and not attribute:
        known = ", ".join(adapters)
        raise ConfigurationError(f"{setting}: there is no adapter “{name}”; known are {known}.")
    try:
        return getattr(import_module(module), attribute)()
    except (ImportError, AttributeError) as error:
        raise ConfigurationError(f"{setting}: “{name}” can't be loaded: {error}.") from error


@lru_cache
def text_provider() -> "TextProvider":
    """Give the adapter that cuts stories into scenes."""
    adapter: TextProvider = _adapter("TEXT_PROVIDER", settings().text_provider, TEXT)
    return adapter


@lru_cache
def image_provider() -> "ImageProvider":
    """Give the adapter that draws."""
    adapter: ImageProvider = _adapter("IMAGE_PROVIDER", settings().image_provider, IMAGE)
    return adapter


@lru_cache
def speech_provider() -> "SpeechProvider":
    """Give the adapter that speaks."""
    adapter: SpeechProvider = _adapter("SPEECH_PROVIDER", settings().speech_provider, SPEECH)
    return adapter


@lru_cache
def video_provider() -> "VideoProvider":
    """Give the adapter that makes stills move."""
    adapter: VideoProvider = _adapter("VIDEO_PROVIDER", settings().video_provider, VIDEO)
    return adapter


@lru_cache
def moderation_provider() -> "ModerationProvider":
    """Give the adapter that judges content."""
    adapter: ModerationProvider = _adapter("MODERATION_PROVIDER", settings().moderation_provider, MODERATION)
    return adapter


@lru_cache
def email_provider() -> EmailProvider:
    """Give the SMTP server, or the folder that stands in for one."""
    return SmtpServer() if settings().smtp_host else MailFolder(settings().data / "mail")


@lru_cache
def storage() -> StorageProvider:
    """Give the bucket that is configured, or the folder that stands in for one."""
    bucket = settings().s3_bucket_name
    if bucket:
        from app.providers.storage.s3 import S3Storage  # boto3 is large, and a laptop needs none of it.

        return S3Storage(bucket)
    return LocalStorage(settings().data / "files")

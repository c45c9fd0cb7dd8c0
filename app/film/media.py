"""Sound and film files, opened by the demuxer of their suffix, which may open no other file or address."""

from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Stream

_DEMUXERS = {".wav": "wav", ".mp3": "mp3", ".ogg": "ogg", ".m4a": "mov", ".mp4": "mov", ".flac": "flac"}
_SOUND_CODECS = (
    "aac",
    "alac",
    "flac",
    "mp3",
    "mp3float",
    "opus",
    "vorbis",
    "adpcm_ima_wav",
    "adpcm_ms",
    "pcm_alaw",
    "pcm_f32le",
    "pcm_f64le",
    "pcm_mulaw",
    "pcm_s16le",
    "pcm_s24le",
    "pcm_s32le",
    "pcm_u8",
)
_PICTURE_CODECS = ("h264", "hevc", "mpeg4", "vp9", "av1", "libdav1d", "mov_text")
_LONGEST_PROBE_BYTES = 5_000_000


def open_media(path: Path) -> InputContainer:
    """Open a sound or film file for reading.

    Playlists and references to other files are not followed, and of sound files pictures such as covers are
    not decoded. Raises av.FFmpegError for a file of another kind than its suffix says.
    """
    codecs = _SOUND_CODECS + (_PICTURE_CODECS if path.suffix == ".mp4" else ())
    options = {
        "protocol_whitelist": "file",
        "format_whitelist": "wav,mp3,ogg,mov,flac",
        "codec_whitelist": ",".join(codecs),
        "probesize": str(_LONGEST_PROBE_BYTES),
    }
    try:
        demuxer = _DEMUXERS[path.suffix]
    except KeyError:
        raise av.InvalidDataError(0, f"{path.suffix} is no media file", None) from None
    return av.open(path, format=demuxer, options=options)


def measure_seconds(stream: Stream) -> float:
    """Return the length of a stream in seconds, rounded to microseconds."""
    return round(float((stream.duration or 0) * (stream.time_base or 0)), 6)

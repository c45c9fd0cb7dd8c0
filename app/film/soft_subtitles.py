"""Soft subtitles: a track in the format mov_text (3GPP TS 26.245) that viewers can turn on and off."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

import av
from av.container import OutputContainer
from av.subtitles.stream import SubtitleStream

from app.film.subtitles import Cue

_MILLISECOND = Fraction(1, 1000)
# libavcodec opens a mov_text encoder only with an ASS header that has a style.
_HEADER = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
# MP4 needs ISO 639-2; these are the languages of the narrators, by ISO 639-1.
_ISO_639_2 = {
    "ar": "ara", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu",
    "el": "ell", "en": "eng", "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra",
    "ga": "gle", "gl": "glg", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind",
    "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "ko": "kor", "la": "lat", "lt": "lit", "lv": "lav",
    "mk": "mkd", "ms": "msa", "nb": "nob", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "ta": "tam",
    "te": "tel", "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "yue": "zho", "zh": "zho",
}  # fmt: skip


def language_tag(language: str) -> str:
    """Return the ISO 639-2 code of a language such as "en" or "en-GB", "und" for an unknown one."""
    code = language.lower().replace("_", "-").split("-")[0]
    return _ISO_639_2.get(code, code if len(code) == 3 and code.isalpha() else "und")


def add_subtitle_stream(film: OutputContainer, language: str) -> SubtitleStream:
    """Add a subtitle track in a language such as "en" to a film that is being written, and return it."""
    stream = film.add_stream("mov_text")
    stream.time_base = _MILLISECOND
    stream.codec_context.time_base = _MILLISECOND
    stream.codec_context.subtitle_header = _HEADER
    stream.metadata["language"] = language_tag(language)
    return stream


def encode_subtitles(film_cues: Iterable[Cue], stream: SubtitleStream) -> "Iterator[av.Packet[Any]]":
    """Yield cues, whose times are those of the film, as packets; empty packets fill the gaps between them."""
    shown_until = 0
    for cue in film_cues:
        start, end = round(cue.start_sec * 1000), round(cue.end_sec * 1000)
        start = max(start, shown_until)
        if start > shown_until:
            yield _make_packet("", shown_until, start, stream)
        if end > start:
            yield _make_packet(cue.text, start, end, stream)
            shown_until = end


def _make_packet(text: str, start: int, end: int, stream: SubtitleStream) -> "av.Packet[Any]":
    encoded = text.encode()[:0xFFFF]
    packet = av.Packet(len(encoded).to_bytes(2, "big") + encoded)
    packet.pts = packet.dts = start
    packet.duration, packet.time_base = end - start, _MILLISECOND
    packet.is_keyframe = True
    packet.stream = stream
    return packet

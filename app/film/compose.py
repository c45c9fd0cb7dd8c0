"""Composition: clips joined by copying packets, one sound track for the whole film, subtitles, a title."""

import heapq
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

from app.film.clip import TIMESCALE
from app.film.media import open_media
from app.film.soft_subtitles import add_subtitle_stream, encode_subtitles, language_tag
from app.film.sound.filters import Block
from app.film.sound.mix import Music, mix
from app.film.subtitles import Cue
from app.film.timeline import SAMPLE_RATE, Timeline

_AAC_BITS_PER_SECOND = 192_000
_AAC_SAMPLES = 1024


class ClipMismatch(ValueError):
    """A clip is not as long as its shot, or is not encoded like the others."""


@dataclass(frozen=True, slots=True)
class FilmSettings:
    """A film's title, language, sound and subtitles.

    `soft_cues` are in film time; without them the film has no subtitle track. `moods` has one mood for each
    shot, for the music bed. `audio_volume` goes from 0 to 1; without `has_audio` there is no sound track.
    """

    title: str | None = None
    language: str = "en"
    has_audio: bool = True
    audio_volume: float = 1.0
    music: Music = "none"
    moods: tuple[str, ...] = ()
    soft_cues: tuple[Cue, ...] = ()


def compose(
    clips: Sequence[Path],
    narrations: Sequence[Path | None],
    timeline: Timeline,
    settings: FilmSettings,
    path: Path,
    on_progress: Callable[[float], None] | None = None,
) -> None:
    """Write clips, narrations, music and subtitles as an MP4 to `path` that can be played while it loads.

    There is one clip and one narration (or None) for each shot. Picture and sound are exactly as long as the
    timeline. `on_progress` is called with the share done, 0 to 1; what it raises stops the work, and no
    partial file stays behind. Raises ClipMismatch, SoundUnfit for sound out of bounds, and av.FFmpegError for
    files that can't be read.
    """
    report = on_progress or (lambda _: None)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            sound = None
            if settings.has_audio:
                store = Path(folder) / "mix.f32"
                sound = _mix_sound(narrations, timeline, settings, store, lambda: report(0.0))
            report(0.3)
            _write_film(clips, sound, timeline, settings, path, report)
            # The memory map holds its file open, and some systems delete no open file.
            del sound
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    report(1.0)


def _mix_sound(
    narrations: Sequence[Path | None],
    timeline: Timeline,
    settings: FilmSettings,
    store: Path,
    check: Callable[[], None],
) -> Block:
    track = np.memmap(store, np.float32, "w+", shape=(2, timeline.samples))
    return mix(timeline, narrations, settings.music, settings.moods, settings.audio_volume, track, check)


def _write_film(
    clips: Sequence[Path],
    sound: Block | None,
    timeline: Timeline,
    settings: FilmSettings,
    path: Path,
    report: Callable[[float], None],
) -> None:
    options = {
        "movflags": "+faststart",
        "video_track_timescale": str(TIMESCALE),
        # The film's length is written in this unit too; a frame is no whole number of milliseconds.
        "movie_timescale": str(TIMESCALE),
        "fflags": "+bitexact",
    }
    with av.open(path, "w", format="mp4", options=options) as film:
        if settings.title:
            film.metadata["title"] = settings.title
        with open_media(clips[0]) as first:
            picture_track = film.add_stream_from_template(first.streams.video[0])
        tracks: list[Iterator[av.Packet[Any]]] = [_copy_video(clips, timeline, picture_track, report)]
        if sound is not None:
            tracks.append(_encode_audio(sound, _add_audio_stream(film, settings.language)))
        if settings.soft_cues:
            subtitle_track = add_subtitle_stream(film, settings.language)
            tracks.append(encode_subtitles(settings.soft_cues, subtitle_track))
        # Packets are muxed in the order of time: the muxer buffers little, and players need not seek.
        for packet in heapq.merge(*tracks, key=_decoding_time):
            film.mux(packet)


def _copy_video(
    clips: Sequence[Path], timeline: Timeline, track: VideoStream, report: Callable[[float], None]
) -> "Iterator[av.Packet[Any]]":
    """Yield the clips' packets, their times shifted to the start of each shot."""
    for number, (clip, shot) in enumerate(zip(clips, timeline.shots, strict=True)):
        count = 0
        with open_media(clip) as file:
            source = file.streams.video[0]
            if source.codec_context.extradata != track.codec_context.extradata:
                raise ClipMismatch(f"clip {number} is encoded differently from the first")
            start = Fraction(timeline.start_frame(number), timeline.fps)
            for packet in file.demux(source):
                if packet.dts is None or packet.pts is None or packet.time_base is None:
                    continue
                offset = int(start / packet.time_base)
                packet.pts, packet.dts = packet.pts + offset, packet.dts + offset
                packet.stream = track
                count += 1
                yield packet
        if count != shot.frames:
            raise ClipMismatch(f"clip {number} has {count} frames, its shot {shot.frames}")
        report(0.3 + 0.7 * (number + 1) / len(clips))


def _add_audio_stream(film: OutputContainer, language: str) -> AudioStream:
    stream = film.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    stream.bit_rate = _AAC_BITS_PER_SECOND
    # At this bit rate the fast search is closer to the original than the default, in a quarter of the time.
    stream.options = {"aac_coder": "fast"}
    stream.metadata["language"] = language_tag(language)
    return stream


def _encode_audio(sound: Block, stream: AudioStream) -> "Iterator[av.Packet[Any]]":
    for start in range(0, sound.shape[1], _AAC_SAMPLES):
        piece = np.ascontiguousarray(sound[:, start : start + _AAC_SAMPLES], np.float32)
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, start, Fraction(1, SAMPLE_RATE)
        yield from stream.encode(frame)
    yield from stream.encode()


def _decoding_time(packet: "av.Packet[Any]") -> Fraction:
    return Fraction(packet.dts or 0) * (packet.time_base or 0)

"""Composition: clips and one sound track joined by copying packets, with subtitles and a title."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

from app.film.clip import TIMESCALE
from app.film.media import open_media
from app.film.soft_subtitles import add_subtitle_stream, encode_subtitles, language_tag
from app.film.subtitles import Cue
from app.film.timeline import SAMPLE_RATE, Timeline

if TYPE_CHECKING:
    from av.container.core import Chapter as AvChapter


class ClipMismatch(ValueError):
    """A clip is not as long as its shot, or is not encoded like the others."""


class TrackMismatch(ValueError):
    """The sound track is not as long as the timeline."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the film's file: the frame with which it begins, and its title."""

    start_frame: int
    title: str


@dataclass(frozen=True, slots=True)
class FilmSettings:
    """A film's title, language, subtitles and chapters.

    `soft_cues` are in film time; without them the film has no subtitle track. `credits` name those whose
    licences ask for it.
    """

    title: str | None = None
    language: str = "en"
    soft_cues: tuple[Cue, ...] = ()
    credits: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()


def compose(
    clips: Sequence[Path],
    sound: Path | None,
    timeline: Timeline,
    settings: FilmSettings,
    path: Path,
    on_progress: Callable[[float], None] | None = None,
) -> None:
    """Write clips, a sound track and subtitles as an MP4 to `path` that can be played while it loads.

    There is one clip for each shot; without `sound` the film has none. Picture and sound are exactly as long
    as the timeline. `on_progress` is called with the share done, 0 to 1; what it raises stops the work, and
    no partial file stays behind. Raises ClipMismatch, TrackMismatch, and av.FFmpegError for files that can't
    be read.
    """
    report = on_progress or (lambda _: None)
    try:
        _write_film(clips, sound, timeline, settings, path, report)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    report(1.0)


def _write_film(
    clips: Sequence[Path],
    sound: Path | None,
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
        if settings.credits:
            film.metadata["copyright"] = " ".join(settings.credits)
        if settings.chapters:
            film.set_chapters(_list_chapters(settings.chapters, timeline))
        with open_media(clips[0]) as first:
            picture_track = film.add_stream_from_template(first.streams.video[0])
        tracks: list[Iterator[av.Packet[Any]]] = [_copy_video(clips, timeline, picture_track, report)]
        if sound is not None:
            tracks.append(_copy_audio(sound, _add_audio_stream(film, sound, timeline, settings.language)))
        if settings.soft_cues:
            subtitle_track = add_subtitle_stream(film, settings.language)
            tracks.append(encode_subtitles(settings.soft_cues, subtitle_track))
        # Packets are muxed in the order of time: the muxer buffers little, and players need not seek.
        for packet in heapq.merge(*tracks, key=_decoding_time):
            film.mux(packet)


def _list_chapters(chapters: Sequence[Chapter], timeline: Timeline) -> "list[AvChapter]":
    """Return the chapters as the library takes them, each until the next one, the last until the end."""
    ends = [*(chapter.start_frame for chapter in chapters[1:]), timeline.frames]
    return [
        {
            "id": number,
            "start": chapter.start_frame,
            "end": end,
            "time_base": Fraction(1, timeline.fps),
            "metadata": {"title": chapter.title},
        }
        for number, (chapter, end) in enumerate(zip(chapters, ends, strict=True), start=1)
    ]


def _copy_video(
    clips: Sequence[Path], timeline: Timeline, track: VideoStream, report: Callable[[float], None]
) -> "Iterator[av.Packet[Any]]":
    """Yield the clips' packets, their times shifted to the start of each shot."""
    begin = 0
    for number, (clip, shot) in enumerate(zip(clips, timeline.shots, strict=True)):
        count = 0
        with open_media(clip) as file:
            source = file.streams.video[0]
            if source.codec_context.extradata != track.codec_context.extradata:
                raise ClipMismatch(f"clip {number} is encoded differently from the first")
            start = Fraction(begin, timeline.fps)
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
        begin += shot.frames
        report((number + 1) / len(clips))


def _add_audio_stream(film: OutputContainer, sound: Path, timeline: Timeline, language: str) -> AudioStream:
    """Add a stream for the packets of a sound track. Raises TrackMismatch."""
    with open_media(sound) as file:
        source = file.streams.audio[0]
        samples = (source.duration or 0) * (source.time_base or 0) * SAMPLE_RATE
        if samples != timeline.samples:
            raise TrackMismatch(f"the sound has {samples} samples, the timeline {timeline.samples}")
        stream = film.add_stream_from_template(source)
    stream.metadata["language"] = language_tag(language)
    return stream


def _copy_audio(sound: Path, track: AudioStream) -> "Iterator[av.Packet[Any]]":
    with open_media(sound) as file:
        for packet in file.demux(file.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = track
                yield packet


def _decoding_time(packet: "av.Packet[Any]") -> Fraction:
    return Fraction(packet.dts or 0) * (packet.time_base or 0)

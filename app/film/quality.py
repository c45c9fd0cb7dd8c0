"""The quality report: a film's picture, sound, shots and subtitles, measured on the files themselves."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from app.film.cards.card import CardKind
from app.film.media import measure_seconds, open_media
from app.film.subtitles import Cue
from app.film.timeline import Timeline
from app.film.track_quality import TrackQuality, check_track

_FASTEST_CPS, _MOST_BLACK, _MOST_FROZEN = 21.0, 0.2, 0.05
_BLACK_LUMA, _FROZEN_DIFFERENCE = 22.0, 0.05
_ANALYSIS_SIZE = (192, 108)
_SAMPLE_SEC, _SHORTEST_SAMPLE_SEC = 2.0, 1.0


@dataclass(frozen=True, slots=True)
class ClipQuality:
    """Of frames of a clip, about two seconds apart: how many are black, and how many pairs show no change."""

    frames: int
    black: int
    pairs: int
    frozen: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture track. The shares are of the frames and the pairs of frames measured in its clips."""

    frames: int
    seconds: float
    width: int
    height: int
    black_share: float
    frozen_share: float


@dataclass(frozen=True, slots=True)
class ShotLengths:
    """How many shots a film has, their lengths in seconds, and how many are longer than 8 s."""

    count: int
    mean_sec: float
    shortest_sec: float
    longest_sec: float
    over_8_sec: int


@dataclass(frozen=True, slots=True)
class ReadingSpeed:
    """How fast the subtitles must be read, in characters a second."""

    cues: int
    mean_cps: float
    fastest_cps: float


@dataclass(frozen=True, slots=True)
class FilmForm:
    """Whether a film has a title card and an end card, and how many chapters its file has."""

    has_title_card: bool
    has_end_card: bool
    chapters: int


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The measured values, and in `problems` a sentence for each one outside its limits.

    `duration_error_ms` is the film's length minus the timeline's, `sound_offset_ms` the sound's length minus
    the picture's (None without sound).
    """

    size_bytes: int
    duration_error_ms: float
    sound_offset_ms: float | None
    picture: Picture
    sound: TrackQuality | None
    shots: ShotLengths
    reading: ReadingSpeed
    form: FilmForm
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measurements:
    """What was measured on a film's clips and its sound track, each where it was made.

    `audio_volume` is the volume at which the track was mixed (0 to 1), None for a film without sound. `cards`
    are those of the clips that are cards, by their numbers.
    """

    clips: tuple[ClipQuality, ...]
    sound: TrackQuality | None
    audio_volume: float | None
    cards: Mapping[int, CardKind] = field(default_factory=dict)


def inspect(
    path: Path, timeline: Timeline, measured: Measurements, cues: Sequence[Cue] = ()
) -> QualityReport:
    """Return the report on a film, measured against its timeline and its cues.

    Nothing is decoded: packets are counted, and what was measured on clips and track is summed up. Raises
    av.FFmpegError when the file can't be read.
    """
    picture, sound = _sum_picture(path, measured.clips), _find_sound(path, measured.sound)
    reading = _measure_reading(cues)
    problems = [
        *_check_picture(picture, timeline),
        *check_track(sound, picture.seconds, timeline.fps, measured.audio_volume),
        *_check_reading(reading),
    ]
    return QualityReport(
        size_bytes=path.stat().st_size,
        duration_error_ms=round((picture.seconds - timeline.seconds) * 1000, 2),
        sound_offset_ms=round((sound.seconds - picture.seconds) * 1000, 2) if sound else None,
        picture=picture,
        sound=sound,
        shots=_measure_shots(timeline, measured.cards),
        reading=reading,
        form=_describe_form(path, measured.cards),
        problems=tuple(problems),
    )


def measure_clip(path: Path, *, fades_in: bool, is_held: bool = False) -> ClipQuality:
    """Return what is measured on a clip; the first frame of one that `fades_in` from black is left out.

    Of one that `is_held`, locked off, no frames are compared. Raises av.FFmpegError if it can't be read.
    """
    regular, closing = _sample_lumas(path)
    black = [float(luma.mean()) < _BLACK_LUMA for luma in regular[1 if fades_in else 0 :]]
    pairs = pairwise([] if is_held else [*regular, *closing])
    frozen = [float(np.abs(one - two).mean()) < _FROZEN_DIFFERENCE for one, two in pairs]
    return ClipQuality(len(black), sum(black), len(frozen), sum(frozen))


def _sample_lumas(path: Path) -> tuple[list[NDArray[np.float32]], list[NDArray[np.float32]]]:
    """Return the first frame and one each two seconds; if that is all, also the last, a second later."""
    with open_media(path) as file:
        stream = file.streams.video[0]
        # Frames to which no other one refers need not be decoded, and are half of all or more.
        stream.codec_context.skip_frame = "NONREF"
        sampled, due, frame = [], 0.0, None
        for frame in file.decode(stream):
            if frame.time >= due:
                due = frame.time + _SAMPLE_SEC
                sampled.append(_shrink(frame))
        # Nearer than two seconds even a calm move shows nothing, but in a shot as short as this it is faster.
        is_alone = len(sampled) == 1 and frame is not None and frame.time >= _SHORTEST_SAMPLE_SEC
        return sampled, [_shrink(frame)] if frame is not None and is_alone else []


def _shrink(frame: av.VideoFrame) -> NDArray[np.float32]:
    """Return a frame's luma, scaled down to the analysis size."""
    luma = cv2.resize(frame.to_ndarray(format="gray8"), _ANALYSIS_SIZE, interpolation=cv2.INTER_AREA)
    return np.asarray(luma, np.float32)


def _sum_picture(path: Path, clips: Sequence[ClipQuality]) -> Picture:
    with open_media(path) as film:
        stream = film.streams.video[0]
        frames = sum(1 for packet in film.demux(stream) if packet.pts is not None)
        seconds, width, height = measure_seconds(stream), stream.width, stream.height
    black = _share(sum(clip.black for clip in clips), sum(clip.frames for clip in clips))
    frozen = _share(sum(clip.frozen for clip in clips), sum(clip.pairs for clip in clips))
    return Picture(frames, seconds, width, height, black, frozen)


def _find_sound(path: Path, track: TrackQuality | None) -> TrackQuality | None:
    """Return the film's sound as its track was measured, as long as it is in the film."""
    with open_media(path) as film:
        streams = film.streams.audio
        return replace(track, seconds=measure_seconds(streams[0])) if streams and track else None


def _describe_form(path: Path, cards: Mapping[int, CardKind]) -> FilmForm:
    kinds = set(cards.values())
    with open_media(path) as film:
        return FilmForm(CardKind.TITLE in kinds, CardKind.END in kinds, len(film.chapters()))


def _measure_shots(timeline: Timeline, cards: Container[int]) -> ShotLengths:
    shots = [shot for number, shot in enumerate(timeline.shots) if number not in cards]
    seconds = [shot.frames / timeline.fps for shot in shots]
    return ShotLengths(
        count=len(seconds),
        mean_sec=round(sum(seconds) / len(seconds), 2),
        shortest_sec=round(min(seconds), 2),
        longest_sec=round(max(seconds), 2),
        over_8_sec=sum(one > 8 for one in seconds),
    )


def _measure_reading(cues: Sequence[Cue]) -> ReadingSpeed:
    speeds = [cue.cps for cue in cues]
    mean = sum(speeds) / len(speeds) if speeds else 0.0
    return ReadingSpeed(len(speeds), round(mean, 1), round(max(speeds, default=0.0), 1))


def _check_picture(picture: Picture, timeline: Timeline) -> Iterator[str]:
    if picture.frames != timeline.frames:
        yield f"The film has {picture.frames} frames instead of {timeline.frames}."
    if picture.black_share > _MOST_BLACK:
        yield f"{picture.black_share:.0%} of the frames are black."
    if picture.frozen_share > _MOST_FROZEN:
        yield f"{picture.frozen_share:.0%} of the frames are the same as the one before."


def _check_reading(reading: ReadingSpeed) -> Iterator[str]:
    if reading.fastest_cps > _FASTEST_CPS:
        yield f"A subtitle must be read at {reading.fastest_cps} characters a second."


def _share(count: int, total: int) -> float:
    return round(count / total, 3) if total else 0.0

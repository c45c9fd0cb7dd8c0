"""A film's sound track: voices at their exact samples, music and ambience that are ducked under them."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.film.sound.aac import TrackWriter
from app.film.sound.balance import Balance
from app.film.sound.dynamics import Dynamics
from app.film.sound.filters import Block, split_blocks
from app.film.sound.loudness import TARGET_LUFS, normalize
from app.film.sound.soundtrack import Soundtrack
from app.film.sound.stems import (
    AMBIENCE_DUCK_DB,
    MUSIC_DUCK_DB,
    duck,
    fade,
    lay_pieces,
    render_ambience,
    render_bed,
    render_effects,
    render_file,
)
from app.film.sound.voices import VoiceReader
from app.film.timeline import Timeline, whole_samples
from app.film.turns import NARRATOR

SOUND_VERSION = "2"
"""Changes whenever the same takes, music and ambience would give other samples."""

MUSIC, AMBIENCE, EFFECTS = "music", "ambience", "effects"


@dataclass(frozen=True, slots=True)
class MixReport:
    """What was measured while a film was mixed.

    `speech_over_bed_db` is None where nobody speaks or nothing else is heard. `pitches_hz` has the median
    pitch of each speaker who is heard long enough, the narrator as "".
    """

    speech_over_bed_db: float | None
    pitches_hz: dict[str, float]


def write_track(
    timeline: Timeline,
    soundtrack: Soundtrack,
    path: Path,
    stems: Path | None = None,
    on_progress: Callable[[float], None] | None = None,
) -> MixReport:
    """Mix the sound of a whole film and write it as AAC to `path` (.m4a), exactly as long as the timeline.

    With `stems` its parts are written there, too, each as a track of its own, before dynamics and loudness of
    the film are given to their sum. The mix is kept in a file beside `path`, not in memory. `on_progress` is
    called with the share done, 0 to 1; what it raises stops the work, and no partial file stays behind.
    Raises as `mix` does.
    """
    report = on_progress or (lambda _: None)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            track = np.memmap(Path(folder) / "mix.f32", np.float32, "w+", shape=(2, timeline.samples))
            measured = mix(timeline, soundtrack, track, stems, lambda share: report(0.6 * share))
            _write_mix(track, path, lambda share: report(0.6 + 0.4 * share))
            # The memory map holds its file open, and some systems delete no open file.
            del track
    except BaseException:
        for file in filter(None, (path, stems)):
            file.unlink(missing_ok=True)
        raise
    report(1.0)
    return measured


def mix(
    timeline: Timeline,
    soundtrack: Soundtrack,
    track: Block,
    stems: Path | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> MixReport:
    """Mix the sound of a whole film into `track`, of shape (2, `timeline.samples`): −16 LUFS at `volume` 1.

    A take that is longer than the rest of the film is faded out. A music file repeats until the film ends.
    `report` is called with the share done for every second of the film and for every take; what it raises
    stops the work. Raises SoundUnfit for sound out of bounds, av.FFmpegError for a file that can't be read.
    """
    position, balance = 0, Balance()

    def check() -> None:
        report(0.8 * position / max(timeline.samples, 1))

    dynamics = Dynamics(timeline, soundtrack.intensities)
    voices = VoiceReader(timeline, soundtrack.takes, check)
    speakers = list_speakers(soundtrack)
    with ExitStack() as open_files:
        writer = open_files.enter_context(TrackWriter(stems, name_stems(soundtrack))) if stems else None
        beds = _render_beds(timeline, soundtrack, check)
        for spoken, bed in zip(_render_voices(voices, speakers, timeline), beds, strict=True):
            check()
            speech, rest = _add(spoken), _add(bed)
            balance.add(speech, rest)
            length = speech.shape[1]
            track[:, position : position + length] = (speech + rest) * dynamics.find_gain(position, length)
            position += length
            if writer:
                writer.write([*spoken, *bed])
        if writer:
            writer.finish()
    normalize(track, TARGET_LUFS, lambda: report(0.8))
    for block in split_blocks(track):
        block *= soundtrack.volume
    return MixReport(balance.speech_over_bed_db, voices.pitches)


def list_speakers(soundtrack: Soundtrack) -> list[str]:
    """Return who speaks in a film, the narrator first, then the characters in the order of the film."""
    takes = (take for take in soundtrack.takes if take is not None)
    return list(dict.fromkeys([NARRATOR, *(speaker for take in takes for speaker, _ in take.turns)]))


def name_stems(soundtrack: Soundtrack) -> list[str]:
    """Return the titles of the stems: narration, the dialogue of each character, and what else is heard."""
    voices = [f"dialogue: {speaker}" if speaker else "narration" for speaker in list_speakers(soundtrack)]
    return [*voices, MUSIC, AMBIENCE, EFFECTS]


def _render_voices(voices: VoiceReader, speakers: list[str], timeline: Timeline) -> Iterator[list[Block]]:
    """Yield the blocks of each speaker."""
    tracks = {speaker: number for number, speaker in enumerate(speakers)}
    pieces = ((tracks[part.speaker], part.start, part.sound) for part in voices.read())
    return lay_pieces(pieces, len(speakers), timeline.samples)


def _render_beds(
    timeline: Timeline, soundtrack: Soundtrack, check: Callable[[], None]
) -> Iterator[list[Block]]:
    """Yield the blocks of music, ambience and effects."""
    spans = [
        (start, start + whole_samples(timeline.shots[number].narration_sec or 0.0))
        for number, take in enumerate(soundtrack.takes)
        if take is not None
        for start in [timeline.narration_sample(number)]
    ]
    music = fade(_render_music(timeline, soundtrack, check), timeline.samples)
    ambience = fade(render_ambience(soundtrack.ambiences, timeline.samples), timeline.samples)
    for blocks in zip(
        duck(music, spans, MUSIC_DUCK_DB),
        duck(ambience, spans, AMBIENCE_DUCK_DB),
        render_effects(soundtrack.effects, timeline.samples),
        strict=True,
    ):
        yield list(blocks)


def _render_music(timeline: Timeline, soundtrack: Soundtrack, check: Callable[[], None]) -> Iterator[Block]:
    if isinstance(soundtrack.music, Path):
        return render_file(soundtrack.music, timeline.samples, check)
    if soundtrack.music == "bed":
        return render_bed(timeline, soundtrack.moods)
    return (blocks[0] for blocks in lay_pieces((), 1, timeline.samples))


def _add(blocks: list[Block]) -> Block:
    return np.asarray(np.sum(blocks, axis=0), np.float32)


def _write_mix(track: Block, path: Path, report: Callable[[float], None]) -> None:
    with TrackWriter(path, ["sound"]) as writer:
        position = 0
        for block in split_blocks(track):
            writer.write([block])
            position += block.shape[1]
            report(position / track.shape[1])
        writer.finish()

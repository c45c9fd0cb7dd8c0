"""The voices of a film: each take cut into its shots and its speakers' turns, and made equally loud."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from app.film.sound.filters import Block, split_blocks
from app.film.sound.loudness import measure_loudness
from app.film.sound.pitch import measure_pitch
from app.film.sound.soundtrack import Take
from app.film.sound.source import load_sound
from app.film.sound.voice import VOICE_LUFS, shape_voice
from app.film.timeline import SAMPLE_RATE, Timeline, whole_samples

_CUT_FADE_SEC = 0.3
# A turn's level is only known where it is long enough to be measured; one gain must not lift noise.
_MOST_GAIN_DB = 6.0
# So much speech is enough for the pitch of a speaker.
_PITCH_SEC = 20.0


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """Part of a take: its speaker, the sample of the film at which it is heard, and the sound, mono."""

    speaker: str
    start: int
    sound: Block


class VoiceReader:
    """Reads the takes of a film in order; `pitches` has what was measured of the speakers read so far."""

    def __init__(
        self, timeline: Timeline, takes: Sequence[Take | None], check: Callable[[], None] = lambda: None
    ) -> None:
        self._timeline, self._takes, self._check = timeline, takes, check
        self._heard: dict[str, list[Block]] = defaultdict(list)

    def read(self) -> Iterator[SpokenPart]:
        """Yield the parts of all takes in order; each take is loaded when its first part is due.

        Raises SoundUnfit for sound out of bounds, av.FFmpegError for a file that can't be read.
        """
        numbered = [(number, take) for number, take in enumerate(self._takes) if take is not None]
        for take, shots in groupby(numbered, key=lambda one: one[1]):
            self._check()
            raw = load_sound(take.path)
            voice, spans = shape_voice(raw), _list_spans(take)
            gains = _level_speakers(voice, spans)
            self._remember(raw, spans)
            for start, first, after in self._cut_shots([number for number, _ in shots], voice.shape[1]):
                for speaker, begin, end in spans:
                    low, high = max(first, begin), min(after, end)
                    if low < high:
                        sound = voice[:, low:high] * np.float32(gains[speaker])
                        yield SpokenPart(speaker, start + low - first, self._fit(sound, start + low - first))

    @property
    def pitches(self) -> dict[str, float]:
        """The median pitch of each speaker in hertz, without those of whom too little is voiced."""
        measured = {
            name: measure_pitch(np.concatenate(parts), SAMPLE_RATE) for name, parts in self._heard.items()
        }
        return {name: round(pitch, 1) for name, pitch in measured.items() if pitch is not None}

    def _cut_shots(self, numbers: Sequence[int], length: int) -> Iterator[tuple[int, int, int]]:
        """Yield where in the film each shot's part of a take is heard, and where it begins and ends in it.

        With the last words of the take comes all that follows them.
        """
        shots = self._timeline.shots
        for number, following in zip(numbers, [*numbers[1:], None], strict=True):
            first = shots[number].take_sec
            end = shots[following].take_sec if following is not None else 0.0
            after = min(whole_samples(end), length) if end > first else length
            yield self._timeline.narration_sample(number), whole_samples(first), after

    def _fit(self, sound: Block, start: int) -> Block:
        """Return sound faded out where the film ends before it does."""
        room = self._timeline.samples - start
        if sound.shape[1] <= room or room <= 0:
            return sound[:, : max(room, 0)]
        fade = min(room, round(_CUT_FADE_SEC * SAMPLE_RATE))
        fitted = sound[:, :room].copy()
        fitted[:, -fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
        return fitted

    def _remember(self, raw: Block, spans: Sequence[tuple[str, int, int]]) -> None:
        for speaker, begin, end in spans:
            known = sum(map(len, self._heard[speaker]))
            if known < _PITCH_SEC * SAMPLE_RATE:
                self._heard[speaker].append(raw[0, begin:end])


def _list_spans(take: Take) -> list[tuple[str, int, int]]:
    """Return each turn's speaker with its first and last sample in the take; the last turn has no end."""
    edges = [whole_samples(second) for _, second in take.turns]
    ends = [*edges[1:], whole_samples(1e6)]
    return [
        (speaker, first, end)
        for (speaker, _), first, end in zip(take.turns, [0, *edges[1:]], ends, strict=True)
        if first < end
    ]


def _level_speakers(voice: Block, spans: Sequence[tuple[str, int, int]]) -> dict[str, float]:
    """Return the gain that makes each speaker of a take as loud as the others."""
    gains = dict.fromkeys((speaker for speaker, _, _ in spans), 1.0)
    if len(gains) > 1:
        for speaker in gains:
            own = np.concatenate([voice[:, a:b] for who, a, b in spans if who == speaker], axis=1)
            level = measure_loudness(split_blocks(own))
            if not level.is_silent:
                gain_db = np.clip(VOICE_LUFS - level.integrated, -_MOST_GAIN_DB, _MOST_GAIN_DB)
                gains[speaker] = float(10 ** (gain_db / 20))
    return gains

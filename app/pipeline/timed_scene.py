"""A scene whose shots are timed by its take, and its subtitles."""

from collections.abc import Sequence, Set
from functools import cached_property
from itertools import accumulate

from app.film.scene_timing import SceneLength, count_words, place_words, time_shots
from app.film.subtitles import Cue, cut_turns
from app.film.turns import NARRATOR, find_turns
from app.film.words import Word, time_words
from app.modules.scene.models import Scene
from app.pipeline.inputs import Source
from app.vocabulary.timing import LEAD_SEC

_SHORTEST_SPEECH_SEC = 0.5


class TimedScene:
    """The shots of a scene with their lengths, and its subtitles in seconds from its start.

    Without a take the words of the narration are timed by the speech clock over the scene's fixed length.
    """

    def __init__(self, length: SceneLength, take: Source | None, scene: Scene, fps: int) -> None:
        self._length, self._take, self._scene, self._fps = length, take, scene, fps
        seconds = take.meta["seconds"] if take and take.is_audible else None
        self.shots = time_shots(length, self._words, seconds, fps)

    @property
    def frames(self) -> int:
        """The scene's length in frames."""
        return sum(shot.frames for shot in self.shots)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The subtitles of the narration, each of one speaker; one may run over a cut."""
        lines = [(line["character"], line["line"]) for line in self._scene.dialogue]
        return cut_turns(
            self._place_words(), find_turns(self._scene.narration, lines), self.frames / self._fps
        )

    def list_cues_of(self, at: int) -> tuple[Cue, ...]:
        """Return the subtitles seen in one shot, in seconds from its start; they may begin before it."""
        start = self._find_start(at)
        end = start + self.shots[at].frames / self._fps
        seen = [cue for cue in self.cues if cue.start_sec < end and cue.end_sec > start]
        return move_cues(seen, -start) if start else tuple(seen)

    def list_words_of(self, at: int) -> tuple[Word, ...]:
        """Return the words heard in one shot, in seconds from its start."""
        first, after = count_words(self._length, len(self._words))[at : at + 2]
        start = self._find_start(at)
        words = self._place_words()[first:after]
        return tuple(Word(word.text, word.start_sec - start, word.end_sec - start) for word in words)

    def list_turns(self, voiced: Set[str]) -> tuple[tuple[str, float], ...]:
        """Return who speaks in the take, and from which second of it on; those not `voiced` are narrated."""
        lines = [line for line in self._lines if line[0] in voiced]
        found = find_turns(self._scene.narration, lines)
        firsts = list(accumulate((turn.words for turn in found), initial=0))
        turns = [(NARRATOR, 0.0)] if not found else []
        for turn, first in zip(found, firsts, strict=False):
            at = round(first * len(self._words) / firsts[-1])
            before = self._words[at - 1].end_sec if at else 0.0
            start = self._words[at].start_sec if at < len(self._words) else before
            turns.append((turn.speaker, (before + start) / 2 if at else 0.0))
        return tuple(turns)

    @property
    def _lines(self) -> list[tuple[str, str]]:
        return [(line["character"], line["line"]) for line in self._scene.dialogue]

    def _find_start(self, at: int) -> float:
        return sum(shot.frames for shot in self.shots[:at]) / self._fps

    @cached_property
    def _words(self) -> Sequence[Word]:
        if self._take is not None:
            return [Word(text, start, end) for text, start, end in self._take.meta["words"]]
        spoken = (self._length.frames or 0) / self._fps - 2 * LEAD_SEC
        return time_words(self._scene.narration, max(_SHORTEST_SPEECH_SEC, spoken))

    def _place_words(self) -> tuple[Word, ...]:
        return place_words(self._length, self._words, self.shots, self._fps)


def move_cues(cues: Sequence[Cue], seconds: float) -> tuple[Cue, ...]:
    """Return subtitles that many seconds later."""
    return tuple(Cue(cue.start_sec + seconds, cue.end_sec + seconds, cue.text) for cue in cues)

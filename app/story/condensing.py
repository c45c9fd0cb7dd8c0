"""The condensing of narration: the most important sentences are kept whole, the others are not spoken.

Extractive, after Luhn (1958) and Edmundson (1969): a sentence counts by its place in the scene, by the
people it names and by the words it shares with the rest of the scene.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.story import prose
from app.story.lexicon import get_lexicon
from app.story.scene import SceneDraft

_FIRST, _LAST, _NAME, _SHARED = 1.0, 0.4, 0.3, 0.8
_MOST_NAMES = 3
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be told: where it starts, the seconds it takes and how much it tells."""

    order: int
    start: int
    text: str
    seconds: float
    worth: float

    @property
    def density(self) -> float:
        """Weigh worth against time; the root lets a telling long sentence win over a short empty one."""
        return self.worth / math.sqrt(max(0.5, self.seconds))


def list_candidates(scene: SceneDraft, language: str) -> list[Candidate]:
    """Return the sentences of a scene's narration in order, each with its seconds and worth."""
    read = prose.read(scene.narration, language)
    texts = [scene.narration[sentence.start : sentence.end] for sentence in read.sentences]
    stop_words = get_lexicon(language).stop_words
    bags = [{word for word in _WORD.findall(text.lower()) if word not in stop_words} for text in texts]
    shared = Counter(word for bag in bags for word in bag)
    names = [name.lower().removeprefix("the ") for name in scene.characters]
    found = []
    for order, (text, bag) in enumerate(zip(texts, bags, strict=True)):
        named = sum(name in text.lower() for name in names)
        worth = (
            0.5 + _NAME * min(named, _MOST_NAMES) + _FIRST * (order == 0) + _LAST * (order == len(texts) - 1)
        )
        worth += _SHARED * sum(shared[word] > 1 for word in bag) / max(1, len(bag))
        found.append(
            Candidate(order, read.sentences[order].start, text, read.sentences[order].seconds, worth)
        )
    return found


def choose_sentences(
    offered: Sequence[Sequence[Candidate]], budget: float, overhead: float, shortest: float
) -> list[list[Candidate]]:
    """Choose sentences for all scenes within `budget` seconds of screen time.

    A scene costs `shortest` seconds when nothing is told, else `overhead` and its sentences. First every
    scene gets its shortest sentence, as far as time reaches; then a better one; then time is filled up.
    """
    selection = _Selection(offered, budget, overhead, shortest)
    selection.tell_every_scene()
    selection.improve()
    selection.fill()
    return [sorted(chosen, key=lambda candidate: candidate.order) for chosen in selection.chosen]


class _Selection:
    """The sentences chosen so far and the seconds left."""

    def __init__(
        self, offered: Sequence[Sequence[Candidate]], budget: float, overhead: float, shortest: float
    ) -> None:
        self._offered, self._overhead, self._shortest = offered, overhead, shortest
        self.chosen: list[list[Candidate]] = [[] for _ in offered]
        self._left = budget - shortest * len(offered)

    def _price(self, chosen: Sequence[Candidate]) -> float:
        seconds = self._overhead + sum(one.seconds for one in chosen) if chosen else 0.0
        return max(self._shortest, seconds)

    def _try_sentences(self, scene: int, chosen: list[Candidate], most: float) -> None:
        extra = self._price(chosen) - self._price(self.chosen[scene])
        if extra <= min(most, self._left):
            self.chosen[scene] = chosen
            self._left -= extra

    def tell_every_scene(self) -> None:
        """Keep the shortest sentence of each scene, the cheapest scenes first so that most are told."""
        shortest = {
            scene: min(every, key=lambda one: (one.seconds, one.order))
            for scene, every in enumerate(self._offered)
            if every
        }
        for scene in sorted(shortest, key=lambda scene: (shortest[scene].seconds, scene)):
            self._try_sentences(scene, [shortest[scene]], self._left)

    def improve(self) -> None:
        """Swap a scene's sentence for its best one, each scene within a fair share of what is left."""
        for scene, every in enumerate(self._offered):
            if self.chosen[scene]:
                fair = 2 * self._left / (len(self._offered) - scene)
                for better in sorted(every, key=lambda one: (-one.density, one.order)):
                    if better.density <= self.chosen[scene][0].density:
                        break
                    self._try_sentences(scene, [better], fair)

    def fill(self) -> None:
        """Spend the rest on the sentences that tell most for their time, wherever they are."""
        rest = [
            (one.density, scene, one)
            for scene, every in enumerate(self._offered)
            for one in every
            if one not in self.chosen[scene]
        ]
        for _, scene, one in sorted(rest, key=lambda item: (-item[0], item[1], item[2].order)):
            self._try_sentences(scene, [*self.chosen[scene], one], self._left)

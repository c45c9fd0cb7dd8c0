"""Where scenes end: a boundary score before every sentence, then the best cuts towards an ideal length.

The score adds up paragraph, opening words, change of place, of time and of cast, and the drop of lexical
cohesion (after Hearst's TextTiling, 1997), less inside a conversation. Dynamic programming then chooses the
cuts with the highest total, where a scene loses by the squared logarithm of its length over the ideal one.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.story.lexicon.entries import Lexicon
from app.story.location import find_places, find_times
from app.story.people import Mention
from app.story.prose import LONGEST_SECONDS, Sentence
from app.story.reading import StoryReading

IDEAL_SECONDS = 20.0
_SHORTEST_IDEAL = 6.0
_SCENES_OF_A_SKETCH = 4
_LONGEST_IDEAL = 120.0
_SECONDS_PER_SHOT = 7.0
_COST_OF_A_CUT = 1.3
_COST_OF_LENGTH = 1.5
_COHESION_WINDOW = 3
# A scene is one place at one time: a change of place is worth even a scene of a single sentence.
_CHANGE_OF_PLACE = 4.0
_CHANGE_OF_TIME = 2.0
_SHORTEST_SENTENCE = 0.5  # keeps a text of bare punctuation from making one endless scene
_MOST_SENTENCES = 100
_HEADING_HOLDS, _HEADING_OPENS = -100.0, 50.0


@dataclass(frozen=True, slots=True)
class Measure:
    """How long scenes should be, in seconds of speech."""

    ideal: float = IDEAL_SECONDS
    longest: float = LONGEST_SECONDS


def choose_measure(sentences: Sequence[Sentence], duration_sec: float | None) -> Measure:
    """Choose the length of scenes; a film much shorter than its story gets fewer, longer ones.

    A sketch of a few sentences gets shorter ones: its places and times are worth a picture each. In a film
    that is too short for its story narration is condensed later, so that every picture stands for some
    seven seconds, or as long as the story's sentences take: each scene should have the time to tell one.
    """
    speech_seconds = sum(sentence.seconds for sentence in sentences)
    if duration_sec is None or not sentences or speech_seconds <= duration_sec:
        return Measure(min(IDEAL_SECONDS, max(_SHORTEST_IDEAL, speech_seconds / _SCENES_OF_A_SKETCH)))
    shots = max(1.0, duration_sec / max(_SECONDS_PER_SHOT, speech_seconds / len(sentences)))
    ideal = min(_LONGEST_IDEAL, max(IDEAL_SECONDS, speech_seconds / shots))
    return Measure(ideal, ideal * LONGEST_SECONDS / IDEAL_SECONDS)


def find_cut_points(
    sentences: Sequence[Sentence], reading: StoryReading, lexicon: Lexicon, measure: Measure
) -> list[int]:
    """Return the index of the first sentence of every scene; linear in the number of sentences."""
    scores = _score_boundaries(sentences, reading, lexicon)
    return _find_best_cuts(
        scores, [max(_SHORTEST_SENTENCE, sentence.seconds) for sentence in sentences], measure
    )


def _score_boundaries(sentences: Sequence[Sentence], reading: StoryReading, lexicon: Lexicon) -> list[float]:
    cohesion = _score_cohesion(sentences, lexicon)
    scores, place, time = [0.0] * len(sentences), "", ""
    for index, sentence in enumerate(sentences):
        here, now = _find_place_and_time(index, sentence, reading, lexicon)
        if index:
            score = _score_opening(sentences, index, lexicon) + cohesion[index]
            score += _CHANGE_OF_PLACE * bool(here and place and here != place)
            score += _CHANGE_OF_TIME * bool(now and time and now != time)
            scores[index] = score + _score_change_of_cast(reading.mentions, index)
        place, time = here or place, now or time
    return scores


def _find_place_and_time(
    index: int, sentence: Sentence, reading: StoryReading, lexicon: Lexicon
) -> tuple[str, str]:
    """Return the place and the time of day that a sentence moves to, "" where it doesn't say."""
    if reading.moments:
        moment = reading.moments[index]
        return f"{moment.location.setting} {moment.location.indoors}", moment.location.time_of_day
    here = next((at.place.setting.value for at in find_places(sentence, lexicon) if at.certainty >= 1), "")
    return here, next(iter(find_times(sentence, lexicon)), "")


def _score_opening(sentences: Sequence[Sentence], index: int, lexicon: Lexicon) -> float:
    """Score how a sentence begins: a paragraph, "the next morning", in the midst of talk."""
    sentence, before = sentences[index], sentences[index - 1]
    if before.is_heading:
        return _HEADING_HOLDS
    opening = next(
        (f.value for f in lexicon.openings.find([w.lower for w in sentence.words[:5]]) if f.index < 2), 0
    )
    score = opening + (1.3 if sentence.opens_paragraph else 0.0) + _HEADING_OPENS * sentence.is_heading
    opens_spoken = bool(sentence.words) and sentence.words[0].is_spoken
    closes_spoken = bool(before.words) and before.words[-1].is_spoken
    if opens_spoken:
        score -= 1.2 if not sentence.opens_paragraph else 0.8
        score -= 0.8 * closes_spoken
    return score


def _score_change_of_cast(mentions: Sequence[Sequence[Mention]], index: int) -> float:
    """Score 0.5 where a sentence is about people of whom none was in the two before it."""
    here = {mention.person for mention in mentions[index] if mention.weight >= 1}
    before = {mention.person for at in mentions[max(0, index - 2) : index] for mention in at}
    return 0.5 if here and before and not here & before else 0.0


def _score_cohesion(sentences: Sequence[Sentence], lexicon: Lexicon) -> list[float]:
    """Score from -0.6 to 1 how much fewer words than usual the text shares across each boundary."""
    bags = [
        Counter(
            word.lower for word in s.words if len(word.lower) > 2 and word.lower not in lexicon.stop_words
        )
        for s in sentences
    ]
    shared = [_measure_overlap(bags, index) for index in range(len(bags))]
    mean = sum(shared) / len(shared)
    spread = math.sqrt(sum((value - mean) ** 2 for value in shared) / len(shared)) or 1.0
    return [max(-0.6, min(1.0, (mean - value) / spread * 0.5)) for value in shared]


def _measure_overlap(bags: Sequence[Counter[str]], index: int) -> float:
    """Return the cosine between the words of the few sentences before and after a boundary."""
    before, after = Counter[str](), Counter[str]()
    for bag in bags[max(0, index - _COHESION_WINDOW) : index]:
        before.update(bag)
    for bag in bags[index : index + _COHESION_WINDOW]:
        after.update(bag)
    norm = math.sqrt(sum(n * n for n in before.values()) * sum(n * n for n in after.values()))
    return sum(n * after[word] for word, n in before.items() if word in after) / norm if norm else 0.0


def _find_best_cuts(scores: Sequence[float], seconds: Sequence[float], measure: Measure) -> list[int]:
    best = [0.0] + [-math.inf] * len(seconds)
    origin = [0] * (len(seconds) + 1)
    for end in range(1, len(seconds) + 1):
        length, start = 0.0, end
        while start and end - start < _MOST_SENTENCES:
            start -= 1
            length += seconds[start]
            if length > measure.longest and end - start > 1:
                break
            gain = scores[start] - _COST_OF_A_CUT if start else 0.0
            value = best[start] + gain - _COST_OF_LENGTH * math.log(length / measure.ideal) ** 2
            if value > best[end]:
                best[end], origin[end] = value, start
    cuts, end = [], len(seconds)
    while end:
        end = origin[end]
        cuts.append(end)
    return cuts[::-1]

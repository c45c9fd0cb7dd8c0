"""Speakers by cue words: quotations are attributed by speech verbs and turn-taking."""

from bisect import bisect_left
from collections.abc import Sequence

from app.story.lexicon.entries import Lexicon
from app.story.lexicon.pronouns import says
from app.story.people import OWNER_WEIGHT, Mention, Person
from app.story.prose import Prose, Sentence, Word
from app.story.speech import Speech

_TAG_REACH = 5  # words between a quotation and its speech verb


def find_speeches(prose: Prose, mentions: Sequence[Sequence[Mention]], lexicon: Lexicon) -> list[Speech]:
    """Return the quotations of a story in order, each with its speaker; speakers need speech verbs."""
    finder = _SpeakerFinder(prose, mentions, lexicon)
    speeches: list[Speech] = []
    for start, end in prose.quotes:
        found = finder.find_speaker(start, end)
        if found is None and speeches:
            found = _guess_by_turn(prose.text, speeches, start)
        speeches.append(Speech(start, end, found))
    return _drop_quoted_words(prose.text, speeches)


def _guess_by_turn(text: str, speeches: Sequence[Speech], start: int) -> Person | None:
    """Let the speaker go on after "he said"; let the other one answer where quotations touch."""
    last = speeches[-1]
    between = text[last.end : start]
    if len(between) > 400:
        return None
    if between.strip(" \n\t\r’‘”“\"'»«„」「—–") and "\n" not in between:
        return _find_answering(text, speeches, between) or last.speaker
    others = [speech.speaker for speech in speeches[-6:] if speech.speaker not in (None, last.speaker)]
    return others[-1] if others else None


def _find_answering(text: str, speeches: Sequence[Speech], between: str) -> Person | None:
    """Return the one who answers a question where a paragraph holds both sides of the talk."""
    last = speeches[-1]
    earlier = [speech for speech in speeches[-4:-1] if "\n" not in text[speech.end : last.start]]
    others = [speech.speaker for speech in earlier if speech.speaker not in (None, last.speaker)]
    is_asked = text[last.end - 1] == "?" and between.rstrip(" ‘“\"'")[-1:] == "."
    return others[-1] if others and is_asked else None


def _drop_quoted_words(text: str, speeches: list[Speech]) -> list[Speech]:
    """Leave out what is quoted but not said: a word or two in the middle of a sentence."""
    return [
        speech
        for speech in speeches
        if speech.speaker is not None
        or len(text[speech.start : speech.end].split()) > 2
        or not text.isascii()
    ]


class _SpeakerFinder:
    """Looks around a quotation for the one who says it."""

    def __init__(self, prose: Prose, mentions: Sequence[Sequence[Mention]], lexicon: Lexicon) -> None:
        self._prose, self._mentions, self._lexicon = prose, mentions, lexicon
        self._starts = [sentence.start for sentence in prose.sentences]

    def find_speaker(self, start: int, end: int) -> Person | None:
        """Find the subject of the speech verb after the quotation, else of the one before it."""
        tagged = self._find_after(end) or self._find_inside(start, end) or self._find_before(start)
        return tagged or self._find_actor(start)

    def _find_inside(self, start: int, end: int) -> Person | None:
        """Find the subject of a tag within the quotation: "« Demain, dit la reine, il viendra. »"."""
        if not self._lexicon.tags_within_quotes:
            return None
        first, last = self._find_sentence(start), self._find_sentence(end - 1)
        for at in range(first, last + 1):
            for word in self._prose.sentences[at].words:
                before = self._prose.text[max(start, word.start - 3) : word.start].rstrip()[-1:]
                if word.start < end and before and before in ",?!…" and says(word, self._lexicon):
                    near = [
                        m for m in self._mentions[at] if word.start <= m.start < min(end, word.start + 40)
                    ]
                    return near[0].person if near else None
        return None

    def _find_actor(self, start: int) -> Person | None:
        """Find the one that the narration just before the quotation is about: "The man rose. ‘Go.’"."""
        index = self._find_sentence(start)
        here = self._prose.sentences[index]
        for at in range(index, max(-1, index - 3), -1):
            sentence = self._prose.sentences[at]
            if sentence.paragraph != here.paragraph and not self._lexicon.drops_subjects:
                return None
            if any(word.is_spoken for word in sentence.words if word.start < start):
                return None
            for mention in self._mentions[at]:
                if mention.start < start and mention.weight > OWNER_WEIGHT:
                    return mention.person
        return None

    def _find_sentence(self, offset: int) -> int:
        return max(0, bisect_left(self._starts, offset + 1) - 1)

    def _find_after(self, end: int) -> Person | None:
        index = self._find_sentence(end - 1)
        for at in (index, index + 1):
            if at < len(self._prose.sentences):
                sentence = self._prose.sentences[at]
                found = self._read_tag(sentence, self._mentions[at], end)
                if found or (at > index and sentence.start > end + 3):
                    return found
        return None

    def _read_tag(self, sentence: Sentence, mentions: Sequence[Mention], end: int) -> Person | None:
        words = [word for word in sentence.words if word.start >= end][:_TAG_REACH]
        if not words or words[0].is_spoken or words[0].start > end + 4:
            return None
        if self._is_new_sentence(words[0], end):
            return None
        for index, word in enumerate(words[:3]):
            if word.is_spoken:
                return None
            if says(word, self._lexicon):
                before = self._find_subject(mentions, end, word.start) if index else None
                return before or self._find_subject(mentions, word.start, words[-1].start + 40)
        return None

    def _is_new_sentence(self, word: Word, end: int) -> bool:
        """Tell "‘Go.’ The man said" from "‘Go,’ said the man", which goes on with its sentence."""
        if not word.text[0].isupper():
            return False
        is_name = word.lower not in self._lexicon.definite and word.lower not in self._lexicon.pronouns
        return not is_name or self._prose.text[end - 1] == "."

    def _find_subject(self, mentions: Sequence[Mention], start: int, end: int) -> Person | None:
        for mention in mentions:
            if start <= mention.start < end and not mention.is_spoken:
                return mention.person
        return None

    def _find_before(self, start: int) -> Person | None:
        index = self._find_sentence(start)
        sentence, mentions = self._prose.sentences[index], self._mentions[index]
        words = [word for word in sentence.words if word.start < start]
        if not words and index and self._is_introduction(index - 1, start):
            sentence, mentions = self._prose.sentences[index - 1], self._mentions[index - 1]
            words = list(sentence.words)
        narrated = [word for word in words if not word.is_spoken]
        verbs = [at for at, word in enumerate(narrated) if says(word, self._lexicon)]
        if not verbs or words[-1].is_spoken or start - words[-1].start > 60:
            return None
        verb = narrated[verbs[-1]]
        before = [m for m in mentions if m.start < start and not m.is_spoken and m.weight > OWNER_WEIGHT]
        return _choose_subject(verb.start, before, self._find_clause_start(sentence, verb.start))

    def _is_introduction(self, index: int, start: int) -> bool:
        """Return whether the sentence before is narration that leads into the quotation, as by a colon."""
        before, after = self._prose.sentences[index : index + 2]
        if any(word.is_spoken for word in before.words) or start - before.start > 400:
            return False
        mark = self._prose.text[before.end - 1]
        return mark == ":" or (mark in ",." and before.paragraph == after.paragraph)

    def _find_clause_start(self, sentence: Sentence, verb: int) -> int:
        """Skip a clause such as "When they had reached the forest," whose subject says nothing."""
        if sentence.words[0].lower in self._lexicon.subordinators or (
            len(sentence.words) > 1 and sentence.words[1].lower in self._lexicon.subordinators
        ):
            comma = self._prose.text.find(",", sentence.start, verb)
            return comma if comma >= 0 else sentence.start
        return sentence.start


def _choose_subject(verb: int, mentions: Sequence[Mention], clause: int) -> Person | None:
    beside = [mention for mention in mentions if 0 <= verb - mention.end <= 1]
    if beside:
        return beside[-1].person
    before = [mention for mention in mentions if clause <= mention.start < verb]
    after = [mention for mention in mentions if verb <= mention.start]
    return (before or after or [mentions[0]])[0].person if mentions else None

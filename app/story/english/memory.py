"""What a reader remembers of the characters so far: who was seen when, and who fits a noun or a pronoun."""

from collections.abc import Iterator

from app.story.english.entities import Entity
from app.story.english.phrases import TITLE_NOUNS, TITLES, Phrase
from app.vocabulary.first_names import find_name_gender
from app.vocabulary.wordnet.noun_class import NounClass

SENTENCES = 60
"""How many sentences "the man" may be apart from the man it means."""


class Memory:
    """The characters so far, the last seen ones last."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.recent: list[Entity] = []
        self._thing: tuple[int, int] = (-99, -1)
        self._by_name: dict[str, Entity] = {}
        self._by_word: dict[str, dict[Entity, None]] = {}
        self.now = 0

    def begin_sentence(self, sentence: int) -> None:
        """Begin a sentence, and forget who has not been seen for long."""
        if sentence != self.now and sentence % 8 == 0:
            self.recent = [one for one in self.recent if sentence - one.last_seen <= SENTENCES]
        self.now = sentence

    def add(self, phrase: Phrase) -> Entity:
        """Return a new character of a phrase."""
        entity = Entity(is_group=phrase.is_plural and not phrase.name)
        self.entities.append(entity)
        return entity.learn(phrase)

    def see(self, entity: Entity, role: str) -> None:
        """Remember that a character was mentioned in the present sentence, as subject, object or other."""
        entity.mentions += 1
        if not (entity.last_seen == self.now and entity.last_role == "subject"):
            entity.last_role = role
        entity.last_seen = self.now
        if self.recent and self.recent[-1] is entity:
            return
        if entity in self.recent:
            self.recent.remove(entity)
        self.recent.append(entity)

    def join(self, survivor: Entity, other: Entity) -> Entity:
        """Make two characters one, and return it."""
        survivor, other = survivor.survivor, other.survivor
        if survivor is not other:
            survivor.absorb(other)
            self.recent = [one for one in self.recent if one is not other]
        return survivor

    def list_recent(self, sentences: int = SENTENCES) -> Iterator[Entity]:
        """Yield the characters seen within some sentences, the last seen first."""
        for entity in reversed(self.recent):
            if self.now - entity.last_seen <= sentences:
                yield entity

    def find_named(self, phrase: Phrase) -> Entity | None:
        """Return who bears a name or a part of it; a title must not tell another gender."""
        gender = TITLES.get(phrase.title, "neutral")
        whole = self._by_name.get(phrase.name)
        if whole is not None:
            return whole.survivor
        words = set(phrase.name_words)
        for entity in self._list_bearers(words):
            if "neutral" not in (gender, entity.gender) and gender != entity.gender:
                continue
            if any(_is_same_name(words, phrase.title, known) for known in entity.names):
                return entity
        return None

    def find_spoken_name(self, name: str) -> Entity | None:
        """Return who bears a name that is called in a quotation, whole or in part."""
        words = set(name.split())
        bearers = self._list_bearers(words)
        return next((one for one in bearers if any(words <= set(known.split()) for known in one.names)), None)

    def _list_bearers(self, words: set[str]) -> list[Entity]:
        """Return those whose names share a word, the last named first."""
        found = {one.survivor: None for word in sorted(words) for one in self._by_word.get(word, ())}
        return list(reversed(found))

    def _index(self, entity: Entity, name: str) -> None:
        self._by_name[name] = entity
        for word in name.split():
            self._by_word.setdefault(word, {})[entity] = None

    def add_named(self, name: str) -> Entity:
        """Return a new character whom only others' words name."""
        entity = Entity(kind="person")
        entity.names[name] += 1
        gender = find_name_gender(name.split()[0])
        if gender != "neutral":
            entity.votes[gender] += 2
        self._index(entity, name)
        self.entities.append(entity)
        return entity

    def name(self, entity: Entity, phrase: Phrase) -> None:
        """Remember a character's name."""
        entity.names[phrase.name] += 1
        self._index(entity, phrase.name)

    def find_titled(self, phrase: Phrase) -> Entity | None:
        """Return the unnamed character whose noun is a title: the inspector for "Inspector Rao"."""
        nouns = {phrase.title, *TITLE_NOUNS.get(phrase.title, ())}
        known = (one for one in self.list_recent() if not one.names and not one.is_group)
        return next((one for one in known if nouns & set(one.nouns)), None)

    def notice_thing(self, phrase: Phrase) -> None:
        """Remember where a thing was mentioned, which "it" may mean."""
        if phrase.noun is not None and phrase.noun.noun_class is not NounClass.NOTHING:
            self._thing = self.now, phrase.head.i

    def has_nearer_thing(self, entity: Entity) -> bool:
        """Return whether a thing was mentioned after a character."""
        return self._thing[0] >= entity.last_seen and self._thing[0] >= self.now - 1


def _is_same_name(words: set[str], title: str, known: str) -> bool:
    parts = known.split()
    known_title = parts[0].lower().strip(".")
    if known_title in TITLES and len(parts) > 1:
        parts = parts[1:]
    else:
        known_title = ""
    if title and known_title and title != known_title and TITLES[title] != TITLES[known_title]:
        return False
    return bool(words) and (words <= set(parts) or set(parts) <= words)

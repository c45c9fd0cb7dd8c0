"""Finds the facts of WordNet's verbs: the nearest visible action, and whether they say, think or move."""

from app.vocabulary.actions import Action
from app.vocabulary.wordnet.build.database import Database
from app.vocabulary.wordnet.verb_actions import ACTIONS, MOTIONS, SPEECH_VERBS
from app.vocabulary.wordnet.verb_class import Verb

# How many steps a wider sense may be away for its action to be the verb's.
_REACH = 2
# The share of a verb's use for what the mind does, or for motion, that makes it a verb of it.
_MOST = 0.5
_BY_FILE = {
    "verb.motion": Action.WALK,
    "verb.contact": Action.HOLD,
    "verb.consumption": Action.EAT,
    "verb.communication": Action.TALK,
    "verb.perception": Action.LOOK,
    "verb.creation": Action.WORK,
    "verb.competition": Action.FIGHT,
    "verb.possession": Action.TAKE,
}
_MENTAL_FILES = ("verb.cognition", "verb.emotion")
_STATE_FILES = ("verb.stative", "verb.weather")
# The most general senses, which say nothing of what is to be seen.
_GENERAL = frozenset(
    [
        "act",
        "move",
        "change",
        "make",
        "be",
        "touch",
        "interact",
        "communicate",
        "think",
        "travel",
        "create",
        "have",
        "get",
    ]
)


class VerbReader:
    """Finds the facts of verbs in WordNet."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._actions = self._index_actions()

    def read(self, lemma: str) -> Verb:
        """Return what a verb says by its most frequent sense."""
        shares = self._share_files(lemma)
        is_mental = sum(shares.get(file, 0.0) for file in _MENTAL_FILES) >= _MOST
        is_state = sum(shares.get(file, 0.0) for file in _STATE_FILES) >= _MOST
        action = None if is_mental or is_state else self._find_action(lemma, shares)
        return Verb(
            action,
            is_speech=lemma.replace("_", " ") in SPEECH_VERBS,
            is_mental=is_mental,
            is_motion=action in MOTIONS or shares.get("verb.motion", 0.0) >= _MOST,
        )

    def _index_actions(self) -> dict[str, Action]:
        found: dict[str, Action] = {}
        for verb, action in ACTIONS.items():
            lemma = verb.replace(" ", "_")
            if lemma in self._database.senses and lemma not in _GENERAL:
                found.setdefault(self._choose_sense(lemma), action)
        return found

    def _choose_sense(self, lemma: str) -> str:
        weights = self._database.weigh_senses(lemma)
        return max(weights, key=lambda offset: weights[offset])

    def _share_files(self, lemma: str) -> dict[str, float]:
        shares: dict[str, float] = {}
        for offset, weight in self._database.weigh_senses(lemma).items():
            file = self._database.synsets[offset].file
            shares[file] = shares.get(file, 0.0) + weight
        return shares

    def _find_action(self, lemma: str, shares: dict[str, float]) -> Action | None:
        for above, steps in self._database.walk_up(self._choose_sense(lemma)):
            if steps <= _REACH and above in self._actions:
                return self._actions[above]
        return _BY_FILE.get(max(shares, key=lambda file: shares[file]))

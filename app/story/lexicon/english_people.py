"""English words for people and animals, and the small words around them."""

from collections.abc import Iterator
from dataclasses import replace

from app.story.lexicon.entries import CharacterNoun, words
from app.vocabulary.people import PEOPLE_NOUNS, ROLE_NOUNS
from app.vocabulary.species import ANIMALS, Species

_SYNONYMS = {
    "cobbler": "shoemaker",
    "hound": "dog",
    "gull": "seagull",
    "huntsman": "hunter",
    "woodcutter": "wood-cutter",
    "traveler": "traveller",
    "neighbor": "neighbour",
    "sorcerer": "wizard",
    "peddler": "pedlar",
    "rooster": "cockerel",
    "lass": "girl",
    "lad": "boy",
}
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "fisherman": "fishermen",
    "child": "children",
    "wife": "wives",
    "wolf": "wolves",
    "goose": "geese",
    "mouse": "mice",
    "sheep": "sheep",
    "deer": "deer",
    "fish": "fish",
    "thief": "thieves",
    "elf": "elves",
    "ox": "oxen",
    "calf": "calves",
    "huntsman": "huntsmen",
    "washerwoman": "washerwomen",
    "person": "people",
}


def _write_plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("s", "x", "sh", "ch")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _name_people() -> Iterator[CharacterNoun]:
    for (gender, age), heads in PEOPLE_NOUNS.items():
        for head in heads:
            yield CharacterNoun("", head, "" if gender == "neutral" else gender, age, ROLE_NOUNS.get(head))


def _name_animals() -> Iterator[CharacterNoun]:
    for species in Species:
        for head in (species.value, *ANIMALS[species].synonyms):
            yield CharacterNoun("", head, species=species)


def _build_nouns() -> dict[str, CharacterNoun]:
    nouns: dict[str, CharacterNoun] = {}
    for noun in (*_name_people(), *_name_animals()):
        same, many = _SYNONYMS.get(noun.head, noun.head), _write_plural(noun.head)
        title = f"The {_write_plural(same).title()}"
        nouns[many] = replace(noun, title=title, head=same, is_plural=True)
        nouns[noun.head] = replace(noun, title=f"The {same.title()}", head=same)
    return nouns


CHARACTER_NOUNS = _build_nouns()
GENERIC_HEADS = words("man woman boy girl child fellow lad lass lady gentleman creature maiden baby bird")
FAMILY = {
    "husband": "he-parent",
    "father": "he-parent",
    "stepfather": "he-parent",
    "wife": "she-parent",
    "mother": "she-parent",
    "stepmother": "she-parent",
}
ORDINALS = {
    "eldest": "eldest",
    "oldest": "eldest",
    "elder": "elder",
    "youngest": "youngest",
    "younger": "younger",
    "second": "second",
    "third": "third",
    "middle": "middle",
}
MODIFIERS = words(
    "old young little poor good wicked grey gray white black red brown golden silver great big small "
    "tall fat thin beautiful pretty fair lovely ugly kind cruel evil clever wise foolish stupid simple "
    "brave proud rich honest strange mysterious wild tame hungry tired sleepy sad happy angry merry "
    "gentle dear faithful godless greedy blind lame deaf sick dead first last other two three four five "
    "six seven twelve many several both same elder eldest oldest younger youngest second third middle "
    "own naked wretched sly cunning huge enormous tiny ancient aged elderly new next insignificant "
    "lonely weary noble royal bearded barefoot ragged stray one-eyed village lighthouse harbour market "
    "toy clock night ferry bell lamp snow-white wooden quiet shy bold stubborn grumpy patient lost "
    "injured wounded sleeping"
)
DETERMINERS = words("the this that these those his her their my our your its")
INDEFINITE = words("a an another some two three four five six seven")
HONORIFICS = words(
    "mr mrs miss ms dr mr. mrs. dr. sir lord lady king queen prince princess captain old mother father "
    "aunt uncle professor sergeant inspector brother sister saint granny grandma grandpa grandfather "
    "grandmother"
)
PRONOUNS = {"he": "male", "him": "male", "himself": "male", "she": "female", "herself": "female"}
POSSESSIVES = {"his": "male", "her": "female"}
NOT_NAMES = words(
    "i i'm i'll i've i’m i’ll i’ve i’d god lord heaven christmas easter sunday monday tuesday wednesday "
    "thursday friday saturday january february march april may june july august september october "
    "november december sir madam mr mrs miss dr o oh ah alas english french german spanish latin europe "
    "america england germany france spain london paris earth spring summer autumn winter north south "
    "east west chapter part book end ok okay yes no well hey hello goodbye please thank thanks the a an "
    "and but or so if then when while as at by for from in into of off on once one out over to under up "
    "with without within he she it they we you me him her them his its their my your our this that "
    "these those there here what who whom whose which where why how not never now just only even still "
    "yet again also after before because although though until till since all any both each every few "
    "many more most much none some such two three four five six seven eight nine ten first second last "
    "let come go get look see tell give take do does did don't don’t is are was were be been have has "
    "had can could will would shall should must might good great little old poor dear soon later next "
    "nothing something everything everyone someone nobody nevertheless however afterwards suddenly "
    "perhaps maybe meanwhile like than too very am day night morning evening about above below between "
    "down during far near nor neither either whether your yours mine ours upon till ere thus hence "
    "whoever whatever whenever wherever therefore indeed inside outside behind beside beyond across "
    "along among around against towards another early late at"
)

"""English words for people and animals, and the small words around them."""

from app.story.lexicon.entries import CharacterNoun, words

_ROLES = {
    ("male", "adult", "person"): (
        "king prince emperor duke lord knight man father husband shoemaker cobbler woodcutter "
        "wood-cutter miller tailor fisherman sailor captain soldier hunter huntsman merchant priest "
        "monk baker blacksmith smith farmer peasant shepherd butcher gentleman fellow wizard sorcerer "
        "magician ferryman coachman nobleman innkeeper footman gardener carpenter potter weaver "
        "clockmaker uncle brother master policeman barber beggar robber thief lighthouse-keeper "
        "watchman bridegroom stepfather boatman tinker sultan"
    ),
    ("female", "adult", "person"): (
        "queen princess empress duchess lady woman mother wife witch stepmother enchantress sorceress "
        "fairy milkmaid nun aunt sister bride mistress maid maidservant seamstress washerwoman countess "
        "widow mermaid housekeeper maiden goddess housewife fishwife"
    ),
    ("male", "child", "person"): "boy son lad grandson nephew schoolboy shepherd-boy",
    (
        "female",
        "child",
        "person",
    ): "girl daughter lass granddaughter niece schoolgirl goose-girl stepdaughter",
    ("", "child", "person"): "child baby infant orphan apprentice kid pupil",
    ("male", "old", "person"): "grandfather hermit greybeard grandpa",
    ("female", "old", "person"): "grandmother crone hag grandma",
    ("", "adult", "person"): (
        "keeper stranger traveller traveler servant customer buyer neighbour neighbor doctor teacher "
        "musician minstrel messenger guard pilgrim cook judge mayor dwarf elf giant goblin troll gnome "
        "ghost ogre spirit couple parent friend peddler pedlar guest detective nurse driver pilot "
        "engineer scientist robot astronaut officer waiter singer painter villager townsperson pirate "
        "baker's rider"
    ),
    ("", "adult", "animal"): (
        "cat fox dog hound wolf bear horse donkey ass ox cow goat sheep lamb pig hen duck goose swan "
        "raven crow gull seagull owl bird pigeon dove eagle hawk sparrow mouse rat hare rabbit squirrel "
        "deer stag frog toad fish salmon flounder snake serpent lion tiger elephant monkey bee ant "
        "butterfly dragon unicorn puppy kitten pony foal hedgehog badger otter seal whale dolphin "
        "turtle spider cricket beetle nightingale robin cockerel rooster mule falcon calf heron"
    ),
}
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


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("s", "x", "sh", "ch")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _build_nouns() -> dict[str, CharacterNoun]:
    character_nouns: dict[str, CharacterNoun] = {}
    for (gender, age, kind), names in _ROLES.items():
        for head in names.split():
            many = _plural(head)
            same = _SYNONYMS.get(head, head)
            character_nouns[many] = CharacterNoun(
                f"The {_plural(same).title()}", same, gender, age, kind, is_plural=True
            )
            character_nouns[head] = CharacterNoun(f"The {same.title()}", same, gender, age, kind)
    return character_nouns


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

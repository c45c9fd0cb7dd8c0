"""English nouns for people, with the gender, the age and the role that they imply."""

from typing import Literal

from app.vocabulary.roles import Role
from app.vocabulary.words import Words, listed

Gender = Literal["female", "male", "neutral"]
Age = Literal["baby", "child", "teen", "adult", "old"]

# Adjectives that tell an age.
AGE_WORDS: dict[str, Age] = {
    **dict.fromkeys(["old", "elderly", "aged", "ancient", "retired", "wrinkled", "wizened", "frail"], "old"),
    **dict.fromkeys(["ageing", "aging", "senile", "grizzled", "stooped", "toothless", "octogenarian"], "old"),
    **dict.fromkeys(["teenage", "teenaged", "adolescent"], "teen"),
    **dict.fromkeys(["newborn", "infant"], "baby"),
}


def _split_nouns(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PEOPLE_NOUNS: dict[tuple[Gender, Age], tuple[str, ...]] = {
    ("male", "adult"): _split_nouns(
        "king prince emperor duke lord knight man father husband shoemaker cobbler woodcutter "
        "wood-cutter miller tailor fisherman sailor captain soldier hunter huntsman merchant priest "
        "monk baker blacksmith smith farmer peasant shepherd butcher gentleman fellow wizard sorcerer "
        "magician ferryman coachman nobleman innkeeper footman gardener carpenter potter weaver "
        "clockmaker uncle brother master policeman barber beggar robber thief lighthouse-keeper "
        "watchman bridegroom stepfather boatman tinker sultan"
    ),
    ("female", "adult"): _split_nouns(
        "queen princess empress duchess lady woman mother wife witch stepmother enchantress sorceress "
        "fairy milkmaid nun aunt sister bride mistress maid maidservant seamstress washerwoman countess "
        "mermaid housekeeper maiden goddess housewife fishwife"
    ),
    ("male", "child"): _split_nouns("boy son lad grandson nephew schoolboy shepherd-boy choirboy altar-boy"),
    ("female", "child"): _split_nouns(
        "girl daughter lass granddaughter niece schoolgirl goose-girl stepdaughter"
    ),
    ("neutral", "child"): _split_nouns("child orphan apprentice kid pupil toddler schoolchild grandchild"),
    ("neutral", "baby"): _split_nouns("baby infant newborn"),
    ("neutral", "teen"): _split_nouns("teenager adolescent teen"),
    ("male", "old"): _split_nouns(
        "grandfather hermit greybeard grandpa granddad grandad gramps great-grandfather widower patriarch"
    ),
    ("female", "old"): _split_nouns(
        "grandmother widow crone hag grandma granny gran nana great-grandmother matriarch"
    ),
    ("neutral", "old"): _split_nouns(
        "pensioner elder veteran retiree grandparent colonel admiral professor oldster centenarian"
    ),
    ("neutral", "adult"): _split_nouns(
        "keeper stranger traveller traveler servant customer buyer neighbour neighbor doctor teacher "
        "musician minstrel messenger guard pilgrim cook judge mayor dwarf elf giant goblin troll gnome "
        "ghost ogre spirit couple parent friend peddler pedlar guest detective nurse driver pilot "
        "engineer scientist robot astronaut officer waiter singer painter villager townsperson pirate "
        "baker's rider"
    ),
}

# Further English nouns, by the role whose dress the people they name wear.
_SYNONYMS = {
    Role.EMPEROR: "sultan",
    Role.QUEEN: "empress",
    Role.WITCH: "enchantress, sorceress",
    Role.WIZARD: "sorcerer, magician",
    Role.GUARD: "watchman, footman",
    Role.SAILOR: "boatman",
    Role.LIGHTHOUSE_KEEPER: "lighthouse-keeper",
    Role.FARMER: "gardener",
    Role.SHEPHERD: "shepherd-boy, goose-girl",
    Role.HUNTER: "huntsman",
    Role.WOODCUTTER: "wood-cutter",
    Role.SHOEMAKER: "cobbler",
    Role.TAILOR: "carpenter, potter, weaver, barber, tinker, seamstress, painter",
    Role.BLACKSMITH: "smith",
    Role.COOK: "butcher, chef",
    Role.INNKEEPER: "landlord, barkeeper",
    Role.WAITER: "waitress, butler",
    Role.COWBOY: "gunslinger, sheriff, rancher",
    Role.WORKER: "mechanic, plumber, electrician, builder, janitor, caretaker",
    Role.BUSINESSMAN: "businesswoman, boss, lawyer, banker, manager",
    Role.SECRETARY: "receptionist, clerk",
    Role.ASTRONAUT: "cosmonaut, spaceman",
    Role.MERCHANT: "mayor",
    Role.PRIEST: "vicar, pastor, bishop",
    Role.MONK: "hermit",
    Role.MAID: "milkmaid, maidservant, washerwoman, housekeeper, fishwife",
    Role.TRAVELLER: "traveler, pilgrim, peddler, pedlar, messenger, coachman, rider",
    Role.STRANGER: "robber, thief",
    Role.GIANT: "ogre, troll",
    Role.GHOST: "spirit",
    Role.MINSTREL: "musician, singer",
    Role.LADY: "duchess, countess, goddess",
    Role.LORD: "duke, nobleman",
    Role.POLICE_OFFICER: "policeman, officer",
    Role.ATHLETE: (
        "footballer, football player, soccer player, striker, goalkeeper, goalie, midfielder, runner, "
        "sprinter, player, basketball player, rugby player, sportsman, sportswoman, teammate, winger"
    ),
    Role.REFEREE: "umpire, linesman",
    Role.FIREFIGHTER: "fire fighter, fireman, firewoman",
    Role.CONDUCTOR: "train conductor, ticket inspector, stationmaster, station master",
    Role.ALIEN: "extraterrestrial, martian",
    Role.DRIVER: "bus driver, taxi driver, lorry driver, truck driver, chauffeur, trucker, cabbie",
}
ROLE_NOUNS = {
    **{role.value: role for role in Role},
    **{noun: role for role, nouns in _SYNONYMS.items() for noun in listed(nouns)},
}
"""The roles by all English nouns that name them."""

_NOUNS_AS_WORDS = {noun.replace("-", " "): role for noun, role in ROLE_NOUNS.items()}


def find_role(words: Words) -> Role | None:
    """Return the role that a description names, in the order of `Role` where it names several, or None."""
    named = [role for noun, role in _NOUNS_AS_WORDS.items() if noun in words]
    return min(named, key=list(Role).index, default=None)

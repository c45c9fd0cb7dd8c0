"""English nouns for people, by the gender and the age that they tell."""

from typing import Literal

Gender = Literal["female", "male", "neutral"]
Age = Literal["baby", "child", "teen", "adult", "old"]


def _nouns(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PEOPLE_NOUNS: dict[tuple[Gender, Age], tuple[str, ...]] = {
    ("male", "adult"): _nouns(
        "king prince emperor duke lord knight man father husband shoemaker cobbler woodcutter "
        "wood-cutter miller tailor fisherman sailor captain soldier hunter huntsman merchant priest "
        "monk baker blacksmith smith farmer peasant shepherd butcher gentleman fellow wizard sorcerer "
        "magician ferryman coachman nobleman innkeeper footman gardener carpenter potter weaver "
        "clockmaker uncle brother master policeman barber beggar robber thief lighthouse-keeper "
        "watchman bridegroom stepfather boatman tinker sultan"
    ),
    ("female", "adult"): _nouns(
        "queen princess empress duchess lady woman mother wife witch stepmother enchantress sorceress "
        "fairy milkmaid nun aunt sister bride mistress maid maidservant seamstress washerwoman countess "
        "widow mermaid housekeeper maiden goddess housewife fishwife"
    ),
    ("male", "child"): _nouns("boy son lad grandson nephew schoolboy shepherd-boy"),
    ("female", "child"): _nouns("girl daughter lass granddaughter niece schoolgirl goose-girl stepdaughter"),
    ("neutral", "child"): _nouns("child baby infant orphan apprentice kid pupil"),
    ("male", "old"): _nouns("grandfather hermit greybeard grandpa"),
    ("female", "old"): _nouns("grandmother crone hag grandma"),
    ("neutral", "adult"): _nouns(
        "keeper stranger traveller traveler servant customer buyer neighbour neighbor doctor teacher "
        "musician minstrel messenger guard pilgrim cook judge mayor dwarf elf giant goblin troll gnome "
        "ghost ogre spirit couple parent friend peddler pedlar guest detective nurse driver pilot "
        "engineer scientist robot astronaut officer waiter singer painter villager townsperson pirate "
        "baker's rider"
    ),
}

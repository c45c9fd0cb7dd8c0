"""What is found at a place: the things and the people by which a story tells unnamed places."""

from app.story.lexicon.entries import words
from app.vocabulary.settings import Setting

_SURE = {
    Setting.BAKERY: "dough loaf",
    Setting.CLASSROOM: "blackboard whiteboard chalkboard pupil schoolbook",
    Setting.CAR: "dashboard windscreen windshield seatbelt glovebox handbrake",
    Setting.SHIP: "mast masthead helm rigging foremast mainsail mainmast bow stern tiller rudder crow's-nest",
    Setting.HOSPITAL_WARD: "stretcher drip syringe scalpel stethoscope",
    Setting.WORKSHOP: "anvil bellows lathe workbench",
    Setting.CHURCH: "altar pew pulpit hymn congregation",
    Setting.GREAT_HALL: "throne",
    Setting.OFFICE: "photocopier spreadsheet printer",
    Setting.BAR: "bartender barman barmaid jukebox",
    Setting.COURTROOM: "jury gavel",
    Setting.SUPERMARKET: "checkout",
    Setting.STADIUM: "goalkeeper referee goalpost touchline linesman grandstand defender striker midfielder",
    Setting.GYM: "barbell dumbbell treadmill",
    Setting.GRAVEYARD: "tombstone gravestone headstone",
    Setting.FARM: "tractor pigsty haystack henhouse",
    Setting.AEROPLANE: "stewardess",
    Setting.LABORATORY: "microscope",
    Setting.DESERT: "dune camel cactus caravan",
    Setting.CIRCUS: "trapeze acrobat ringmaster",
}
_HINTING = {
    Setting.BAKERY: "oven roll bun baker",
    Setting.CLASSROOM: "chalk lesson class teacher schoolteacher",
    Setting.SHIP: "sail sailor rail captain skipper deckhand bosun",
    Setting.SEA: "tide",
    Setting.HOSPITAL_WARD: "patient nurse bandage bedside doctor paramedic surgeon",
    Setting.WORKSHOP: "hammer smith blacksmith carpenter sawdust cobbler shoemaker",
    Setting.CHURCH: "candlestick priest vicar organist choir",
    Setting.GREAT_HALL: "courtier",
    Setting.OFFICE: "desk computer screen keyboard memo",
    Setting.RESTAURANT: "menu waiter waitress",
    Setting.COURTROOM: "judge verdict witness",
    Setting.SUPERMARKET: "till shopper trolley",
    Setting.STADIUM: "match goal keeper scoreboard",
    Setting.FARM: "cow herd calf cattle hen plough",
    Setting.BEACH: "sandcastle seaweed dune seashell",
    Setting.DESERT: "sand",
    Setting.KITCHEN: "stove sink saucepan kettle fridge refrigerator",
    Setting.SPACESHIP: "astronaut hatch thruster",
    Setting.FOREST: "undergrowth",
    Setting.GARDEN: "flowerbed rosebush wheelbarrow",
    Setting.BUS: "conductor passenger",
}


def _list_fixtures(table: dict[Setting, str]) -> dict[str, Setting]:
    return {word: setting for setting, listed in table.items() for word in sorted(words(listed))}


SURE_FIXTURES = _list_fixtures(_SURE)
"""Things that are seen at one place only, by their lemmas: they tell that a story is there."""
FIXTURES = _list_fixtures(_HINTING) | SURE_FIXTURES
"""Things that hint at the place of a story that has named none, by their lemmas."""
TRADE_PLACES = {
    trade: setting
    for setting, listed in {
        Setting.BAKERY: "baker pastrycook confectioner",
        Setting.WORKSHOP: "smith blacksmith goldsmith locksmith carpenter cobbler shoemaker tailor "
        "clockmaker watchmaker potter saddler joiner cooper tinker toymaker weaver",
        Setting.GARAGE: "mechanic",
        Setting.PHARMACY: "pharmacist chemist apothecary",
        Setting.HOSPITAL_WARD: "doctor nurse surgeon",
        Setting.CLASSROOM: "teacher schoolteacher schoolmaster schoolmistress",
        Setting.POST_OFFICE: "postmistress postmaster",
        Setting.INN: "innkeeper",
        Setting.STUDIO: "painter sculptor photographer",
        Setting.LIBRARY: "librarian bookseller",
        Setting.CAFE: "barista",
        Setting.RESTAURANT: "chef",
    }.items()
    for trade in sorted(words(listed))
}
"""Where people of a trade work, by its noun: their shop, workshop or office is that place."""
TRADE_WORDS = words("shop workshop store surgery practice premises business studio office class")
"""Nouns for the place of a trade that the story has told."""

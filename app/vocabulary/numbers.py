"""English words for a number of people, and the numbers that a picture shows for them."""

NUMBERS: dict[str, int] = {
    "one": 1,
    **dict.fromkeys(("two", "both", "couple", "pair", "twin"), 2),
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    **dict.fromkeys(("eight", "nine", "ten", "eleven", "twelve", "dozen"), 8),
}
COLLECTIVES: dict[str, int] = {
    **dict.fromkeys(("couple", "pair", "duo"), 2),
    "trio": 3,
    **dict.fromkeys(("family", "crew", "gang", "band", "patrol", "quartet"), 4),
    **dict.fromkeys(("team", "class", "group", "jury", "choir", "posse", "troop", "squad", "staff"), 6),
    **dict.fromkeys(("crowd", "audience", "mob", "army", "orchestra", "congregation", "public"), 8),
}
"""Singular nouns that mean several people, and how many a picture shows for them."""
NUMBERS_IN_NAMES: dict[str, int] = {
    **{word: number for word, number in NUMBERS.items() if number > 1},
    **COLLECTIVES,
    **dict.fromkeys(("parents", "twins", "zwei", "beide"), 2),
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    **dict.fromkeys(("acht", "neun", "zehn", "elf", "zwölf"), 8),
}
"""The same in names of groups, in English and in German."""

"""English cue words of story, time, mood and speech; places and people have files of their own."""

from app.story.lexicon.english_people import (
    CHARACTER_NOUNS,
    DETERMINERS,
    FAMILY,
    GENERIC_HEADS,
    HONORIFICS,
    INDEFINITE,
    MODIFIERS,
    NOT_NAMES,
    ORDINALS,
    POSSESSIVES,
    PRONOUNS,
)
from app.story.lexicon.english_places import INSIDE_WORDS, LEAVINGS, LOCATIVES, OUTSIDE_WORDS, PLACES
from app.story.lexicon.entries import Lexicon, Phrases, spread, words
from app.vocabulary.light import LYING_SNOW_WORDS, WEATHER_WORDS, Weather

_TIMES = {
    "dawn": "dawn, daybreak, break of day, day dawned, day broke, sunrise, first light, cockcrow, day break",
    "morning": "morning, mornings, breakfast, forenoon",
    "day": (
        "noon, midday, mid-day, afternoon, noonday, next day, one day, that day, same day, all day, "
        "whole day, following day, daylight, broad day, lunch, day time, daytime, sunny, sunshine, by "
        "day, the day after"
    ),
    "sunset": "sunset, sundown, set of sun, sun set, sun sank, sun went down, setting sun, sun was setting",
    "dusk": "dusk, twilight, evening, nightfall, gloaming, supper, getting dark, grew dark, dark was falling",
    "night": (
        "night, midnight, moon, moonlight, moonlit, stars, starlight, starry, nights, overnight, dead "
        "of night, moonrise, constellations"
    ),
    "": (
        "good night, good morning, good evening, good day, good afternoon, some day, any day, day by "
        "day, day after day, night and day, day and night, morning sun, every night, every morning, "
        "every evening, evening star, tomorrow morning, tomorrow night, the other day, last night, "
        "since morning, till morning, until morning, till night, until evening, before night, before "
        "evening, before nightfall"
    ),
}

_WEATHERS = {word: weather for weather, names in WEATHER_WORDS.items() for word in names} | dict.fromkeys(
    LYING_SNOW_WORDS, Weather.SNOW
)

_MOODS = {
    "fearful": (
        "afraid, fear, feared, fearful, terror, terrified, terrible, terribly, horror, horrible, "
        "horribly, dread, dreadful, frightened, fright, frightful, scream, screamed, screaming, shriek, "
        "shrieked, trembled, tremble, trembling, howl, howled, monster, witch, ghost, panic, scared, pale, "
        "shuddered, wolf, devour, devoured"
    ),
    "sad": (
        "sad, sadly, sadness, sorrow, sorrowful, weep, wept, weeping, cry, tears, tear, grief, grieved, "
        "mourn, mourned, lonely, alone, hunger, hungry, misery, miserable, unhappy, lament, "
        "sobbed, sob, sigh, sighed, dead, died, death, grave, heartbroken, empty, farewell, "
        "distress, weary, bitterly, heavy"
    ),
    "tense": (
        "lost, anger, angry, angrily, furious, rage, fought, fight, seized, seize, fled, flee, chase, "
        "chased, ran, shouted, shout, danger, dangerous, hurry, hurried, struggle, struggled, cruel, "
        "threat, threatened, kill, killed, attack, attacked, sword, hounds, hunter, hunters, must, "
        "quarrel, snatched, broke, crashed, struck, crash, storm, thunder, burnt, impatience, scolded, "
        "reproached, rushed, fool, wicked"
    ),
    "mysterious": (
        "secret, secrets, secretly, strange, mystery, mysterious, magic, magical, spell, enchanted, "
        "whisper, whispered, shadow, shadows, hidden, hid, riddle, curious, unknown, wondered, marble, "
        "silence, silent, disenchanted, moonlight, mist, fog, ghostly, creeping, crept, vanished, "
        "glimmer, glimmered, odd, locks"
    ),
    "joyful": (
        "joy, joyful, joyfully, happy, happily, happiness, laugh, laughed, laughing, laughter, merry, "
        "merrily, danced, dance, dancing, sang, song, singing, smile, smiled, smiling, rejoice, "
        "rejoiced, delighted, delight, delightfully, wedding, married, feast, cheer, cheered, skipping, "
        "capered, saved, mightily, embrace, embraced, kissed, kiss, glad, "
        "gladly, festival, sunny, chuckled"
    ),
    "warm": (
        "warm, warmth, fire, hearth, cosy, soup, gentle, gently, kindly, kindness, hug, "
        "hugged, love, loved, comforted, comfort, friend, friends, friendly, home, candle, lantern, "
        "supper, thankful, thanked, soft, softly, tender, tenderly, together, blanket, pleased, "
        "thriving, handsomely, welcome"
    ),
    "calm": (
        "peace, peaceful, peacefully, peaceably, quiet, quietly, calm, calmly, asleep, slept, rest, "
        "rested, swimming, drifting, drifted, meadow"
    ),
}

_OPENINGS = {
    1.6: (
        "the next morning, the next day, the next evening, the next night, next morning, next day, one "
        "day, one evening, one morning, one night, one afternoon, that night, that evening, that "
        "morning, the same day, the same night, the same evening, early in the morning, at midnight, "
        "about midnight, at dawn, at dusk, at noon, at sunset, at daybreak, at nightfall, in the "
        "morning, in the evening, in the night, years later, years passed, long ago, once upon a time, "
        "meanwhile, not long afterwards, some time after, a few days, the following, as soon as it was, "
        "when day dawned, when night, when evening, when morning, by the time, by morning, by evening, "
        "by nightfall, before dawn, after many, after three, after some time, the first night, the "
        "second night, the third night, the second day, the third day, late that, when four weeks, by "
        "noon, all night, all day, towards evening, in the spring, in the autumn, in the summer, in the "
        "winter, that winter, that spring, that summer, that autumn, when spring"
    ),
    1.0: (
        "at last, at length, now, suddenly, then one, so on they went, on the way, there was once, far "
        "away, outside, inside, when they had, when he had, when she had, when they came, when he came, "
        "when she came, at the, in the middle, just then, soon, afterwards, after that, next they, next "
        "he, next she, once, then came, last of all, in the end, and when, as soon as, far off, far "
        "below, high above, deep in, beyond"
    ),
}

ENGLISH = Lexicon(
    places=Phrases(PLACES),
    locatives=LOCATIVES,
    leavings=LEAVINGS,
    inside_words=INSIDE_WORDS,
    outside_words=OUTSIDE_WORDS,
    times=Phrases(spread(_TIMES)),
    weathers=Phrases(_WEATHERS),
    moods=spread(_MOODS),
    openings=Phrases(spread(_OPENINGS)),
    character_nouns=CHARACTER_NOUNS,
    generic_heads=GENERIC_HEADS,
    family=FAMILY,
    ordinals=ORDINALS,
    modifiers=MODIFIERS,
    definite=DETERMINERS,
    indefinite=INDEFINITE,
    honorifics=HONORIFICS,
    similes=words("like as than"),
    naming_words=words("called named name"),
    conjunctions=words("and or"),
    copulas=words("is was were became being"),
    subordinators=words("when as while if after before once because until since although though"),
    pronouns=PRONOUNS,
    group_pronouns=words("they them their he she him her"),
    possessives=POSSESSIVES,
    speech_verbs=words(
        "said says asked asks cried cries whispered whispers shouted shouts called calls answered "
        "answers replied replies muttered mutters told tells exclaimed begged growled laughed sighed "
        "murmured screamed sobbed snapped added began continued remarked repeated thought roared howled "
        "yelled barked croaked grunted declared announced explained admitted agreed warned promised "
        "insisted hissed sang squeaked purred saying crying calling asking answering bleated chirped "
        "rumbled breathed demanded pleaded wondered joked chuckled grumbled groaned gasped offered "
        "suggested protested ordered commanded inquired responded observed"
    ),
    acts=words(
        "met ran went sat stood came took saw held felt fell woke knew lay hid rose wept sang slept ate "
        "drank drew threw caught found gave got made put set rode swam flew fought laughs runs walks sits "
        "stands comes takes looks turns opens holds smiles waits goes sees falls wakes sleeps lifts steps "
        "enters crosses nods"
    ),
    not_names=NOT_NAMES,
    stop_words=words(
        "the a an and or but so of to in on at by for with from as it is was were be been he she they "
        "his her their him them you i we me my not no that this there then than when what who which had "
        "have has would could should said say says did do does its into up down out over all one more "
        "very just if again went came come go back upon before after through where how nor only own too "
        "shall will your our us am are"
    ),
    modern_words=words(
        "phone phones telephone car cars bus taxi train television tv computer laptop internet email "
        "screen radio airport plane aeroplane airplane office elevator lift apartment flat garage "
        "motorway highway helicopter photo camera headphones smartphone robot spaceship subway traffic "
        "supermarket jeans bicycle detective tram trams lorry truck van minibus motorbike motorcycle scooter "
        "bike skateboard ambulance police policeman policewoman headlights windscreen petrol engine brakes "
        "waitress restaurant pizza burger sandwich fridge refrigerator freezer microwave dishwasher sofa "
        "shower electric electricity battery flashlight neon plastic t-shirt trainers sneakers hoodie zip "
        "raincoat sunglasses backpack rucksack suitcase passport newspaper cinema movie video football "
        "basketball goalkeeper referee stadium gym homework astronaut rocket satellite laboratory scientist "
        "mum mom dad okay ok kids ms"
    ),
    tale_words=words(
        "king queen prince princess castle palace knight witch wizard dwarf dwarfs elf elves dragon "
        "giant spell enchanted cottage woodcutter wood-cutter shoemaker miller tailor cobbler "
        "blacksmith huntsman crown sword lantern cart horse horses inn stable hearth fairy goblin troll "
        "mermaid lord lady"
    ),
    article="the",
)

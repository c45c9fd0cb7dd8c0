"""Feelings: what a face shows, and the English words that tell it."""

from enum import StrEnum

from app.vocabulary.words import listed


class Feeling(StrEnum):
    """A feeling that is seen on a face."""

    GLAD = "glad"
    AMUSED = "amused"
    LOVING = "loving"
    PROUD = "proud"
    SAD = "sad"
    WEEPING = "weeping"
    ANGRY = "angry"
    AFRAID = "afraid"
    WORRIED = "worried"
    SURPRISED = "surprised"
    TIRED = "tired"
    PAINED = "pained"
    ASHAMED = "ashamed"
    DISGUSTED = "disgusted"
    PUZZLED = "puzzled"
    GRAVE = "grave"
    EYES_SHUT = "eyes shut"


_VERBS = {
    Feeling.GLAD: "smile, grin, beam, rejoice, cheer, light up, brighten, relax",
    Feeling.AMUSED: "laugh, giggle, chuckle, snigger, cackle, snicker, joke, tease",
    Feeling.LOVING: "kiss, hug, embrace, caress, cuddle, comfort, adore, coo, love",
    Feeling.PROUD: "boast, brag, swagger, triumph",
    Feeling.SAD: "mourn, grieve, pout, droop, sag, sniffle, long, miss",
    Feeling.WEEPING: "weep, cry, sob, wail, blubber, bawl, whimper",
    Feeling.ANGRY: (
        "frown, scowl, glare, glower, snarl, growl, snap, rage, fume, scold, bark, sneer, scoff, threaten, "
        "bristle, roar, bellow, curse, grumble, quarrel"
    ),
    Feeling.AFRAID: (
        "fear, tremble, shiver, shudder, quake, quiver, cower, cringe, flinch, scream, shriek, panic, dread, "
        "stammer, stutter, recoil"
    ),
    Feeling.WORRIED: "worry, fret, hesitate, fidget, pace, plead, beg, implore, entreat",
    Feeling.SURPRISED: "gasp, gape, marvel, goggle, widen, blink",
    Feeling.TIRED: "yawn, pant, sigh, stagger, trudge, slump",
    Feeling.PAINED: "groan, moan, wince, ache, grimace, burn, cough, sneeze, choke, limp, howl, sting",
    Feeling.ASHAMED: "blush, redden, flush, apologize, apologise",
    Feeling.PUZZLED: "wonder, puzzle, ponder, squint",
}
_ADJECTIVES = {
    Feeling.GLAD: (
        "happy, glad, merry, cheerful, pleased, delighted, content, relieved, jolly, gleeful, radiant, "
        "excited, eager, grateful, hopeful, thrilled, overjoyed, smiling, satisfied, relaxed"
    ),
    Feeling.AMUSED: "amused, laughing, giggling, playful, mischievous, sly, chuckling",
    Feeling.LOVING: "loving, tender, gentle, kind, fond, soft, warm, affectionate",
    Feeling.PROUD: "proud, triumphant, smug, confident, haughty, victorious, stern-faced",
    Feeling.SAD: (
        "sad, unhappy, sorrowful, gloomy, lonely, disappointed, heartbroken, mournful, melancholy, "
        "crestfallen, dejected, downcast, wistful, glum, hopeless, sorry"
    ),
    Feeling.WEEPING: "tearful, weeping, sobbing, crying, tear-stained",
    Feeling.ANGRY: (
        "angry, furious, cross, mad, fierce, annoyed, irritated, enraged, indignant, grim, bitter, sulky, "
        "grumpy, wild, hostile, frowning, scowling, impatient, livid, outraged, jealous, savage, harsh"
    ),
    Feeling.AFRAID: (
        "afraid, frightened, scared, terrified, fearful, horrified, trembling, panicked, alarmed, petrified, "
        "shaking, timid, shivering, desperate, pale, white"
    ),
    Feeling.WORRIED: "worried, anxious, nervous, uneasy, concerned, troubled, uncertain, restless, doubtful",
    Feeling.SURPRISED: (
        "surprised, astonished, amazed, startled, shocked, stunned, speechless, bewildered, wide-eyed, "
        "breathless, dumbfounded, incredulous"
    ),
    Feeling.TIRED: "tired, weary, exhausted, sleepy, drowsy, worn, drained, weak, faint, dizzy, sick, ill",
    Feeling.PAINED: "hurt, wounded, injured, sore, aching, pained, bleeding",
    Feeling.ASHAMED: "ashamed, embarrassed, shy, guilty, bashful, sheepish, blushing, red, scarlet, awkward",
    Feeling.DISGUSTED: "disgusted, revolted, nauseated, appalled, contemptuous, scornful, disdainful",
    Feeling.PUZZLED: "puzzled, confused, perplexed, curious, thoughtful, baffled, suspicious, skeptical",
    Feeling.EYES_SHUT: "asleep",
    Feeling.GRAVE: "sharp, serious, grave, solemn, stern, calm, severe, cold, firm, resolute, stiff",
}
_NOUNS = {
    Feeling.GLAD: "joy, delight, smile, grin, happiness, relief, glee, excitement, pleasure, gratitude",
    Feeling.AMUSED: "laughter, amusement, giggle, mirth, wink",
    Feeling.PROUD: "pride, triumph, satisfaction",
    Feeling.SAD: "sorrow, grief, sadness, despair, disappointment",
    Feeling.WEEPING: "tear, sob",
    Feeling.ANGRY: "anger, rage, fury, frown, scowl, temper, annoyance, glare",
    Feeling.AFRAID: "fear, terror, fright, horror, panic, alarm",
    Feeling.WORRIED: "worry, anxiety, concern",
    Feeling.SURPRISED: "surprise, astonishment, amazement, wonder, disbelief, shock, gasp",
    Feeling.TIRED: "exhaustion, weariness, yawn, sigh, fatigue",
    Feeling.PAINED: "pain, agony, groan",
    Feeling.ASHAMED: "shame, embarrassment, guilt, blush",
    Feeling.DISGUSTED: "disgust, contempt, scorn",
    Feeling.PUZZLED: "confusion, curiosity",
}
_CAUSING = {
    Feeling.GLAD: "please, delight, comfort, cheer, thrill",
    Feeling.AMUSED: "amuse, tickle, entertain",
    Feeling.SAD: "disappoint, sadden",
    Feeling.ANGRY: "annoy, anger, irritate, infuriate, enrage, insult",
    Feeling.AFRAID: "frighten, scare, terrify, horrify, alarm, threaten",
    Feeling.SURPRISED: "surprise, astonish, amaze, startle, shock, stun, bewilder",
    Feeling.TIRED: "exhaust, tire",
    Feeling.PAINED: "hurt, wound, injure, sting, slap, punch, stab",
    Feeling.ASHAMED: "embarrass, shame",
    Feeling.PUZZLED: "puzzle, confuse, baffle",
}
_OF_PARTS = {
    Feeling.EYES_SHUT: "close eye, shut eye",
    Feeling.WORRIED: "bite lip, chew lip, wring hand, bite nail, furrow brow",
    Feeling.ANGRY: "clench fist, clench tooth, clench jaw, grit tooth, roll eye, narrow eye",
    Feeling.AFRAID: "hold breath, bury face, pound heart, race heart, hammer heart",
    Feeling.SURPRISED: "raise eyebrow, lift eyebrow, drop jaw, widen eye, rise eyebrow, fall jaw",
    Feeling.ASHAMED: "lower eye, lower gaze, hang head, cast eye, burn cheek, flush cheek",
    Feeling.SAD: "bow head, lower head, bury head, sink heart, fall face",
    Feeling.PUZZLED: "scratch head, rub chin",
    Feeling.TIRED: "catch breath, rub eye, mop brow, wipe forehead, wipe brow",
    Feeling.GLAD: "clap hand, light face, shine eye, sparkle eye, shine face",
}


def _index(table: dict[Feeling, str]) -> dict[str, Feeling]:
    return {word: feeling for feeling, words in table.items() for word in listed(words)}


FEELING_VERBS, FEELING_ADJECTIVES, FEELING_NOUNS = _index(_VERBS), _index(_ADJECTIVES), _index(_NOUNS)
CAUSING_VERBS = _index(_CAUSING)
"""Verbs by which one makes another feel something."""
FEELINGS_OF_PARTS = _index(_OF_PARTS)
"""The feelings that a verb tells with a part of the body: "bite lip"."""


def find_feeling_of_adverb(adverb: str) -> Feeling | None:
    """Return the feeling of an English adverb in -ly by its adjective: "angrily", "gently", "proudly"."""
    stem = adverb.removesuffix("ly")
    forms = (stem, f"{stem.removesuffix('i')}y", f"{stem}le", f"{stem}ly")
    return next((FEELING_ADJECTIVES[form] for form in forms if form in FEELING_ADJECTIVES), None)

"""What people look like: a description per person that never changes, in the clothes of the story's time."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.story.lexicon.entries import Lexicon
from app.story.people import Person

Era = str  # "tale", "past" or "modern"

_HAIR = ("black", "dark brown", "chestnut", "auburn", "fair", "red")
_HAIR_CUT = {
    "male": ("short", "curly", "tousled", "shoulder-length"),
    "female": ("long", "braided", "curly", "pinned-up"),
    "": ("short", "curly", "shoulder-length"),
}
_COLOURS = ("moss green", "russet", "slate blue", "ochre", "plum", "grey", "deep red", "teal")
_CLOTHES: Mapping[Era, Mapping[str, tuple[str, ...]]] = {
    "tale": {
        "male": ("linen tunic and a leather belt", "wool jerkin and breeches", "hooded cloak over a tunic"),
        "female": ("wool dress and an apron", "long dress and a shawl", "laced gown under a cloak"),
        "child": ("smock and wooden clogs", "patched tunic", "short cloak over a linen shirt"),
        "": ("travelling cloak over plain wool", "linen tunic", "wool jerkin"),
    },
    "past": {
        "male": ("wool coat and waistcoat", "long coat and a neckerchief", "shirt, braces and wool trousers"),
        "female": ("long skirt and a shawl", "plain dress with a high collar", "long coat and a headscarf"),
        "child": ("pinafore over a plain shirt", "knitted jumper", "short coat and a scarf"),
        "": ("wool coat", "long coat and a scarf", "knitted jumper"),
    },
    "modern": {
        "male": ("jacket over a shirt", "plain jumper and jeans", "overcoat"),
        "female": ("jacket and trousers", "knitted cardigan and a skirt", "raincoat"),
        "child": ("hooded jumper", "striped T-shirt and dungarees", "anorak"),
        "": ("jacket", "plain jumper and jeans", "coat"),
    },
}
_UNIFORMS = {
    "king": "a gold crown and an ermine-trimmed robe",
    "queen": "a silver crown and a long brocade gown",
    "prince": "a slim circlet and a velvet doublet",
    "princess": "a small tiara and a silk gown",
    "knight": "plate armour and a surcoat",
    "witch": "a black hooded cloak, leaning on a crooked stick",
    "wizard": "a long star-sewn robe and a pointed hat",
    "dwarf": "a pointed hood, a belted tunic and a long beard",
    "elf": "a leaf-green tunic, with pointed ears",
    "fairy": "a shimmering gown, with gauzy wings",
    "giant": "a patched fur cloak, towering over everybody",
    "fisherman": "a knitted jumper, an oilskin coat and sea boots",
    "sailor": "a striped shirt and a pea coat",
    "captain": "a long navy coat with brass buttons and a peaked cap",
    "keeper": "a heavy wool coat, carrying a lantern",
    "ferryman": "a broad-brimmed hat and a long oilskin coat",
    "hunter": "a green coat, a feathered hat and a horn at the belt",
    "wood-cutter": "a rough wool shirt and a leather belt with an axe",
    "shoemaker": "a leather apron over a rolled-up linen shirt",
    "blacksmith": "a heavy leather apron",
    "clockmaker": "a waistcoat, an apron and small round glasses",
    "miller": "a flour-dusted smock and cap",
    "baker": "a white apron and a cloth cap",
    "soldier": "a buttoned uniform coat",
    "priest": "a plain black robe",
    "monk": "a brown habit with a rope belt",
    "merchant": "a fur-trimmed coat and a full purse",
    "beggar": "a ragged grey cloak",
    "astronaut": "a white space suit",
    "nurse": "a nurse's uniform",
    "doctor": "a dark coat, carrying a doctor's bag",
}
_COATS = {
    "fox": ("russet", "a white-tipped tail"),
    "wolf": ("grey", "yellow eyes"),
    "cat": ("tabby", "green eyes"),
    "dog": ("brown", "one white ear"),
    "horse": ("chestnut", "a dark mane"),
    "bear": ("brown", "small round ears"),
    "donkey": ("grey", "long soft ears"),
    "goat": ("white", "curved horns"),
    "duck": ("white", "an orange bill"),
    "goose": ("white", "a long neck"),
    "swan": ("white", "a long curved neck"),
    "raven": ("black", "glossy feathers"),
    "crow": ("black", "glossy feathers"),
    "seagull": ("white", "grey wings"),
    "owl": ("brown", "great round eyes"),
    "mouse": ("grey", "round ears"),
    "frog": ("green", "golden eyes"),
    "bee": ("golden", "dark stripes"),
    "ant": ("black", "thin bent feelers"),
}
_UNSEEN = frozenset(
    [
        "old",
        "same",
        "other",
        "many",
        "several",
        "naked",
        "dead",
        "good",
        "dear",
        "first",
        "last",
        "next",
        "own",
    ]
)
_COLOUR_WORDS = ("white", "black", "grey", "gray", "brown", "red", "golden", "snow-white", "silver")


@dataclass(frozen=True, slots=True)
class Wearer:
    """What must be known of a person to dress them."""

    name: str
    gender: str = ""
    age: str = "adult"
    kind: str = "person"
    head: str = ""
    is_plural: bool = False
    looks: tuple[str, ...] = ()


def wearer(person: Person) -> Wearer:
    """Sum up a person of the story, with the three adjectives used of them most."""
    heads = sorted(person.heads, key=lambda head: (head not in _UNIFORMS and head not in _COATS, head))
    looks = sorted(person.looks.items(), key=lambda item: (-item[1], item[0]))
    age = "old" if "old" in person.marks else person.age
    known = tuple(word for word, _ in looks if word not in _UNSEEN)[:3]
    head = heads[0] if heads else ""
    return Wearer(person.name, person.gender, age, person.kind, head, person.is_plural, known)


def era_of(words: Sequence[str], lexicon: Lexicon, otherwise: Era = "past") -> Era:
    """Tell when a story plays, by its things: castles and cobblers, or telephones and trains."""
    modern = sum(word in lexicon.modern_words for word in words)
    tale = sum(word in lexicon.tale_words for word in words)
    if modern > tale:
        return "modern"
    return "tale" if tale else otherwise


def prompt_for(who: Wearer, era: Era) -> str:
    """Describe a person for the artist; the same name always gives the same hair, colours and clothes."""
    if who.kind == "animal":
        return f"{who.name}: {_animal(who)}"
    looks = ", ".join(word for word in who.looks if word not in _COLOUR_WORDS)
    kind = " ".join(part for part in (looks, _age_and_gender(who)) if part)
    article = "" if who.is_plural else _article(kind)
    return f"{who.name}: {article}{kind} with {_hair(who)}, wearing {_clothes(who, era)}"


def _pick(who: Wearer, what: str, choices: Sequence[str]) -> str:
    """Choose by the name alone, so that a person looks the same in every scene and every run."""
    digest = hashlib.sha256(f"{what}:{who.name.casefold()}".encode()).digest()
    return choices[int.from_bytes(digest[:4], "big") % len(choices)]


def _article(noun: str) -> str:
    return "an " if noun[:1] in "aeiou" else "a "


def _age_and_gender(who: Wearer) -> str:
    if who.age == "child":
        noun = {"male": "boy", "female": "girl", "": "child"}[who.gender]
        return (
            {"boy": "boys", "girl": "girls", "child": "children"}[noun] if who.is_plural else f"young {noun}"
        )
    noun = {"male": "man", "female": "woman", "": "person"}[who.gender]
    noun = {"man": "men", "woman": "women", "person": "people"}[noun] if who.is_plural else noun
    return f"old {noun}" if who.age == "old" else noun


def _hair(who: Wearer) -> str:
    if who.age == "old":
        return _pick(who, "cut", ("white", "silver", "grey")) + " hair"
    cut = _pick(who, "cut", _HAIR_CUT[who.gender])
    return f"{cut} {_pick(who, 'hair', _HAIR)} hair"


def _clothes(who: Wearer, era: Era) -> str:
    if who.head in _UNIFORMS:
        return _UNIFORMS[who.head]
    rack = _CLOTHES[era]["child" if who.age == "child" else who.gender]
    clothes, colour = _pick(who, "clothes", rack), _pick(who, "colour", _COLOURS)
    return f"{_article(colour)}{colour} {clothes}"


def _animal(who: Wearer) -> str:
    coat, sign = _COATS.get(
        who.head, (_pick(who, "coat", ("brown", "grey", "white", "black")), "bright eyes")
    )
    coat = next((word for word in who.looks if word in _COLOUR_WORDS), coat)
    size = "little " if "little" in who.looks else ""
    noun = (who.head or who.name.lower().removeprefix("the ")).strip()
    return (
        f"several {size}{coat} {noun}s with {sign}" if who.is_plural else f"a {size}{coat} {noun} with {sign}"
    )

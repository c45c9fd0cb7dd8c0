"""The roles of people, such as rank and trade, and how people of each role dress."""

from dataclasses import dataclass
from enum import StrEnum

from app.vocabulary.clothes import Garment, Headwear


class Role(StrEnum):
    """A rank, a trade or a kind of fairy-tale figure that is visible in dress or build."""

    KING = "king"
    EMPEROR = "emperor"
    QUEEN = "queen"
    PRINCE = "prince"
    PRINCESS = "princess"
    WITCH = "witch"
    WIZARD = "wizard"
    FAIRY = "fairy"
    SOLDIER = "soldier"
    KNIGHT = "knight"
    GUARD = "guard"
    FISHERMAN = "fisherman"
    SAILOR = "sailor"
    CAPTAIN = "captain"
    PIRATE = "pirate"
    FERRYMAN = "ferryman"
    LIGHTHOUSE_KEEPER = "lighthouse keeper"
    KEEPER = "keeper"
    FARMER = "farmer"
    SHEPHERD = "shepherd"
    PEASANT = "peasant"
    HUNTER = "hunter"
    WOODCUTTER = "woodcutter"
    SHOEMAKER = "shoemaker"
    CLOCKMAKER = "clockmaker"
    TAILOR = "tailor"
    HATTER = "hatter"
    BAKER = "baker"
    BLACKSMITH = "blacksmith"
    COOK = "cook"
    MILLER = "miller"
    INNKEEPER = "innkeeper"
    MERCHANT = "merchant"
    PRIEST = "priest"
    MONK = "monk"
    NUN = "nun"
    MAID = "maid"
    NURSE = "nurse"
    SERVANT = "servant"
    BEGGAR = "beggar"
    TRAVELLER = "traveller"
    STRANGER = "stranger"
    DWARF = "dwarf"
    ELF = "elf"
    GNOME = "gnome"
    GOBLIN = "goblin"
    GIANT = "giant"
    GHOST = "ghost"
    MERMAID = "mermaid"
    ROBOT = "robot"
    MINSTREL = "minstrel"
    LADY = "lady"
    LORD = "lord"
    DETECTIVE = "detective"
    DOCTOR = "doctor"
    TEACHER = "teacher"
    POLICE_OFFICER = "police officer"
    ASTRONAUT = "astronaut"
    PILOT = "pilot"
    SCIENTIST = "scientist"
    ENGINEER = "engineer"
    JUDGE = "judge"
    WAITER = "waiter"
    COWBOY = "cowboy"
    WORKER = "worker"
    SECRETARY = "secretary"
    BUSINESSMAN = "businessman"
    ATHLETE = "athlete"
    REFEREE = "referee"
    FIREFIGHTER = "firefighter"
    CONDUCTOR = "conductor"
    BRIDE = "bride"
    ALIEN = "alien"
    DRIVER = "driver"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a role dresses and is built.

    `colour` is the cloth's as sRGB, "" where each person has their own. `wording` describes the clothes for
    a prompt; without it people of the role wear the clothes of their era. `stature` and `build` are factors
    of a grown person's height and width, None for ordinary people.
    """

    headwear: Headwear | None
    garment: Garment | None
    colour: str = ""
    wording: str = ""
    is_cloaked: bool = False
    beard: str = ""
    stature: float | None = None
    build: float | None = None


_SMALL, _HUGE, _BROAD = 0.6, 1.7, 1.3

DRESSES = {
    Role.KING: Dress(Headwear.CROWN, Garment.ROBE, "#8a2f3a", "a gold crown and an ermine-trimmed robe"),
    Role.EMPEROR: Dress(Headwear.CROWN, Garment.ROBE, "#8a2f3a", "a gold crown and a purple-lined robe"),
    Role.QUEEN: Dress(Headwear.CROWN, Garment.GOWN, "#6a3f78", "a silver crown and a long brocade gown"),
    Role.PRINCE: Dress(Headwear.CIRCLET, Garment.TUNIC, "#3f5a8a", "a slim circlet and a velvet doublet"),
    Role.PRINCESS: Dress(Headwear.CIRCLET, Garment.GOWN, "#c07a94", "a small tiara and a silk gown"),
    Role.WITCH: Dress(
        Headwear.POINTED_HAT,
        Garment.ROBE,
        "#3c3644",
        "a black robe and a pointed hat, leaning on a crooked stick",
    ),
    Role.WIZARD: Dress(
        Headwear.POINTED_HAT,
        Garment.ROBE,
        "#3f4a80",
        "a long star-sewn robe and a pointed hat",
        beard="long",
    ),
    Role.FAIRY: Dress(Headwear.CIRCLET, Garment.GOWN, "#9ab8c0", "a shimmering gown, with gauzy wings"),
    Role.SOLDIER: Dress(
        Headwear.STEEL_HELMET, Garment.UNIFORM, "#5f6647", "a buttoned uniform coat and a helmet"
    ),
    Role.KNIGHT: Dress(Headwear.HELMET, Garment.ARMOUR, "#9aa0a6", "plate armour and a surcoat"),
    Role.GUARD: Dress(Headwear.HELMET, Garment.TUNIC, "#5a4a6a"),
    Role.FISHERMAN: Dress(
        Headwear.KNITTED_CAP, Garment.COAT, "#3f566a", "a knitted jumper, an oilskin coat and sea boots"
    ),
    Role.SAILOR: Dress(
        Headwear.SAILOR_CAP, Garment.T_SHIRT, "#e6e6e2", "a striped shirt and a round white cap"
    ),
    Role.CAPTAIN: Dress(
        Headwear.PEAKED_CAP,
        Garment.COAT,
        "#33425f",
        "a long navy coat with brass buttons and a peaked cap",
    ),
    Role.PIRATE: Dress(Headwear.TRICORN, Garment.COAT, "#5a3a3a"),
    Role.FERRYMAN: Dress(
        Headwear.BRIMMED_HAT, Garment.COAT, "", "a broad-brimmed hat and a long oilskin coat"
    ),
    Role.LIGHTHOUSE_KEEPER: Dress(
        Headwear.KNITTED_CAP, Garment.COAT, "#3f4f66", "a heavy wool coat, carrying a lantern"
    ),
    Role.KEEPER: Dress(
        Headwear.KNITTED_CAP, Garment.COAT, "#4a5566", "a heavy wool coat, carrying a lantern"
    ),
    Role.FARMER: Dress(Headwear.STRAW_HAT, Garment.TUNIC, "#7a6a42"),
    Role.SHEPHERD: Dress(Headwear.STRAW_HAT, Garment.TUNIC, "#8a7a5a"),
    Role.PEASANT: Dress(Headwear.STRAW_HAT, Garment.TUNIC, "#7d6a4c"),
    Role.HUNTER: Dress(
        Headwear.FEATHERED_HAT,
        Garment.COAT,
        "#4f7350",
        "a green coat, a feathered hat and a horn at the belt",
    ),
    Role.WOODCUTTER: Dress(
        Headwear.FEATHERED_HAT,
        Garment.TUNIC,
        "#6a5038",
        "a rough wool shirt and a leather belt with an axe",
    ),
    Role.SHOEMAKER: Dress(None, Garment.APRON, "#6a5a4a", "a leather apron over a rolled-up linen shirt"),
    Role.CLOCKMAKER: Dress(None, Garment.APRON, "", "a waistcoat, an apron and small round glasses"),
    Role.TAILOR: Dress(None, Garment.APRON, "#5a5a70"),
    Role.HATTER: Dress(Headwear.TOP_HAT, Garment.COAT, "#6a5a3f", "a tall top hat and a worn tailcoat"),
    Role.BAKER: Dress(Headwear.BERET, Garment.APRON, "#e8e2d4", "a white apron and a cloth cap"),
    Role.BLACKSMITH: Dress(None, Garment.APRON, "#5a4a42", "a heavy leather apron"),
    Role.COOK: Dress(Headwear.COOK_HAT, Garment.APRON, "#e4ddcc", "a white apron and a tall white hat"),
    Role.MILLER: Dress(Headwear.BERET, Garment.TUNIC, "#b8ab92", "a flour-dusted smock and cap"),
    Role.INNKEEPER: Dress(None, Garment.APRON, "#7a4f3a"),
    Role.MERCHANT: Dress(Headwear.BERET, Garment.COAT, "#6a4a6a", "a fur-trimmed coat and a full purse"),
    Role.PRIEST: Dress(None, Garment.ROBE, "#3a363c", "a plain black robe"),
    Role.MONK: Dress(Headwear.HOOD, Garment.ROBE, "#6a5238", "a brown habit with a rope belt"),
    Role.NUN: Dress(Headwear.HOOD, Garment.ROBE, "#3a363c", "a black habit and a veil"),
    Role.MAID: Dress(Headwear.KERCHIEF, Garment.DRESS, "#5f6f80"),
    Role.NURSE: Dress(Headwear.NURSE_CAP, Garment.DRESS, "#dfe6ea", "a nurse's uniform and a white cap"),
    Role.SERVANT: Dress(None, Garment.TUNIC, "#6f6a5a"),
    Role.BEGGAR: Dress(Headwear.HOOD, Garment.ROBE, "#82807c", "a ragged grey cloak", is_cloaked=True),
    Role.TRAVELLER: Dress(Headwear.HOOD, Garment.COAT, "#5a5a48"),
    Role.STRANGER: Dress(Headwear.HOOD, Garment.COAT, "#44434c"),
    Role.DWARF: Dress(
        Headwear.POINTED_CAP,
        Garment.TUNIC,
        "#8a4038",
        "a pointed hood, a belted tunic and a long beard",
        beard="long",
        stature=_SMALL,
    ),
    Role.ELF: Dress(
        Headwear.POINTED_CAP,
        Garment.TUNIC,
        "#4f7350",
        "a leaf-green tunic, with pointed ears",
        stature=_SMALL,
    ),
    Role.GNOME: Dress(Headwear.POINTED_CAP, Garment.TUNIC, "#a04038", stature=_SMALL),
    Role.GOBLIN: Dress(Headwear.POINTED_CAP, Garment.TUNIC, "#4a5238", stature=_SMALL),
    Role.GIANT: Dress(
        None,
        None,
        "",
        "a patched fur cloak, towering over everybody",
        is_cloaked=True,
        stature=_HUGE,
        build=_BROAD,
    ),
    Role.GHOST: Dress(Headwear.HOOD, Garment.ROBE, "#e8e2d4", "a long white shroud"),
    Role.MERMAID: Dress(Headwear.CIRCLET, Garment.GOWN, "#3f7478", "pearls, with a shimmering fish tail"),
    Role.ROBOT: Dress(Headwear.HELMET, Garment.ARMOUR, "#9aa0a6", "riveted metal plates"),
    Role.MINSTREL: Dress(Headwear.FEATHERED_HAT, Garment.TUNIC, "#8a4a5a"),
    Role.LADY: Dress(Headwear.CIRCLET, Garment.GOWN),
    Role.LORD: Dress(Headwear.BERET, Garment.ROBE),
    Role.DETECTIVE: Dress(Headwear.BRIMMED_HAT, Garment.JACKET, "#5a4f44"),
    Role.DOCTOR: Dress(None, Garment.WHITE_COAT, "#e8ebec", "a white coat and a stethoscope"),
    Role.TEACHER: Dress(None, Garment.JACKET, "#5f6a58"),
    Role.POLICE_OFFICER: Dress(
        Headwear.PEAKED_CAP, Garment.UNIFORM, "#2f3f5f", "a dark blue police uniform and a peaked cap"
    ),
    Role.ASTRONAUT: Dress(Headwear.SPACE_HELMET, Garment.SPACE_SUIT, "#e2e5e8", "a white space suit"),
    Role.PILOT: Dress(Headwear.PEAKED_CAP, Garment.UNIFORM, "#3a4456", "a grey uniform and a peaked cap"),
    Role.SCIENTIST: Dress(None, Garment.WHITE_COAT, "#e8ebec"),
    Role.ENGINEER: Dress(Headwear.HARD_HAT, Garment.SHIRT, "#5a6470"),
    Role.JUDGE: Dress(Headwear.WIG, Garment.ROBE, "#34303a", "a black robe and a white wig"),
    Role.WAITER: Dress(None, Garment.SUIT, "#2e2c32", "a black jacket and a white shirt"),
    Role.COWBOY: Dress(Headwear.COWBOY_HAT, Garment.SHIRT, "", "a checked shirt and a broad hat"),
    Role.WORKER: Dress(None, Garment.OVERALLS, "#4f6a8a", "blue overalls"),
    Role.SECRETARY: Dress(None, Garment.SUIT),
    Role.BUSINESSMAN: Dress(None, Garment.SUIT, "#3c4252", "a dark suit and a tie"),
    Role.ATHLETE: Dress(None, Garment.SPORTSWEAR, "", "a football shirt, shorts and long socks"),
    Role.REFEREE: Dress(None, Garment.SPORTSWEAR, "#2c2a30", "a black shirt and shorts, with a whistle"),
    Role.FIREFIGHTER: Dress(
        Headwear.STEEL_HELMET, Garment.OVERALLS, "#b8862c", "a yellow fire coat and a helmet"
    ),
    Role.CONDUCTOR: Dress(Headwear.PEAKED_CAP, Garment.UNIFORM, "#2f4a45", "a railway uniform and a cap"),
    Role.BRIDE: Dress(Headwear.KERCHIEF, Garment.GOWN, "#f2eee6", "a long white wedding dress and a veil"),
    Role.ALIEN: Dress(None, Garment.SPACE_SUIT, "#8a9096", "green skin, a bald head and huge eyes"),
    Role.DRIVER: Dress(Headwear.PEAKED_CAP, Garment.JACKET, "#4b5560"),
}

# Women of these roles wear the same cut as men; women of other trades wear a dress.
TROUSERED_ROLES = frozenset(
    [
        Role.SOLDIER,
        Role.KNIGHT,
        Role.HUNTER,
        Role.PIRATE,
        Role.CAPTAIN,
        Role.DWARF,
        Role.ELF,
        Role.COWBOY,
        Role.ENGINEER,
        Role.DETECTIVE,
        Role.ATHLETE,
        Role.REFEREE,
        Role.FIREFIGHTER,
        Role.CONDUCTOR,
        Role.ALIEN,
        Role.DRIVER,
    ]
)

"""English words for clothes: materials, garments, headwear and what is said of their colours."""

from app.vocabulary.clothes import Garment, Headwear
from app.vocabulary.words import listed

# Materials that are told for a colour, by that colour.
MATERIAL_COLOURS = {
    "leather": "brown",
    "fur": "tan",
    "denim": "slate blue",
    "tweed": "brown",
    "hi-vis": "orange",
    "straw": "ochre",
    "woollen": "grey",
    "steel": "silver",
}

_GARMENT_WORDS = {
    "gown": Garment.GOWN,
    "dress": Garment.DRESS,
    "skirt": Garment.SKIRT,
    "pinafore": Garment.DRESS,
    "robe": Garment.ROBE,
    "habit": Garment.ROBE,
    "armour": Garment.ARMOUR,
    "armor": Garment.ARMOUR,
    "apron": Garment.APRON,
    "coat": Garment.COAT,
    "overcoat": Garment.COAT,
    "raincoat": Garment.COAT,
    "jacket": Garment.JACKET,
    "jumper": Garment.HOODIE,
    "sweater": Garment.HOODIE,
    "hoodie": Garment.HOODIE,
    "cardigan": Garment.JACKET,
    "anorak": Garment.JACKET,
    "space suit": Garment.SPACE_SUIT,
    "spacesuit": Garment.SPACE_SUIT,
    "t shirt": Garment.T_SHIRT,
    "dungarees": Garment.OVERALLS,
    "overalls": Garment.OVERALLS,
    "uniform": Garment.UNIFORM,
    "suit": Garment.SUIT,
    "shirt": Garment.SHIRT,
    "jeans": Garment.SHIRT,
    **dict.fromkeys(listed("tracksuit, jersey, pullover, fleece, football shirt"), Garment.HOODIE),
    **dict.fromkeys(listed("life jacket, blazer, parka, windbreaker, waistcoat, vest"), Garment.JACKET),
    **dict.fromkeys(listed("trench coat, greatcoat, oilskin, mackintosh, frock coat, poncho"), Garment.COAT),
    **dict.fromkeys(listed("blouse, pyjamas, pajamas, nightshirt, shorts"), Garment.SHIRT),
    **dict.fromkeys(listed("scrubs, swimsuit, undershirt"), Garment.T_SHIRT),
    **dict.fromkeys(listed("dressing gown, bathrobe, cassock, kimono, toga, kaftan"), Garment.ROBE),
    **dict.fromkeys(listed("nightgown, nightdress, sari, wedding dress, ball gown"), Garment.GOWN),
    **dict.fromkeys(listed("boiler suit, wetsuit, jumpsuit, diving suit"), Garment.OVERALLS),
    "tuxedo": Garment.SUIT,
    "kilt": Garment.SKIRT,
    "tunic": Garment.TUNIC,
    "jerkin": Garment.TUNIC,
    "smock": Garment.TUNIC,
}
# English words for garments: the longest that a description holds decides, then this order.
GARMENT_WORDS = dict(sorted(_GARMENT_WORDS.items(), key=lambda item: -item[0].count(" ")))
CLOAK_WORDS = ("cloak", "cape", "mantle")
MODERN_CLOTHES_WORDS = listed(
    "modern, jacket, jeans, hoodie, suit, t shirt, trainers, sneakers, businessman, scientist, engineer"
)
# A colour that stands shortly before one of these is the colour of the clothes.
COLOURED_CLOTHES_WORDS = listed(
    "cloak, dress, coat, gown, tunic, robe, hood, shirt, cape, clothes, jacket, jerkin, doublet, apron, "
    "scarf, sweater, smock, jumper, skirt, shawl, pinafore, waistcoat, overcoat, cardigan, raincoat, anorak"
)
# English words for headwear. The first that a description holds decides, in this order.
HEADWEAR_WORDS = {
    "pointed hood": Headwear.POINTED_CAP,
    "peaked cap": Headwear.PEAKED_CAP,
    "tiara": Headwear.CIRCLET,
    "circlet": Headwear.CIRCLET,
    "crown": Headwear.CROWN,
    "hood": Headwear.HOOD,
    "hooded": Headwear.HOOD,
    "straw hat": Headwear.STRAW_HAT,
    "helmet": Headwear.HELMET,
    "kerchief": Headwear.KERCHIEF,
    "headscarf": Headwear.KERCHIEF,
    "turban": Headwear.KERCHIEF,
    "bonnet": Headwear.KERCHIEF,
    "pointed hat": Headwear.POINTED_HAT,
    "top hat": Headwear.TOP_HAT,
    "cowboy hat": Headwear.COWBOY_HAT,
    "hard hat": Headwear.HARD_HAT,
    "wig": Headwear.WIG,
    "woollen cap": Headwear.KNITTED_CAP,
    "feathered hat": Headwear.FEATHERED_HAT,
    "sailor cap": Headwear.SAILOR_CAP,
    "sailor hat": Headwear.SAILOR_CAP,
    "baseball cap": Headwear.PEAKED_CAP,
    "nurse's cap": Headwear.NURSE_CAP,
    "bobble hat": Headwear.KNITTED_CAP,
    "woolly hat": Headwear.KNITTED_CAP,
    "wool cap": Headwear.KNITTED_CAP,
    "fur hat": Headwear.KNITTED_CAP,
    "beanie": Headwear.KNITTED_CAP,
    "beret": Headwear.BERET,
    "fedora": Headwear.BRIMMED_HAT,
    "bowler": Headwear.TOP_HAT,
    "sou wester": Headwear.BRIMMED_HAT,
    "chef hat": Headwear.COOK_HAT,
    "veil": Headwear.KERCHIEF,
    "hijab": Headwear.KERCHIEF,
    "tricorn": Headwear.TRICORN,
    "cap": Headwear.BERET,
    "hat": Headwear.BRIMMED_HAT,
}

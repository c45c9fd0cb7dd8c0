"""Which class the senses of WordNet's nouns are of: by the nearest wider sense, else by their file."""

from app.vocabulary.wordnet.build.database import Database
from app.vocabulary.wordnet.noun_class import NounClass as N

# The share of a noun's use that must be for something visible.
_LEAST_VISIBLE = 0.42

# Nouns of creatures are nouns of dishes too, and nouns of fruit are nouns of trees: a class gives way to the
# other where at least such a share of the noun's use is for that.
_EATEN: dict[N, tuple[N, float]] = {N.FOOD: (N.ANIMAL, 0.3), N.PLANT: (N.FOOD, 0.25)}


def _group(groups: dict[N, str]) -> dict[str, N]:
    return {word: noun_class for noun_class, words in groups.items() for word in words.split()}


# By the file of the wider sense and its first word.
_BY_WIDER_SENSE = {
    "noun.Tops": _group({N.PERSON: "person", N.ANIMAL: "animal", N.PLANT: "plant"}),
    "noun.artifact": _group(
        {
            N.ROBOT: "automaton",
            N.GARMENT: "clothing footwear headdress",
            N.FURNITURE: "furniture",
            N.VEHICLE: "vehicle public_transport",
            N.TOOL: "implement weapon weaponry cutlery",
            N.PLACE: "building building_complex area housing establishment tower bridge way enclosure "
            "excavation defensive_structure shelter facility tract plot field geographical_area stadium "
            "balcony porch pier house workplace landing passage stairway mound arena veranda railway "
            "railroad_track ranch",
            N.OBJECT: "obstruction partition supporting_structure access fireplace cage recess conduit "
            "tube drawer ladder hole trough chimney",
            N.FOOD: "drug_of_abuse",
        }
    ),
    "noun.location": _group(
        {
            N.PLACE: "geographical_area urban_area district tract country field land geographic_point "
            "topographic_point port workplace park plot settlement residence municipality",
            N.NOTHING: "area",
        }
    ),
    "noun.object": _group(
        {
            N.PLACE: "geological_formation body_of_water land elevation shore waterfall ice_mass",
            N.NOTHING: "opening crack atmosphere universe",
        }
    ),
    "noun.group": _group({N.PLACE: "vegetation"}),
    "noun.person": _group({N.ANIMAL: "mythical_monster", N.PERSON: "person"}),
    "noun.body": _group(
        {N.BODY_PART: "body_part process appendage", N.NOTHING: "liquid_body_substance cell body_substance"}
    ),
    "noun.plant": _group({N.OBJECT: "wood plant_material plant_product", N.FOOD: "edible_fruit"}),
    "noun.substance": _group({N.NOTHING: "gas chemical_element compound atmosphere"}),
    "noun.communication": _group(
        {N.OBJECT: "publication document letter card signboard newspaper poster map legal_document"}
    ),
    "noun.possession": _group({N.OBJECT: "currency coin coinage treasure money jewel precious_metal"}),
}
_BY_FILE = {
    "noun.person": N.PERSON,
    "noun.artifact": N.OBJECT,
    "noun.body": N.BODY_PART,
    "noun.food": N.FOOD,
    "noun.object": N.OBJECT,
    "noun.plant": N.PLANT,
    "noun.substance": N.OBJECT,
}
_TAXA = "taxonomic_group"


def classify_sense(database: Database, offset: str) -> N:
    """Return the class of a sense."""
    wider = [database.synsets[above] for above, _ in database.walk_up(offset)]
    if any(_TAXA in synset.words for synset in wider):
        return N.NOTHING
    for synset in wider:
        found = _BY_WIDER_SENSE.get(synset.file, {}).get(synset.words[0])
        if found:
            return found
    return _BY_FILE.get(wider[0].file, N.NOTHING)


def share_uses(database: Database, lemma: str) -> dict[N, float]:
    """Return the share of each class among the uses of a noun; proper names do not count."""
    shares: dict[N, float] = {}
    for offset, weight in database.weigh_senses(lemma).items():
        if not database.synsets[offset].is_instance:
            noun_class = classify_sense(database, offset)
            shares[noun_class] = shares.get(noun_class, 0.0) + weight
    return shares


def choose_class(shares: dict[N, float]) -> N:
    """Return the class that a noun is used for most among the visible ones, where enough of its use is."""
    visible = {noun_class: share for noun_class, share in shares.items() if noun_class is not N.NOTHING}
    if sum(visible.values()) < _LEAST_VISIBLE * sum(shares.values()):
        return N.NOTHING
    best = max(visible, key=lambda noun_class: visible[noun_class])
    other, least_share = _EATEN.get(best, (best, 0.0))
    return other if shares.get(other, 0.0) >= least_share else best

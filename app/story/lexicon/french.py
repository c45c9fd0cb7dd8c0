"""French cue words; settings are named in English, the language of the boards."""

from app.story.lexicon.entries import Lexicon, Phrases, cue_places, name_characters, spread, words
from app.vocabulary.light import Weather
from app.vocabulary.people import Age
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species

_PLACES = {
    Setting.FOREST: "forêt, bois, les bois",
    Setting.MOUNTAIN: "montagne, montagnes, sommet",
    Setting.BEACH: "plage, rivage, côte",
    Setting.HARBOUR: "port, quai",
    Setting.SEA: "mer, océan",
    Setting.RIVER: "rivière, fleuve, ruisseau",
    Setting.LAKE: "lac, étang",
    Setting.VILLAGE: "village",
    Setting.MARKET: "marché",
    Setting.CITY_STREET: "ville, rue, ruelle",
    Setting.GARDEN: "jardin",
    Setting.FIELD: "champ, champs, prairie, pré",
    Setting.ROAD: "route, chemin, sentier",
    Setting.CASTLE: "château, palais",
    Setting.COTTAGE: "chaumière, cabane, hutte, petite maison, maisonnette",
    Setting.HOUSE: "maison",
    Setting.CHURCH: "église, chapelle",
    Setting.INN: "auberge",
    Setting.MILL: "moulin",
    Setting.TOWER: "tour",
    Setting.KITCHEN: "cuisine",
    Setting.BEDROOM: "chambre, lit",
    Setting.ROOM: "pièce, salon",
    Setting.GREAT_HALL: "salle",
    Setting.CAVE: "grotte, caverne",
    Setting.CELLAR: "cave",
    Setting.WORKSHOP: "atelier, l'atelier, l’atelier",
    Setting.WELL: "puits",
    Setting.SCHOOL: "école, l'école, l’école",
}
_TIMES = {
    "dawn": "aube, aurore, lever du soleil",
    "morning": "matin, matinée",
    "day": "midi, après-midi, un jour, le lendemain, troisième jour, ce jour",
    "sunset": "coucher du soleil",
    "dusk": "soir, soirée, crépuscule",
    "night": "nuit, minuit, lune, étoiles",
    "": "bonne nuit",
}
_MOODS = {
    "fearful": "peur, effrayé, effrayée, terreur, trembla, cria, monstre, sorcière",
    "sad": "triste, pleura, pleurait, larmes, chagrin, seul, seule, faim, mort, morte, soupira",
    "tense": "colère, furieux, courut, danger, combat, saisit, fuit",
    "mysterious": "secret, étrange, murmura, ombre, magie, enchanté, brume",
    "joyful": "joie, joyeux, rit, rire, heureux, heureuse, dansa, chanta, fête, sourit",
    "warm": "chaud, chaleur, feu, pain, doux, douce, aimait, ami, amie",
}
_PEOPLE: dict[tuple[str, Age], str] = {
    ("male", "adult"): (
        "le roi, le prince, le père, le mari, le pêcheur, le chasseur, le meunier, le tailleur, le "
        "bûcheron, le soldat, le marchand, le frère, le sorcier, le nain, le géant, le gardien, le "
        "capitaine, l’homme, le cordonnier, le fermier, le boulanger, le lutin, le cavalier, le maître"
    ),
    ("female", "adult"): (
        "la reine, la princesse, la femme, la mère, la belle-mère, la marâtre, la dame, la "
        "sorcière, la sœur, la fée, la bergère"
    ),
    ("male", "child"): "le garçon, le fils",
    ("female", "child"): "la fille, la fillette",
    ("", "child"): "l’enfant",
    ("male", "old"): "le grand-père, le vieillard, le vieux",
    ("female", "old"): "la grand-mère, la vieille",
}
_ANIMALS = {
    Species.DOG: "le chien",
    Species.CAT: "le chat, la chatte",
    Species.FOX: "le renard",
    Species.WOLF: "le loup",
    Species.BEAR: "l’ours",
    Species.HORSE: "le cheval",
    Species.BIRD: "l’oiseau",
    Species.DUCK: "le canard",
    Species.RAVEN: "le corbeau",
    Species.MOUSE: "la souris",
    Species.FROG: "la grenouille",
    Species.FISH: "le poisson",
    Species.DONKEY: "l’âne",
    Species.COCKEREL: "le coq",
    Species.SEAGULL: "la mouette",
    Species.GOAT: "la chèvre",
}
_ROLES = {
    "roi": Role.KING,
    "prince": Role.PRINCE,
    "pêcheur": Role.FISHERMAN,
    "chasseur": Role.HUNTER,
    "meunier": Role.MILLER,
    "tailleur": Role.TAILOR,
    "bûcheron": Role.WOODCUTTER,
    "soldat": Role.SOLDIER,
    "marchand": Role.MERCHANT,
    "sorcier": Role.WIZARD,
    "nain": Role.DWARF,
    "géant": Role.GIANT,
    "gardien": Role.KEEPER,
    "capitaine": Role.CAPTAIN,
    "reine": Role.QUEEN,
    "princesse": Role.PRINCESS,
    "sorcière": Role.WITCH,
    "fée": Role.FAIRY,
    "bergère": Role.SHEPHERD,
    "cordonnier": Role.SHOEMAKER,
    "fermier": Role.FARMER,
    "lutin": Role.ELF,
}
_GROUPS = {
    "les enfants": "enfant",
    "les chiens": "chien",
    "les chats": "chat",
    "les loups": "loup",
    "les oiseaux": "oiseau",
    "les canards": "canard",
    "les corbeaux": "corbeau",
    "les chevaux": "cheval",
    "les poissons": "poisson",
    "les chèvres": "chèvre",
    "les nains": "nain",
    "les lutins": "lutin",
    "les frères": "frère",
    "les sœurs": "sœur",
    "les filles": "fille",
    "les soldats": "soldat",
    "les garçons": "garçon",
}


FRENCH = Lexicon(
    places=cue_places(_PLACES),
    locatives=words("dans à au aux en sur sous vers par devant derrière près chez"),
    leavings=words("de du hors"),
    inside_words=words("dedans lit table foyer chambre chaise salle cuisine cheminée"),
    outside_words=words("dehors toit porte ciel"),
    times=Phrases(spread(_TIMES)),
    weathers=Phrases(
        spread(
            {
                Weather.RAIN: "pluie",
                Weather.SNOW: "neige",
                Weather.STORM: "tempête, orage",
                Weather.FOG: "brouillard, brume",
            }
        )
    ),
    moods=spread(_MOODS),
    openings=Phrases(
        spread(
            {
                1.6: (
                    "un jour, le lendemain, il était une fois, cette nuit, un soir, un matin, le soir, plus "
                    "tard"
                )
            }
        )
    ),
    character_nouns=name_characters(_PEOPLE, _ANIMALS, _ROLES, _GROUPS),
    generic_heads=words("homme femme garçon fille vieux vieille enfant dame"),
    family={
        "mari": "he-parent",
        "père": "he-parent",
        "femme": "she-parent",
        "mère": "she-parent",
        "marâtre": "she-parent",
        "belle-mère": "she-parent",
    },
    article_genders={"le": "male", "un": "male", "du": "male", "au": "male", "la": "female", "une": "female"},
    possessives={"son": "male", "sa": "male", "ses": "male"},
    honorifics=words("monsieur madame maître"),
    definite=words(
        "le la les l son sa ses leur leurs mon ma mes ce cet cette ces du des au aux notre nos votre"
    ),
    indefinite=words("un une d'un d'une d’un d’une deux trois quatre cinq sept plusieurs"),
    modifiers=words("vieux vieille jeune petit petite pauvre bon bonne méchant méchante grand grande"),
    similes=frozenset({"comme"}),
    naming_words=words("appelé appelée nommé nommée appelait s'appelait s’appelait s'appelle s’appelle"),
    conjunctions=words("et"),
    copulas=words("est était devint"),
    subordinators=words("quand lorsque comme pendant après avant"),
    group_pronouns=words("ils elles il elle"),
    tags_within_quotes=True,
    pronouns={"il": "male", "elle": "female"},
    speech_verbs=words(
        "dit demanda répondit cria murmura s’écria s'écria chuchota répliqua ajouta pensa soupira reprit "
        "pensait parla fit appela supplia gronda gémit expliqua continua déclara s'exclama "
        "s’exclama lança protesta"
    ),
    not_names=words(
        "dieu noël demain hier aujourd'hui alors puis quand comme dans mais ah je il elle "
        "le la les un une et mais"
    ),
    stop_words=words(
        "le la les un une des du de et ou mais dans en au aux à il elle ils elles je tu nous vous ne "
        "pas que qui se son sa ses est était sont avec pour par sur ce cette plus"
    ),
    tale_words=words("roi reine prince princesse château sorcière nain chevalier meunier"),
    modern_words=words("voiture téléphone ordinateur bureau télévision gare"),
)

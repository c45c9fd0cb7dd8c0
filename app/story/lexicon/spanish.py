"""Spanish cue words; settings are named in English, the language of the boards."""

from app.story.lexicon.entries import Lexicon, Phrases, cue_places, name_characters, spread, words
from app.vocabulary.light import Weather
from app.vocabulary.people import Age
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species

_PLACES = {
    Setting.FOREST: "bosque, selva",
    Setting.MOUNTAIN: "montaña, montañas, cumbre, monte",
    Setting.BEACH: "playa, orilla, costa",
    Setting.HARBOUR: "puerto, muelle",
    Setting.SEA: "mar, océano",
    Setting.RIVER: "río, arroyo",
    Setting.LAKE: "lago, laguna",
    Setting.VILLAGE: "pueblo, aldea",
    Setting.MARKET: "mercado",
    Setting.CITY_STREET: "ciudad, calle, plaza",
    Setting.GARDEN: "jardín, huerto",
    Setting.FIELD: "campo, prado",
    Setting.ROAD: "camino, sendero, carretera",
    Setting.CASTLE: "castillo, palacio",
    Setting.COTTAGE: "cabaña, choza, casita",
    Setting.HOUSE: "casa",
    Setting.CHURCH: "iglesia, capilla",
    Setting.INN: "posada, taberna",
    Setting.MILL: "molino",
    Setting.TOWER: "torre",
    Setting.KITCHEN: "cocina",
    Setting.BEDROOM: "dormitorio, cama, alcoba",
    Setting.ROOM: "habitación, cuarto, sala",
    Setting.GREAT_HALL: "salón",
    Setting.CAVE: "cueva, caverna",
    Setting.CELLAR: "sótano",
    Setting.WORKSHOP: "taller",
    Setting.WELL: "pozo",
    Setting.SCHOOL: "escuela",
}
_TIMES = {
    "dawn": "amanecer, alba, madrugada",
    "morning": "por la mañana, la mañana siguiente, mañana siguiente, aquella mañana",
    "day": "mediodía, tarde, un día, al día siguiente, tercer día",
    "sunset": "puesta de sol, atardecer, ocaso",
    "dusk": "anochecer, crepúsculo",
    "night": "noche, medianoche, luna, estrellas",
    "": "buenas noches, buenas tardes, más tarde",
}
_MOODS = {
    "fearful": "miedo, terror, tembló, gritó, espanto, monstruo, bruja, asustado, asustada",
    "sad": "triste, lloró, lloraba, lágrimas, pena, solo, sola, hambre, murió, muerto, suspiró",
    "tense": "furioso, enojado, corrió, peligro, pelea, huyó, agarró",
    "mysterious": "secreto, extraño, susurró, sombra, magia, encantado, niebla",
    "joyful": "alegría, alegre, rió, risa, feliz, bailó, cantó, fiesta, sonrió, boda",
    "warm": "calor, fuego, pan, dulce, amable, amaba, amigo, amiga, hogar",
}
_PEOPLE: dict[tuple[str, Age], str] = {
    ("male", "adult"): (
        "el rey, el príncipe, el hombre, el padre, el marido, el pescador, el cazador, el molinero, el "
        "sastre, el zapatero, el leñador, el soldado, el mercader, el hermano, el mago, el enano, el "
        "gigante, el capitán, el granjero, el panadero, el duende, el caballero, el maestro, el señor"
    ),
    ("female", "adult"): (
        "la reina, la princesa, la mujer, la madre, la madrastra, la bruja, la hermana, la "
        "dama, la maestra, el hada, la pastora"
    ),
    ("male", "child"): "el niño, el muchacho, el hijo",
    ("female", "child"): "la niña, la muchacha, la hija",
    ("male", "old"): "el abuelo, el anciano, el viejo",
    ("female", "old"): "la abuela, la anciana, la vieja",
}
_ANIMALS = {
    Species.DOG: "el perro",
    Species.CAT: "el gato, la gata",
    Species.FOX: "el zorro, la zorra",
    Species.WOLF: "el lobo",
    Species.BEAR: "el oso",
    Species.HORSE: "el caballo",
    Species.BIRD: "el pájaro",
    Species.DUCK: "el pato",
    Species.RAVEN: "el cuervo",
    Species.MOUSE: "el ratón",
    Species.FROG: "la rana",
    Species.FISH: "el pez",
    Species.DONKEY: "el burro",
    Species.COCKEREL: "el gallo",
    Species.SEAGULL: "la gaviota",
    Species.GOAT: "la cabra",
}
_ROLES = {
    "rey": Role.KING,
    "príncipe": Role.PRINCE,
    "pescador": Role.FISHERMAN,
    "cazador": Role.HUNTER,
    "molinero": Role.MILLER,
    "sastre": Role.TAILOR,
    "zapatero": Role.SHOEMAKER,
    "leñador": Role.WOODCUTTER,
    "soldado": Role.SOLDIER,
    "mercader": Role.MERCHANT,
    "mago": Role.WIZARD,
    "enano": Role.DWARF,
    "gigante": Role.GIANT,
    "capitán": Role.CAPTAIN,
    "reina": Role.QUEEN,
    "princesa": Role.PRINCESS,
    "bruja": Role.WITCH,
    "hada": Role.FAIRY,
    "pastora": Role.SHEPHERD,
    "granjero": Role.FARMER,
    "caballero": Role.KNIGHT,
    "duende": Role.GNOME,
}
_GROUPS = {
    "los niños": "niño",
    "las niñas": "niña",
    "los hijos": "hijo",
    "las hijas": "hija",
    "los perros": "perro",
    "los gatos": "gato",
    "los lobos": "lobo",
    "los pájaros": "pájaro",
    "los ratones": "ratón",
    "los patos": "pato",
    "los cuervos": "cuervo",
    "los caballos": "caballo",
    "los peces": "pez",
    "las cabras": "cabra",
    "los enanos": "enano",
    "los duendes": "duende",
    "los hermanos": "hermano",
    "las hermanas": "hermana",
    "los soldados": "soldado",
}


SPANISH = Lexicon(
    places=cue_places(_PLACES),
    locatives=words("en al a por hacia hasta sobre bajo ante tras junto"),
    leavings=words("de del desde"),
    inside_words=words("dentro cama mesa hogar silla sala cocina chimenea"),
    outside_words=words("fuera techo puerta cielo"),
    times=Phrases(spread(_TIMES)),
    weathers=Phrases(
        spread(
            {Weather.RAIN: "lluvia", Weather.SNOW: "nieve", Weather.STORM: "tormenta", Weather.FOG: "niebla"}
        )
    ),
    moods=spread(_MOODS),
    openings=Phrases(
        spread(
            {
                1.6: (
                    "un día, al día siguiente, había una vez, érase una vez, aquella noche, una noche, más "
                    "tarde"
                )
            }
        )
    ),
    character_nouns=name_characters(_PEOPLE, _ANIMALS, _ROLES, _GROUPS),
    generic_heads=words("hombre mujer niño niña muchacho muchacha viejo vieja anciano anciana dama señor"),
    family={
        "marido": "he-parent",
        "padre": "he-parent",
        "mujer": "she-parent",
        "madre": "she-parent",
        "madrastra": "she-parent",
    },
    article_genders={
        "el": "male",
        "un": "male",
        "al": "male",
        "del": "male",
        "la": "female",
        "una": "female",
    },
    possessives={"su": "male", "sus": "male"},
    honorifics=words("señor señora don doña"),
    definite=words("el la los las su sus mi este esta ese esa aquel aquella mis nuestro nuestra al del"),
    indefinite=words("un una unos unas dos tres cuatro cinco siete varios varias"),
    modifiers=words("viejo vieja joven pequeño pequeña pobre buen buena malvado malvada gran grande"),
    similes=frozenset({"como"}),
    naming_words=words("llamado llamada llamaba llama"),
    conjunctions=words("y e"),
    copulas=words("es era fue"),
    subordinators=words("cuando mientras como después antes"),
    group_pronouns=words("ellos ellas él ella"),
    drops_subjects=True,
    pronouns={"él": "male", "ella": "female"},
    speech_verbs=words(
        "dijo preguntó respondió gritó susurró exclamó murmuró contestó añadió pensó suspiró replicó "
        "habló pidió rogó explicó continuó ordenó gruñó gimió prosiguió pensaba repuso"
    ),
    not_names=words(
        "dios navidad mañana hoy ayer cuando como entonces luego pero ah ay yo él ella el "
        "la los un una y pero"
    ),
    stop_words=words(
        "el la los las un una de del y o pero en al a él ella ellos yo tú nosotros no que se su sus es "
        "era son con para por este esta más como"
    ),
    tale_words=words("rey reina príncipe princesa castillo bruja enano caballero molinero"),
    modern_words=words("coche teléfono ordenador computadora oficina televisión estación"),
)

"""Spanish cue words; settings are named in English, the language of the boards."""

from app.story.lexicon.entries import CharacterNoun, Lexicon, Phrases, PlaceCue, spread, words

_PLACES = {
    PlaceCue("forest", False): "bosque, selva",
    PlaceCue("mountain", False): "montaña, montañas, cumbre, monte",
    PlaceCue("beach", False): "playa, orilla, costa",
    PlaceCue("harbour", False): "puerto, muelle",
    PlaceCue("sea", False): "mar, océano",
    PlaceCue("river", False): "río, arroyo",
    PlaceCue("lake", False): "lago, laguna",
    PlaceCue("village", False): "pueblo, aldea",
    PlaceCue("market", False): "mercado",
    PlaceCue("city street", False): "ciudad, calle, plaza",
    PlaceCue("garden", False): "jardín, huerto",
    PlaceCue("field", False): "campo, prado",
    PlaceCue("road", False): "camino, sendero, carretera",
    PlaceCue("castle", None): "castillo, palacio",
    PlaceCue("cottage", None): "cabaña, choza",
    PlaceCue("house", None): "casa",
    PlaceCue("church", None): "iglesia, capilla",
    PlaceCue("inn", None): "posada, taberna",
    PlaceCue("mill", None): "molino",
    PlaceCue("tower", None): "torre",
    PlaceCue("kitchen", True): "cocina",
    PlaceCue("bedroom", True): "dormitorio, cama, alcoba",
    PlaceCue("room", True): "habitación, cuarto, sala",
    PlaceCue("great hall", True): "salón",
    PlaceCue("cave", True): "cueva, caverna",
    PlaceCue("cellar", True): "sótano",
}
_TIMES = {
    "dawn": "amanecer, alba, madrugada",
    "morning": "por la mañana, la mañana siguiente, aquella mañana",
    "day": "mediodía, tarde, un día, al día siguiente",
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
_ROLES = {
    ("male", "adult", "person"): (
        "el rey, el príncipe, el hombre, el padre, el marido, el pescador, el cazador, el molinero, el "
        "sastre, el zapatero, el leñador, el soldado, el mercader, el hermano, el mago, el enano, el "
        "gigante, el capitán"
    ),
    ("female", "adult", "person"): (
        "la reina, la princesa, la mujer, la madre, la madrastra, la bruja, la hermana, el hada, la pastora"
    ),
    ("male", "child", "person"): "el niño, el muchacho, el hijo",
    ("female", "child", "person"): "la niña, la muchacha, la hija",
    ("male", "old", "person"): "el abuelo, el anciano, el viejo",
    ("female", "old", "person"): "la abuela, la anciana, la vieja",
    ("", "adult", "animal"): (
        "el perro, el gato, el zorro, el lobo, el oso, el caballo, el pájaro, el pato, el cuervo, el "
        "ratón, la rana, el pez, el burro, el gallo, la gaviota, la cabra"
    ),
}


def _build_nouns() -> dict[str, CharacterNoun]:
    return {
        title.split()[1]: CharacterNoun(title[0].upper() + title[1:], title.split()[1], gender, age, kind)
        for (gender, age, kind), titles in _ROLES.items()
        for title in (part.strip() for part in titles.split(","))
    }


SPANISH = Lexicon(
    places=Phrases(spread(_PLACES)),
    locatives=words("en al a por hacia hasta sobre bajo ante tras junto"),
    leavings=words("de del desde"),
    inside_words=words("dentro cama mesa hogar silla sala cocina chimenea"),
    outside_words=words("fuera techo puerta cielo"),
    times=Phrases(spread(_TIMES)),
    weathers=Phrases(spread({"rain": "lluvia", "snow": "nieve", "storm": "tormenta", "fog": "niebla"})),
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
    character_nouns=_build_nouns(),
    definite=words("el la los las su sus mi este esta ese esa aquel aquella"),
    indefinite=words("un una"),
    modifiers=words("viejo vieja joven pequeño pequeña pobre buen buena malvado malvada gran grande"),
    similes=frozenset({"como"}),
    naming_words=words("llamado llamada llamaba"),
    conjunctions=words("y e"),
    copulas=words("es era fue"),
    subordinators=words("cuando mientras como después antes"),
    group_pronouns=words("ellos ellas él ella"),
    pronouns={"él": "male", "ella": "female"},
    speech_verbs=words(
        "dijo preguntó respondió gritó susurró exclamó murmuró contestó añadió pensó suspiró replicó"
    ),
    not_names=words("dios señor señora navidad yo él ella el la los un una y pero"),
    stop_words=words(
        "el la los las un una de del y o pero en al a él ella ellos yo tú nosotros no que se su sus es "
        "era son con para por este esta más como"
    ),
    tale_words=words("rey reina príncipe princesa castillo bruja enano caballero molinero"),
    modern_words=words("coche teléfono ordenador computadora oficina televisión estación"),
)

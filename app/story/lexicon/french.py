"""French cue words; settings are named in English, the language of the boards."""

from app.story.lexicon.entries import CharacterNoun, Lexicon, Phrases, PlaceCue, spread, words

_PLACES = {
    PlaceCue("forest", False): "forêt, bois, les bois",
    PlaceCue("mountain", False): "montagne, montagnes, sommet",
    PlaceCue("beach", False): "plage, rivage, côte",
    PlaceCue("harbour", False): "port, quai",
    PlaceCue("sea", False): "mer, océan",
    PlaceCue("river", False): "rivière, fleuve, ruisseau",
    PlaceCue("lake", False): "lac, étang",
    PlaceCue("village", False): "village",
    PlaceCue("market", False): "marché",
    PlaceCue("city street", False): "ville, rue, ruelle",
    PlaceCue("garden", False): "jardin",
    PlaceCue("field", False): "champ, champs, prairie, pré",
    PlaceCue("road", False): "route, chemin, sentier",
    PlaceCue("castle", None): "château, palais",
    PlaceCue("cottage", None): "chaumière, cabane, hutte",
    PlaceCue("house", None): "maison",
    PlaceCue("church", None): "église, chapelle",
    PlaceCue("inn", None): "auberge",
    PlaceCue("mill", None): "moulin",
    PlaceCue("tower", None): "tour",
    PlaceCue("kitchen", True): "cuisine",
    PlaceCue("bedroom", True): "chambre, lit",
    PlaceCue("room", True): "pièce, salon",
    PlaceCue("great hall", True): "salle",
    PlaceCue("cave", True): "grotte, caverne",
    PlaceCue("cellar", True): "cave",
}
_TIMES = {
    "dawn": "aube, aurore, lever du soleil",
    "morning": "matin, matinée",
    "day": "midi, après-midi, un jour, le lendemain",
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
_ROLES = {
    ("male", "adult", "person"): (
        "le roi, le prince, le père, le mari, le pêcheur, le chasseur, le meunier, le tailleur, le "
        "bûcheron, le soldat, le marchand, le frère, le sorcier, le nain, le géant, le gardien, le "
        "capitaine"
    ),
    ("female", "adult", "person"): (
        "la reine, la princesse, la femme, la mère, la belle-mère, la sorcière, la sœur, la fée, la bergère"
    ),
    ("male", "child", "person"): "le garçon, le fils",
    ("female", "child", "person"): "la fille, la fillette",
    ("", "child", "person"): "l’enfant",
    ("male", "old", "person"): "le grand-père, le vieillard, le vieux",
    ("female", "old", "person"): "la grand-mère, la vieille",
    ("", "adult", "animal"): (
        "le chien, le chat, le renard, le loup, l’ours, le cheval, l’oiseau, le canard, le corbeau, la "
        "souris, la grenouille, le poisson, l’âne, le coq, la mouette, la chèvre"
    ),
}


def _build_nouns() -> dict[str, CharacterNoun]:
    character_nouns = {}
    for (gender, age, kind), titles in _ROLES.items():
        for title in (part.strip() for part in titles.split(",")):
            head = title.replace("’", " ").split()[-1]
            character_nouns[head] = CharacterNoun(title[0].upper() + title[1:], head, gender, age, kind)
    return character_nouns


FRENCH = Lexicon(
    places=Phrases(spread(_PLACES)),
    locatives=words("dans à au aux en sur sous vers par devant derrière près chez"),
    leavings=words("de du hors"),
    inside_words=words("dedans lit table foyer chambre chaise salle cuisine cheminée"),
    outside_words=words("dehors toit porte ciel"),
    times=Phrases(spread(_TIMES)),
    weathers=Phrases(
        spread({"rain": "pluie", "snow": "neige", "storm": "tempête, orage", "fog": "brouillard, brume"})
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
    character_nouns=_build_nouns(),
    definite=words("le la les l son sa ses leur leurs mon ma ce cet cette"),
    indefinite=words("un une"),
    modifiers=words("vieux vieille jeune petit petite pauvre bon bonne méchant méchante grand grande"),
    similes=frozenset({"comme"}),
    naming_words=words("appelé appelée nommé nommée appelait"),
    conjunctions=words("et"),
    copulas=words("est était devint"),
    subordinators=words("quand lorsque comme pendant après avant"),
    group_pronouns=words("ils elles il elle"),
    pronouns={"il": "male", "elle": "female"},
    speech_verbs=words(
        "dit demanda répondit cria murmura s’écria s'écria chuchota répliqua ajouta pensa soupira reprit"
    ),
    not_names=words("dieu monsieur madame noël je il elle le la les un une et mais"),
    stop_words=words(
        "le la les un une des du de et ou mais dans en au aux à il elle ils elles je tu nous vous ne "
        "pas que qui se son sa ses est était sont avec pour par sur ce cette plus"
    ),
    tale_words=words("roi reine prince princesse château sorcière nain chevalier meunier"),
    modern_words=words("voiture téléphone ordinateur bureau télévision gare"),
)

"""German cue words; settings are named in English, the language of the boards."""

from app.story.lexicon.entries import CharacterNoun, Lexicon, Phrases, PlaceCue, spread, words

_PLACES = {
    PlaceCue("forest", False): "wald, walde, wälder, forst",
    PlaceCue("mountain", False): "berg, berge, gebirge, gipfel",
    PlaceCue("beach", False): "strand, ufer, küste",
    PlaceCue("harbour", False): "hafen, kai",
    PlaceCue("sea", False): "meer, see, ozean",
    PlaceCue("river", False): "fluss, fluß, bach",
    PlaceCue("village", False): "dorf, dorfe",
    PlaceCue("market", False): "markt, marktplatz",
    PlaceCue("city street", False): "stadt, straße, gasse",
    PlaceCue("garden", False): "garten",
    PlaceCue("field", False): "feld, wiese, acker",
    PlaceCue("road", False): "weg, pfad, landstraße",
    PlaceCue("castle", None): "schloss, schloß, burg, palast",
    PlaceCue("cottage", None): "hütte, häuschen",
    PlaceCue("house", None): "haus, hause",
    PlaceCue("church", None): "kirche, kapelle",
    PlaceCue("inn", None): "wirtshaus, gasthaus",
    PlaceCue("mill", None): "mühle",
    PlaceCue("tower", None): "turm",
    PlaceCue("kitchen", True): "küche",
    PlaceCue("bedroom", True): "schlafzimmer, kammer, bett",
    PlaceCue("room", True): "zimmer, stube",
    PlaceCue("great hall", True): "saal",
    PlaceCue("cave", True): "höhle",
    PlaceCue("cellar", True): "keller",
}
_TIMES = {
    "dawn": "morgengrauen, tagesanbruch, sonnenaufgang",
    "morning": "morgen, morgens, am morgen, vormittag",
    "day": "mittag, mittags, nachmittag, eines tages, am nächsten tag, am tage",
    "sunset": "sonnenuntergang",
    "dusk": "abend, abends, dämmerung",
    "night": "nacht, nachts, mitternacht, mond, sterne, mondschein",
    "": "guten morgen, guten abend, gute nacht",
}
_MOODS = {
    "fearful": "angst, furcht, fürchtete, schrecken, erschrak, schrie, zitterte, hexe, ungeheuer",
    "sad": "traurig, weinte, tränen, kummer, allein, einsam, hunger, tot, starb, seufzte",
    "tense": "zornig, wütend, lief, rannte, gefahr, kampf, packte, floh",
    "mysterious": "geheimnis, seltsam, flüsterte, schatten, zauber, verzaubert, nebel",
    "joyful": "freude, froh, lachte, glücklich, lustig, tanzte, sang, hochzeit, fröhlich",
    "warm": "warm, feuer, brot, freundlich, liebe, liebte, freund, herd",
}
_ROLES = {
    ("male", "adult", "person"): (
        "der König, der Prinz, der Mann, der Vater, der Fischer, der Jäger, der Müller, der Schneider, "
        "der Schuster, der Bauer, der Soldat, der Kaufmann, der Bruder, der Zauberer, der Zwerg, der "
        "Riese, der Holzhacker, der Wärter"
    ),
    ("female", "adult", "person"): (
        "die Königin, die Prinzessin, die Frau, die Mutter, die Stiefmutter, die Hexe, die Schwester, "
        "die Fee, die Königstochter"
    ),
    ("male", "child", "person"): "der Junge, der Knabe, der Sohn",
    ("female", "child", "person"): "das Mädchen, die Tochter",
    ("", "child", "person"): "das Kind",
    ("female", "old", "person"): "die Großmutter, die Alte",
    ("male", "old", "person"): "der Großvater, der Alte",
    ("", "adult", "animal"): (
        "der Hund, die Katze, der Fuchs, der Wolf, der Bär, das Pferd, der Vogel, die Ente, der Rabe, "
        "die Maus, der Frosch, der Fisch, der Esel, der Hahn, die Möwe, die Ziege"
    ),
}


def _build_nouns() -> dict[str, CharacterNoun]:
    return {
        title.split()[1].lower(): CharacterNoun(
            title[0].upper() + title[1:], title.split()[1].lower(), gender, age, kind
        )
        for (gender, age, kind), titles in _ROLES.items()
        for title in (part.strip() for part in titles.split(","))
    }


GERMAN = Lexicon(
    places=Phrases(spread(_PLACES)),
    locatives=words("in im ins an am zum zur nach auf durch über unter bei vor hinter neben"),
    leavings=words("aus vom von"),
    inside_words=words("drinnen bett tisch herd stube zimmer stuhl kammer ofen"),
    outside_words=words("draußen dach tor himmel"),
    times=Phrases(spread(_TIMES)),
    weathers=Phrases(
        spread({"rain": "regen, regnete", "snow": "schnee, schneite", "storm": "sturm", "fog": "nebel"})
    ),
    moods=spread(_MOODS),
    openings=Phrases(
        spread(
            {
                1.6: (
                    "eines tages, am nächsten, am anderen, es war einmal, in der nacht, am abend, am morgen, "
                    "später"
                )
            }
        )
    ),
    character_nouns=_build_nouns(),
    definite=words(
        "der die das den dem des sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer mein meine "
        "unser dieser diese dieses"
    ),
    indefinite=words("ein eine einen einem einer"),
    modifiers=words(
        "alte alten alter altes junge jungen junger kleine kleinen kleiner kleines arme armen armer "
        "armes böse bösen große großen gute guten schöne schönen weiße schwarze rote graue"
    ),
    similes=frozenset({"wie", "als"}),
    naming_words=words("hieß hiess namens genannt heißt"),
    conjunctions=words("und"),
    copulas=words("ist war wurde"),
    subordinators=words("als wenn während bevor nachdem da weil"),
    group_pronouns=words("sie ihnen er"),
    pronouns={"er": "male", "ihm": "male"},
    speech_verbs=words(
        "sagte sprach fragte rief antwortete flüsterte schrie meinte erwiderte brummte murmelte dachte"
    ),
    not_names=words("gott ich sie er es herr frau"),
    stop_words=words(
        "und oder aber der die das ein eine in im an am zu zum von mit auf für ist war waren nicht er "
        "sie es ich du wir sich so da dann als wie noch nur auch aus bei nach"
    ),
    tale_words=words("könig königin prinz schloss hexe zwerg ritter müller"),
    modern_words=words("auto telefon computer handy büro fernseher bahnhof"),
    are_nouns_capitalised=True,
)

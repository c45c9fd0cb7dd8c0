"""German cue words; settings are named in English, the language of the boards."""

from app.story.lexicon.entries import Lexicon, Phrases, cue_places, name_characters, spread, words
from app.story.lexicon.german_deeds import GERMAN_DEEDS
from app.vocabulary.light import Weather
from app.vocabulary.people import Age
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species

_PLACES = {
    Setting.FOREST: "wald, walde, waldes, wälder, forst, tannen",
    Setting.MOUNTAIN: "berg, berge, gebirge, gipfel",
    Setting.BEACH: "strand, ufer, küste",
    Setting.HARBOUR: "hafen, kai",
    Setting.SEA: "meer, see, ozean",
    Setting.RIVER: "fluss, fluß, bach",
    Setting.VILLAGE: "dorf, dorfe",
    Setting.MARKET: "markt, marktplatz",
    Setting.CITY_STREET: "stadt, straße, gasse",
    Setting.GARDEN: "garten",
    Setting.FIELD: "feld, wiese, acker",
    Setting.ROAD: "weg, pfad, landstraße",
    Setting.CASTLE: "schloss, schloß, burg, palast",
    Setting.COTTAGE: "hütte, häuschen",
    Setting.HOUSE: "haus, hause, hauses",
    Setting.CHURCH: "kirche, kapelle",
    Setting.INN: "wirtshaus, gasthaus",
    Setting.MILL: "mühle, mühlrad, mühlstein",
    Setting.TOWER: "turm",
    Setting.KITCHEN: "küche, küchentisch, herd",
    Setting.BEDROOM: "schlafzimmer, kammer, bett",
    Setting.ROOM: "zimmer, stube",
    Setting.GREAT_HALL: "saal",
    Setting.CAVE: "höhle",
    Setting.CELLAR: "keller",
    Setting.CLEARING: "lichtung",
    Setting.STAIRWELL: "treppenhaus",
    Setting.FLAT: "wohnung",
    Setting.BARN: "stall, scheune",
    Setting.SCHOOL: "schule",
    Setting.WORKSHOP: "werkstatt",
    Setting.WELL: "brunnen",
}
_TIMES = {
    "dawn": "morgengrauen, tagesanbruch, sonnenaufgang",
    "morning": "morgen, morgens, am morgen, vormittag",
    "day": "mittag, mittags, nachmittag, eines tages, nächsten tag, dritten tag, folgenden tag, am tage",
    "sunset": "sonnenuntergang",
    "dusk": "abend, abends, dämmerung",
    "night": "nacht, nachts, mitternacht, mond, sterne, mondschein",
    "": "am abend zuvor, abend zuvor, guten morgen, guten abend, gute nacht",
}
_MOODS = {
    "fearful": "angst, furcht, fürchtete, schrecken, erschrak, schrie, zitterte, hexe, ungeheuer",
    "sad": "traurig, weinte, tränen, kummer, allein, einsam, hunger, tot, starb, seufzte",
    "tense": "zornig, wütend, lief, rannte, gefahr, kampf, packte, floh",
    "mysterious": "geheimnis, seltsam, flüsterte, schatten, zauber, verzaubert, nebel",
    "joyful": "freude, froh, lachte, glücklich, lustig, tanzte, sang, hochzeit, fröhlich",
    "warm": "warm, feuer, brot, freundlich, liebe, liebte, freund, herd",
}
_PEOPLE: dict[tuple[str, Age], str] = {
    ("male", "adult"): (
        "der König, der Prinz, der Mann, der Vater, der Fischer, der Jäger, der Müller, der Schneider, "
        "der Schuster, der Bauer, der Soldat, der Kaufmann, der Bruder, der Zauberer, der Zwerg, der "
        "Riese, der Holzhacker, der Wärter, der Herr, der Hausmeister, der Lehrer, der "
        "Arzt, der Polizist, der Wichtel, der Kapitän, der Bäcker, der Wirt, der Ritter, "
        "der Onkel, der Nachbar"
    ),
    ("female", "adult"): (
        "die Königin, die Prinzessin, die Frau, die Mutter, die Stiefmutter, die Hexe, die Schwester, "
        "die Fee, die Königstochter, die Tante, die Lehrerin, die Ärztin, die Nachbarin, die Dame, die Magd"
    ),
    ("male", "child"): "der Junge, der Knabe, der Sohn",
    ("female", "child"): "das Mädchen, die Tochter",
    ("", "child"): "das Kind",
    ("female", "old"): "die Großmutter, die Oma, die Alte, das Mütterchen",
    ("male", "old"): "der Großvater, der Opa, der Alte, der Greis",
}
_ANIMALS = {
    Species.DOG: "der Hund",
    Species.CAT: "die Katze",
    Species.FOX: "der Fuchs",
    Species.WOLF: "der Wolf",
    Species.BEAR: "der Bär",
    Species.HORSE: "das Pferd",
    Species.BIRD: "der Vogel",
    Species.DUCK: "die Ente",
    Species.RAVEN: "der Rabe",
    Species.MOUSE: "die Maus",
    Species.FROG: "der Frosch",
    Species.FISH: "der Fisch",
    Species.DONKEY: "der Esel",
    Species.COCKEREL: "der Hahn",
    Species.SEAGULL: "die Möwe",
    Species.GOAT: "die Ziege",
    Species.HEDGEHOG: "der Igel",
}
_ROLES = {
    "könig": Role.KING,
    "prinz": Role.PRINCE,
    "fischer": Role.FISHERMAN,
    "jäger": Role.HUNTER,
    "müller": Role.MILLER,
    "schneider": Role.TAILOR,
    "schuster": Role.SHOEMAKER,
    "bauer": Role.FARMER,
    "soldat": Role.SOLDIER,
    "kaufmann": Role.MERCHANT,
    "zauberer": Role.WIZARD,
    "zwerg": Role.DWARF,
    "riese": Role.GIANT,
    "holzhacker": Role.WOODCUTTER,
    "wärter": Role.KEEPER,
    "königin": Role.QUEEN,
    "prinzessin": Role.PRINCESS,
    "hexe": Role.WITCH,
    "fee": Role.FAIRY,
    "königstochter": Role.PRINCESS,
    "wichtel": Role.GNOME,
    "kapitän": Role.CAPTAIN,
    "ritter": Role.KNIGHT,
}
_GROUPS = {
    "die Kinder": "kind",
    "die Hunde": "hund",
    "die Katzen": "katze",
    "die Wölfe": "wolf",
    "die Vögel": "vogel",
    "die Mäuse": "maus",
    "die Enten": "ente",
    "die Raben": "rabe",
    "die Pferde": "pferd",
    "die Fische": "fisch",
    "die Ziegen": "ziege",
    "die Zwerge": "zwerg",
    "die Brüder": "bruder",
    "die Schwestern": "schwester",
    "die Söhne": "sohn",
    "die Töchter": "tochter",
    "die Soldaten": "soldat",
    "die Jungen": "junge",
}


GERMAN = Lexicon(
    places=cue_places(_PLACES),
    locatives=words("in im ins an am zum zur nach auf durch über unter bei vor hinter neben"),
    leavings=words("aus vom von"),
    inside_words=words("drinnen bett tisch herd stube zimmer stuhl kammer ofen"),
    outside_words=words("draußen dach tor himmel"),
    times=Phrases(spread(_TIMES)),
    weathers=Phrases(
        spread(
            {
                Weather.RAIN: "regen, regnete, regnet, regnen",
                Weather.SNOW: "schnee, schneite, schneit, schneien",
                Weather.STORM: "sturm",
                Weather.FOG: "nebel",
            }
        )
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
    character_nouns=name_characters(_PEOPLE, _ANIMALS, _ROLES, _GROUPS),
    generic_heads=words("mann frau alte mädchen junge knabe kind mütterchen greis herr dame"),
    family={
        "mann": "he-parent",
        "vater": "he-parent",
        "frau": "she-parent",
        "mutter": "she-parent",
        "stiefmutter": "she-parent",
    },
    article_genders={"der": "male", "die": "female", "eine": "female"},
    possessives={
        word: gender
        for stem, gender in (("sein", "male"), ("ihr", "female"))
        for word in (stem, *(stem + end for end in ("e", "en", "em", "er", "es")))
    },
    honorifics=words("herr frau herrn fräulein doktor"),
    definite=words(
        "der die das den dem des sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer mein meine "
        "unser dieser diese dieses am im zum zur vom beim deine dein deinen unsere jeder jede keine kein"
    ),
    indefinite=words("ein eine einen einem einer zwei drei vier fünf sechs sieben viele"),
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
    singular_or_plural={"sie": "female"},
    singular_verbs=words(
        "war ging stand sah kam nahm lief saß lag trug hielt fand gab zog sprang hob kroch schlief blieb aß "
        "trank warf ließ fing brach schlug griff wusste ist hat ging"
    ),
    pronouns={"er": "male", "ihm": "male", "ihn": "male"},
    speech_verbs=words(
        "sagte sprach fragte rief antwortete flüsterte schrie meinte erwiderte brummte murmelte dachte "
        "seufzte bat wiederholte lachte erklärte versprach befahl jammerte klagte kicherte knurrte "
        "schimpfte stotterte stöhnte zischte gestand begann entgegnete versetzte wisperte sagt fragt ruft"
    ),
    not_names=words(
        "gott ich sie er es wir ihr du das die der wer was ja nein weihnachten ostern "
        "morgen abend nacht mittag heute"
        "gestern da dann und aber doch montag dienstag mittwoch donnerstag freitag samstag sonntag draußen "
        "drinnen oben unten einmal plötzlich endlich jetzt nun so also wie sofort"
    ),
    stop_words=words(
        "und oder aber der die das ein eine in im an am zu zum von mit auf für ist war waren nicht er "
        "sie es ich du wir sich so da dann als wie noch nur auch aus bei nach"
    ),
    tale_words=words("könig königin prinz schloss hexe zwerg ritter müller"),
    modern_words=words("auto telefon computer handy büro fernseher bahnhof"),
    are_nouns_capitalised=True,
    deeds=GERMAN_DEEDS,
)

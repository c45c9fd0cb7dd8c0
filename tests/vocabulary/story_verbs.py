"""Everyday verbs of stories with their actions, judged by hand before the vocabulary was made from WordNet.

A phrasal verb is written with an underscore; where two actions are right, both stand, parted by "|".
"""

ACTIONS = {
    "walk": "walk stroll march wander enter leave come go arrive follow approach limp stride trudge",
    "run": "run race rush chase flee dash sprint hurry jog gallop|ride",
    "sit": "sit sit_down perch",
    "stand": "stand stand_up|rise wait stop",
    "lie": "lie lie_down",
    "sleep": "sleep fall_asleep doze nap snooze",
    "wake": "wake wake_up awaken",
    "rise": "rise get_up arise",
    "kneel": "kneel crouch",
    "climb": "climb climb_up scramble",
    "fall": "fall fall_down stumble tumble collapse",
    "jump": "jump leap hop skip",
    "crawl": "crawl creep",
    "ride": "ride gallop",
    "drive": "drive",
    "fly": "fly soar",
    "swim": "swim dive",
    "throw": "throw toss hurl fling throw_away",
    "catch": "catch seize grab snatch",
    "hit": "hit strike punch slap",
    "embrace": "embrace hug cuddle",
    "kiss": "kiss",
    "point": "point",
    "wave": "wave",
    "kick": "kick",
    "drop": "drop spill",
    "pour": "pour fill",
    "stir": "stir mix knead",
    "sweep": "sweep mop",
    "wash": "wash wipe scrub polish",
    "sew": "sew mend knit",
    "light": "light kindle",
    "shoot": "shoot aim fire",
    "type": "type",
    "count": "count",
    "knock": "knock rap",
    "nod": "nod",
    "shrug": "shrug",
    "clap": "clap applaud",
    "lean": "lean",
    "blow": "blow blow_out",
    "comb": "comb brush",
    "pat": "pat stroke",
    "smile": "smile grin",
    "yawn": "yawn",
    "cough": "cough sneeze",
    "carry": "carry lift drag",
    "hold": "hold grip clutch grasp",
    "take": "take pick_up steal take_off|wear",
    "give": "give hand offer",
    "put": "put lay place put_down set_down",
    "eat": "eat devour chew nibble swallow bite",
    "drink": "drink sip gulp",
    "read": "read",
    "write": "write scribble draw",
    "phone": "phone telephone dial",
    "cook": "cook bake fry boil roast",
    "open": "open unlock",
    "close": "close shut lock slam",
    "push": "push shove",
    "pull": "pull tug",
    "hide": "hide",
    "look": "look stare gaze glance peep watch look_for look_at",
    "listen": "listen listen_to",
    "talk": "say talk speak tell ask answer reply",
    "shout": "shout yell scream exclaim",
    "whisper": "whisper murmur mutter",
    "cry": "cry weep sob",
    "laugh": "laugh giggle",
    "sigh": "sigh groan",
    "dance": "dance waltz",
    "sing": "sing hum",
    "play": "play",
    "fight": "fight wrestle attack",
    "cut": "cut chop slice carve",
    "dig": "dig",
    "work": "work build make",
    "wear": "wear put_on",
    "shake": "shake tremble shiver",
    "turn": "turn turn_around spin",
    "break": "break smash crack",
}
INVISIBLE = (
    "be have seem belong know think believe love hate want hope fear remember forget own contain mean "
    "exist decide understand"
)
SPEECH = (
    "say ask reply answer tell shout whisper cry exclaim murmur mutter add remark explain inquire "
    "call yell scream announce declare admit insist suggest warn beg promise agree continue repeat "
    "growl demand observe protest"
)
NOT_SPEECH = "walk eat hold think run give open be have jump sleep look drive want"
MENTAL = (
    "think believe know love hate fear hope remember forget want understand decide wonder imagine "
    "doubt regret enjoy wish dream despise"
)
NOT_MENTAL = "walk eat run say give open jump sit throw dig cut"

"""The actions of everyday English verbs, and the verbs of saying, of the mind and of states."""

from app.vocabulary.actions import Action
from app.vocabulary.words import listed

_VERBS = {
    Action.STAND: (
        "stand, wait, stop, halt, pause, stand still, hesitate, linger, stay, remain, pose, loiter"
    ),
    Action.WALK: (
        "walk, go, come, step, enter, leave, follow, approach, cross, stroll, march, wander, arrive, "
        "return, travel, set out, set off, depart, proceed, lead, pass, limp, tiptoe, pace, roam, go on, "
        "go in, go out, go away, go back, come in, come out, come back, come along, walk away, walk in, "
        "walk out, move on, head, hike, trudge, stride, wade, stagger, sneak, go up, go down, get out, "
        "get off, get in, reach, visit, meet, part, retreat, advance, move, vanish, disappear, appear"
    ),
    Action.RUN: (
        "run, rush, hurry, race, dash, chase, flee, escape, speed, hasten, run away, run off, run out, run "
        "after, sprint, jog, bolt, scurry, scamper, charge, hurry up, pursue, get away, break out, storm, "
        "shoot out, shoot off, shoot past, burst in, burst through"
    ),
    Action.SIT: "sit, seat, perch, settle, sit down, sit up, squat, settle down",
    Action.LIE: "lie, rest, recline, sprawl, lie down, lay down, stretch out, relax",
    Action.SLEEP: (
        "sleep, lie asleep, doze, nap, fall asleep, go to sleep, snore, slumber, nod off, doze off, drowse, "
        "drop off, snooze, pass out, faint, hibernate, dream"
    ),
    Action.WAKE: "wake, awake, waken, awaken, wake up, rouse, come to",
    Action.RISE: "rise, get up, stand up, arise, straighten, straighten up, rear up",
    Action.KNEEL: "kneel, stoop, crouch, bend, kneel down, bend down, duck, bend over",
    Action.CLIMB: (
        "climb, ascend, scramble, climb up, climb down, climb in, climb out, climb over, clamber, scale"
    ),
    Action.FALL: (
        "fall, tumble, stumble, collapse, trip, slip, sink, slide, fall down, fall over, fall off, "
        "topple, plunge, drown, die, drop dead, fall in, crash"
    ),
    Action.JUMP: (
        "jump, leap, spring, hop, bounce, skip, jump up, jump down, pounce, vault, jump off, bound"
    ),
    Action.CRAWL: "crawl, creep, slither, creep up, creep in",
    Action.RIDE: "ride, gallop, trot, mount, canter, ride away, ride off, cycle, pedal",
    Action.DRIVE: (
        "drive, steer, park, drive away, drive off, pull over, pull up, accelerate, brake, reverse"
    ),
    Action.FLY: (
        "fly, float, hover, soar, glide, fly away, flutter, flap, take wing, swoop, fly off, parachute"
    ),
    Action.SWIM: "swim, splash, bathe, paddle, dive, swim away, snorkel",
    Action.THROW: (
        "throw, toss, hurl, fling, cast, throw away, throw out, throw down, pitch, sling, scatter, pelt, lob"
    ),
    Action.CATCH: "catch, grab, seize, snatch, capture, arrest, grab hold, trap",
    Action.HIT: (
        "hit, strike, beat, slap, stab, punch, butt, kill, hammer, pound, whip, smack, murder, slay, knock "
        "down, knock over, thump, bump, spank"
    ),
    Action.EMBRACE: "embrace, hug, comfort, cuddle",
    Action.POINT: "point, gesture, gesticulate, point out, point at, signal",
    Action.WAVE: "wave, beckon, greet, wave goodbye",
    Action.BOW: "bow, curtsy, curtsey",
    Action.KISS: "kiss",
    Action.PRAY: "pray",
    Action.CARRY: (
        "carry, bring, fetch, lift, raise, drag, haul, bear, carry away, bring in, bring back, bring out, "
        "lift up, hoist, lug, load, deliver, unload, pack"
    ),
    Action.HOLD: (
        "hold, use, clutch, grip, cling, keep, touch, grasp, hold on, hold up, hold out, hang on, "
        "squeeze, clasp, feel, press, hold tight"
    ),
    Action.TAKE: (
        "take, pick, pluck, gather, collect, pick up, steal, take out, take away, take up, take down, "
        "pick out, get, receive, accept, choose, rob, buy, find, take back, remove"
    ),
    Action.GIVE: (
        "give, hand, offer, hand over, pass on, give back, give away, present, pay, sell, feed, serve, "
        "show, lend, share, hand out, give up, reward, hand in, return to"
    ),
    Action.PUT: (
        "put, place, set, lay, dip, dunk, wrap, stuff, hang, tuck, put down, set down, lay out, put away, "
        "put back, put up, hang up, arrange, insert, plant, drop in, pile, stack, spread, fasten, tie, put "
        "in, bury, tie up"
    ),
    Action.EAT: (
        "eat, bite, chew, taste, devour, swallow, dine, nibble, eat up, gobble, munch, lick, feast, gnaw, "
        "have breakfast, have lunch, have dinner, have supper, picnic"
    ),
    Action.DRINK: "drink, sip, gulp, drink up, slurp, swig, lap, toast, have tea, guzzle",
    Action.READ: "read, read out, read aloud, browse, leaf",
    Action.WRITE: "write, draw, sign, paint, write down, scribble, sketch, note down, jot, scrawl, record",
    Action.PHONE: "phone, telephone, dial, ring up, call up, text, phone up, ring off",
    Action.COOK: "cook, bake, boil, fry, roast, grill, toast, simmer, brew, fry up",
    Action.OPEN: "open, unlock, open up, unwrap, uncover, unpack, unbolt",
    Action.CLOSE: "close, shut, lock, slam, bolt, shut up, lock up, shut down, cover, lock in",
    Action.PUSH: (
        "push, shove, push away, push open, thrust, nudge, press on, turn on, switch on, switch off, turn "
        "off, poke"
    ),
    Action.PULL: (
        "pull, tug, draw out, pull out, pull off, pull up, tow, yank, pull down, pull away, tear off"
    ),
    Action.HIDE: "hide, conceal, lurk, take cover, take shelter, hide away, shelter, peep out",
    Action.LOOK: (
        "look, see, watch, stare, gaze, glance, peep, peer, notice, search, observe, look at, look for, "
        "look around, look up, look down, look out, look back, spot, examine, inspect, hunt for, look "
        "after, look round, look over, look into, look in, spy, glare, blink, wink, study, frown, squint, "
        "stare at, seek, catch sight"
    ),
    Action.LISTEN: "listen, hear, overhear, listen to, eavesdrop",
    Action.TALK: (
        "talk, say, speak, tell, ask, answer, reply, remark, add, call, explain, inquire, enquire, chat, "
        "discuss, greet warmly, argue, announce, order, beg, promise, thank, introduce, quarrel, warn, "
        "scold, boast, complain, chatter, confess, gossip, advise, interrupt, command, invite, repeat, "
        "talk to, speak up, apologize, apologise, congratulate, bark, growl, snarl, recite, lecture, "
        "preach, debate, negotiate"
    ),
    Action.SHOUT: (
        "shout, cry out, yell, scream, roar, exclaim, howl, call out, bellow, cheer, shriek, screech, cry "
        "aloud, squeal, holler"
    ),
    Action.WHISPER: "whisper, murmur, mutter, mumble, hiss",
    Action.CRY: "cry, weep, sob, wail, burst into tears, mourn, whimper, sniffle, break down",
    Action.LAUGH: "laugh, giggle, burst out, chuckle, laugh at, burst out laughing, snigger",
    Action.SIGH: "sigh, groan, moan, breathe, pant, gasp",
    Action.DANCE: "dance, waltz, whirl, twirl",
    Action.SING: "sing, hum, chant, whistle, croon, chirp, warble, crow",
    Action.PLAY: "play, fiddle, strum, play with, drum, perform, juggle",
    Action.FIGHT: (
        "fight, attack, struggle, wrestle, duel, battle, defend, fight back, fence, grapple, box, invade"
    ),
    Action.CUT: (
        "cut, chop, saw, slice, carve, cut off, cut down, cut up, shave, mow, trim, prune, hew, cut out, "
        "whittle, reap"
    ),
    Action.DIG: "dig, dig up, shovel, burrow, dig out, excavate",
    Action.WORK: (
        "work, make, build, fix, repair, water, milk, grind, make up, set up, tidy, paint over, construct, "
        "assemble, plough, plow, hoe, harvest, fish"
    ),
    Action.WEAR: (
        "wear, dress, put on, dress up, try on, take off, undress, button, slip on, get dressed, don"
    ),
    Action.SHAKE: "shake, tremble, shiver, quiver, shudder, quake",
    Action.TURN: (
        "turn, turn around, turn round, turn back, rotate, swing, turn away, turn over, roll, roll over, "
        "spin, spin round, twist, wheel, spin around"
    ),
    Action.BREAK: (
        "break, snap, burst, smash, crack, shatter, tear, tear up, break open, break off, crush, rip, "
        "destroy, demolish, blow up, knock out, wreck, explode"
    ),
    Action.SMILE: "smile, grin, beam, smirk, smile at, grin at, beam at",
    Action.YAWN: "yawn",
    Action.COUGH: "cough, sneeze, clear, choke",
    Action.KICK: "kick, boot",
    Action.STAMP: "stamp, stomp, trample, tread, step on",
    Action.DROP: "drop, let go, spill, let fall, lose hold",
    Action.POUR: "pour, fill, pour out, fill up, water, top up, refill, decant, sprinkle, empty",
    Action.STIR: "stir, mix, whisk, knead, beat up, blend, mash, roll out",
    Action.SWEEP: "sweep, mop, rake, sweep up, vacuum, brush off, mop up, hoover",
    Action.WASH: (
        "wash, wipe, scrub, clean, polish, rinse, dust, wash up, clean up, wipe off, wipe away, dry, rub, "
        "scour, wipe down, iron"
    ),
    Action.SEW: "sew, mend, knit, stitch, darn, embroider, patch, weave, crochet, thread, darn up",
    Action.ROW: "row, punt, paddle along",
    Action.LIGHT: "light, kindle, ignite, light up, strike a match, set fire",
    Action.SMOKE: "smoke, puff, inhale",
    Action.SHOOT: "shoot, shoot at, shoot down, aim, fire, open fire, aim at, take aim, gun down",
    Action.TYPE: "type, type in, scroll, swipe, click, tap at, key in, program",
    Action.COUNT: "count, count out, count up, sort, deal, shuffle",
    Action.KNOCK: "knock, rap, bang, tap, knock on, knock at, ring, hammer on, pound on, bang on, drum on",
    Action.NOD: "nod, nod at",
    Action.SHRUG: "shrug, shrug off",
    Action.CLAP: "clap, applaud",
    Action.SALUTE: "salute, tip",
    Action.LEAN: "lean, lean back, lean over, lean against, lean on, slouch, lounge, prop",
    Action.BLOW: "blow, blow out, puff out, spit, inflate, blow on",
    Action.COMB: "comb, brush, braid, plait, groom",
    Action.PAT: "pat, stroke, pet, caress, tap on, scratch behind",
    Action.SCRATCH: "scratch, ponder over",
}
ACTIONS = {verb: action for action, verbs in _VERBS.items() for verb in reversed(listed(verbs))}
"""The action of each everyday verb; one that stands twice has that of its last place."""

STATES = frozenset(
    listed(
        "be, have, seem, belong, exist, own, possess, contain, consist, mean, matter, resemble, equal, "
        "concern, depend, deserve, cost, weigh, lack, need, owe, become, happen, occur, begin, start, "
        "finish, end, last, continue, let, cause, keep on, go by, used, do, might, may, must, can, shall, "
        "will, would, could, should, suit, fit, involve, include, remain to be, turn out, grow up, "
        "result, live, dwell, be able, suffice, rain, snow, differ, survive, tend, happen to, come true, "
        "take place"
    )
)
"""Verbs of states and mere happenings: there is nothing to see a figure do."""

SPEECH_VERBS = frozenset(
    listed(
        "say, ask, reply, answer, tell, shout, whisper, cry, exclaim, murmur, mutter, add, remark, "
        "explain, inquire, enquire, call, yell, scream, announce, declare, admit, insist, suggest, warn, "
        "beg, promise, agree, continue, repeat, growl, demand, observe, protest, sigh, groan, moan, gasp, "
        "sob, wail, hiss, snarl, snap, bark, roar, bellow, howl, shriek, screech, squeak, croak, purr, "
        "grunt, mumble, stammer, stutter, breathe, chuckle, giggle, laugh, sing, chant, recite, read, "
        "read out, cry out, call out, shout out, speak, speak up, speak out, begin, interrupt, retort, "
        "respond, return, rejoin, reason, muse, wonder, complain, grumble, boast, tease, joke, "
        "lie, confess, concede, command, order, instruct, urge, plead, pray, swear, vow, object, argue, "
        "deny, correct, comment, note, mention, report, state, assure, reassure, greet, conclude, resume, "
        "go on, interject, blurt, blurt out, drawl, lisp, chirp, squeal, whimper, whine, yelp, pant, "
        "quote, echo, proclaim, pronounce, advise, propose, offer, counter, challenge, query, question, "
        "scold, threaten, coax, persuade, hint, pipe up, put in, apologize, apologise, thank, bid, "
        "implore, entreat, utter, snigger, sneer, scoff, snort, gulp, cheer, holler, cackle, cluck, "
        "quack, hoot, chime in, burst out, thunder, explode, prompt, press, chorus"
    )
)
"""Verbs that introduce a quotation."""

MENTAL_VERBS = frozenset(
    listed(
        "think, know, believe, want, wish, hope, remember, forget, understand, decide, wonder, imagine, "
        "doubt, regret, enjoy, dream, despise, love, hate, fear, like, dislike, mind, care, suppose, "
        "guess, expect, intend, realize, realise, recognize, recognise, consider, prefer, trust, envy, "
        "admire, pity, worry, dread, feel sure, plan, learn, recall, hesitate to, long, long for, desire, "
        "need, miss, adore, detest, suspect, judge, resolve, figure out, find out, make up, concentrate, "
        "reflect, ponder, meditate, assume, foresee, calculate, surprise, please, annoy, amuse, frighten, "
        "scare, bore, astonish, puzzle, mourn, rejoice, think of, care for, look forward, reckon, "
        "contemplate, memorize, memorise, ignore, tolerate"
    )
)
"""Verbs of thinking, willing and feeling."""

MOTIONS: frozenset[Action] = frozenset(
    [
        Action.WALK,
        Action.RUN,
        Action.CLIMB,
        Action.FALL,
        Action.JUMP,
        Action.CRAWL,
        Action.RIDE,
        Action.DRIVE,
        Action.FLY,
        Action.SWIM,
        Action.RISE,
        Action.DANCE,
    ]
)
"""The actions by which a figure leaves its spot."""

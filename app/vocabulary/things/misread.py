"""Nouns of which WordNet says another thing than a reader of stories sees, or one that is not seen."""

from app.vocabulary.words import listed

MISREAD = frozenset(
    listed(
        "piece, shook, sail, rail, hillock, fiat, facing, trigger, act, authorization, check, concession, "
        "constitution, divestiture, franchise, prohibition, report, cure, dose, commuter, wildcat, fencing, "
        "shrapnel, shielding, appropriation, brief, charter, statute, treaty, assembly, still, put, grinder, "
        "vocabulary, grass, works, option, return, resolution, bod, quartz, pectus, icicle, budget, fund, "
        "savings, billy, record, shooter, mast, confessional, pocket, home, pool, bank, pad, tip, point, "
        "bill, bit, post, stand, hold, cast, butt, dump, duty, favor, favour, present tense, back, behind, "
        "bottom, fanny, ass, tush, prat, buns, hooter, automatic, electric, convertible, sour, bitter, "
        "generic, vintage, upper, lower, delicious, prima, sub, zep, spunk, conk, render, elastic, stock, "
        "issue, reader, anterior, canine, head, john, lav, patent, rico, invite, summons, ban, turtle, boa, "
        "tuna, slide, crane, hide, tender, punch, lead, wrap, canvas, pop, scrub, brush, frost, medium, "
        "port, spirits, launch, visor, seesaw, tank, hologram, beam, guard, float, counterfeit, pickle, "
        "plot, motor, gig, carriage return, exit, boards, board, can"
    )
)

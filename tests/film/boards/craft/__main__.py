"""Print what the shots of the gold stories show: `python -m tests.film.boards.craft [--misses NAME]`."""

import argparse

from rich.console import Console

from app.film.brief import Look
from tests.film.boards.craft.gold_shots import load_shots
from tests.film.boards.craft.report import Verdict, build_table


def main() -> None:
    """Print the table of shares, or the shots of one story that lack something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", metavar="NAME", help="list the shots of this story that lack something")
    choice, console = parser.parse_args(), Console(width=200)
    shots = [shot for shot in load_shots() if choice.misses in (None, shot.story)]
    verdicts = [Verdict.of(shot, shot.draw(Look((1280, 720)))) for shot in shots]
    if choice.misses is None:
        console.print(build_table(verdicts))
        return
    for verdict in verdicts:
        if verdict.missing:
            text = " ".join(verdict.shot.shot.text.split())
            console.print(f"{verdict.shot.name}: {', '.join(verdict.missing)} | {text}", markup=False)


main()

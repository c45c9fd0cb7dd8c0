"""Score the story reader: `python -m tests.story.gold [--folder PATH]`."""

import argparse
from pathlib import Path
from pkgutil import resolve_name

from rich.console import Console

from tests.story.gold.gold import FOLDER, load_folder
from tests.story.gold.report import build_table, list_misses, score_texts


def main() -> None:
    """Print the table of scores of a folder of annotated texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="a folder of annotated texts")
    parser.add_argument("--reader", default="tests.story.gold.reading:predict", help="module:function")
    parser.add_argument("--misses", metavar="NAME", help="list what is wrong in the text of this name")
    choice = parser.parse_args()
    texts, predict, console = load_folder(choice.folder), resolve_name(choice.reader), Console(width=200)
    for text in texts:
        if text.name == choice.misses:
            console.print(*list_misses(text, predict), sep="\n", markup=False, highlight=False)
    if not choice.misses:
        console.print(build_table(score_texts(texts, predict)))


main()

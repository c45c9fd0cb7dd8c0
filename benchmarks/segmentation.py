"""Words per second of segmentation, beside the parser's alone on the same story.

Run with `python -m benchmarks.segmentation`. A word may take 1.5 times as long in 100,000 words as in 1,000,
and a story 4 times as long as parsing all of its text. The text is the sample tale, repeated with other names
of its heroine.
"""

import resource
import sys
import time
from pathlib import Path

from app.story.english.parser import load_parser
from app.story.segmentation import cut

GROWTH_LIMIT, PARSER_LIMIT = 1.5, 4.0
SIZES = (1_000, 10_000, 100_000)
_TALE = Path(__file__).parent.parent / "examples" / "the-bell-under-the-harbour.txt"
_NAMES = ("Nella", "Ottilie", "Marit", "Sanna", "Ilse", "Perpetua")


def build_story(words: int) -> str:
    """Return a story of about `words` words in whole paragraphs."""
    tale, paragraphs, length = _TALE.read_text(encoding="utf-8"), list[str](), 0
    while length < words:
        name = _NAMES[len(paragraphs) // 10 % len(_NAMES)]
        paragraphs += tale.replace("Nella", name).split("\n\n")
        length = sum(len(paragraph.split()) for paragraph in paragraphs)
    return "\n\n".join(paragraphs)


def _measure(story: str) -> tuple[float, int]:
    start = time.process_time()
    scenes = cut(story)
    return time.process_time() - start, len(scenes)


def main() -> int:
    """Print the table; return 0 if both ratios are within their limits."""
    start = time.process_time()
    parser = load_parser()
    print(f"the parser loads in {time.process_time() - start:.1f} s")
    cut(build_story(500))
    costs = []
    print(f"{'words':>9} {'scenes':>7} {'seconds':>8} {'words/s':>9}")
    for size in SIZES:
        story = build_story(size)
        words = len(story.split())
        # The best processor time of three runs excludes what else the machine does.
        seconds, scenes = min((_measure(story) for _ in range(3)), key=lambda run: run[0])
        costs.append(seconds / words)
        print(f"{words:>9,} {scenes:>7,} {seconds:>8.3f} {words / seconds:>9,.0f}")
    growth = costs[-1] / costs[0]
    print(
        f"a word takes {growth:.2f} times as long in the longest story as in the first (limit {GROWTH_LIMIT})"
    )
    story = build_story(SIZES[1])
    start = time.process_time()
    for _ in parser.pipe(story.split("\n\n")) if parser is not None else ():
        pass
    ratio = costs[1] * len(story.split()) / (time.process_time() - start) if parser is not None else 0.0
    print(f"a story takes {ratio:.2f} times as long as its parse (limit {PARSER_LIMIT})")
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB were used")
    return 0 if growth <= GROWTH_LIMIT and ratio <= PARSER_LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

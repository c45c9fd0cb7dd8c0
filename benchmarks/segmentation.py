"""Words per second of segmentation; a word may take 1.5 times as long in 100,000 words as in 1,000.

Run with `python -m benchmarks.segmentation`. The text is the sample tale, repeated with other names of its
heroine.
"""

import sys
import time
from pathlib import Path

from app.story.segmentation import cut

LIMIT = 1.5
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
    """Print the table; return 0 if the growth is within its limit."""
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
    ratio = costs[-1] / costs[0]
    print(f"a word takes {ratio:.2f} times as long in the longest story as in the shortest (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

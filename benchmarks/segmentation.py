"""Words a second that cutting takes; a word may cost 1.5 times as much in 100,000 words as in 1,000.

Run with `python -m benchmarks.segmentation`. The words are those of the sample tale, over and over, each
time with another name for its heroine.
"""

import sys
import time
from pathlib import Path

from app.story.segmentation import cut

LIMIT = 1.5
SIZES = (1_000, 10_000, 100_000)
_TALE = Path(__file__).parent.parent / "examples" / "the-bell-under-the-harbour.txt"
_NAMES = ("Nella", "Ottilie", "Marit", "Sanna", "Ilse", "Perpetua")


def story_of(words: int) -> str:
    """Make a story of about `words` words in whole paragraphs."""
    tale, paragraphs, length = _TALE.read_text(encoding="utf-8"), list[str](), 0
    while length < words:
        name = _NAMES[len(paragraphs) // 10 % len(_NAMES)]
        paragraphs += tale.replace("Nella", name).split("\n\n")
        length = sum(len(paragraph.split()) for paragraph in paragraphs)
    return "\n\n".join(paragraphs)


def _timed(story: str) -> tuple[float, int]:
    start = time.process_time()
    scenes = cut(story)
    return time.process_time() - start, len(scenes)


def main() -> int:
    """Print the table and say by the exit status whether growth is linear."""
    cut(story_of(500))
    costs = []
    print(f"{'words':>9} {'scenes':>7} {'seconds':>8} {'words/s':>9}")
    for size in SIZES:
        story = story_of(size)
        words = len(story.split())
        # Processor time, the best of three: what else the machine does is not measured.
        seconds, scenes = min((_timed(story) for _ in range(3)), key=lambda run: run[0])
        costs.append(seconds / words)
        print(f"{words:>9,} {scenes:>7,} {seconds:>8.3f} {words / seconds:>9,.0f}")
    ratio = costs[-1] / costs[0]
    print(f"a word costs {ratio:.2f} times as much in the longest story as in the shortest (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

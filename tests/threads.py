"""Functions that run at the same moment, each in its own thread."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor


def run_at_once(works: Sequence[Callable[[], object]]) -> list[object]:
    """Call several functions at the same moment, each in its own thread, and return their results."""
    start = threading.Barrier(len(works))

    def do(work: Callable[[], object]) -> object:
        start.wait(10)
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(do, works))

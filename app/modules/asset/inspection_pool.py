"""The inspections that run and wait in this process: few at once, one of each asset, in turn by user."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

from app.modules.asset.errors import InspectionBusy, InspectionInterrupted
from app.modules.asset.models import Asset

INSPECTIONS_AT_ONCE = 2
MOST_OF_ALL, MOST_OF_ONE_USER = 64, 48
"""How many inspections may run and wait."""


@dataclass
class _Inspection:
    user_id: int
    work: Callable[[], Asset]
    outcome: Future[Asset] = field(default_factory=Future)
    is_running: bool = False


class InspectionPool:
    """Runs inspections in threads of its own, so that requests wait for them without holding a thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inspections: dict[int, _Inspection] = {}
        self._threads = ThreadPoolExecutor(INSPECTIONS_AT_ONCE, "inspection")

    def submit(self, asset_id: int, user_id: int, work: Callable[[], Asset]) -> Future[Asset]:
        """Return the outcome of the asset's inspection, which is started unless it runs or waits already.

        Raises InspectionBusy.
        """
        with self._lock:
            if known := self._inspections.get(asset_id):
                return known.outcome
            of_user = sum(one.user_id == user_id for one in self._inspections.values())
            if len(self._inspections) >= MOST_OF_ALL or of_user >= MOST_OF_ONE_USER:
                raise InspectionBusy
            inspection = self._inspections[asset_id] = _Inspection(user_id, work)
        self._threads.submit(self._run_next)
        return inspection.outcome

    def stop(self) -> None:
        """End the inspections that wait; their outcome is InspectionInterrupted."""
        with self._lock:
            waiting = {key: one for key, one in self._inspections.items() if not one.is_running}
            for asset_id in waiting:
                del self._inspections[asset_id]
        for inspection in waiting.values():
            inspection.outcome.set_exception(InspectionInterrupted())

    def _run_next(self) -> None:
        """Run the longest waiting inspection of a user of whom the fewest run."""
        with self._lock:
            running = Counter(one.user_id for one in self._inspections.values() if one.is_running)
            waiting = [item for item in self._inspections.items() if not item[1].is_running]
            if not waiting:
                return
            asset_id, inspection = min(waiting, key=lambda item: running[item[1].user_id])
            inspection.is_running = True
        try:
            outcome = inspection.work()
        except BaseException as error:
            self._forget(asset_id)
            inspection.outcome.set_exception(error)
        else:
            self._forget(asset_id)
            inspection.outcome.set_result(outcome)

    def _forget(self, asset_id: int) -> None:
        with self._lock:
            del self._inspections[asset_id]


async def wait_for(outcome: Future[Asset], seconds: float) -> bool:
    """Return whether an inspection has ended within some seconds. It goes on when the caller is cancelled."""
    loop, has_ended = asyncio.get_running_loop(), asyncio.Event()

    def notify(_: Future[Asset]) -> None:
        # The server may have stopped meanwhile.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(has_ended.set)

    outcome.add_done_callback(notify)
    with suppress(TimeoutError):
        await asyncio.wait_for(has_ended.wait(), seconds)
    return outcome.done()

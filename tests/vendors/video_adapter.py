"""An adapter for the slow vendor, as an operator would write one: named by VIDEO_PROVIDER."""

import os
from collections.abc import Callable
from pathlib import Path

import httpx2

from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.till import Answer, Order, digest_of, till
from app.providers.video.base import ClipRequest

ADDRESS = "SLOW_VIDEO_URL"


class SlowVendor:
    """Submits an order, and asks after it until the clip is done."""

    name = "slow-vendor"
    model = "slow-1"
    priced_as = "slow-1"
    costs_money = True
    pays_through_till = True

    def submit(self, request: ClipRequest, target: Path, on_frame: Callable[[int], None]) -> str:
        """Place an order through the till, so that a worker killed after it orders nothing again."""
        plan = request.plan
        still = request.still.read_bytes()
        asked = {"frames": plan.frames, "fps": plan.fps, "size": plan.size, "prompt": request.prompt}
        seconds = plan.frames / plan.fps

        def call() -> Answer:
            handle = self._asked("POST", "/clips", json=asked).json()["id"]
            return Answer(handle.encode(), {"seconds": seconds}, handle)

        order = Order(self.name, self.model, digest_of(asked, still), {"seconds": seconds})
        return till().pay(order, call).body.decode()

    def poll(self, handle: str, target: Path) -> bool:
        """Look after an order, and fetch the clip when it is done."""
        status = self._asked("GET", f"/clips/{handle}").json()["status"]
        if status == "cancelled":
            raise ProviderRefused("The clip was cancelled at the vendor.")
        if status == "done":
            target.write_bytes(self._asked("GET", f"/clips/{handle}/content").content)
        return bool(status == "done")

    def cancel(self, handle: str) -> None:
        """Take an order back; one that is gone already is no error."""
        self._asked("DELETE", f"/clips/{handle}", gone_is_fine=True)

    @staticmethod
    def _asked(method: str, path: str, *, gone_is_fine: bool = False, json: object = None) -> httpx2.Response:
        try:
            answer = httpx2.request(method, os.environ[ADDRESS] + path, json=json, timeout=5)
        except httpx2.TransportError as error:
            raise ProviderBusy("The vendor can't be reached.", may_have_cost=True) from error
        if answer.status_code == 429:
            raise ProviderBusy("The vendor asks us to wait.", float(answer.headers.get("retry-after", 5)))
        if answer.status_code >= 500:
            raise ProviderBusy(f"The vendor answered {answer.status_code}.")
        if answer.status_code >= 400 and not (gone_is_fine and answer.status_code == 404):
            raise ProviderRefused(f"The vendor refused ({answer.status_code}).")
        return answer

"""An operator's own adapter, for the slow vendor; VIDEO_PROVIDER names it."""

import os
from collections.abc import Callable
from pathlib import Path

import httpx2

from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import Answer, BillableRequest, ProviderCallLedger, digest_of
from app.providers.video.base import ClipRequest, VideoCapabilities

ADDRESS = "SLOW_VIDEO_URL"


class SlowVendor:
    """Submits clips and polls for them."""

    capabilities = VideoCapabilities("slow-vendor", "slow-1", costs_money=True, records_calls=True)

    def submit(
        self, request: ClipRequest, target: Path, on_frame: Callable[[int], None], ledger: ProviderCallLedger
    ) -> str:
        """Submit a clip through the ledger, so that a worker killed afterwards submits nothing again."""
        plan = request.plan
        body = {"frames": plan.frames, "fps": plan.fps, "size": plan.size, "prompt": request.prompt}
        units = self.estimate_units(request)

        def send() -> Answer:
            handle = self._send("POST", "/clips", json=body).json()["id"]
            return Answer(handle.encode(), units, handle)

        digest = digest_of(body, request.still.read_bytes())
        name, model = self.capabilities.name, self.capabilities.model
        return ledger.record(BillableRequest(name, model, digest, units), send).body.decode()

    def estimate_units(self, request: ClipRequest) -> dict[str, float]:
        """Return the seconds of film that the vendor bills."""
        return {"seconds": request.plan.frames / request.plan.fps}

    def poll(self, handle: str, target: Path) -> bool:
        """Return whether the clip is complete, and write it to `target` if it is."""
        status = self._send("GET", f"/clips/{handle}").json()["status"]
        if status == "cancelled":
            raise ProviderRefused("The clip was cancelled at the vendor.")
        if status == "done":
            target.write_bytes(self._send("GET", f"/clips/{handle}/content").content)
        return bool(status == "done")

    def cancel(self, handle: str) -> None:
        """Cancel a clip; one that no longer exists is no error."""
        self._send("DELETE", f"/clips/{handle}", may_be_gone=True)

    @staticmethod
    def _send(method: str, path: str, *, may_be_gone: bool = False, json: object = None) -> httpx2.Response:
        try:
            answer = httpx2.request(method, os.environ[ADDRESS] + path, json=json, timeout=5)
        except httpx2.TransportError as error:
            raise ProviderBusy("The vendor can't be reached.", may_have_cost=True) from error
        if answer.status_code == 429:
            raise ProviderBusy("The vendor asks us to wait.", float(answer.headers.get("retry-after", 5)))
        if answer.status_code >= 500:
            raise ProviderBusy(f"The vendor answered {answer.status_code}.")
        if answer.status_code >= 400 and not (may_be_gone and answer.status_code == 404):
            raise ProviderRefused(f"The vendor refused ({answer.status_code}).")
        return answer

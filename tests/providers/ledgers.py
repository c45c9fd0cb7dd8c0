"""A ledger for tests."""

from collections.abc import Callable

from app.providers.ledger import Answer, BillableRequest


class RecordingLedger:
    """Records requests in order, and answers an equal request with the answer it has."""

    customer = "user-digest"

    def __init__(self) -> None:
        self.requests: list[BillableRequest] = []
        self.answers: dict[str, Answer] = {}

    def record(self, request: BillableRequest, send: Callable[[], Answer]) -> Answer:
        """Send a request once, and return its answer from then on."""
        self.requests.append(request)
        if request.digest not in self.answers:
            self.answers[request.digest] = send()
        return self.answers[request.digest]

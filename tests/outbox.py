"""The tests' own bell: it keeps messages instead of sending them, and runs them when told to."""

from collections import deque
from collections.abc import Sequence

import app.modules.asset.tasks
import app.modules.auth.tasks
import app.modules.task.tasks
import app.pipeline.tasks  # noqa: F401 - registers the tasks
from app.core.tasks import Message, celery


class Outbox:
    """What would have been sent."""

    def __init__(self) -> None:
        self.messages: deque[Message] = deque()
        self.doubles = False

    def publish(self, messages: Sequence[Message]) -> None:
        """Keep messages, as the real bell would send them."""
        self.messages.extend(messages)

    def deliver_all(self) -> int:
        """Run every message and whatever these send in turn; gives how many there were."""
        return self.deliver(1_000_000)

    def deliver(self, most: int) -> int:
        """Run at most so many messages, the oldest first."""
        count = 0
        while self.messages and count < most:
            message = self.messages.popleft()
            for _ in range(2 if self.doubles else 1):
                celery.tasks[message.task](message.row_id)
            count += 1
        return count

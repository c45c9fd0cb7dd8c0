"""The tests' publisher: it records messages instead of sending them, and runs their tasks on request."""

from collections import deque
from collections.abc import Sequence

import app.modules.asset.tasks
import app.modules.auth.tasks
import app.modules.task.tasks
import app.pipeline.tasks  # noqa: F401 - registers the tasks
from app.core.tasks import Message, Publisher, celery


class Outbox(Publisher):
    """A publisher that keeps messages in a queue; tests use it instead of the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: deque[Message] = deque()
        self.delivers_twice = False

    def publish(self, messages: Sequence[Message]) -> None:
        """Record messages that the real publisher would send."""
        self.messages.extend(messages)

    def deliver_all(self) -> int:
        """Run the tasks of all messages, those published meanwhile included; return their number."""
        return self.deliver(1_000_000)

    def deliver(self, limit: int) -> int:
        """Run the tasks of at most `limit` messages, the oldest first; return their number."""
        count = 0
        while self.messages and count < limit:
            message = self.messages.popleft()
            for _ in range(2 if self.delivers_twice else 1):
                celery.tasks[message.task](message.row_id)
            count += 1
        return count

"""Accounts: users, sessions, passwords, and the mails about them."""

from app.core.tasks import DEFAULT_QUEUE, declare_queues

QUEUE = DEFAULT_QUEUE
declare_queues(QUEUE)

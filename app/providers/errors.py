"""The two errors of providers, into which adapters translate their vendors' errors."""

from typing import Any


class ProviderBusy(Exception):
    """The request may succeed later: after an overload, a time-out or a broken answer.

    With `retry_after` (seconds) the provider asked us to wait: all tasks wait that long for it, and no
    attempt is used up. Without it one attempt is. `may_have_cost` is true where it is not known whether the
    vendor did the work, because no answer came or only part of one. `provider` is the busy provider's name,
    where that is known.
    """

    provider: str | None = None

    def __init__(
        self,
        message: str,
        retry_after: float | None = None,
        *,
        code: str = "provider.unavailable",
        may_have_cost: bool = False,
    ) -> None:
        super().__init__(message)
        self.retry_after, self.code, self.may_have_cost = retry_after, code, may_have_cost


class ProviderRefused(Exception):
    """The request will never succeed: it is invalid, its content is blocked, or the account has no credit.

    `details` are the message's facts for programs.
    """

    def __init__(
        self, message: str, code: str = "provider.refused", details: dict[str, Any] | None = None
    ) -> None:
        super().__init__(message)
        self.code, self.details = code, details

"""The two ways in which the outside world may fail us; adapters translate their vendors' errors."""

from typing import Any


class ProviderBusy(Exception):
    """It may work later: an overload, a time-out, a broken answer.

    With `retry_after` (seconds) the provider itself asked us to wait: everybody waits that long for it, and
    the work at hand loses no attempt. Without it one attempt is used up. `may_have_cost` where we can't
    tell whether the vendor did the work: no answer came, or half of one. `provider` is who is busy, once
    that is known.
    """

    provider: str | None = None

    def __init__(
        self,
        sentence: str,
        retry_after: float | None = None,
        *,
        code: str = "provider.unavailable",
        may_have_cost: bool = False,
    ) -> None:
        super().__init__(sentence)
        self.retry_after, self.code, self.may_have_cost = retry_after, code, may_have_cost


class ProviderRefused(Exception):
    """It will never work: a bad request, blocked content, an empty account.

    `details` tell a program what the sentence tells a person.
    """

    def __init__(
        self, sentence: str, code: str = "provider.refused", details: dict[str, Any] | None = None
    ) -> None:
        super().__init__(sentence)
        self.code, self.details = code, details

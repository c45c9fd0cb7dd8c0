"""The two ways in which the outside world may fail us; adapters translate their vendors' errors."""


class ProviderBusy(Exception):
    """It may work later: an overload, a time-out, a broken answer.

    With `retry_after` (seconds) the provider itself asked us to wait: everybody waits that long for it, and
    the work at hand loses no attempt. Without it one attempt is used up.
    """

    def __init__(self, sentence: str, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class ProviderRefused(Exception):
    """It will never work: a bad request, blocked content, an empty account."""

    def __init__(self, sentence: str, code: str = "provider.refused") -> None:
        super().__init__(sentence)
        self.code = code

"""The hierarchy of expected failures:

AppError                 status, code, retryable; rendered as application/problem+json by core/problems.py
├── NotFound             404  X.not_found       (the same answer for an object of another user)
├── Conflict             409  X.…
├── Invalid              422  request.invalid
├── Forbidden            403
├── Unauthorized         401  auth.…            (with WWW-Authenticate)
└── Unavailable          503  …                 (a required service does not answer)

Subclasses are defined in the errors.py of the module that raises them.
"""

from typing import Any, ClassVar


class AppError(Exception):
    """An expected failure, with a stable `code` for programs and a sentence for people.

    `keeps_changes` means that the transaction is committed before the error is raised. Keyword arguments
    become further members of the problem document; `headers` become headers of the response.
    """

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal.error"
    title: ClassVar[str] = "Internal error"
    detail: ClassVar[str] = "Something went wrong on our side."
    retryable: ClassVar[bool] = False
    keeps_changes: ClassVar[bool] = False
    headers: ClassVar[dict[str, str]] = {}

    def __init__(self, detail: str | None = None, **extra: Any) -> None:
        self.sentence = detail or self.detail
        self.extra = extra
        super().__init__(self.sentence)


class ConfigurationError(Exception):
    """A setting is missing or wrong. The message is one sentence that says what to do."""


class CommandFailed(Exception):
    """A command of the command line failed. The message is one sentence that says why."""


class UsageError(Exception):
    """A command of the command line was called wrongly. The message is one sentence that says how."""


class NotFound(AppError):
    status, code, title = 404, "request.not_found", "Not found"
    detail = "There is nothing at this address."


class Conflict(AppError):
    status, code, title = 409, "request.conflict", "Conflict"
    detail = "This can't be done in the current state."


class Invalid(AppError):
    status, code, title = 422, "request.invalid", "Invalid request"
    detail = "The request is not valid."


class Forbidden(AppError):
    status, code, title = 403, "request.forbidden", "Forbidden"
    detail = "You may not do this."


class Unauthorized(AppError):
    status, code, title = 401, "auth.not_authenticated", "Not authenticated"
    detail = "Sign in first."
    headers: ClassVar[dict[str, str]] = {"WWW-Authenticate": "Bearer"}


class Unavailable(AppError):
    status, code, title = 503, "service.unavailable", "Service unavailable"
    detail = "A required service does not answer; try again in a moment."
    retryable = True
    headers: ClassVar[dict[str, str]] = {"Retry-After": "5"}

"""The requests and responses of administration."""

from typing import Any, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StrictBool

from app.core.schemas import Request, UtcTime, optional
from app.modules.auth.schemas import AnyPassword, Email, FullName, Password, UserRead, UserRegister

Role = Literal["user", "admin"]


class ManagedUser(UserRead):
    """A user, for admins."""

    disabled: bool = Field(validation_alias="is_disabled")


class UserCreate(UserRegister):
    role: Role = "user"


class UserUpdate(Request):
    """Changes of a user; fields that are absent or null stay unchanged."""

    full_name: FullName | None = optional(validation_alias=AliasChoices("fullName", "full_name"))
    email: Email | None = optional()
    password: Password | None = optional()
    role: Role | None = optional()


class RoleChange(Request):
    role: Role


class PasswordSet(Request):
    password: Password


class DisabledChange(Request):
    disabled: StrictBool


class AccountDeletion(Request):
    password: AnyPassword


class AuditRead(BaseModel):
    """One security event."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    at: UtcTime
    actor_id: int | None
    action: str
    target: str | None
    ip: str | None
    request_id: str | None
    detail: dict[str, Any]


class QueueRead(BaseModel):
    """A queue: due work, the age of the oldest in seconds, running tasks, and worker processes."""

    name: str
    depth: int
    oldest_seconds: float
    running: int
    workers: int

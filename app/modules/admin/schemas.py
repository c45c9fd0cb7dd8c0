"""The wire shapes of administration."""

from typing import Any, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StrictBool

from app.core.schemas import Request, UtcTime
from app.modules.auth.schemas import AnyPassword, Email, FullName, Password, UserRead, UserRegister

Role = Literal["user", "admin"]


class ManagedUser(UserRead):
    """A user as admins see them."""

    disabled: bool = Field(validation_alias="is_disabled")


class UserCreate(UserRegister):
    role: Role = "user"


class UserUpdate(Request):
    """Any subset of what a user is made of; what is absent or null stays."""

    full_name: FullName | None = Field(None, validation_alias=AliasChoices("fullName", "full_name"))
    email: Email | None = None
    password: Password | None = None
    role: Role | None = None


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
    """How much waits in a queue, since when, and who works on it."""

    name: str
    depth: int
    oldest_seconds: float
    running: int
    workers: int

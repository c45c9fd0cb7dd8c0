"""The queries of administration: users, admins, the audit log, and the rows of a deleted account."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, func, or_, select
from sqlalchemy.orm import Session

from app.core.audit import AuditEvent
from app.core.idempotency import IdempotencyKey
from app.core.search import contains_part
from app.modules.auth.models import User
from app.modules.project.models import Project


class AdminRepository:
    """The queries of accounts and security events."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def list_users(
        self, q: str | None, role: str | None, page: int, limit: int
    ) -> tuple[Sequence[User], int]:
        statement = select(User)
        if q:
            statement = statement.where(or_(contains_part(User.full_name, q), contains_part(User.email, q)))
        if role:
            statement = statement.where(User.role == role)
        return self._get_page(statement, User.id, page, limit)

    def list_events(
        self, actor_id: int | None, action: str | None, page: int, limit: int
    ) -> tuple[Sequence[AuditEvent], int]:
        statement = select(AuditEvent)
        if actor_id is not None:
            statement = statement.where(AuditEvent.actor_id == actor_id)
        if action:
            statement = statement.where(AuditEvent.action == action)
        return self._get_page(statement, AuditEvent.id, page, limit)

    def get_locked(self, user_id: int) -> User | None:
        return self.session.scalar(
            select(User).where(User.id == user_id).with_for_update().execution_options(populate_existing=True)
        )

    def list_admins_locked(self) -> Sequence[User]:
        """Lock and return all enabled admins, by id: the same order for all callers prevents deadlocks."""
        return self.session.scalars(
            select(User)
            .where(User.role == "admin", User.is_disabled.is_(False))
            .order_by(User.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).all()

    def list_project_ids(self, user_id: int) -> Sequence[int]:
        return self.session.scalars(select(Project.id).where(Project.user_id == user_id)).all()

    def delete_user(self, user: User) -> None:
        """Delete a user and the rows that refer to it without a foreign key."""
        self.session.execute(delete(IdempotencyKey).where(IdempotencyKey.user_id == user.id))
        self.session.delete(user)
        self.session.flush()

    def _get_page(
        self, statement: Select[Any], order: Any, page: int, limit: int
    ) -> tuple[Sequence[Any], int]:
        count = statement.with_only_columns(func.count(), maintain_column_froms=True)
        total = self.session.scalar(count) or 0
        rows = self.session.scalars(
            statement.order_by(order.desc()).offset((page - 1) * limit).limit(limit)
        ).all()
        return rows, total

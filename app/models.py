"""Imports every table, so that SQLAlchemy's metadata and relationships are complete."""

from app.core.audit import AuditEvent
from app.core.database import Base
from app.core.idempotency import IdempotencyKey
from app.core.outbox import OutboxRow
from app.modules.asset.models import Artifact, Asset
from app.modules.auth.models import PasswordReset, RefreshToken, User, UserSession
from app.modules.billing.models import ProviderCall, SpendingDay
from app.modules.character.models import Character
from app.modules.job.models import Job, JobEvent, JobStage, JobTransition
from app.modules.moderation.models import ModerationVerdict
from app.modules.project.models import Project
from app.modules.scene.models import Scene
from app.modules.task.models import ProviderBlock, Task, TaskNeed, Worker
from app.pipeline.leases import Lease

__all__ = [
    "Artifact",
    "Asset",
    "AuditEvent",
    "Base",
    "Character",
    "IdempotencyKey",
    "Job",
    "JobEvent",
    "JobStage",
    "JobTransition",
    "Lease",
    "ModerationVerdict",
    "OutboxRow",
    "PasswordReset",
    "Project",
    "ProviderBlock",
    "ProviderCall",
    "RefreshToken",
    "Scene",
    "SpendingDay",
    "Task",
    "TaskNeed",
    "User",
    "UserSession",
    "Worker",
]

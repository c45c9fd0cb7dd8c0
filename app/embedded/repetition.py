"""The finding of a film that is made already, so that an unchanged story starts no worker."""

import hashlib
import json

from app.core import migrations
from app.core.config import settings
from app.core.database import reading
from app.core.errors import AppError
from app.embedded import folders
from app.embedded.film import FilmRequest, find_local_user, find_newest_job
from app.modules.asset.service import AssetService
from app.modules.job.schemas import JobRead
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.service import ProjectService
from app.pipeline.preview import preview_job
from app.providers import registry
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.registry import storage

FILM_STAGES = {"generating_images", "generating_video", "generating_audio", "composing"}


def find_finished(request: FilmRequest) -> JobRead | None:
    """Return the completed job of an equal request, whose every part is still current and stored.

    None when there is none, or when this version of the studio would make any part anew.
    """
    if folders.read_record(settings().data).get("made") != _digest(request) or not migrations.is_current():
        return None
    with reading() as session:
        user = find_local_user(session)
        job = find_newest_job(session, user) if user else None
        if user is None or job is None or job.status != JobStatus.COMPLETED or not job.film_key:
            return None
        keys = {asset.storage_key for asset in AssetService(session).list_of_job(job.id)}
        found = JobService(session).read(job)
    if not all(map(storage().has, keys | {job.film_key})):
        return None
    try:
        estimate = preview_job(job.project_id, request.config, user)
    except (AppError, ProviderBusy, ProviderRefused):
        return None
    stages = [stage for stage in estimate.stages if stage.stage in FILM_STAGES]
    is_made = all(stage.tasks == stage.cached for stage in stages)
    return found if is_made and estimate.moderation != "flagged" else None


def remember(request: FilmRequest) -> None:
    """Record that the film of a request is made; the story's folder must be locked."""
    folders.update_record(settings().data, made=_digest(request))


def _digest(request: FilmRequest) -> str:
    """Return the SHA-256 of all that a command asks for, and of the providers that answer it."""
    providers = {need: registry.adapter(need).capabilities for need in registry.ADAPTERS}
    whole = {
        "project": ProjectService.fields_of(request.project),
        "config": request.config.model_dump(),
        "providers": {need: [one.name, one.model] for need, one in providers.items()},
    }
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

"""The preview of a job: its tasks are planned, looked up in the cache and priced, and not stored."""

from collections.abc import Sequence, Set

from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.database import reading
from app.modules.asset.service import AssetService
from app.modules.auth.models import User
from app.modules.character.cast import Cast
from app.modules.character.service import CharacterService
from app.modules.job.errors import StoryUnreadable
from app.modules.job.estimate import JobEstimate
from app.modules.job.schemas import JobConfig
from app.modules.moderation.service import ExpectedVerdict, ModerationService
from app.modules.moderation.subject import Subject, check_subjects, make_scene_subject, make_story_subject
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.scene.drafts import draft_of, scene_from
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService
from app.pipeline.graph import Node, plan_nodes
from app.pipeline.inputs import choose_look
from app.pipeline.shot_planner import ShotPlanner
from app.pipeline.stage_costs import JobPreview
from app.pipeline.stages.plan import make_plan_request, plan_film
from app.providers import registry
from app.providers.ledger import UnrecordedCalls
from app.story import segmentation
from app.story.errors import StoryError


def preview_job(project_id: int, config: JobConfig, user: User) -> JobEstimate:
    """Return the estimate of a job, in tasks and US dollars; no paid provider is called.

    Raises ProjectNotFound, ConfigNotOffered, StoryUnreadable, and ProviderBusy or ProviderRefused when a
    moderation provider that costs nothing does not answer.
    """
    with reading() as session:
        project = ProjectService(session).get(project_id, user)
        scenes = SceneService(session).list_of(project.id)
        cast = CharacterService(session).get_cast(project.id)
        uploaded = AssetService(session).get_uploaded_stills(project.id).keys()
        # The plan is applied to the scene objects, and must not change their rows.
        session.expunge_all()
    is_segmented = bool(scenes)
    scenes = scenes or _guess_scenes(project)
    subjects = [make_story_subject(project), *(make_scene_subject(scene) for scene in scenes)]
    nodes = _plan(project, config, scenes, cast, uploaded)
    with reading() as session:
        preview = JobPreview(session, project, config, scenes, cast)
        if not is_segmented:
            preview.count_segmentation()
        preview.count(nodes)
        verdict, overridden = _read_expected_verdict(session, project, subjects), preview.overridden
    return preview.estimate(verdict or _check_now(subjects, overridden))


def _guess_scenes(project: Project) -> list[Scene]:
    """Segment the story by rules, which cost nothing, as an estimate of a provider's segmentation."""
    try:
        drafts = segmentation.read_story(
            project.story_text, project.story_format, project.language, project.duration_sec
        ).scenes
        segmentation.check_count(drafts)
    except StoryError as error:
        raise StoryUnreadable(str(error)) from error
    scenes = [scene_from(draft, project.id, index) for index, draft in enumerate(drafts)]
    for scene in scenes:
        scene.id, scene.character_keys = -1 - scene.scene_index, {}
    return scenes


def _number_shots(scenes: Sequence[Scene]) -> None:
    """Give ids to shots that are not stored, by which the planned tasks name them."""
    new = (shot for scene in scenes for shot in scene.shots if shot.id is None)
    for number, shot in enumerate(new, start=1):
        shot.id = -number


def _plan(
    project: Project, config: JobConfig, scenes: Sequence[Scene], cast: Cast, uploaded: Set[str]
) -> list[Node]:
    drafts = tuple(draft_of(scene) for scene in scenes)
    film = plan_film(make_plan_request(project, config, drafts))
    film.apply(scenes)
    _number_shots(scenes)
    look = choose_look(project, config)
    planner = ShotPlanner(config, look, cast, project.language, uploaded)
    return list(plan_nodes(film.form.apply(planner.plan(scenes, film.frames)), has_audio=config.audio))


def _read_expected_verdict(
    session: Session, project: Project, subjects: Sequence[Subject]
) -> ExpectedVerdict | None:
    """Return the verdict to expect where a check costs money; None where the check itself costs nothing."""
    if not settings().moderation_enabled:
        return "unknown"
    provider = registry.moderation_provider()
    if not provider.capabilities.costs_money:
        return None
    return ModerationService(session).get_expected_verdict(project.id, subjects, provider)


def _check_now(subjects: Sequence[Subject], overridden: frozenset[str]) -> ExpectedVerdict:
    findings = check_subjects(registry.moderation_provider(), subjects, UnrecordedCalls())
    flagged = any(one.flagged and one.subject.digest not in overridden for one in findings)
    return "flagged" if flagged else "passed"

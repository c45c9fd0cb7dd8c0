"""The parts of a film as files, named by what they are and by the number of their shot or scene."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.database import reading
from app.film.boards.contact_sheet import MOST_ON_SHEET, contact_sheets
from app.film.boards.page import compose_page
from app.film.brief import ShotBrief
from app.modules.asset.models import Asset
from app.modules.asset.service import AssetService
from app.modules.character.cast import Cast
from app.modules.character.service import CharacterService
from app.modules.job.schemas import JobRead
from app.modules.project.models import Project
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService
from app.pipeline.briefs import make_brief
from app.providers.registry import storage

WORDS = {
    "background": "panel",
    "character": "portrait",
    "clip": "clip",
    "narration": "narration",
    "subtitle": "subtitles",
    "thumbnail": "thumbnail",
}
"""The names of the kept assets' types; the pages made from panels are boards."""


@dataclass(frozen=True, slots=True)
class Slate:
    """One clip of a film on paper; `number` names its files: "003B", or "003" for a whole scene.

    `words` are those that are told in it.
    """

    number: str
    brief: ShotBrief
    panel: Path
    seconds: float
    words: str


def export_parts(job: JobRead, folder: Path) -> None:
    """Copy all assets of the job except the film to a folder, and write its storyboard pages there."""
    folder.mkdir(parents=True, exist_ok=True)
    fps = int(job.config["fps"])
    with reading() as session:
        assets = [one for one in AssetService(session).list_of_job(job.id) if one.type in WORDS]
        scenes = SceneService(session).list_of(job.project_id)
        cast = CharacterService(session).get_cast(job.project_id)
        title = session.get_one(Project, job.project_id).title
        files = {id_: folder / name for id_, name in name_parts(assets, scenes).items()}
        slates = list(_list_slates(scenes, cast, assets, files, fps))
    for asset in assets:
        storage().fetch(asset.storage_key, files[asset.id])
    for slate in slates:
        page = compose_page(slate.panel.read_bytes(), slate.brief, title, slate.seconds, fps, slate.words)
        (folder / f"board-{slate.number}.png").write_bytes(page)
    _write_contact_sheets(slates, title, folder)


def name_parts(assets: Sequence[Asset], scenes: Sequence[Scene]) -> dict[int, str]:
    """Return the assets' filenames by id, such as `clip-001B.mp4`, `narration-001.wav` or `subtitles.srt`.

    A further file of the same name ends in `-2`, `-3` and so on.
    """
    numbers = {scene.id: f"-{scene.scene_index + 1:03d}" for scene in scenes}
    letters = {shot.id: shot.letters for scene in scenes for shot in scene.shots}
    names: dict[int, str] = {}
    for asset in assets:
        stem = WORDS[asset.type] + numbers.get(asset.scene_id or 0, "") + letters.get(asset.shot_id or 0, "")
        ending, count = Path(asset.filename).suffix, 1
        while (name := stem + (f"-{count}" if count > 1 else "") + ending) in names.values():
            count += 1
        names[asset.id] = name
    return names


def _list_slates(
    scenes: Sequence[Scene], cast: Cast, assets: Sequence[Asset], files: Mapping[int, Path], fps: int
) -> Iterator[Slate]:
    """Yield the clips of a film in order; that of a whole scene shows the panel of its first shot."""
    panels = {asset.shot_id: files[asset.id] for asset in assets if asset.type == "background"}
    clips = {(asset.scene_id, asset.shot_id): asset for asset in assets if asset.type == "clip"}
    for scene in scenes:
        filmed = [(shot, clips.get((scene.id, shot.id))) for shot in scene.shots]
        for shot, clip in [(scene.first_shot, clips.get((scene.id, None))), *filmed]:
            if clip is not None:
                number = f"{scene.scene_index + 1:03d}{shot.letters if clip.shot_id else ''}"
                seconds = int(clip.meta["frames"]) / fps
                words = shot.text if clip.shot_id else scene.narration
                yield Slate(number, make_brief(scene, shot, cast), panels[shot.id], seconds, words)


def _write_contact_sheets(slates: Sequence[Slate], title: str, folder: Path) -> None:
    """Write `contact-sheet.png` and, for a long film, `contact-sheet-2.png` and so on, one at a time."""
    for start in range(0, len(slates), MOST_ON_SHEET):
        shots = [(one.panel.read_bytes(), one.brief) for one in slates[start : start + MOST_ON_SHEET]]
        (sheet,) = contact_sheets(shots, title)
        number = start // MOST_ON_SHEET + 1
        (folder / f"contact-sheet{f'-{number}' if number > 1 else ''}.png").write_bytes(sheet)

"""The parts of a film as files, named by what they are and by the scene's number in three digits."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.core.database import reading
from app.film.boards.page import compose_page, contact_sheet
from app.modules.asset.models import Asset
from app.modules.asset.service import AssetService
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


def export_parts(job: JobRead, folder: Path) -> None:
    """Copy all assets of the job except the film to a folder, and write its storyboard pages there."""
    folder.mkdir(parents=True, exist_ok=True)
    with reading() as session:
        assets = [one for one in AssetService(session).list_of_job(job.id) if one.type in WORDS]
        scenes = SceneService(session).list_of(job.project_id)
        title = session.get_one(Project, job.project_id).title
    numbers = {scene.id: scene.scene_index + 1 for scene in scenes}
    names = name_parts(assets, numbers)
    for asset in assets:
        storage().fetch(asset.storage_key, folder / names[asset.id])
    panels = {asset.scene_id: folder / names[asset.id] for asset in assets if asset.type == "background"}
    frames = {asset.scene_id: int(asset.meta["frames"]) for asset in assets if asset.type == "clip"}
    _write_boards(scenes, title, panels, frames, int(job.config["fps"]), folder)


def name_parts(assets: Sequence[Asset], numbers: Mapping[int, int]) -> dict[int, str]:
    """Return the assets' filenames by id, such as `clip-001.mp4` or `subtitles.srt`.

    `numbers` are those of the scenes by id. A further file of the same name ends in `-2`, `-3` and so on.
    """
    names: dict[int, str] = {}
    for asset in assets:
        number = numbers.get(asset.scene_id or 0)
        stem = WORDS[asset.type] + (f"-{number:03d}" if number else "")
        ending, count = Path(asset.filename).suffix, 1
        while (name := stem + (f"-{count}" if count > 1 else "") + ending) in names.values():
            count += 1
        names[asset.id] = name
    return names


def _write_boards(
    scenes: Sequence[Scene],
    title: str,
    panels: Mapping[int | None, Path],
    frames: Mapping[int | None, int],
    fps: int,
    folder: Path,
) -> None:
    """Write `board-NNN.png` for each scene, and `contact-sheet.png`."""
    pages = []
    for scene in scenes:
        panel, seconds = panels[scene.id].read_bytes(), frames[scene.id] / fps
        pages.append(compose_page(panel, make_brief(scene), title, seconds, fps))
        (folder / f"board-{scene.scene_index + 1:03d}.png").write_bytes(pages[-1])
    (folder / "contact-sheet.png").write_bytes(contact_sheet(pages))

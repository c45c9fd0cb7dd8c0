"""A film's storyboard as pages: one for each scene, and a contact sheet of all."""

from collections.abc import Sequence
from pathlib import Path

from app.film.boards.page import compose_page, contact_sheet
from app.modules.asset.models import Asset
from app.modules.job.schemas import JobRead
from app.modules.scene.models import Scene
from app.pipeline.inputs import make_brief


def write_boards(
    scenes: Sequence[Scene], title: str, job: JobRead, assets: Sequence[Asset], folder: Path
) -> None:
    """Write `board-NNN.png` for each scene, and `contact-sheet.png`, into a folder that holds the panels.

    `assets` are those of the job, with a clip and a panel for each scene.
    """
    frames = {asset.scene_id: asset.meta["frames"] for asset in assets if asset.type == "clip"}
    names = {asset.scene_id: asset.filename for asset in assets if asset.type == "background"}
    fps, pages = int(job.config["fps"]), []
    for scene in scenes:
        panel = (folder / names[scene.id]).read_bytes()
        seconds = frames[scene.id] / fps
        pages.append(compose_page(panel, make_brief(scene), title, seconds, fps))
        (folder / f"board-{scene.scene_index + 1:03d}.png").write_bytes(pages[-1])
    (folder / "contact-sheet.png").write_bytes(contact_sheet(pages))

"""A job's progress on a terminal: one bar a stage."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from app.modules.job.schemas import JobRead

NAMES = {
    "validating": "Read the story",
    "processing": "Cut it into scenes",
    "generating_images": "Draw the storyboard",
    "generating_video": "Move the camera",
    "generating_audio": "Narrate",
    "composing": "Compose the film",
}


class StageBars:
    """Shows a job; used as a context, and told the job again and again."""

    def __init__(self, console: Console) -> None:
        columns = (
            TextColumn("{task.description:<20}"),
            BarColumn(bar_width=32),
            MofNCompleteColumn(),
            TextColumn("{task.fields[note]}"),
            TimeElapsedColumn(),
        )
        self._progress = Progress(*columns, console=console)
        self._bars: dict[str, TaskID] = {}

    def __enter__(self) -> "StageBars":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, job: JobRead) -> None:
        """Draw the job's stages as they are now."""
        for stage in job.stages:
            if stage.status == "skipped":
                continue
            if stage.stage not in self._bars:
                name = NAMES[stage.stage]
                self._bars[stage.stage] = self._progress.add_task(name, start=False, total=None, note="")
            bar = self._bars[stage.stage]
            if stage.status != "waiting":
                self._progress.start_task(bar)
            note = f"{stage.cached} reused" if stage.cached else ""
            self._progress.update(bar, completed=stage.done, total=stage.total or None, note=note)
            if stage.status == "done":
                self._progress.stop_task(bar)

"""A job's progress on a terminal: one bar for each stage."""

from collections.abc import Mapping

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from app.modules.job.schemas import JobRead, StageRead
from app.modules.task.state import JobStageName

NAMES: Mapping[str, str] = {
    JobStageName.VALIDATING: "Read the story",
    JobStageName.PROCESSING: "Cut it into scenes",
    JobStageName.GENERATING_IMAGES: "Draw the storyboard",
    JobStageName.GENERATING_VIDEO: "Move the camera",
    JobStageName.GENERATING_AUDIO: "Narrate and mix",
    JobStageName.COMPOSING: "Compose the film",
}


class StageBars:
    """A context manager that shows a job's progress.

    On a terminal it draws live bars; to a file or pipe it prints a line for each finished stage.
    """

    def __init__(self, console: Console) -> None:
        columns = (
            TextColumn("{task.description:<20}"),
            BarColumn(bar_width=32),
            MofNCompleteColumn(),
            TextColumn("{task.fields[note]}"),
            TimeElapsedColumn(),
        )
        self._console = console
        self._progress = Progress(*columns, console=console, disable=not console.is_terminal)
        self._bars: dict[str, TaskID] = {}
        self._printed: set[str] = set()

    def __enter__(self) -> "StageBars":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def update(self, job: JobRead) -> None:
        """Show the current state of the job's stages."""
        for stage in job.stages:
            if stage.status != "skipped":
                self._draw(stage)
            if stage.status == "done" and stage.stage not in self._printed:
                self._printed.add(stage.stage)
                if self._progress.disable:
                    self._console.print(
                        f"{NAMES[stage.stage]}: {stage.done} of {stage.total} {_format_cached(stage)}"
                    )

    def _draw(self, stage: StageRead) -> None:
        if stage.stage not in self._bars:
            name = NAMES[stage.stage]
            self._bars[stage.stage] = self._progress.add_task(name, start=False, total=None, note="")
        bar = self._bars[stage.stage]
        if stage.status != "waiting":
            self._progress.start_task(bar)
        self._progress.update(
            bar, completed=stage.done, total=stage.total or None, note=_format_cached(stage)
        )
        if stage.status == "done":
            self._progress.stop_task(bar)


def _format_cached(stage: StageRead) -> str:
    return f"({stage.cached} reused)" if stage.cached else ""

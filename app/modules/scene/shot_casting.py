"""The casting of shots: the names in a shot are those of the project's characters."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.story.beat import Beat
from app.story.shot import ShotDraft
from app.vocabulary.staging import Staging

Rename = Callable[[str], str | None]
"""Returns the name in the place of a name or a noun; None for a character that leaves."""


def recast_shot(shot: ShotDraft, rename: Rename) -> ShotDraft:
    """Return a shot with other names, in its frame, its staging and its beats."""
    return replace(
        shot,
        characters=_rename_all(shot.characters, rename),
        staging=shot.staging and _recast_staging(shot.staging, rename),
        beats=tuple(_recast_beat(beat, rename) for beat in shot.beats),
    )


def _recast_staging(staging: Staging, rename: Rename) -> Staging:
    figures = ((figure, rename(figure.name) if figure.name else "") for figure in staging.figures)
    return replace(
        staging,
        figures=tuple(
            replace(figure, name=name, target=rename(figure.target) or "" if figure.target else "")
            for figure, name in figures
            if name is not None
        ),
    )


def _recast_beat(beat: Beat, rename: Rename) -> Beat:
    return replace(beat, agents=_rename_all(beat.agents, rename), patients=_rename_all(beat.patients, rename))


def _rename_all(names: Iterable[str], rename: Rename) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new for name in names if (new := rename(name))))

"""What happens in a shot besides the camera's move: whose mouth moves when, and what shakes the camera."""

from collections.abc import Iterator, Sequence

from app.film.motion.moving_picture import NO_ACTING, Acting
from app.film.turns import locate_lines
from app.film.words import Word, locate_words
from app.modules.scene.drafts import draft_of_shot
from app.modules.scene.models import Scene, Shot
from app.pipeline.inputs import StageInput
from app.pipeline.soundscape import EVENT_SHARE
from app.story.shot import ShotDraft
from app.vocabulary.actions import Action

_IMPACTS = frozenset([Action.HIT, Action.FALL, Action.BREAK])


def find_acting(source: StageInput, words: Sequence[Word]) -> Acting:
    """Return what happens in a clip; `words` are those heard in it, in seconds from its start.

    In a whole scene that is filmed as one take only the camera moves.
    """
    if not source.is_of_shot:
        return NO_ACTING
    draft = draft_of_shot(source.shot)
    return Acting(tuple(_list_speech(source.scene, source.shot, draft, words)), _find_impact(draft, words))


def _list_speech(
    scene: Scene, shot: Shot, draft: ShotDraft, words: Sequence[Word]
) -> Iterator[tuple[float, float]]:
    """Yield when the one who is seen to speak says a word."""
    figures = draft.staging.figures if draft.staging else ()
    speaker = next((figure.name for figure in figures if figure.is_speaking), None)
    if speaker is None:
        return
    lines = list(_list_lines(scene, speaker))
    place = sum(len(other.text) for other in scene.shots if other.shot_index < shot.shot_index)
    places = [place + at for at, _ in locate_words(shot.text)]
    for number, word in enumerate(words):
        # A take may count its words otherwise than the text does.
        at = places[number * len(places) // len(words)] if places else place
        if any(start <= at < end for start, end in lines):
            yield word.start_sec, word.end_sec


def _list_lines(scene: Scene, speaker: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of a speaker stand in the narration."""
    for number, start, end in locate_lines(scene.narration, (line["line"] for line in scene.dialogue)):
        if scene.dialogue[number]["character"] == speaker:
            yield start, end


def _find_impact(draft: ShotDraft, words: Sequence[Word]) -> float | None:
    if not words or not any(beat.action in _IMPACTS and beat.status == "seen" for beat in draft.beats):
        return None
    start, end = words[0].start_sec, words[-1].end_sec
    return round(start + (end - start) * EVENT_SHARE, 3)

"""The coverage of one scene: all its shots, chosen one after the other."""

from dataclasses import replace

from app.story.coverage.events import EventCoverage
from app.story.coverage.extras import ExtrasReader, has_pronoun
from app.story.coverage.faces import Faces
from app.story.coverage.framing import WIDE_SIZES, Intent
from app.story.coverage.narration import establish, narrate
from app.story.coverage.pictures import Picture
from app.story.coverage.referred import find_referred
from app.story.coverage.seconds import list_natural_seconds
from app.story.coverage.sentences import quote_words
from app.story.coverage.stage import Stage, have_same_setup
from app.story.coverage.stretches import Stretch, list_stretches
from app.story.coverage.talk import TalkCoverage
from app.story.coverage.told_things import add_told_things
from app.story.scene import SceneDraft
from app.story.shot import MAX_SHOTS_OF_SCENE, ShotDraft
from app.vocabulary.closed import CAMERA_MOVE, SHOT_TYPE
from app.vocabulary.shots import Angle, CameraMove, ShotType
from app.vocabulary.staging import Staging

_CLOSE_SHOTS_IN_A_ROW = 6
_CLOSE_NARRATION_IN_A_ROW = 3
_LEAST_PEOPLE = {"two_shot": 2, "over_the_shoulder": 2}
_WITH_EXTRAS = (Intent.ESTABLISH, Intent.ACTION, Intent.REVEAL, Intent.NARRATION, Intent.INSERT)
_EXTRAS_ALONE: tuple[ShotType, ...] = ("full", "wide", "extreme_wide")
_SPARE: tuple[ShotType, ...] = ("medium", "medium_close_up", "full", "wide", "close_up")
_SPARE_ANGLES: tuple[Angle, ...] = ("eye", "high", "low")


def cover_scene(
    scene: SceneDraft,
    before: SceneDraft | None = None,
    language: str = "en",
    most: int = MAX_SHOTS_OF_SCENE,
) -> tuple[ShotDraft, ...]:
    """Return all shots of a scene, `most` of them at most; `before` is the scene before it with its shots.

    The texts of the shots are the narration. The first shot has the scene's own size and camera move where
    they suit. The same scene has the same shots always, and the cost is linear in its length.
    """
    stretches = list_stretches(scene, language, most)
    coverage = _SceneCoverage(scene, language, before.shots[-1] if before and before.shots else None)
    for stretch in stretches:
        coverage.add(stretch)
    natural = list_natural_seconds([stretch.text for stretch in stretches], language)
    return tuple(
        replace(shot, duration_sec=round(seconds + hold, 3))
        for shot, seconds, hold in zip(coverage.shots, natural, coverage.holds, strict=True)
    )


class _SceneCoverage:
    """The shots of a scene so far."""

    def __init__(self, scene: SceneDraft, language: str, last: ShotDraft | None) -> None:
        self._scene, self._last = scene, last
        self._is_english = language.lower().split("-")[0] == "en"
        self._stage = Stage(scene)
        self._extras = ExtrasReader(scene)
        self._faces = Faces()
        self._talk, self._events = TalkCoverage(self._stage), EventCoverage(self._stage)
        self._close_shots = 0
        self.shots: list[ShotDraft] = []
        self.holds: list[float] = []

    def add(self, stretch: Stretch) -> None:
        """Add the shot of a stretch."""
        if self._is_english:
            named = (*stretch.named, *self._extras.find_characters(stretch.text))
            stretch = replace(stretch, named=tuple(dict.fromkeys(named)))
        picture = self._choose_picture(stretch)
        if self._is_english:
            picture = self._add_extras(stretch, picture)
        shot = self._make_shot(stretch, picture)
        self._stage.remember(stretch.seen)
        self._close_shots = 0 if shot.shot_type in WIDE_SIZES else self._close_shots + 1
        self.shots.append(shot)
        self.holds.append(picture.hold_sec)
        self._last = shot

    def _choose_picture(self, stretch: Stretch) -> Picture:
        before = self._last.characters if self._last and self.shots else ()
        if not self.shots:
            return self._open(stretch)
        if stretch.speaker in self._stage.cast:
            event = self._events.cover(stretch, before)
            has_own = event is not None and stretch.speaker in event.names and _is_strong(stretch)
            if event is not None and has_own:
                return event
            return self._talk.cover(stretch, before, is_wide=self._close_shots >= _CLOSE_SHOTS_IN_A_ROW)
        event = self._events.cover(stretch, before)
        if event is None and self._is_english:
            event = self._events.show_thing(stretch)
        is_wide = self._close_shots >= _CLOSE_NARRATION_IN_A_ROW
        return event or narrate(self._stage, stretch, before, is_wide=is_wide)

    def _add_extras(self, stretch: Stretch, picture: Picture) -> Picture:
        """Return a picture with the extras that its stretch tells of, alone where it tells of no one else."""
        extras = self._extras.read(stretch)
        if not extras or picture.intent not in _WITH_EXTRAS:
            return picture
        if self.shots and self._is_about_strangers(stretch):
            action = quote_words(stretch.text) or picture.action
            return replace(
                picture,
                intent=Intent.ACTION,
                sizes=_EXTRAS_ALONE,
                action=action,
                figures=(),
                extras=extras,
                angle="eye",
            )
        if stretch.seen and all(self._stage.cast.isdisjoint(beat.agents) for beat in stretch.seen):
            met = self._find_met(stretch)
            figures = self._stage.place_figures(met, ()) if met else picture.figures
            picture = replace(picture, figures=figures, action=quote_words(stretch.text) or picture.action)
        sizes = picture.sizes if picture.sizes[0] in WIDE_SIZES[:3] else (*WIDE_SIZES[2:0:-1], *picture.sizes)
        return replace(picture, sizes=tuple(dict.fromkeys(sizes)), extras=extras)

    def _find_met(self, stretch: Stretch) -> tuple[str, ...]:
        """Return the characters to whom strangers do something in a stretch."""
        patients = (name for beat in stretch.beats for name in beat.patients if name in self._stage.cast)
        known = dict.fromkeys((*(self._last.characters if self._last else ()), *self._scene.characters))
        told = (*patients, find_referred(stretch.text, (), known, self._stage.looks))
        return tuple(dict.fromkeys(filter(None, told)))[:2]

    def _is_about_strangers(self, stretch: Stretch) -> bool:
        """Return whether a stretch tells of no character of the scene."""
        agents = {name for beat in stretch.seen for name in (*beat.agents, *beat.patients)}
        is_silent = not stretch.named and not stretch.speaker and agents.isdisjoint(self._stage.cast)
        return is_silent and (bool(agents) or not has_pronoun(stretch.text))

    def _open(self, stretch: Stretch) -> Picture:
        """Return the opening picture of a scene, in its own size and with its own move where they suit."""
        event = self._events.cover(stretch, ())
        size, move = SHOT_TYPE.nearest(self._scene.shot_type), CAMERA_MOVE.nearest(self._scene.camera_move)
        if size in ("extreme_wide", "wide", "full"):
            picture = establish(self._stage, stretch, event)
        elif stretch.speaker in self._stage.cast:
            picture = self._talk.cover(stretch, (), is_wide=False)
        else:
            picture = event or narrate(self._stage, stretch, ())
        if size == "extreme_wide" and event is not None and event.figures:
            size = "wide"  # From further away what one does is not seen.
        suits = len(picture.figures) >= _LEAST_PEOPLE.get(size, 1 if size not in WIDE_SIZES else 0)
        sizes = (size, *picture.sizes) if suits else picture.sizes
        return replace(picture, sizes=tuple(dict.fromkeys(sizes)), move=move)

    def _make_shot(self, stretch: Stretch, picture: Picture) -> ShotDraft:
        """Return the shot of a picture, in a size and from an angle that differ from the shot before."""
        things = picture.things
        if self._is_english:
            things = add_told_things(things, stretch.text, picture.sizes[0])
        figures = self._faces.show(picture.figures, stretch.beats)
        shot = ShotDraft(
            text=stretch.text,
            shot_type=picture.sizes[0],
            action=picture.action,
            characters=picture.names,
            props=things,
            angle=picture.angle,
            camera_move=self._choose_move(picture),
            staging=Staging(figures, things, picture.has_crowd, picture.extras),
            beats=stretch.beats,
        )
        if self._last is None or picture.intent is Intent.INSERT:
            return shot
        return self._vary(shot, self._last, picture)

    def _choose_move(self, picture: Picture) -> CameraMove:
        """Return a picture's move, a slow one where two held shots without talk would follow each other."""
        is_still = picture.move == "static" and self._last is not None and self._last.camera_move == "static"
        if not self.shots or not is_still or picture.intent not in (Intent.ACTION, Intent.NARRATION):
            return picture.move
        if picture.sizes[0] in WIDE_SIZES:
            return "pan_left" if self._stage.axis.travel == "left" else "pan_right"
        return "push_in"

    def _vary(self, shot: ShotDraft, last: ShotDraft, picture: Picture) -> ShotDraft:
        candidates = [replace(shot, shot_type=size) for size in picture.sizes]
        is_free = not self.shots or picture.is_fixed
        fresh = [one for one in candidates if is_free or one.shot_type != last.shot_type]
        spare = [replace(shot, shot_type=size, angle=angle) for size in _SPARE for angle in _SPARE_ANGLES]
        every = [*fresh, *candidates, *spare]
        return next((one for one in every if not have_same_setup(one, last)), shot)


def _is_strong(stretch: Stretch) -> bool:
    spoken = sum(utterance.seconds for utterance in stretch.utterances)
    return spoken < 0.7 * stretch.seconds

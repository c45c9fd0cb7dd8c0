"""The coverage of talk: shot and reverse shot on a fixed axis, and the listener on long lines."""

from app.story.coverage.framing import Intent, choose_angle
from app.story.coverage.pictures import Picture
from app.story.coverage.sentences import describe_listening, describe_talk
from app.story.coverage.stage import Stage
from app.story.coverage.stretches import Stretch
from app.vocabulary.shots import ShotType

_SHOTS_OVER_THE_SHOULDER = 4  # after so many of them talk is seen closer
_CLOSE_MOODS = ("sad", "fearful", "tense")
_MONOLOGUE: tuple[ShotType, ...] = ("medium", "medium_close_up", "close_up")


class TalkCoverage:
    """Covers what a scene's characters say."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        lines = [line.character for line in stage.scene.dialogue]
        self._speakers = list(dict.fromkeys(name for name in lines if name in stage.cast))
        self._partners: dict[str, str] = {}
        self._last = ""
        self._shots = 0

    def cover(self, stretch: Stretch, before: tuple[str, ...], *, is_wide: bool) -> Picture:
        """Return the picture of a stretch in which a character of the scene speaks.

        `before` are those in the last frame, the one whom it shows first; `is_wide` asks for all who talk.
        """
        speaker = stretch.speaker
        partner = self.find_partner(stretch)
        goes_on = self._last == speaker and before[:1] == (speaker,)
        self._last = speaker
        self._shots += 1
        if not partner:
            turn = self._shots % len(_MONOLOGUE)
            return self._make(speaker, "", (*_MONOLOGUE[turn:], *_MONOLOGUE[:turn]), is_fixed=False)
        if is_wide or self._shots == 1 or self._is_exchange(stretch):
            return self._make(speaker, partner, ("two_shot", "full"), is_pair=True)
        if goes_on and stretch.seconds > 2:
            return self._react(partner, speaker)
        if self._shots <= _SHOTS_OVER_THE_SHOULDER:
            return self._make(speaker, partner, ("over_the_shoulder", "medium_close_up"), is_pair=True)
        is_close = self._stage.scene.mood in _CLOSE_MOODS and self._shots > 2 * _SHOTS_OVER_THE_SHOULDER
        sizes: tuple[ShotType, ...] = (
            ("close_up", "medium_close_up") if is_close else ("medium_close_up", "medium")
        )
        return self._make(speaker, partner, sizes)

    def _is_exchange(self, stretch: Stretch) -> bool:
        """Return whether two speak in one stretch."""
        return len({one.speaker for one in stretch.utterances if one.speaker in self._stage.cast}) > 1

    def find_partner(self, stretch: Stretch) -> str:
        """Return who is talked to: the one addressed, who spoke last, who speaks next, or another one."""
        speaker = stretch.speaker
        addressed = [name for name in stretch.addressed if name != speaker]
        last = [self._last] if self._last and self._last != speaker else []
        known = [name for name in [self._partners.get(speaker)] if name]
        others = [name for name in (*self._speakers, *self._stage.scene.characters) if name != speaker]
        partner = next(iter([*addressed, *last, *known, *others]), "")
        self._partners[speaker] = partner
        self._partners.setdefault(partner, speaker)
        return partner

    def _make(
        self,
        speaker: str,
        partner: str,
        sizes: tuple[ShotType, ...],
        *,
        is_pair: bool = False,
        is_fixed: bool = True,
    ) -> Picture:
        stage = self._stage
        names = (speaker, partner) if is_pair else (speaker,)
        return Picture(
            Intent.SPEECH,
            sizes,
            describe_talk(speaker, partner),
            stage.place_figures(names, (), speaker=speaker, partner=partner),
            angle=choose_angle(None, stage.get_power(speaker), stage.get_power(partner) if partner else 0),
            is_fixed=is_fixed,
        )

    def _react(self, listener: str, speaker: str) -> Picture:
        stage = self._stage
        return Picture(
            Intent.REACTION,
            ("medium_close_up", "close_up"),
            describe_listening(listener, speaker),
            stage.place_figures((listener,), (), partner=speaker),
            angle=choose_angle(None, stage.get_power(listener), stage.get_power(speaker)),
            is_fixed=True,
        )

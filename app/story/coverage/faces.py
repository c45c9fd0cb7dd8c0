"""The faces of a scene's characters: what they are told to feel, which shows for some shots."""

from collections.abc import Sequence
from dataclasses import replace

from app.story.beat import Beat
from app.vocabulary.feelings import Feeling
from app.vocabulary.staging import Figure

# For how many shots after the one that tells of it a feeling shows, where no other is told.
_LASTING = {
    **dict.fromkeys([Feeling.WEEPING, Feeling.SAD, Feeling.ANGRY, Feeling.AFRAID, Feeling.TIRED], 2),
    **dict.fromkeys([Feeling.WORRIED, Feeling.PAINED, Feeling.ASHAMED, Feeling.PROUD, Feeling.GLAD], 1),
}


class Faces:
    """What each character of a scene feels by what was told so far."""

    def __init__(self) -> None:
        self._felt: dict[str, tuple[Feeling, int]] = {}

    def show(self, figures: Sequence[Figure], beats: Sequence[Beat]) -> tuple[Figure, ...]:
        """Return the figures of the next shot with what they feel by its beats, or still."""
        self._felt = {name: (feeling, left - 1) for name, (feeling, left) in self._felt.items() if left}
        for beat in beats:
            if beat.feeling is not None:
                feeling = Feeling(beat.feeling)
                self._felt.update(dict.fromkeys(beat.agents, (feeling, _LASTING.get(feeling, 0))))
        return tuple(
            replace(figure, feeling=self._felt[figure.name][0]) if figure.name in self._felt else figure
            for figure in figures
        )

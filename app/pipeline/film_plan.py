"""The plan of a film as data: its scenes and shots, and the parameters of tasks that film and join them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from app.film.cards.card import Card, CardKind
from app.film.scene_timing import SceneLength
from app.modules.task.state import StageName


@dataclass(frozen=True, slots=True)
class CastMember:
    """A character in a shot; without a `character_id` it looks otherwise on its scene than on the rest."""

    name: str
    prompt: str
    character_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedShot:
    """One clip of a film: a shot, or a whole scene that is filmed as one take, without a `shot_id`.

    `still_shot_id` is the shot whose still is filmed, and `setup` identifies the picture: shots with the same
    one share it. `place` identifies the set, where the image provider takes a picture of that; "" elsewhere.
    `cast` are those who have a prompt; it is empty where the image provider takes no portraits.
    """

    shot_id: int | None
    still_shot_id: int
    setup: str
    move: str
    cast: tuple[CastMember, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class CardSource:
    """A card of the film: the name of the task of its clip, what it shows, and its length in frames."""

    name: str
    kind: CardKind
    frames: int


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A clip of a film that shows a card, its length in frames, and its fades from and to black."""

    card: Card
    frames: int
    fades_in: bool = True
    fades_out: bool = True

    def name_beside(self, scene_id: int) -> str:
        """Return the name of the task that makes this card beside a scene."""
        return f"{StageName.CARD}/{self.card.kind}-{scene_id}"

    def get_source(self, scene_id: int) -> CardSource:
        """Return what the film is joined from."""
        return CardSource(self.name_beside(scene_id), self.card.kind, self.frames)


@dataclass(frozen=True, slots=True)
class PlannedScene:
    """One scene of a film: its narration, its clips and their lengths, and whether a dissolve begins it.

    `voices` are the ids of its speakers' voices by the names of the speakers. `cards` are shown before it,
    `closing` after it. Its first clip `fades_in` from black, and its last one `fades_out`, where a card or an
    act is beside it. With it begins the `chapter` of the film's file, if it has a title.
    """

    scene_id: int
    narration: str
    shots: tuple[PlannedShot, ...]
    length: SceneLength
    dissolves: bool = False
    voices: Mapping[str, str] = field(default_factory=dict)
    cards: tuple[PlannedCard, ...] = ()
    closing: tuple[PlannedCard, ...] = ()
    fades_in: bool = False
    fades_out: bool = False
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class ClipSource:
    """What a clip is made from: the names of the tasks of its still and take, and its place in its scene."""

    scene_id: int
    still: str
    take: str | None
    length: SceneLength
    at: int
    move: str


@dataclass(frozen=True, slots=True)
class ClipParams:
    """The parameters of a task that animates; with `before` the clip dissolves from the end of that one.

    The first and the last clip of a film fade, and so do those beside a card or at an act.
    """

    source: ClipSource
    before: ClipSource | None
    is_first: bool
    is_last: bool
    fades_in: bool = False
    fades_out: bool = False

    def dump(self) -> dict[str, Any]:
        """Return the parameters as JSON."""
        params: dict[str, Any] = _CLIP.dump_python(self, mode="json")
        return params

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> "ClipParams":
        """Return the parameters of JSON."""
        return _CLIP.validate_python(params)


@dataclass(frozen=True, slots=True)
class CardParams:
    """The parameters of a task that makes a card; `stills` are the tasks whose drawings it credits."""

    planned: PlannedCard
    stills: tuple[str, ...] = ()

    def dump(self) -> dict[str, Any]:
        """Return the parameters as JSON."""
        params: dict[str, Any] = _CARD.dump_python(self, mode="json")
        return params

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> "CardParams":
        """Return the parameters of JSON."""
        return _CARD.validate_python(params)


@dataclass(frozen=True, slots=True)
class SceneSource:
    """What a scene of the film is joined from: the names of the tasks of its clips and its take.

    `cards` are shown before it, `closing` after it; `chapter` is the title of the chapter that it begins.
    """

    scene_id: int
    length: SceneLength
    clips: tuple[str, ...]
    take: str | None
    cards: tuple[CardSource, ...] = ()
    closing: tuple[CardSource, ...] = ()
    chapter: str = ""

    @property
    def all_clips(self) -> tuple[str, ...]:
        """The names of the tasks of its clips with those of its cards, in order."""
        before, after = ([card.name for card in cards] for cards in (self.cards, self.closing))
        return (*before, *self.clips, *after)

    def dump(self) -> dict[str, Any]:
        """Return the source as JSON."""
        source: dict[str, Any] = _SCENE.dump_python(self, mode="json")
        return source

    @classmethod
    def load(cls, source: Mapping[str, Any]) -> "SceneSource":
        """Return the source of JSON."""
        return _SCENE.validate_python(source)


_CARD = TypeAdapter(CardParams)
_CLIP = TypeAdapter(ClipParams)
_SCENE = TypeAdapter(SceneSource)

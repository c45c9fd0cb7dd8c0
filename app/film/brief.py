"""What decides a picture: the description of a shot, and how the film is drawn."""

from dataclasses import dataclass

from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.staging import Staging


@dataclass(frozen=True, slots=True)
class ShotBrief:
    """The description of one shot that is to be drawn.

    `number` is that of the shot in the film, such as "3B". `description` says in words what is seen, `props`
    name the things that matter.
    `character_prompts` and `looks` describe the people of `characters`, in the same order: in words for a
    model that draws from words, and as data for the storyboard artist. A look, the place or the staging is
    None where a writer has changed its words, which are then read instead. Words outside the vocabulary
    are allowed, because writers edit scenes freely; the nearest known value is drawn.
    """

    number: str
    heading: str
    description: str
    characters: tuple[str, ...] = ()
    character_prompts: tuple[str, ...] = ()
    background_prompt: str = ""
    setting: str = ""
    time_of_day: str = "day"
    mood: str = "calm"
    shot_type: str = "wide"
    camera_move: str = "static"
    angle: str = "eye"
    props: tuple[str, ...] = ()
    looks: tuple[CharacterLook | None, ...] = ()
    place: Place | None = None
    staging: Staging | None = None

    @property
    def is_directed(self) -> bool:
        """Return whether the staging says what a figure does or where it is, or names things or extras."""
        if self.staging is None:
            return False
        has_others = bool(self.staging.things or self.staging.extras)
        return has_others or any(figure.is_directed for figure in self.staging.figures)


@dataclass(frozen=True, slots=True)
class Look:
    """How a film is drawn. `size` is the frame in pixels; stills are larger, see `still_size`."""

    size: tuple[int, int]
    style: str = "storybook"
    seed: int = 0

"""The form of a film: its cards, the fades at its acts, and the chapters of its file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.film.acts import find_acts
from app.film.cards.card import CARD_SECONDS, Card, CardKind, name_act, name_end
from app.film.cards.painting import is_legible
from app.modules.job.schemas import JobConfig
from app.modules.project.models import Project
from app.pipeline.film_plan import PlannedCard, PlannedScene
from app.story.headings import split_headings
from app.story.scene import SceneDraft
from app.story.slug import name_place
from app.story.wording import strip_spaces

# Of a film that must have a length, cards take no more than this share.
_MOST_OF_LENGTH = 0.25
_FEWEST_CHAPTERS, _MOST_CHAPTERS = 2, 20
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class FormRequest:
    """What decides the form besides the scenes; with `has_fades` cards and acts fade from and to black."""

    title: str
    language: str
    fps: int
    has_cards: bool
    has_fades: bool

    @classmethod
    def make(cls, project: Project, config: JobConfig) -> "FormRequest":
        """Return the request for a project's film."""
        title = project.title if config.title is None else config.title
        return cls(title, project.language, config.fps, config.titles, config.transition == "crossfade")


@dataclass(frozen=True, slots=True)
class FilmForm:
    """The cards before each scene and after the last, by the number of the scene, and the film's fades.

    `acts` are the numbers of the scenes at which the picture fades, `chapters` the titles of those with which
    a chapter of the file begins.
    """

    cards: Mapping[int, tuple[PlannedCard, ...]]
    closing: tuple[PlannedCard, ...]
    has_fades: bool
    acts: frozenset[int] = frozenset()
    chapters: Mapping[int, str] | None = None

    @property
    def frames(self) -> int:
        """The length of all cards in frames."""
        before = [card for cards in self.cards.values() for card in cards]
        return sum(card.frames for card in (*before, *self.closing))

    def apply(self, scenes: Sequence[PlannedScene]) -> list[PlannedScene]:
        """Return the scenes of a film in this form."""
        last = len(scenes) - 1
        breaks = (self.cards.keys() | self.acts) - {0} if self.has_fades else frozenset[int]()
        return [
            replace(
                scene,
                dissolves=scene.dissolves and number not in breaks,
                cards=self.cards.get(number, ()),
                closing=self.closing if number == last else (),
                fades_in=number in breaks or (self.has_fades and number in self.cards),
                fades_out=number + 1 in breaks or (self.has_fades and number == last and bool(self.closing)),
                chapter=(self.chapters or {}).get(number, ""),
            )
            for number, scene in enumerate(scenes)
        ]


def plan_cards(request: FormRequest, scenes: Sequence[SceneDraft], duration_sec: float | None) -> FilmForm:
    """Return the form of a film as far as its cards, which leave room in a film that must have a length."""
    form = FilmForm({}, (), request.has_fades)
    if not request.has_cards or not scenes:
        return form
    title = request.title.strip() if is_legible(request.title) else ""
    headings = {n: text for n, text in _list_headings(scenes, title).items() if is_legible(text)}
    most = None if duration_sec is None else _MOST_OF_LENGTH * duration_sec * request.fps
    for named, has_end in ((headings, True), ({}, True), ({}, False)):
        form = _plan_cards(request, scenes, title, named, has_end=has_end)
        if most is None or form.frames <= most:
            return form
    return FilmForm({}, (), request.has_fades)


def add_acts(
    form: FilmForm, request: FormRequest, scenes: Sequence[SceneDraft], seconds: Sequence[float]
) -> FilmForm:
    """Return a form with the acts and the chapters of scenes of these lengths."""
    acts = find_acts(seconds)
    return replace(form, acts=frozenset(acts), chapters=_name_chapters(request, scenes, acts))


def _plan_cards(
    request: FormRequest,
    scenes: Sequence[SceneDraft],
    title: str,
    headings: Mapping[int, str],
    *,
    has_end: bool,
) -> FilmForm:
    cards: dict[int, tuple[PlannedCard, ...]] = {}
    if title:
        cards[0] = (_plan_card(request, CardKind.TITLE, title, scenes[0]),)
    for number, text in headings.items():
        chapter = _plan_card(request, CardKind.CHAPTER, text, scenes[number])
        cards[number] = (*cards.get(number, ()), chapter)
    if 0 in cards:
        cards[0] = (replace(cards[0][0], fades_in=True), *cards[0][1:])
    end = replace(_plan_card(request, CardKind.END, name_end(request.language), scenes[-1]), fades_out=True)
    return FilmForm(cards, (end,) if has_end else (), request.has_fades)


def _plan_card(request: FormRequest, kind: CardKind, text: str, scene: SceneDraft) -> PlannedCard:
    card = Card(kind, text[:_LONGEST_TEXT], scene.time_of_day, scene.mood)
    frames = round(CARD_SECONDS[kind] * request.fps)
    return PlannedCard(card, frames, request.has_fades, request.has_fades)


def _list_headings(scenes: Sequence[SceneDraft], title: str) -> dict[int, str]:
    """Return the headings that are not narrated, by the numbers of the scenes that begin with them."""
    found = {number: split_headings(scene.description)[0] for number, scene in enumerate(scenes)}
    return {
        number: text
        for number, text in found.items()
        if text and text.casefold() != title.casefold() and not _is_narrated(text, scenes[number])
    }


def _is_narrated(heading: str, scene: SceneDraft) -> bool:
    spoken = strip_spaces(scene.narration).casefold()
    return spoken.startswith(strip_spaces(heading.split(":")[0]).casefold())


def _name_chapters(request: FormRequest, scenes: Sequence[SceneDraft], acts: Sequence[int]) -> dict[int, str]:
    """Return the titles of the file's chapters: of the story's, else of acts, else of places."""
    if found := _list_headings(scenes, request.title):
        return {0: request.title or _name_scene(scenes[0]), **found}
    if acts:
        return {
            number: f"{name_act(request.language, at)}: {_name_scene(scenes[number])}"
            for at, number in enumerate(acts, start=1)
        }
    if not _FEWEST_CHAPTERS <= len(scenes) <= _MOST_CHAPTERS:
        return {}
    names = [_name_scene(scene) for scene in scenes]
    changed = {n: name for n, name in enumerate(names) if n == 0 or name != names[n - 1]}
    return changed if len(changed) >= _FEWEST_CHAPTERS else {}


def _name_scene(scene: SceneDraft) -> str:
    return name_place(scene.heading) or scene.setting.capitalize() or "1"

"""Prompts for image models: a scene or a character in words."""

from app.film.brief import Look, ShotBrief
from app.providers.image.base import ImageRequest
from app.vocabulary.conjugation import write_present
from app.vocabulary.staging import Extra, Figure, Posture, Staging

LONGEST_PROMPT = 6000
MOST_REFERENCES = 8
STYLES: dict[str, str] = {
    "storybook": "warm storybook illustration, soft gouache and ink lines, rich light, textured paper",
    "pencil": "storyboard pencil drawing, expressive graphite lines, grey washes, on off-white paper",
    "noir": "film noir storyboard, high contrast black and white ink, hard shadows, dramatic light",
}
SHOTS: dict[str, str] = {
    "extreme_wide": "extreme wide shot, people small in the place",
    "wide": "wide shot, whole figures in the place",
    "full": "full shot, head to foot",
    "medium": "medium shot, from the waist up",
    "medium_close_up": "medium close-up, from the chest up",
    "close_up": "close-up of the face",
    "insert": "insert shot, close on the object, no faces",
    "two_shot": "two-shot, two people side by side",
    "over_the_shoulder": "over-the-shoulder shot of two people talking",
    "point_of_view": "point-of-view shot through the eyes of the first person, who is not in the picture",
}
# Shots whose words are others where figures are directed, for then all characters are in the picture.
_DIRECTED_SHOTS: dict[str, str] = {
    "point_of_view": "point-of-view shot through the eyes of someone who is not in the picture",
}
ANGLES: dict[str, str] = {
    "low": "from a low angle, looking up",
    "high": "from a high angle, looking down",
    "overhead": "from straight overhead",
}
_FACINGS: dict[str, str] = {
    "left": "looking to the left of the picture",
    "right": "looking to the right of the picture",
    "away": "seen from behind",
}
_RULES = "No text, no letters, no captions, no frame, no watermark. One single picture."


def write_prompt(request: ImageRequest) -> str:
    """Return an English description of the picture, at most LONGEST_PROMPT characters.

    Pictures are found again by it: a brief without angle, props and directed figures keeps its prompt.
    """
    if request.kind == "portrait":
        return _describe_portrait(request.brief, request.look)[:LONGEST_PROMPT]
    return _describe_panel(request)[:LONGEST_PROMPT]


def list_references(request: ImageRequest) -> tuple[bytes, ...]:
    """Return the pictures that go with a prompt as PNG, the portraits first and the place last."""
    if request.kind == "portrait":
        return ()
    place = () if request.set_picture is None else (request.set_picture,)
    return (*(one.png for one in request.cast[: MOST_REFERENCES - len(place)]), *place)


def _describe_panel(request: ImageRequest) -> str:
    brief, staging = request.brief, find_directions(request.brief)
    people = zip(brief.characters, brief.character_prompts, strict=False)
    sizes = SHOTS | _DIRECTED_SHOTS if staging else SHOTS
    shot = ", ".join([sizes.get(brief.shot_type, brief.shot_type), *_describe_angle(brief)])
    lines = [
        f"Storyboard panel for an animated film, {_style(request.look)}.",
        f"Shot: {shot}. Mood: {brief.mood}. Time: {brief.time_of_day}.",
        f"Place: {_describe_place(brief, staging)}",
        *[f"{name}: {prompt}" for name, prompt in people],
        *_describe_references(request),
        f"What happens: {' '.join(brief.description.split())[:2500]}",
        *_describe_staging(brief, staging),
        _RULES,
    ]
    return "\n".join(lines)


def find_directions(brief: ShotBrief) -> Staging | None:
    """Return a shot's staging if it has extras or directs a figure: its action, place or speech."""
    staging = brief.staging
    if staging is None:
        return None
    is_directed = bool(staging.extras) or any(figure.is_directed for figure in staging.figures)
    return staging if is_directed else None


def _describe_place(brief: ShotBrief, staging: Staging | None) -> str:
    """Return the words for the place; those of a heading only where no figure is directed."""
    words = brief.background_prompt or brief.setting
    if words or staging is None:
        return words or brief.heading
    return brief.place.setting.replace("_", " ") if brief.place else "not told"


def _describe_angle(brief: ShotBrief) -> list[str]:
    return [] if brief.angle == "eye" else [ANGLES.get(brief.angle, brief.angle)]


def _describe_references(request: ImageRequest) -> list[str]:
    if request.set_picture is None:
        return [_keep_likeness(f"The {len(request.cast)} pictures show")] if request.cast else []
    number = len(list_references(request))
    place = f"Picture {number} shows the place: keep it."
    if number == 1:
        return [place]
    return [_keep_likeness("Picture 1 shows" if number == 2 else f"Pictures 1 to {number - 1} show"), place]


def _keep_likeness(pictures: str) -> str:
    return f"{pictures} how these people look: keep face, hair and clothes."


def _describe_staging(brief: ShotBrief, staging: Staging | None) -> list[str]:
    """Return who is in frame doing what, and the things that matter, a line each."""
    lines = []
    if staging:
        first = brief.characters[0] if brief.characters else "One person"
        figures = [_describe_figure(figure, figure.name or first) for figure in staging.figures]
        people = "; ".join([*figures, *map(_describe_extra, staging.extras)])
        lines.append(f"In frame: {people}.")
        if staging.has_crowd:
            lines.append("A crowd is behind.")
    things = dict.fromkeys((*(brief.staging.things if brief.staging else ()), *brief.props))
    return [*lines, f"Things that matter: {', '.join(things)}."] if things else lines


def _describe_figure(figure: Figure, name: str) -> str:
    does = figure.action or (None if figure.posture is Posture.STAND else figure.posture)
    parts = [
        f"{name} {write_present(does)}" if does else name,
        {"left": "on the left", "right": "on the right"}.get(figure.side, ""),
        _FACINGS.get(figure.facing, ""),
        f"holding the {figure.held_prop}" if figure.held_prop else "",
        "speaking" if figure.is_speaking else "",
    ]
    return ", ".join(filter(None, parts))


def _describe_extra(extra: Extra) -> str:
    """Return some extras and what they do: "dog x 3, who run"."""
    does = extra.action or (None if extra.posture is Posture.STAND else extra.posture)
    one = f"{extra.noun} x {extra.count}" if extra.count > 1 else f"one {extra.noun}"
    return f"{one}, who {write_present(does, is_plural=extra.count > 1)}" if does else one


def _describe_portrait(brief: ShotBrief, look: Look) -> str:
    name = brief.characters[0]
    prompt = brief.character_prompts[0] if brief.character_prompts else ""
    return (
        f"Character sheet for an animated film, {_style(look)}.\n{name}: {prompt}\n"
        f"Whole figure from the front, standing, neutral face, on a plain light background.\n{_RULES}"
    )


def _style(look: Look) -> str:
    return STYLES.get(look.style, look.style)

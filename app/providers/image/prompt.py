"""Prompts for image models: a scene or a character in words."""

from app.film.brief import Look, ShotBrief
from app.providers.image.base import ImageRequest

LONGEST_PROMPT = 6000
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
_RULES = "No text, no letters, no captions, no frame, no watermark. One single picture."


def write_prompt(request: ImageRequest) -> str:
    """Return an English description of the picture, at most LONGEST_PROMPT characters."""
    describe = _describe_portrait if request.kind == "portrait" else _describe_panel
    return describe(request.brief, request.look, len(request.cast))[:LONGEST_PROMPT]


def _describe_panel(brief: ShotBrief, look: Look, references: int) -> str:
    people = zip(brief.characters, brief.character_prompts, strict=False)
    shot = SHOTS.get(brief.shot_type, brief.shot_type)
    lines = [
        f"Storyboard panel for an animated film, {_style(look)}.",
        f"Shot: {shot}. Mood: {brief.mood}. Time: {brief.time_of_day}.",
        f"Place: {brief.background_prompt or brief.setting or brief.heading}",
        *[f"{name}: {prompt}" for name, prompt in people],
    ]
    if references:
        lines.append(f"The {references} pictures show how these people look: keep face, hair and clothes.")
    lines += [f"What happens: {' '.join(brief.description.split())[:2500]}", _RULES]
    return "\n".join(lines)


def _describe_portrait(brief: ShotBrief, look: Look, _: int) -> str:
    name = brief.characters[0]
    prompt = brief.character_prompts[0] if brief.character_prompts else ""
    return (
        f"Character sheet for an animated film, {_style(look)}.\n{name}: {prompt}\n"
        f"Whole figure from the front, standing, neutral face, on a plain light background.\n{_RULES}"
    )


def _style(look: Look) -> str:
    return STYLES.get(look.style, look.style)

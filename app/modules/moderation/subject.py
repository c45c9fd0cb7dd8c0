"""The subjects of moderation (a story, a scene's texts, a picture), and the findings on them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.modules.character.models import Character
from app.modules.project.models import Project
from app.modules.scene.models import Scene, Shot
from app.providers.ledger import ProviderCallLedger
from app.providers.moderation.base import ModerationProvider, Verdict

QUOTED_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Subject:
    """Content that gets one verdict: texts, each with the name of its field, or the bytes of a picture.

    `character` is the name of the character that it describes or shows, if it belongs to no scene.
    """

    kind: str
    texts: tuple[tuple[str, str], ...] = ()
    scene_id: int | None = None
    scene_index: int | None = None
    picture: bytes = field(default=b"", repr=False)
    character: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 in hex of the content; an override applies to content of the same digest."""
        words = json.dumps(self.texts, ensure_ascii=False).encode()
        return hashlib.sha256(words + b"\0" + hashlib.sha256(self.picture).digest()).hexdigest()

    @property
    def place(self) -> str:
        """The name of the content in messages for its writer, such as `scene 2`."""
        if self.character:
            return f"the character “{self.character}”{'’s picture' if self.picture else ''}"
        if self.scene_index is None:
            return "the story"
        return f"scene {self.scene_index + 1}{'’s picture' if self.picture else ''}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on a subject; `spans` are `{field, start, end, text}` in characters of that field."""

    subject: Subject
    flagged: bool
    categories: tuple[str, ...]
    scores: dict[str, float]
    spans: tuple[dict[str, Any], ...]
    provider: str
    model: str

    def details(self) -> dict[str, Any]:
        """Return the finding as JSON for clients, with the scores of its categories only."""
        return {
            "scene_id": self.subject.scene_id,
            "scene_index": self.subject.scene_index,
            "subject": self.subject.kind,
            "categories": list(self.categories),
            "scores": {name: self.scores[name] for name in self.categories if name in self.scores},
            "spans": list(self.spans),
        }


def make_story_subject(project: Project) -> Subject:
    """Return a project's title, description and story as a subject."""
    texts = (
        ("title", project.title),
        ("description", project.description or ""),
        ("story_text", project.story_text),
    )
    return Subject("story", tuple((name, text) for name, text in texts if text))


def make_scene_subject(scene: Scene) -> Subject:
    """Return all texts of a scene that stages use as a subject."""
    texts = [(name, getattr(scene, name)) for name in ("heading", "description", "narration", "setting")]
    texts.append(("background_prompt", scene.background_prompt))
    texts += [(f"characters.{i}", name) for i, name in enumerate(scene.characters)]
    texts += [(f"character_prompts.{i}", prompt) for i, prompt in enumerate(scene.character_prompts)]
    texts += [(f"dialogue.{i}.line", line["line"]) for i, line in enumerate(scene.dialogue)]
    texts += [text for shot in scene.shots if shot.is_edited for text in _list_texts(shot)]
    filled = tuple((name, text) for name, text in texts if text and text.strip())
    return Subject("scene", filled, scene.id, scene.scene_index)


def _list_texts(shot: Shot) -> list[tuple[str, str]]:
    """Return the texts of a shot that a person may have written, with the names of their fields."""
    texts = {"action": shot.action, "prompt": shot.prompt, "props": ", ".join(shot.props)}
    return [(f"shots.{shot.shot_index}.{name}", text) for name, text in texts.items()]


def make_character_subject(character: Character) -> Subject:
    """Return all texts of a character that stages use as a subject."""
    texts = (("name", character.name), ("prompt", character.prompt))
    filled = tuple((name, text) for name, text in texts if text.strip())
    return Subject("character", filled, character=character.name)


def check_subjects(
    provider: ModerationProvider, subjects: Sequence[Subject], ledger: ProviderCallLedger
) -> list[Finding]:
    """Return one finding for each subject, in order. Raises ProviderBusy or ProviderRefused."""
    texts = list(dict.fromkeys(text for subject in subjects for _, text in subject.texts))
    verdicts = dict(zip(texts, provider.check(texts, ledger), strict=True)) if texts else {}
    return [_check_subject(provider, subject, verdicts, ledger) for subject in subjects]


def _check_subject(
    provider: ModerationProvider, subject: Subject, known: dict[str, Verdict], ledger: ProviderCallLedger
) -> Finding:
    found = [(name, text, known[text]) for name, text in subject.texts]
    if subject.picture:
        found.append(("picture", "", provider.check_picture(subject.picture, ledger)))
    scores: dict[str, float] = {}
    for _, _, verdict in found:
        for name, score in verdict.scores.items():
            scores[name] = max(score, scores.get(name, 0.0))
    flagged = [(name, text, verdict) for name, text, verdict in found if verdict.flagged]
    return Finding(
        subject=subject,
        flagged=bool(flagged),
        categories=tuple(dict.fromkeys(name for _, _, v in flagged for name in v.categories)),
        scores=scores,
        spans=tuple(
            {"field": name, "start": start, "end": end, "text": text[start:end][:QUOTED_CHARACTERS]}
            for name, text, verdict in flagged
            for start, end in verdict.spans
        ),
        provider=provider.capabilities.name,
        model=provider.capabilities.model,
    )

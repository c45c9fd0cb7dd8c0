"""The cast that a segmentation has found, joined with the cast that a project has."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from app.modules.character.appearance import make_appearance, set_appearance
from app.modules.character.cast import Cast, fold_name, join_aliases, list_words
from app.modules.character.errors import MAX_CHARACTERS
from app.modules.character.models import NAME_CHARACTERS, Character
from app.story.cast import CharacterDraft
from app.story.prompts import write_character_prompt
from app.story.scene import StoryDraft
from app.vocabulary.look_reader import read_look
from app.vocabulary.words import Words


class Recasting:
    """Joins the cast of a story that was read again with a project's present characters.

    What people have edited stays as long as a word for it is in the story; deleted characters stay away.
    """

    def __init__(self, project_id: int, story_text: str, present: Sequence[Character]) -> None:
        self._project_id, self._words = project_id, Words(story_text)
        self._before = Cast(present)
        self._found: list[Character] = []
        self._names: set[str] = set()

    def join(self, story: StoryDraft) -> list[Character]:
        """Return the characters that the project has from now on, in the order of importance.

        Rows of new characters are not in the session yet.
        """
        prompts = _list_prompts(story)
        drafts = [
            draft for draft in _list_drafts(story) if not self._before.is_deleted(draft.name, draft.aliases)
        ]
        self._names = {fold_name(draft.name) for draft in drafts}
        for draft in drafts[:MAX_CHARACTERS]:
            self._join_draft(draft, prompts.get(draft.name))
        staying = [one for one in self._before.characters if one not in self._found and self._stays(one)]
        self._found += staying
        for position, character in enumerate(self._found):
            character.position = position
        return self._found

    def _join_draft(self, draft: CharacterDraft, prompt: str | None) -> None:
        character = self._find(draft)
        if character is None:
            character = Character(project_id=self._project_id, aliases=[], is_edited=False, is_deleted=False)
        taken = self._names - {fold_name(draft.name)}
        taken |= {word for one in self._found if one is not character for word in list_words(one)}
        if character.is_edited:
            character.aliases = join_aliases(character, (draft.name, *draft.aliases), taken)
        else:
            self._describe(character, draft, prompt)
            character.aliases = join_aliases(character, draft.aliases, taken)
        if character not in self._found:
            self._found.append(character)

    def _find(self, draft: CharacterDraft) -> Character | None:
        """Return the present character that a draft is, by its name first; an unedited one is found once."""
        candidates = [self._before.find(word) for word in (draft.name, *draft.aliases)]
        return next((one for one in candidates if one and (one.is_edited or one not in self._found)), None)

    @staticmethod
    def _describe(character: Character, draft: CharacterDraft, prompt: str | None) -> None:
        character.name, character.aliases = draft.name[:NAME_CHARACTERS], []
        set_appearance(character, make_appearance(draft.look))
        character.prompt = prompt or write_character_prompt(character.name, draft.look)
        character.is_prompt_written = False

    def _stays(self, character: Character) -> bool:
        words = (character.name, *character.aliases)
        return character.is_edited and any(self._is_told(Words(word).sequence) for word in words)

    def _is_told(self, name: Sequence[str]) -> bool:
        """Return whether a name is in the story, whole or without an article or a title before it."""
        return " ".join(name) in self._words or (len(name) > 1 and " ".join(name[1:]) in self._words)


def _list_drafts(story: StoryDraft) -> list[CharacterDraft]:
    """Return the cast of a story, each name once, and those on its scenes whom it lacks."""
    drafts: dict[str, CharacterDraft] = {}
    for draft in story.cast:
        drafts.setdefault(fold_name(draft.name), draft)
    for scene in story.scenes:
        looks = (*scene.looks, *(None,) * len(scene.characters))
        for name, look, prompt in zip_longest(scene.characters, looks, scene.character_prompts):
            if name and fold_name(name) not in drafts:
                drafts[fold_name(name)] = CharacterDraft(name, look or read_look(name, prompt or ""))
    return [draft for name, draft in drafts.items() if name]


def _list_prompts(story: StoryDraft) -> Mapping[str, str]:
    """Return the prompt of each name on the first scene that shows it."""
    prompts: dict[str, str] = {}
    for scene in story.scenes:
        for name, prompt in zip(scene.characters, scene.character_prompts, strict=False):
            prompts.setdefault(name, prompt)
    return prompts

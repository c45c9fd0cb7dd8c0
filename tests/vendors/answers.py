"""OpenAI's answers, as plain data in its wire format."""

import re
from typing import Any

CATEGORIES = (
    "harassment",
    "harassment/threatening",
    "hate",
    "hate/threatening",
    "illicit",
    "illicit/violent",
    "self-harm",
    "self-harm/instructions",
    "self-harm/intent",
    "sexual",
    "sexual/minors",
    "violence",
    "violence/graphic",
)
_PASSAGE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
LOOK = "a woman of thirty, red scarf, green coat"


def breakdown_of(question: str) -> dict[str, Any]:
    """Return a breakdown with a scene for every two passages, with Mara in each."""
    numbers = [int(number) for number, _ in _PASSAGE.findall(question)]
    pairs = [numbers[at : at + 2] for at in range(0, len(numbers), 2)]
    return {
        "scenes": [cut(pair[0]) for pair in pairs],
        "cast": [member("Mara", LOOK)],
    }


def cut(first: int, **changes: Any) -> dict[str, Any]:
    """Return one scene as the model describes it."""
    scene = {
        "first_passage": first,
        "heading": "EXT. SHORE - DAWN",
        "setting": "shore",
        "time_of_day": "dawn",
        "mood": "calm",
        "shot_type": "wide",
        "camera_move": "push_in",
        "background_prompt": f"A wide shore at dawn, number {first}",
        "characters": ["Mara"],
        "dialogue": [],
        "beats": [],
    }
    return {**scene, **changes}


def member(name: str, look: str, **changes: Any) -> dict[str, Any]:
    """Return one character as the model describes it."""
    traits = {"kind": "person", "species": None, "age": "adult", "gender": "female", "role": None}
    return {"name": name, "aliases": [], **traits, "look": look, **changes}


def beat(quote: str, verb: str, **changes: Any) -> dict[str, Any]:
    """Return one beat as the model describes it, with Mara as its agent."""
    words = dict.fromkeys(("instrument", "relation", "landmark", "manner"), "")
    people = {"agents": ["Mara"], "patients": []}
    return {"quote": quote, "verb": verb, "action": None, **people, **words, "status": "seen", **changes}


def responses_answer(text: str, *, refusal: str = "", incomplete: str = "") -> dict[str, Any]:
    """Return an answer of the responses endpoint."""
    content = {"type": "output_text", "text": text, "annotations": []}
    if refusal:
        content = {"type": "refusal", "refusal": refusal}
    message = {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed"}
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": "gpt-6-luna",
        "status": "incomplete" if incomplete else "completed",
        "incomplete_details": {"reason": incomplete} if incomplete else None,
        "output": [{**message, "content": [content]}],
        "parallel_tool_calls": False,
        "tool_choice": "none",
        "tools": [],
        "usage": {
            "input_tokens": 500,
            "input_tokens_details": {"cached_tokens": 100, "cache_write_tokens": 0},
            "output_tokens": 200,
            "output_tokens_details": {"reasoning_tokens": 20},
            "total_tokens": 700,
        },
    }


def moderation_of(flagged: list[bool]) -> dict[str, Any]:
    """Return an answer of the moderations endpoint; what is flagged is violent."""
    return {
        "id": "modr_1",
        "model": "omni-moderation-latest",
        "results": [_result(is_flagged) for is_flagged in flagged],
    }


def _result(is_flagged: bool) -> dict[str, Any]:
    applies = {name: is_flagged and name == "violence/graphic" for name in CATEGORIES}
    return {
        "flagged": is_flagged,
        "categories": applies,
        "category_scores": {name: 0.97 if applies[name] else 0.01 for name in CATEGORIES},
        "category_applied_input_types": {name: ["text"] for name in CATEGORIES},
    }


def error(message: str, code: str, kind: str = "invalid_request_error") -> dict[str, Any]:
    """Return an endpoint's error."""
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}

"""The sentences that tell a client what is wrong with a request's fields."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

MAX_ERRORS = 50
MAX_NAME_CHARACTERS = 100
UNREADABLE_BODY = "The body can't be read; send valid JSON in UTF-8 as application/json"

# By the types of Pydantic's errors; the names in braces are those of their context.
_SENTENCES = {
    "missing": "This field is required",
    "extra_forbidden": "There is no such field",
    "string_type": "A text is required",
    "string_unicode": "The text is not valid Unicode",
    "string_too_short": "The text must have at least {min_length} characters",
    "string_too_long": "The text must have at most {max_length} characters",
    "int_type": "A whole number is required",
    "int_parsing": "A whole number is required",
    "int_parsing_size": "The number is too large",
    "int_from_float": "A whole number is required",
    "float_type": "A number is required",
    "float_parsing": "A number is required",
    "finite_number": "A finite number is required",
    "greater_than": "The value must be greater than {gt}",
    "greater_than_equal": "The value must be at least {ge}",
    "less_than": "The value must be less than {lt}",
    "less_than_equal": "The value must be at most {le}",
    "bool_type": "true or false is required",
    "bool_parsing": "true or false is required",
    "list_type": "A list is required",
    "too_short": "There must be at least {min_length} items",
    "too_long": "There may be at most {max_length} items",
    "model_attributes_type": "An object is required",
    "model_type": "An object is required",
    "value_error": "{error}",
}


def describe_errors(errors: Sequence[Any]) -> tuple[str, list[dict[str, Any]]]:
    """Return a sentence on the first of Pydantic's errors, and `loc` and `msg` of the first `MAX_ERRORS`.

    Nothing of the values that were sent is repeated, and long field names are cut.
    """
    described = [{"loc": _cut_names(error["loc"]), "msg": _describe(error)} for error in errors[:MAX_ERRORS]]
    if not described:
        return "The request is not valid.", []
    loc, message = described[0]["loc"], described[0]["msg"]
    where = ".".join(map(str, loc if loc[0] != "body" else loc[1:]))
    is_of_whole_body = not where or errors[0]["type"] == "json_invalid"
    return (f"{message}." if is_of_whole_body else f"{where}: {message}."), described


def _cut_names(loc: Sequence[Any]) -> list[str | int]:
    # A key of JSON may contain half of a surrogate pair, which no answer can.
    return [
        part if isinstance(part, int) else part[:MAX_NAME_CHARACTERS].encode("utf-8", "replace").decode()
        for part in loc
    ]


def _describe(error: Mapping[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "json_invalid":
        return f"The body is not valid JSON at character {error['loc'][-1]} ({context['error']})"
    if tuple(error["loc"]) == ("body",) and (sentence := _describe_body(error)):
        return sentence
    if kind in ("literal_error", "enum"):
        words = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
        return f"The value must be one of {', '.join(filter(None, words))}"
    if kind not in _SENTENCES:
        return str(error["msg"])
    numbers = {name: f"{value:g}" for name, value in context.items() if isinstance(value, float)}
    sentence = _SENTENCES[kind].format_map({**context, **numbers}).rstrip(".")
    return re.sub(r"\b1 (character|item)s$", r"1 \1", sentence)


def _describe_body(error: Mapping[str, Any]) -> str | None:
    if error["type"] == "missing":
        return "A JSON body is required"
    if error["type"] not in ("model_attributes_type", "model_type"):
        return None
    is_of_other_type = isinstance(error.get("input"), bytes)
    return f"The body must be a JSON object{', sent as application/json' if is_of_other_type else ''}"

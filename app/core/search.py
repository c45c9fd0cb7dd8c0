"""Search for a literal part of a text, in upper or lower case, alike on every database."""

from typing import Any

from sqlalchemy import ColumnElement, String, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

SQLITE_FUNCTION = "lower_unicode"


class LowerCase(GenericFunction[str]):
    """A text in lower case. SQLite's own function knows the letters of ASCII only."""

    type = String()
    inherit_cache = True
    name = "lower_case"


@compiles(LowerCase)
def _compile_lower_case(element: LowerCase, compiler: Any, **options: Any) -> str:
    return f"LOWER({compiler.process(element.clauses, **options)})"


@compiles(LowerCase, "sqlite")
def _compile_lower_case_for_sqlite(element: LowerCase, compiler: Any, **options: Any) -> str:
    return f"{SQLITE_FUNCTION}({compiler.process(element.clauses, **options)})"


def lower_letters(text: str | None) -> str | None:
    """Return a text with each letter in lower case by itself, as MySQL's function does it.

    `str.lower` writes a Greek sigma at the end of a word in another way than within one.
    """
    return None if text is None else "".join(letter.lower()[0] for letter in text)


def contains_part(column: Any, part: str) -> ColumnElement[bool]:
    """Return the condition that a column contains a part; no character of it is a wildcard."""
    return func.instr(LowerCase(column), LowerCase(part)) > 0

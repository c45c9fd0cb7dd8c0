"""SECURITY.md names a test for each promise, and the tests that it names exist."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", TEXT)


def list_tests(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_is_named_exists() -> None:
    missing = [
        f"{path}::{name}"
        for path, name in NAMED
        if not (ROOT / path).is_file() or (name and name not in list_tests(path))
    ]

    assert NAMED
    assert missing == []


def test_every_class_of_attack_is_named() -> None:
    attacks = {f"tests/attacks/{path.name}" for path in (ROOT / "tests/attacks").glob("test_*.py")}

    assert attacks - {path for path, _ in NAMED} == set()


def test_every_promise_has_a_test() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| ") and not line.startswith("|---")]
    promises = [row for row in rows if row not in {"| rule | test |", "| promise | test |"}]

    assert len(promises) > 40
    assert [row for row in promises if "`tests/" not in row] == []

"""The container image: what it is built from is there, and the studio is installed in it."""

import re
from fnmatch import fnmatch
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
INSTRUCTIONS = (REPOSITORY / "Dockerfile").read_text().replace("\\\n", " ").splitlines()
BUILD, FINAL = "\n".join(INSTRUCTIONS).split("\nFROM ")[-2:]


def list_sources(stage: str) -> list[str]:
    """Return what a stage copies from the repository."""
    copies = re.findall(r"^COPY (?!--from)(.+)$", stage, re.MULTILINE)
    return [source for copy in copies for source in copy.split()[:-1]]


def test_everything_that_is_copied_exists_and_is_sent_to_the_engine() -> None:
    sent = [
        line[1:] for line in (REPOSITORY / ".dockerignore").read_text().splitlines() if line.startswith("!")
    ]

    for source in list_sources(BUILD) + list_sources(FINAL):
        assert (REPOSITORY / source).exists()
        assert any(fnmatch(source, pattern) for pattern in sent)


def test_the_studio_is_installed_where_the_image_runs_it() -> None:
    assert "/opt/studio/bin/pip install --no-deps -e ." in BUILD
    assert re.findall(r"^WORKDIR (.+)$", BUILD, re.MULTILINE) == re.findall(
        r"^WORKDIR (.+)$", FINAL, re.MULTILINE
    )
    assert {"pyproject.toml", "app"} <= set(list_sources(BUILD))
    assert {"app", "alembic", "alembic.ini"} <= set(list_sources(FINAL))


def test_the_image_is_built_on_an_exact_version() -> None:
    bases = re.findall(r"^FROM (\S+)", "\n".join(INSTRUCTIONS), re.MULTILINE)

    assert len(bases) == 2
    assert all(re.search(r":\d+\.\d+\.\d+-", base) for base in bases)

"""Every command and every piece of Python in the README and the docs runs, and prints what they say it prints."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)\)")


def blocks(page: Path, *languages: str) -> Iterator[str]:
    """The fenced blocks of a page in some languages."""
    return (body for language, body in BLOCK.findall(page.read_text("utf-8")) if language in languages)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example written into it, and a file of pairs, as a reader of the docs has it."""
    folder = tmp_path_factory.mktemp("desk")
    assert run("whence demo -o example", folder).returncode == 0
    (folder / "pairs.jsonl").write_text(
        '{"a":"x","b":"y","reports":[{"id":"x","text":"Rain."},{"id":"y","text":"Snow."}]}\n'
    )
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command as a shell runs it, with this environment's whence."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "90", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120,
        encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_runs(page: Path, desk: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for body in blocks(page, "sh"):
        for line in filter(None, body.splitlines()):
            command = line.split("#")[0].strip()
            if command.startswith("make "):
                assert command.split()[1] in targets
            elif command != "pip install .":
                done = run(command, desk)
                assert done.returncode in (0, 1), (command, done.stderr)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_screen_is_what_is_printed(page: Path, desk: Path) -> None:
    for body in blocks(page, "console"):
        for command, _, expected in (part.partition("\n") for part in re.split(r"^\$ ", body, flags=re.M) if part):
            done = run(command, desk)
            pattern = re.escape(expected.strip()).replace(re.escape("..."), ".*?")
            assert re.fullmatch(pattern, done.stdout.strip(), re.DOTALL), f"{command}\n{done.stdout}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_piece_of_python_runs(page: Path, desk: Path) -> None:
    for body in blocks(page, "python"):
        done = subprocess.run([sys.executable, "-c", body], cwd=desk, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_the_glossary_knows_every_kind_that_is_shown() -> None:
    glossary = (ROOT / "docs/reference/glossary.md").read_text("utf-8")
    for kind in ("copy", "version", "common", "quotes", "furniture", "none"):
        assert f"| {kind}" in glossary

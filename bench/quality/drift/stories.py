"""Stories as they are written down in stories/*.toml: whom they name, which facts they tell, and in what sentences.

A sentence is a list of ways to say the same thing. In a way to say it,

- `[dead|killed]` is one or the other, by chance;
- `{mayor}` is a name, `{mayor.last}` its last word;
- `{killed}` is a fact, `{killed/people}` with what is counted (so that "12 people" can be "dozens of people");
- `{strike-}` is the fact before a noun ("12-day"), `{killed!}` the fact where it cannot be vague ("a toll of 12");
- `{claim}` is a hedge of certainty, or nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("stories")


@dataclass(frozen=True, slots=True)
class FactPlan:
    """What a fact can be. `least` and `most` bound its value in steps of `step`; `back` bounds a day before today.

    `like` names a fact that the value is to look like. A later report may rightly tell more of what `grows`, and any
    other number of what `moves`. What is `bare` is told without hedges and never vague (a magnitude, a score).
    """

    kind: str
    least: float = 2
    most: float = 99
    step: float = 1
    unit: str = ""
    like: str = ""
    grows: bool = False
    moves: bool = False
    bare: bool = False
    back: tuple[int, int] = (0, 5)
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A type of story: `lead` opens it, `body` is the rest; `decoys` are facts that must not be mixed up."""

    name: str
    names: dict[str, str]
    facts: dict[str, FactPlan]
    titles: tuple[str, ...]
    lead: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    decoys: tuple[tuple[str, str, str], ...]


def load_stories(folder: Path = FOLDER) -> tuple[Story, ...]:
    """All types of story, in the order of their names."""
    return tuple(_story(path) for path in sorted(folder.glob("*.toml")))


def _story(path: Path) -> Story:
    written = tomllib.loads(path.read_text("utf-8"))
    return Story(
        name=path.stem,
        names=written["names"],
        facts={name: _plan(plan) for name, plan in written["facts"].items()},
        titles=tuple(written["titles"]),
        lead=tuple(written["lead"]),
        body=tuple(tuple(sentence) for sentence in written["body"]),
        decoys=tuple((kind, one, other) for kind, one, other in written.get("decoys", ())),
    )


def _plan(written: dict[str, object]) -> FactPlan:
    lists = {name: tuple(value) for name, value in written.items() if isinstance(value, list)}
    return FactPlan(**(written | lists))  # type: ignore[arg-type]  # the tests read every file

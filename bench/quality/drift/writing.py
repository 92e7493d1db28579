"""Writing a report: templates become text, and every figure in it keeps its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from bench.quality.drift.dating import StatedDate
from bench.quality.drift.edits import Certainty, Statement
from bench.quality.drift.spelling import spelled
from bench.quality.drift.stated import Stated

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"(\{[^{}]*\})")
_FACT = re.compile(r"\{([a-z]+)([-!]?)(?:/([^}]*))?\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and what they are: of which fact, its number, its hedge or neither ("")."""

    words: str
    fact: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a fact is told: its number with unit, and its hedge where it has one."""

    fact: str
    start: int
    end: int
    hedge: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Written:
    """A report's text and the facts in it, in the order of the text."""

    text: str
    mentions: tuple[Mention, ...]


def fill(template: str, told: Mapping[str, Statement], names: Mapping[str, str], draw: Random) -> list[Piece]:
    """One sentence: a way through its choices, names and facts put in, its first letter a capital."""
    chosen = _CHOICE.sub(lambda found: draw.choice(found[1].split("|")), template)
    chosen = re.sub(" +", " ", chosen).strip()
    pieces: list[Piece] = []
    for part in _SLOT.split(chosen):
        found = _FACT.fullmatch(part)
        if found and found[1] in told:
            opens = not pieces or (len(pieces[-1].words) > 1 and pieces[-1].words.endswith((". ", "“")))
            pieces += _fact(found, _after_preposition(told[found[1]], pieces), opens)
        elif part.startswith("{"):
            pieces.append(Piece(_name(part[1:-1], names)))
        elif part:
            pieces.append(Piece(part))
    return _capitalised(pieces)


def suits(template: str, told: Mapping[str, Statement]) -> bool:
    """Whether no vague word stands where only a number can."""
    for name, mark, _ in _FACT.findall(template):
        statement = told.get(name)
        if mark and isinstance(statement, Stated) and statement.value is None and statement.given:
            return False
    return True


def write(paragraphs: Sequence[Sequence[Piece]]) -> Written:
    """Paragraphs, an empty line between them, and where their facts stand."""
    text, mentions = "", list[Mention]()
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if number else ""
        hedge: tuple[str, int, int] | None = None
        for piece in paragraph:
            start = len(text)
            text += piece.words[1:] if text.endswith(".") and piece.words.startswith(".") else piece.words
            if piece.role == "hedge":
                hedge = (piece.fact, start, len(text))
            elif piece.role == "hedge after":
                mentions[-1] = replace(mentions[-1], hedge=(start, len(text)))
            elif piece.role == "number":
                before = hedge[1:] if hedge and hedge[0] == piece.fact else None
                mentions.append(Mention(piece.fact, start, len(text), before))
                hedge = None
    return Written(text, tuple(mentions))


def _name(asked: str, names: Mapping[str, str]) -> str:
    name, _, last = asked.partition(".")
    return names[name].split()[-1] if last else names[name]


def _after_preposition(told: Statement, pieces: Sequence[Piece]) -> Statement:
    """A time without its preposition where another stands before it: "since Friday", "set for Nov. 29"."""
    led = pieces and pieces[-1].words.endswith((" since ", " until ", " for ", " before ", " by ", "Since "))
    return replace(told, before="") if led and isinstance(told, StatedDate) and told.before in ("on ", "in ") else told


def _fact(slot: re.Match[str], told: Statement, opens: bool) -> list[Piece]:
    name, mark, head = slot[1], slot[2], slot[3]
    if isinstance(told, Certainty):
        return [Piece(told.words, name, "number"), *([Piece(" ")] if told.words else [])]
    if isinstance(told, StatedDate):
        return [*([Piece(told.before)] if told.before else []), Piece(told.words, name, "number")]
    number = Piece(_number(told, mark, opens), name, "number")
    hedge = Piece(told.hedge_words, name, "hedge after" if told.after else "hedge")
    pieces = (
        [number] if not told.hedge_words else [number, Piece(" "), hedge] if told.after else [hedge, Piece(" "), number]
    )
    return [*pieces, Piece(_headed(told, head))] if head else pieces


def _number(told: Stated, mark: str, opens: bool) -> str:
    """The number with its unit; small numbers that open a sentence are spelled."""
    number = told.number
    hedged = bool(told.hedge_words) and not told.after
    if opens and number.isdigit() and int(number) < 100 and not hedged and not told.unit_words.startswith("%"):
        number = spelled(int(number))
    if mark == "-" and told.adjective:
        return f"{number}-{told.adjective}"
    return number + told.unit_words


def _headed(told: Stated, head: str) -> str:
    """What is counted, joined to the number: "12 people", "dozens of people", "one in five voters"."""
    if head.startswith("of "):
        return f" {head[3:]}" if told.join == " in " else f" {head}"
    return f"{told.join}{head}"


def _capitalised(pieces: list[Piece]) -> list[Piece]:
    """The same with a capital at the start of each sentence."""
    done: list[Piece] = []
    fresh = True
    for piece in pieces:
        words = piece.words
        at = 1 if words.startswith("“") else 0
        if fresh and len(words) > at and words[at].islower():
            words = words[:at] + words[at].upper() + words[at + 1 :]
        fresh = (fresh and not words.strip("“ ")) or words.endswith(". ")
        done.append(replace(piece, words=words))
    return done

"""A pair of reports of one story, what was edited between them, and the truth of it as a record."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.quality.drift.dating import StatedDate
from bench.quality.drift.edits import Certainty, Statement, Told
from bench.quality.drift.facts import Setting, draw_facts, slots_of
from bench.quality.drift.names import Namer
from bench.quality.drift.planting import keep, plant
from bench.quality.drift.stated import Stated
from bench.quality.drift.stories import FOLDER, Story
from bench.quality.drift.styles import Style, draw_style
from bench.quality.drift.writing import Mention, Piece, Written, fill, suits, write

FIRST_DAY, DAYS = date(2021, 1, 4), 1_900
LATER_SHARE = 0.4  # of the pairs, in which B appears a day after A
EDITED_SHARE = 0.55  # of the facts that both tell and that are no conflict
CONFLICTS = (0, 0, 0, 1, 1, 1, 2, 2, 3)  # a third of the pairs has none
FILLERS = (0, 1, 1, 2, 2, 3, 5, 16)  # sentences without figures: reports of 100 to 550 words
FULL_SHARE = 0.12  # of the pairs, in which the whole story is told
MOST_DECOYS = 3
Ways = tuple[str, ...]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outline:
    """What one report tells, in its order: each sentence as the ways to say it."""

    title: str
    sentences: tuple[Ways, ...]

    def facts(self) -> set[str]:
        """The facts that every way through it tells."""
        told = [{name for name, _, _ in slots_of([way])} for ways in self.sentences for way in ways]
        return set().union(*told) | {name for name, _, _ in slots_of([self.title])}


def make_pair(story: Story, seed: int, number: int) -> Record:
    """A pair of reports with its truth.

    Args:
        story: the type of story.
        seed: the seed of the set.
        number: of the pair in the set; with the seed it decides everything.
    """
    draw = Random(f"drift {seed} {number}")
    namer, first = Namer(draw), FIRST_DAY + timedelta(draw.randrange(DAYS))
    names = {slot: _name(kind, namer, draw) for slot, kind in story.names.items()}
    published = (first, first + timedelta(1 if draw.random() < LATER_SHARE else 0))
    setting = Setting((draw_style(draw), draw_style(draw)), published, draw)
    facts = draw_facts(story, setting)
    outlines = _outlines(story, draw)
    shared = sorted(outlines[0].facts() & outlines[1].facts() & set(facts))
    draw.shuffle(shared)
    told = dict(zip(shared, plant([facts[name] for name in shared], draw.choice(CONFLICTS), EDITED_SHARE), strict=True))
    told |= {name: keep(fact) for name, fact in facts.items() if name not in told}
    datelines = _datelines(names, setting.styles)
    sides = [
        _written(
            outline, {name: one.a if side == 0 else one.b for name, one in told.items()}, names, (datelines[side], draw)
        )
        for side, outline in enumerate(outlines)
    ]
    record: Record = {
        "id": f"drift-{seed}-{number}", "seed": seed, "story": story.name,
        "outlet_a": namer.name("outlet"), "outlet_b": namer.name("outlet"),
        "published_a": published[0].isoformat(), "published_b": published[1].isoformat(),
        "a": sides[0].text, "b": sides[1].text,
    }  # fmt: skip
    edits = [*_edits(told, sides), *_decoys(story, sides)]
    return record | {"edits": [_hedged_along(record, edit, edits) for edit in edits]}


def _name(kind: str, namer: Namer, draw: Random) -> str:
    return draw.choice(kind[7:].split("|")) if kind.startswith("phrase:") else namer.name(kind)


def _datelines(names: Mapping[str, str], styles: tuple[Style, Style]) -> tuple[str, str]:
    place = names["town"].upper()
    a, b = (f"{place} — " if style.dateline else "" for style in styles)
    return a, b


def _outlines(story: Story, draw: Random) -> tuple[Outline, Outline]:
    """What each of two reports tells: most of it both, in an order that the second changes a little."""
    fillers = tomllib.loads((FOLDER.parent / "filler.toml").read_text("utf-8"))["body"]
    pool = [tuple(ways) for ways in draw.sample(fillers, draw.choice(FILLERS))]
    told = len(story.body) if draw.random() < FULL_SHARE else draw.randint(7, len(story.body))
    body = draw.sample(story.body, told)
    body = [ways for ways in story.body if ways in body]
    for ways in pool:
        body.insert(draw.randint(1, len(body)), ways)
    first = [ways for ways in body if draw.random() < 0.9]
    second = [ways for ways in body if draw.random() < 0.9]
    for _ in range(draw.choice([0, 0, 1, 2, 4])):
        moved = second.pop(draw.randrange(len(second)))
        second.insert(draw.randint(0, len(second)), moved)
    return (
        Outline(draw.choice(story.titles), (story.lead, *first)),
        Outline(draw.choice(story.titles), (story.lead, *second)),
    )


def _written(
    outline: Outline, told: Mapping[str, Statement], names: Mapping[str, str], manner: tuple[str, Random]
) -> Written:
    dateline, draw = manner
    paragraphs: list[list[Piece]] = [fill(outline.title, told, names, draw)]
    for number, ways in enumerate(outline.sentences):
        way = draw.choice([way for way in ways if suits(way, told)] or [*ways])
        pieces = fill(way, told, names, draw)
        if number > 1 and draw.random() < 0.45:
            paragraphs[-1] += [Piece(" "), *pieces]
        else:
            paragraphs.append(pieces)
    if dateline:
        paragraphs[1].insert(0, Piece(dateline))
    return write(paragraphs)


def _edits(told: Mapping[str, Told], sides: Sequence[Written]) -> list[Record]:
    """The truth of every fact that both reports tell, in the order of A."""
    found = []
    for name in dict.fromkeys(mention.fact for mention in sides[0].mentions):
        here, there = (_mentions(side, name) for side in sides)
        one = told[name]
        nothing = isinstance(one.a, Certainty) and isinstance(one.b, Certainty) and not one.a.words + one.b.words
        if not there or nothing or one.kind == "label":
            continue
        a, b = _side(sides[0].text, here, one.a), _side(sides[1].text, there, one.b)
        edit: Record = {"kind": one.kind, "fact": name, **({"how": one.how} if one.how else {}), "a": a, "b": b}
        edit |= {"relation": one.relation, **({"also": [*one.also]} if one.also else {}), "conflict": one.conflict}
        reformatted = one.kind == "kept" and a["text"].lower() != b["text"].lower()  # "Twelve" opens a sentence
        found.append(
            edit | {"kind": "reformatted", "relation": "equivalent", "also": ["same"]} if reformatted else edit
        )
    return found


def _hedged_along(record: Record, edit: Record, edits: Sequence[Record]) -> Record:
    """A figure kept beside a hedge of certainty that was not: it may be said to have lost or gained that hedge."""
    if edit["relation"] not in ("same", "equivalent") or edit["kind"].startswith("certainty"):
        return edit
    near = {
        other["relation"]
        for other in edits
        if other["kind"].startswith("certainty") and other["relation"] != "same"
        if any(_in_one_sentence(record[side], edit[side], other[side]) for side in "ab")
    }
    return edit | {"also": sorted({*edit.get("also", ()), *near})} if near else edit


def _in_one_sentence(text: str, one: Record, other: Record) -> bool:
    first, last = sorted((one, other), key=lambda place: int(place["start"]))
    return not re.search(r"[.”]\s", text[first["end"] : last["start"]])


def _decoys(story: Story, sides: Sequence[Written]) -> list[Record]:
    """Figures of A and of B that look alike and are about different things: of each two, one way round."""
    found = []
    for number, (kind, *both) in enumerate(story.decoys):
        turned = (len(sides[0].text) + number) % 2
        x, y = both[turned], both[1 - turned]
        here, there = _mentions(sides[0], x), _mentions(sides[1], y)
        if here and there:
            edit: Record = {"kind": f"decoy: {kind}", "fact": f"{x} / {y}"}
            edit |= {"a": _side(sides[0].text, here[:1]), "b": _side(sides[1].text, there[:1])}
            found.append(edit | {"relation": "incomparable", "conflict": False})
    return found[:MOST_DECOYS]


def _mentions(side: Written, fact: str) -> list[Mention]:
    """Where a report tells a fact, its body before its title."""
    body = side.text.index("\n\n")
    found = [mention for mention in side.mentions if mention.fact == fact]
    return sorted(found, key=lambda mention: (mention.start < body, mention.start))


def _side(text: str, mentions: Sequence[Mention], told: Statement | None = None) -> Record:
    """One report's side of an edit: the words, their hedge, what they mean, and where else they stand."""
    first, *rest = mentions
    side = _span(text, first.start, first.end)
    if first.hedge:
        side["hedge"] = _span(text, *first.hedge)
    if isinstance(told, StatedDate):
        side |= {"low": told.low, "high": told.high} | ({"hour": told.hour} if told.hour is not None else {})
    elif isinstance(told, Stated) and told.given:
        side |= {"unit": told.unit, "hedge_kind": told.hedge, "low": told.given.low, "high": told.given.high}
    elif isinstance(told, Stated) and told.value is not None:
        side |= {"value": told.value, "unit": told.unit}
        side |= {"hedge_kind": told.hedge} if told.hedge != "exact" else {}
    if rest:
        side["again"] = [_span(text, mention.start, mention.end) for mention in rest]
    return side


def _span(text: str, start: int, end: int) -> Record:
    return {"start": start, "end": end, "text": text[start:end]}


def story_of(stories: Sequence[Story], number: int) -> Story:
    """The type of story of a pair: each in its turn."""
    return stories[number % len(stories)]


def read_pairs(path: Path) -> list[Record]:
    """The pairs of a set."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]

"""Made-up reports from templates: weather, results, matches and obituaries, one event each, worded nearly alike."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random


def _split(words: str) -> list[str]:
    """Words, one after the other."""
    return words.split()


FIRST = _split(
    "Ada Bela Carl Dora Emil Finn Gina Hugo Iris Jona Kara Leon Mira Nils Olga Paul Rosa Sven Tara Udo Vera Wim"
)
LAST = _split(
    "Arndt Brook Calder Dunmore Ekwall Farrow Grieve Hallam Ivers Jessop Kettle Lorne Marsh Nyland Orme Pryce"
)
START = _split(
    "Ash Birch Cold Deer East Fair Glen Hazel Iron King Lake Mill North Oak Pine Quarry Red Stone Thorn West"
)
END = _split("bridge bury combe dale field ford ham haven hurst leigh mere port stead ton vale wick worth")
MIDDLE = _split("a al en er ing is o or over um under y")
KIN = _split("by dale den feld gaard holm lund man sen son strom well")
TRADES = _split("painter teacher engineer surgeon publisher farmer pilot composer judge brewer")
WEATHER = (
    "{town} weather: {low} to {high} degrees on {day}",
    "Residents of {town} can expect a high of {high} degrees and a low of {low} on {day}, the weather service said.\n\n"
    "Winds from the {wind} will reach {speed} miles an hour by the afternoon. The chance of rain is {chance} percent, "
    "with up to {rain} millimetres on higher ground near {near}.\n\nDrivers were told to allow more time for their "
    "journeys, and to look at the forecast before they set out. The next report is due at {hour} o'clock.",
)
RESULTS = (
    "{firm} reports quarterly profit of ${high}.{low} million",
    "{firm} said on {day} that profit for the quarter rose to ${high}.{low} million, or {chance} cents a share, on "
    "revenue of ${speed}{rain} million.\n\nThe results beat the expectations of analysts, who had looked for {speed} "
    "cents a share. {name}, the chief executive of {firm}, said demand was strong.\n\nShares of the company, based in "
    "{town}, have risen {rain} percent since the beginning of the year.",
)
MATCH = (
    "{town} beat {near} {high}-{low}",
    "{name} scored {rain} points as {town} beat {near} {high}-{low} on {day}.\n\n{town} led by {speed} at half-time "
    "and never looked back. {other} added {chance} for the visitors, who have lost {hour} of their last {rain} "
    "games.\n\n{town} play again next week.",
)
OBITUARY = (
    "{name}, {trade} of {town}, dies at {age}",
    "{name}, a {trade} who lived in {town} for most of a long life, died at home on {day}. {name} was {age}."
    "\n\nThe death was confirmed by a daughter, {other}. Born in {near}, {name} worked for {rain} years and is "
    "survived by {hour} children.\n\nA service will be held next week.",
)
TEMPLATES = (WEATHER, RESULTS, MATCH, OBITUARY)
DAYS = _split("Monday Tuesday Wednesday Thursday Friday")


def template_reports(
    seed: int, each: int, templates: tuple[tuple[str, str], ...] = TEMPLATES
) -> Iterator[dict[str, str]]:
    """Records of reports, `each` from every template, within one week.

    Args:
        seed: of the facts.
        each: how many reports a template gives.
        templates: pairs of headline and text with the fields of `facts`.
    """
    for kind, (title, text) in enumerate(templates):
        for number in range(each):
            told = facts(Random(f"{seed} {kind} {number}"))
            yield {
                "id": f"template-{seed}-{kind}-{number}",
                "outlet": f"desk {number % 5}",
                "title": title.format(**told),
                "text": text.format(**told),
                "published": f"2024-03-{4 + DAYS.index(told['day']):02}",
            }


def facts(chance: Random) -> dict[str, str]:
    """The facts of one report."""
    town, near = (chance.choice(START) + chance.choice(MIDDLE) + chance.choice(END) for _ in range(2))
    name, other, firm = (chance.choice(LAST) + chance.choice(KIN) for _ in range(3))
    numbers = {key: str(chance.randint(2, 99)) for key in ("low", "high", "speed", "chance", "rain", "hour", "age")}
    people = {"name": f"{chance.choice(FIRST)} {name}", "other": f"{chance.choice(FIRST)} {other}"}
    return (
        numbers
        | people
        | {
            "town": town,
            "near": near,
            "firm": f"{firm} {chance.choice(START)}",
            "day": chance.choice(DAYS),
            "wind": chance.choice(("north", "south", "east", "west")),
            "trade": chance.choice(TRADES),
        }
    )

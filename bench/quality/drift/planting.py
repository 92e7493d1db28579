"""Which edits a kind of fact can have, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterable

from bench.quality.drift import edits, time_edits, wrong_edits
from bench.quality.drift.edits import Edit, Told
from bench.quality.drift.facts import NUMERIC, Fact

_TRIES = 4  # an edit that does not suit the value by chance is drawn again
UPDATED_SHARE = 0.5  # of the tolls that a later report may rightly raise
_KEPT: dict[str, Edit] = {
    **dict.fromkeys(NUMERIC, edits.kept),
    **dict.fromkeys(("date", "calendar", "plaindate"), time_edits.kept_day),
    **dict.fromkeys(("year", "plainyear"), time_edits.kept_year),
    "clock": time_edits.kept_hour,
    "score": time_edits.kept_score,
    "label": time_edits.kept_label,
    "certainty": time_edits.certainty,
}
_NUMBERS: tuple[Edit, ...] = (
    edits.rounded, edits.rounded, edits.vaguer, edits.vaguer, edits.ranged, edits.unit_changed, edits.unit_changed,
    edits.unit_changed, edits.hedge_added, edits.hedge_dropped, edits.hedge_changed, edits.converted,
    edits.within_hedge, edits.within_hedge, edits.beyond_hedge,
)  # fmt: skip
_DAYS: tuple[Edit, ...] = (time_edits.equivalent_day, time_edits.vaguer_day)
_HARMLESS: dict[str, tuple[Edit, ...]] = {
    **dict.fromkeys(NUMERIC, _NUMBERS),
    **dict.fromkeys(("date", "calendar", "plaindate"), _DAYS),
    "year": (time_edits.vaguer_year,),
}
_WRONG_NUMBERS: tuple[Edit, ...] = (
    wrong_edits.wrong, wrong_edits.wrong, wrong_edits.wrong, wrong_edits.past_hedge, wrong_edits.past_hedge,
    wrong_edits.hedge_opposed, wrong_edits.wrong_unit,
)  # fmt: skip
_WRONG: dict[str, tuple[Edit, ...]] = {
    **dict.fromkeys(NUMERIC, _WRONG_NUMBERS),
    "money": (*_WRONG_NUMBERS, wrong_edits.wrong_currency),
    **dict.fromkeys(("date", "calendar", "plaindate"), (time_edits.wrong_day,)),
    **dict.fromkeys(("year", "plainyear"), (time_edits.wrong_year,)),
    "clock": (time_edits.wrong_hour,),
    "score": (time_edits.wrong_score,),
}


def keep(fact: Fact) -> Told:
    """What both reports tell of a fact that nobody edited."""
    told = _KEPT[fact.plan.kind](fact)
    assert told is not None
    return told


def plant(facts: Iterable[Fact], conflicts: int, share: float) -> list[Told]:
    """What two reports tell of each fact: so many conflicts, a share of harmless edits, the rest as it was.

    Args:
        facts: in the order in which they may be edited.
        conflicts: how many facts are to be told wrongly by B.
        share: of the other facts, how many are edited harmlessly.
    """
    told: list[Told] = []
    for fact in facts:
        if fact.plan.moves and fact.setting.later:
            told.append(keep(fact))
            continue
        made = _one_of(_WRONG, fact) if conflicts else None
        if made:
            conflicts -= 1
        elif fact.grown and fact.setting.draw.random() < UPDATED_SHARE:
            made = edits.updated(fact)
        elif fact.setting.draw.random() < share:
            made = _one_of(_HARMLESS, fact)
        told.append(made or keep(fact))
    return told


def _one_of(table: dict[str, tuple[Edit, ...]], fact: Fact) -> Told | None:
    """An edit of the table that suits the fact."""
    choices = table.get(fact.plan.kind, ())
    for _ in range(_TRIES if choices else 0):
        made = fact.setting.draw.choice(choices)(fact)
        if made:
            return made
    return None

"""Edits of days, years, hours, scores, labels and hedges of certainty."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bench.quality.drift import dating, stated
from bench.quality.drift.edits import Certainty, Told
from bench.quality.drift.facts import Fact, plain_day
from bench.quality.drift.stated import Stated
from bench.quality.drift.styles import Style

CERTAINTY = ("allegedly", "reportedly", "apparently", "probably", "possibly", "supposedly")


def kept_day(fact: Fact) -> Told:
    """The same day as each desk writes it: "Friday" and "Nov. 29"."""
    return _of_one_day(plain_day(fact, 0), plain_day(fact, 1))


def equivalent_day(fact: Fact) -> Told | None:
    """Friday -> Nov. 29; Nov. 29 -> yesterday: other words for the same day."""
    if fact.plan.kind != "date":
        return None
    styles, published = fact.setting.styles, fact.setting.published
    near = dating.nearby(fact.day, published[1])
    if abs((published[1] - fact.day).days) <= 6:
        near.append(dating.weekday(fact.day, styles[1]))
    near.append(dating.calendar_day(fact.day, styles[1], year=fact.day.year != published[1].year))
    a, others = plain_day(fact, 0), [told for told in near if told.words != plain_day(fact, 0).words]
    return _of_one_day(a, fact.setting.draw.choice(others)) if others else None


def vaguer_day(fact: Fact) -> Told | None:
    """Tuesday -> last week; either report may be the vaguer one."""
    if fact.plan.kind == "plaindate":
        return None
    turn = 0 if fact.setting.draw.random() < 0.35 else 1
    loose = dating.vaguer_day(fact.day, fact.setting.published[turn], fact.setting.draw)
    if loose is None:
        return None
    exact = plain_day(fact, 1 - turn)
    if turn == 1:
        return Told("date vaguer", exact, loose, "coarser")
    return Told("date vaguer, then exact", loose, exact, "finer")


def wrong_day(fact: Fact) -> Told | None:
    """Tuesday -> Wednesday; Nov. 12 -> Nov. 21."""
    draw, published = fact.setting.draw, fact.setting.published
    past = fact.day <= published[0]
    day = fact.day + timedelta(draw.choice([-3, -2, -1, 1, 2, 3]))
    if (past and day > min(published)) or (not past and day <= max(published)):
        return None
    return Told("date wrong", plain_day(fact, 0), plain_day(fact, 1, day), "conflict")


def kept_year(fact: Fact) -> Told:
    """The same year."""
    year = _year(fact, int(fact.value))
    return Told("kept", year, year, "same")


def wrong_year(fact: Fact) -> Told:
    """2011 -> 2001; 1987 -> 1978."""
    year, digits = int(fact.value), str(int(fact.value))
    swapped = int(digits[:2] + digits[3] + digits[2])
    others = [year - 10, year - 1, year - 2] + ([swapped] if year > swapped > year - 60 else [])
    other = _year(fact, fact.setting.draw.choice(others))
    return Told("date wrong", _year(fact, year), other, "conflict", how="year")


def vaguer_year(fact: Fact) -> Told | None:
    """In March 2011 -> in 2011; in 1987 -> in the 1980s."""
    if fact.plan.kind != "year":
        return None
    year, draw = int(fact.value), fact.setting.draw
    exact = dating.of_month(year, draw.randint(1, 12)) if draw.random() < 0.6 else _year(fact, year)
    loose = _year(fact, year) if exact.words != str(year) else dating.of_decade(year)
    if draw.random() < 0.35:
        return Told("date vaguer, then exact", loose, exact, "finer")
    return Told("date vaguer", exact, loose, "coarser")


def kept_hour(fact: Fact) -> Told:
    """9 a.m. -> 09:00."""
    hour, styles = int(fact.value), fact.setting.styles
    a, b = dating.of_hour(hour, fact.day, styles[0]), dating.of_hour(hour, fact.day, styles[1])
    if fact.setting.draw.random() < 0.25:
        b = dating.spelled_hour(hour, fact.day)
    return Told("kept", a, b, "same") if a.words == b.words else Told("reformatted", a, b, "equivalent", ("same",))


def wrong_hour(fact: Fact) -> Told:
    """9 a.m. -> 9 p.m.; 5 p.m. -> 8 p.m."""
    hour, styles = int(fact.value), fact.setting.styles
    other = fact.setting.draw.choice([(hour + 12) % 24 or 12, max(1, hour - 3), hour - 1])
    a, b = dating.of_hour(hour, fact.day, styles[0]), dating.of_hour(other, fact.day, styles[1])
    return Told("date wrong", a, b, "conflict", how="hour")


def kept_score(fact: Fact) -> Told:
    """3-1 in both."""
    score = _score(fact, int(fact.value), fact.day.day % int(fact.value))
    return Told("kept", score, score, "same")


def wrong_score(fact: Fact) -> Told:
    """3-1 -> 3-2."""
    won, lost = int(fact.value), fact.day.day % int(fact.value)
    return Told("wrong", _score(fact, won, lost), _score(fact, won + 1, lost), "conflict", how="score")


def kept_label(fact: Fact) -> Told:
    """A name with a number in it: Route 21, the M-47, 21 Mill Street."""
    label = Stated(fact.text.format(n=int(fact.value)), "", None)
    return Told("label", label, label, "same")


def certainty(fact: Fact) -> Told:
    """Allegedly -> nothing, nothing -> reportedly, allegedly -> apparently, or as it was."""
    draw = fact.setting.draw
    words, other = draw.sample(CERTAINTY, 2)
    rows = [
        Told("certainty dropped", Certainty(words), Certainty(""), "hedge dropped"),
        Told("certainty dropped", Certainty(words), Certainty(""), "hedge dropped"),
        Told("certainty added", Certainty(""), Certainty(words), "hedge added"),
        Told("certainty changed", Certainty(words), Certainty(other), "hedge changed"),
        Told("certainty kept", Certainty(words), Certainty(words), "same"),
    ]
    return draw.choice(rows)


def _of_one_day(a: dating.StatedDate, b: dating.StatedDate) -> Told:
    if a.words == b.words:
        return Told("kept", a, b, "same")
    return Told("date equivalent", a, b, "equivalent", ("same",))


def _year(fact: Fact, year: int) -> dating.StatedDate:
    told = dating.of_year(year)
    return replace(told, before="") if fact.plan.kind == "plainyear" else told


def _score(fact: Fact, won: int, lost: int) -> Stated:
    style: Style = fact.setting.styles[0]
    return stated.Stated(f"{won}{'-' if style.separator else '–'}{lost}", "", None)

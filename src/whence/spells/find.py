"""Spells: from when to when. What `find_times` leaves apart is joined here with the words that relate it.

"between Monday and Wednesday", "since August", "from 1939 to 1945", "3 weeks after Christmas", "tomorrow from 7 to 9":
terms (`words`) are joined by passes of joints (`passes`) and told as records (`telling`).
"""

from __future__ import annotations

from datetime import datetime

from whence.records import Published, Report
from whence.spells.days import Manner
from whence.spells.passes import join_terms
from whence.spells.telling import Spell, tell_term
from whence.spells.view import View
from whence.spells.words import read_terms
from whence.text.spans import merge_spans, span_at
from whence.text.words import split_words
from whence.times.find import NOT_PROSE
from whence.times.leaning import Leaning
from whence.times.sight import Sight


def find_spells(report: Report, *, manner: Manner = "press", everything: bool = False) -> tuple[Spell, ...]:
    """The spells of a report in the order of the text; they never overlap.

    Args:
        report: the report; its day and hour of publication are what "tomorrow" and "in 5 minutes" count from.
        manner: "press", where "next Friday" is the next one to come, or "diary", where it is the one of next week.
        everything: read also what is no prose.

    >>> report = Report("a", "a", "It ran from May 3 to 9.", published=Published("2024-11-29", "day", "caller"))
    >>> [(spell.evidence.exact, spell.low, spell.high) for spell in find_spells(report)]
    [('from May 3 to 9', '2024-05-03', '2024-05-09')]
    """
    sight = Sight(report.text, split_words(report.text))
    view = View(sight, moment_of(report.published), Leaning(sight), manner)
    skipped = () if everything else merge_spans(report.spans_of(*NOT_PROSE))
    found: list[Spell] = []
    for term in join_terms(view, read_terms(view)):
        span = sight.words.span(term.first, term.last)
        if span_at(skipped, span.start) is None:
            spell = tell_term(term, report.evidence(*span), view.now)
            if spell:
                found.append(spell)
    return tuple(found)


def moment_of(published: Published | None) -> datetime | None:
    """The moment of publication, midnight where no hour is known; None where the day is not.

    >>> moment_of(Published("2024-11-29T15:49", "minute", "page"))
    datetime.datetime(2024, 11, 29, 15, 49)
    """
    if published is None or published.grain in ("year", "month"):
        return None
    try:
        return datetime.fromisoformat(published.iso).replace(tzinfo=None)
    except ValueError:
        return None

"""Self-written pairs of reports that the tests of lineage share."""

from whence.flow.compare import compare
from whence.reading.dates import parse_published
from whence.reading.given import Given
from whence.reading.plain import read_text
from whence.records import Comparison, Report

BODY = """The council of Brenn voted on Monday to close the old salt works by the river, ending a quarrel of nine years.

Mayor Edda Rolf said the decision was hard. “We have carried this place on our backs for a decade,” Rolf said.

The works employ 84 people, most of them over 50, according to the union.

Union leader Karel Moos reportedly offered to forgo a rise worth an estimated 300,000 crowns a year.

“Nobody asked us what we would give up,” Moos said after the vote, standing in the rain outside the hall.

The site will be cleared by the spring of next year and sold to the highest bidder.

A museum of salt, promised in 2015, was never built, and its curator has left the town.

Two earlier votes on the matter had ended in a tie, the last of them in March."""

COPY = """The council of Brenn voted on Monday to close the old salt works by the river, ending a quarrel of nine years.

Mayor Edda Rolf said the decision was hard. “We have carried this place on our backs for a decade,” Rolf said.

The works employ more than 80 people, most of them over 50.

Meanwhile, union leader Karel Moos offered to forgo a rise worth 300,000 crowns a year. \
“Nobody asked us what we would give up,” Moos said after the vote.

The site will be cleared by the spring of next year and sold to the highest bidder."""


def report(text: str, outlet: str | None = None, published: str | None = None) -> Report:
    """A report with what is known of it."""
    when = parse_published(published, claimed_by="caller") if published else None
    return read_text(text, given=Given(outlet=outlet, published=when))


def pair(a: Report, b: Report) -> Comparison:
    """Two reports compared."""
    return compare(a, b)

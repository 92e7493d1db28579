"""The quotation that a figure stands in, and the time that it is told for."""

from __future__ import annotations

from whence.figures.find import find_figures
from whence.records import Quote, Report, Setting, Time

TEXT = "In 2014 they had 40 boats; now it is 12. “We lost 28 boats,” Kerr said."
REPORT = Report("r", "r", TEXT)


def test_a_figure_is_told_for_the_time_of_its_clause() -> None:
    time = Time("DATE", "2014", REPORT.evidence(3, 7), low="2014-01-01", high="2014-12-31")
    found = find_figures(REPORT, [time])
    assert [figure.as_of for figure in found] == [time, None, None]


def test_a_figure_knows_the_quotation_that_holds_it() -> None:
    start = TEXT.index("We lost")
    content = REPORT.evidence(start, TEXT.index(",”"))
    quote = Quote("direct", (content,), (), (), (), Setting(), 0.9)
    assert [figure.quote for figure in find_figures(REPORT, (), [quote])] == [None, None, quote]

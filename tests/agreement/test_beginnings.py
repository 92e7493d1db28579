"""The day on which something began, by all that reports tell of it."""

from __future__ import annotations

from datetime import date

from tests.agreement.told import told
from whence.agreement.beginnings import told_beginning
from whence.agreement.contexts import read_context
from whence.agreement.heads_aligned import group_of
from whence.agreement.starts import in_words
from whence.records import Report, Time

DAY = date(2024, 11, 29)
WAR = group_of("war")


def test_lengths_of_several_reports_narrow_the_beginning() -> None:
    contexts = [
        (read_context(*told("a", f"Few remember the {words} war.")), DAY) for words in ("1,000-day", "two-year")
    ]
    assert told_beginning(contexts[:1], WAR) is not None
    assert told_beginning(contexts, WAR) is None  # 1,000 days are no two years
    years = (read_context(*told("b", "Few remember the more than two-year war.")), DAY)
    begun = told_beginning([contexts[0], years], WAR)
    assert begun
    assert in_words(begun) == "between 14 January and 24 April 2022"


def test_a_time_counts_where_it_is_that_of_a_beginning() -> None:
    for text, at, counts in (
        ("The war began in May 2022.", 17, True),
        ("The war took a turn in May 2022.", 23, False),
        ("The feast began in May 2022.", 19, False),
    ):
        report = Report("a", "a", text)
        may = Time("DATE", "2022-05", report.evidence(at, at + 8), "2022-05-01", "2022-05-31")
        assert (told_beginning([(read_context(report, [may]), DAY)], WAR) is not None) == counts


def test_a_length_without_a_day_of_publication_tells_no_beginning() -> None:
    assert told_beginning([(read_context(*told("a", "Few remember the two-year war.")), None)], WAR) is None

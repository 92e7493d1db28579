"""When a report appeared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.reading.dates import parse_published


@pytest.mark.parametrize(
    ("text", "iso", "grain"),
    [
        ("2024-11-29", "2024-11-29", "day"),
        ("2024-11", "2024-11", "month"),
        ("2024", "2024", "year"),
        ("2024-11-29T18:00:00Z", "2024-11-29T18:00:00+00:00", "second"),
        ("2024-11-29 15:49", "2024-11-29T15:49", "minute"),
        ("2024-11-29T15:49:10.5+0530", "2024-11-29T15:49:10+05:30", "second"),
        ("3:49 PM – Friday, November 29, 2024", "2024-11-29T15:49", "minute"),
        ("Updated 3:18 p.m. ET, 11/5/13", "2013-11-05T15:18-05:00", "minute"),
        ("Published: Wednesday, October 26, 2016 @ 4:07 PM", "2016-10-26T16:07", "minute"),
        ("Fri, 29 Nov 2024 18:00:00 +0200", "2024-11-29T18:00:00+02:00", "second"),
        ("Updated 1645 GMT (0045 HKT) May 3, 2016", "2016-05-03T16:45+00:00", "minute"),
        ("Sept. 3, 2016 noon EDT", "2016-09-03T12:00-04:00", "minute"),
        ("29.11.2024", "2024-11-29", "day"),
        ("Posted: May 3, 2016 Updated: May 4, 2016", "2016-05-03", "day"),
    ],
)
def test_dates_are_read_as_exactly_as_they_are_written(text: str, iso: str, grain: str) -> None:
    found = parse_published(text)
    assert found is not None
    assert (found.iso, found.grain) == (iso, grain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2024-02-30",
        "0000-00-00",
        "9999-12-31T23:59:59-23:59",
        "+292277026596-12-04",
        "1899-12-31",
        "25:00 May 3, 2016",
        "2012-2016",
        "2 months ago",
        "On May 3, 2016 talks began",
        "May 3",
        "13 PM May 3, 2016",
        "May 32, 2016",
        "1" * 500,
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    assert parse_published(text) is None


def test_two_figures_in_an_unknown_order_give_only_the_year() -> None:
    unknown, by_zone, by_weekday = (
        parse_published(x) for x in ("06/01/2018", "06/01/2018 2:57 pm ET", "Saturday 06/01/2018")
    )
    assert unknown is not None and unknown.iso == "2018"
    assert by_zone is not None and by_zone.iso == "2018-06-01T14:57-04:00"
    assert by_weekday is not None and by_weekday.iso == "2018-01-06"


def test_american_zones_know_summer_time_and_written_ones_are_believed() -> None:
    summer, winter, stated = (
        parse_published(f"2:00 pm {zone} {day}, 2016")
        for zone, day in [("ET", "July 1"), ("ET", "Dec. 1"), ("EST", "July 1")]
    )
    assert [found.iso[-6:] for found in (summer, winter, stated) if found] == ["-04:00", "-05:00", "-05:00"]


def test_a_zone_that_is_not_known_gives_no_offset() -> None:
    found = parse_published("July 1, 2016 2:00 pm IST")
    assert found is not None and (found.iso, found.zone) == ("2016-07-01T14:00", "IST")


@given(st.text(st.sampled_from("0123456789 -/:.,TZpamAPMJunMonET+"), max_size=40) | st.text(max_size=40))
def test_no_string_raises(text: str) -> None:
    parse_published(text)


@given(
    st.datetimes(
        min_value=__import__("datetime").datetime(1900, 1, 1), max_value=__import__("datetime").datetime(2100, 12, 31)
    )
)
def test_iso_dates_come_back(moment: object) -> None:
    from datetime import datetime

    assert isinstance(moment, datetime)
    found = parse_published(moment.isoformat(timespec="seconds"))
    assert found is not None and found.iso == moment.isoformat(timespec="seconds")


@given(st.from_regex(r"\A(?:19|20|21)\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d(?::[0-6]\d)?(?:Z|[+-][01]\d:[0-5]\d)\Z"))
def test_a_whole_moment_says_the_same_as_one_with_a_space_in_it(text: str) -> None:
    assert parse_published(text) == parse_published(text.replace("T", " "))

"""Marks by which an agency's text is known."""

from __future__ import annotations

import pytest

from whence.names.agencies import find_agency_marks
from whence.records import Part, Report


def marks(text: str, **fields: object) -> list[tuple[str, str]]:
    return [(mark.agency, mark.kind) for mark in find_agency_marks(Report("a", "a", text, **fields))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV (Reuters) - Rain fell on the city.", [("Reuters", "dateline")]),
        ("WASHINGTON (AP) — Rain fell on the city.", [("AP", "dateline")]),
        ("The Associated Press contributed to this report.", [("AP", "credit")]),
        ("He told The Associated Press that rain fell.", [("AP", "mention")]),
        ("(Reporting by Ann Lee; Editing by Bo Ray)", [("Reuters", "credit")]),
        ("Rain fell on the city.", []),
        ("(Photo by Bo Ray/AFP via Getty Images)", []),
        ("", []),
    ],
)
def test_marks_of_agencies(text: str, expected: list[tuple[str, str]]) -> None:
    assert marks(text) == expected


def test_an_outlet_that_is_an_agency_is_a_mark() -> None:
    assert marks("Rain fell.", outlet="Reuters") == [("Reuters", "outlet")]


def test_a_credit_inside_a_caption_is_about_the_picture() -> None:
    text = "The Associated Press contributed to this report."
    assert marks(text, parts=(Part("caption", 0, len(text)),)) == []


def test_marks_slice_and_long_paragraphs_finish() -> None:
    text = "KYIV (Reuters) - Rain fell. " + "A B. (" * 100_000
    found = find_agency_marks(Report("a", "a", text))
    assert [mark.span.slice(text).startswith("(Reuters)") for mark in found] == [True]

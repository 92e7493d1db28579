"""Whose text a report prints, and which outlet it names."""

import pytest

from whence.names.agencies import find_agency_marks
from whence.names.outlets import outlet_mentions, outlet_stem
from whence.reading.given import Given
from whence.reading.plain import read_text
from whence.text.words import split_words


@pytest.mark.parametrize(
    ("text", "agency", "kind"),
    [
        ("PARIS (AP) — Rain fell on the city.", "AP", "dateline"),
        ("LONDON, May 30 (Reuters) - Rain fell on the city.", "Reuters", "dateline"),
        ("PORT HALVERN (Corvus) — Rain fell on the city.", "Corvus", "dateline"),
        ("Rain fell.\n\nThe Associated Press contributed to this report.", "AP", "credit"),
        ("Rain fell.\n\n© 2019 The Associated Press. All rights reserved.", "AP", "credit"),
        ("Rain fell.\n\n(Reporting by Ann Lee; Editing by Bo Ray)", "Reuters", "credit"),
        ("Rain fell.\n\nAssociated Press writer Ann Lee contributed.", "AP", "credit"),
        ("Rain over Paris\n\nAssociated Press\n\nRain fell on the city all day.", "AP", "byline"),
        ("Rain over Paris\n\nThe Associated Press May 31, 2018 12:01 PM\n\nRain fell on the city.", "AP", "byline"),
        ("By The Associated Press\n\nRain fell on the city all day.", "AP", "byline"),
        ("Rain fell.\n\nContributing: Ann Lee, Halvern News Service.", "Halvern", "credit"),
        ("Talks went on.\n\nTwo Associated Press writers in Paris contributed to this report.", "AP", "credit"),
        ("The minister told Reuters that rain fell on the city.", "Reuters", "mention"),
        ("The Associated Press has learned that rain fell.", "AP", "mention"),
    ],
)
def test_an_agency_is_known_by_its_marks(text: str, agency: str, kind: str) -> None:
    assert (agency, kind) in {(mark.agency, mark.kind) for mark in find_agency_marks(read_text(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Rain over the quay. (Photo by Ann Lee/AFP via Getty Images)",
        "A man walks in the rain. (AP Photo/Ann Lee, File)",
        "Image copyright Reuters Image caption Rain over the quay",
        "The map app (new) - costs nothing.",
        "AUBURN (CBS13) — Rain fell on the city.",
        "CROSSVILLE (WATE) – Rain fell on the city.",
        "The records of Associated Press reporters were seized. " + "It rained all week and nobody minded. " * 8,
        "Rain fell. " * 200 + "\n\nAnn Lee, Bloomberg",
        "Rain fell on the city, the Halvern News Agency said.",
        "However, Halvern News Service reported that rain fell.",
        "A dam broke, according to an Associated Press reporter.",
        "Rain fell. " * 60 + "\n\nAnn Lee of the harbour office.\n\nASSOCIATED PRESS.\n\n" + "Rain fell. " * 60,
    ],
)
def test_what_is_not_the_source_of_the_text_is_no_mark(text: str) -> None:
    assert not [mark for mark in find_agency_marks(read_text(text)) if mark.kind != "mention"]


def test_a_mark_slices_to_its_words() -> None:
    report = read_text("KYIV, Ukraine (AP) — Rain fell.\n\nAnn Lee of Reuters contributed.")
    assert [mark.span.slice(report.text) for mark in find_agency_marks(report)] == ["(AP) —", "Reuters contributed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fox News", "www.foxnews.com"),
        ("Fox Online News", "Fox News (Online)"),
        ("CNN (Web News)", "cnn.com"),
        ("New York Times - News", "nyt"),
        ("The Washington Post", "wash-post"),
        ("www.detroitnews.com:80", "Detroit News"),
    ],
)
def test_one_outlet_has_one_stem_however_it_is_written(one: str, other: str) -> None:
    assert outlet_stem(one) == outlet_stem(other) != ""


def test_an_unknown_outlet_has_no_stem() -> None:
    assert outlet_stem(None) == "" == outlet_stem("")


@pytest.mark.parametrize(
    ("text", "outlet", "named"),
    [
        ("He told FoxNews.com that rain fell.", "Fox News", ["FoxNews"]),
        ("The Halvern Courier reported rain.", "Halvern Courier", ["Halvern Courier"]),
        ("Rain will slate the roof anew.", "Slate", []),
        ("A hill in the rain.", "The Hill", []),
    ],
)
def test_an_outlet_is_found_where_its_name_is_written_as_a_name(text: str, outlet: str, named: list[str]) -> None:
    report = read_text(text, given=Given())
    spans = outlet_mentions(report, split_words(text), outlet_stem(outlet))
    assert [span.slice(text) for span in spans] == named

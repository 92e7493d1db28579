"""Which figures and times of two reports are about the same thing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.told import found, told
from whence.agreement.matching import match_figures, pair_figures_in, published_on
from whence.figures.find import find_figures
from whence.reading.dates import parse_published
from whence.records import FigurePair, Report, Time

STORY = """Ferry sinks off Port Lane

The ferry Wanda sank off Port Lane on Tuesday, and at least 12 people drowned, the coast guard said.

The Wanda had carried 90 passengers and 14 cars when it left Odell at dawn.

Divers searched 40 square miles of water for survivors.

The company that owns the ferry was fined $3 million in a case of 2019."""


def _pairs(a: str, b: str, days: tuple[str, str] = ("", "")) -> dict[tuple[str, str], FigurePair]:
    pairs = match_figures(told("a", a, days[0]), told("b", b, days[1]))
    return {(pair.a.evidence.exact, pair.b.evidence.exact): pair for pair in pairs}


def test_a_report_agrees_with_itself_in_every_figure() -> None:
    pairs = _pairs(STORY, STORY)
    assert {pair.relation for pair in pairs.values()} == {"same"}
    assert len(pairs) == len(find_figures(Report("a", "a", STORY)))


def test_another_style_is_no_conflict() -> None:
    styled = STORY.replace("12 people", "twelve people").replace("90 passengers", "ninety passengers")
    styled = styled.replace("40 square miles", "104 square kilometers").replace("$3 million", "$3m")
    assert {pair.relation for pair in _pairs(STORY, styled).values()} <= {"same", "equivalent"}


def test_an_edited_number_is_a_conflict_and_nothing_else_is() -> None:
    pairs = _pairs(STORY, STORY.replace("90 passengers", "19 passengers"))
    assert [key for key, pair in pairs.items() if pair.relation == "conflict"] == [("90", "19")]


def test_a_sentence_put_otherwise_still_tells_the_same() -> None:
    reworded = STORY.replace(
        "The Wanda had carried 90 passengers and 14 cars when it left Odell at dawn.",
        "There were 14 cars and 80 passengers on the Wanda, which had left Odell early.",
    )
    pairs = _pairs(STORY, reworded)
    assert pairs["90", "80"].relation == "conflict"
    assert pairs["14", "14"].relation == "same"


def test_killed_and_injured_are_not_held_against_each_other() -> None:
    a = "The blast in Port Lane killed 12 people, the police said."
    b = "The blast in Port Lane injured 30 people, the police said."
    assert not _pairs(a, b)


def test_another_place_is_another_thing() -> None:
    a = "In the village of Odell the storm destroyed 40 homes on the river bank."
    b = "In the village of Marsk the storm destroyed 90 homes on the river bank."
    assert not [pair for pair in _pairs(a, b).values() if pair.relation == "conflict"]


def test_a_toll_that_grew_by_the_next_day_is_an_update() -> None:
    pairs = _pairs(STORY, STORY.replace("at least 12", "19"), ("2024-11-27", "2024-11-28"))
    assert pairs["12", "19"].relation == "updated"


def test_what_began_is_told_by_all_that_the_reports_say_of_it() -> None:
    a = "Shops closed in the 1,000-day siege of Odell.\n\nThe siege began nearly three years ago, the mayor said."
    b = "Shops closed in the more than two-year siege of Odell."
    told_a = told("a", a, "2024-11-29")
    (pair,) = (pair for pair in match_figures(told_a, told("b", b, "2024-11-29")) if pair.relation == "coarser")
    assert pair.says.startswith("same fact, less exact; both fit a start between 14 January and ")


def test_sentences_known_to_be_one_pair_by_kind_head_and_order() -> None:
    a = find_figures(Report("a", "a", "Some 90 people paid $3 million for 14 boats."))
    b = find_figures(Report("b", "b", "For 15 boats 90 people paid $4 million."))
    pairs = [(pair.a.evidence.exact, pair.b.evidence.exact, pair.relation) for pair in pair_figures_in(a, b)]
    assert pairs == [("90", "90", "hedge dropped"), ("$3 million", "$4 million", "conflict"), ("14", "15", "conflict")]


def test_other_currencies_of_one_sentence_are_told_as_incomparable() -> None:
    (pair,) = pair_figures_in([found("It cost $3 million.")], [found("It cost €3 million.")])
    assert pair.relation == "incomparable"


def test_a_month_is_no_day_of_publication() -> None:
    report = Report("a", "a", "", published=parse_published("2024-11"))
    assert published_on(report) is None
    assert published_on(Report("a", "a", "")) is None


def test_times_pair_with_times() -> None:
    text = "The ferry Wanda sank off Port Lane Tuesday."
    reports = [Report(name, name, text.replace("Tuesday", word)) for name, word in (("a", "Tuesday"), ("b", "Monday"))]
    days = [
        Time("DATE", iso, report.evidence(35, 35 + size), iso, iso)
        for report, iso, size in zip(reports, ("2024-11-26", "2024-11-25"), (7, 6), strict=True)
    ]
    a, b = (told(r.id, r.text, times=[one]) for r, one in zip(reports, days, strict=True))
    (pair,) = match_figures(a, b)
    assert pair.relation == "conflict"


@given(st.text(alphabet="123 ,.$%\nkilboats", max_size=150), st.text(alphabet="123 ,.$%\nkilboats", max_size=150))
def test_any_two_texts_pair_each_figure_once(a: str, b: str) -> None:
    pairs = match_figures(told("a", a), told("b", b))
    assert len({pair.a.evidence for pair in pairs}) == len({pair.b.evidence for pair in pairs}) == len(pairs)


FIRST = "A tram struck a wall in Orrin Square, injuring 43 people, the city said. It carried 212 passengers to Orrin."
LATER = FIRST.replace("43", "51")


def test_a_larger_toll_of_a_later_minute_of_one_day_is_an_update() -> None:
    early, late = told("a", FIRST, "2024-03-12T08:10"), told("b", LATER, "2024-03-12T14:35")
    assert match_figures(early, late)[0].relation == "updated"
    assert match_figures(early, told("b", LATER, "2024-03-12"))[0].relation == "conflict"


def test_a_smaller_toll_of_a_later_minute_is_a_conflict() -> None:
    late = told("b", FIRST, "2024-03-12T14:35")
    assert match_figures(told("a", LATER, "2024-03-12T08:10"), late)[0].relation == "conflict"


def test_who_was_aboard_is_settled_and_no_later_report_may_tell_more() -> None:
    early, late = told("a", FIRST, "2024-03-12"), told("b", FIRST.replace("212", "312"), "2024-03-13")
    assert [pair.relation for pair in match_figures(early, late)] == ["same", "conflict"]

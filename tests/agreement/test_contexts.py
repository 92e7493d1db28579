"""What stands around each figure and time of a report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.told import told
from whence.agreement.contexts import LONGEST_SENTENCE, NUMBER, read_context
from whence.figures.find import find_figures
from whence.records import Report, Time


def test_a_sentence_is_its_content_words_names_and_numbers() -> None:
    context = read_context(*told("a", "The ferry Wanda carried 90 passengers to Port Lane."))
    (sentence,) = context.sentences
    assert {"ferry", "wanda", "port", "lan"} <= {word[:5] for word in sentence.content}
    assert {"wanda", "port"} <= sentence.names
    assert f"{NUMBER}count 90" in sentence.content


def test_sentences_without_figures_are_left_out() -> None:
    context = read_context(*told("a", "Nobody spoke. The ferry carried 90 passengers. Nobody spoke."))
    assert len(context.sentences) == 1


def test_lengths_of_time_are_figures_and_not_times_too() -> None:
    report = Report("a", "a", "The strike lasted three weeks until Friday.")
    weeks = Time("DURATION", "P3W", report.evidence(18, 29))
    friday = Time("DATE", "2024-11-29", report.evidence(36, 42), "2024-11-29", "2024-11-29")
    context = read_context(report, [friday, weeks, *find_figures(report)])
    assert [standing.stated.evidence.exact for standing in context.standings] == ["three weeks", "Friday"]


def test_a_part_told_of_them_stands_under_the_predicate_of_the_whole() -> None:
    context = read_context(*told("a", "The crash on Port Lane injured 43 people, eight of them badly."))
    whole, part = context.standings
    assert whole.predicates and part.predicates == whole.predicates


def test_a_text_without_stops_is_cut_into_pieces() -> None:
    context = read_context(*told("a", "12 lamps and " * LONGEST_SENTENCE))
    assert len(context.sentences) > 1
    assert all(len(sentence.standings) <= LONGEST_SENTENCE for sentence in context.sentences)


@given(st.text(alphabet="12 ab,.\nkiled$%—", max_size=120))
def test_any_text_has_each_figure_in_one_sentence(text: str) -> None:
    context = read_context(*told("a", text))
    held = [at for sentence in context.sentences for at in sentence.standings]
    assert held == list(range(len(context.standings)))
    assert len(context.standings) == len(told("a", text).stated)

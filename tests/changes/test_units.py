"""Units: sentences, cut at the edges of a report's parts."""

from __future__ import annotations

from whence.changes.units import read_units
from whence.records import Part, Report
from whence.text.words import split_words


def test_a_caption_shares_no_sentence_with_the_paragraph_after_it() -> None:
    text = "The bridge at dusk Mayor Feld closed it. Nobody knew."
    report = Report("a", "a", text, parts=(Part("caption", 0, 18),))
    units = read_units(report, split_words(text))
    assert [span.slice(text) for span in units.spans] == ["The bridge at dusk", "Mayor Feld closed it.", "Nobody knew."]
    assert [list(units.words(k)) for k in range(3)] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert units.unit_of_word == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]


def test_a_text_without_words_has_sentences_without_words() -> None:
    units = read_units(Report("a", "a", "* * *"), split_words("* * *"))
    assert [len(units.words(k)) for k in range(len(units.spans))] == [0]

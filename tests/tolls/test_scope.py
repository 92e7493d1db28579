"""Which sentences tell of a report's own event. All places are invented."""

from __future__ import annotations

from whence.reading.record import read_record
from whence.tolls.scene import read_scene
from whence.tolls.scope import quoted_words, tells_several, told_sentences


def test_sentences_about_other_times_are_marked_beyond_the_head() -> None:
    text = "A man died. Police came. They left. Last month two men died. In 2009, six died. It rained."
    report = read_record({"text": text, "published": "2024-11-29"})
    assert [told.other for told in told_sentences(report, read_scene(text))] == [False, False, False, True, True, False]


def test_a_line_that_leads_to_another_report_is_one_about_other_events() -> None:
    text = "A man died in Ostley.\n\nRELATED: Two men shot in Harrow"
    told = told_sentences(read_record({"text": text}), read_scene(text))
    assert all(sentence.other for sentence in told if sentence.first > 4)


def test_words_in_quotation_marks_are_known() -> None:
    text = "He said “two died” there."
    assert quoted_words(read_record({"text": text}), read_scene(text)) == {2, 3}


def test_several_events_are_told_at_the_head() -> None:
    text = "Three men died in separate shootings."
    report, scene = read_record({"text": text}), read_scene(text)
    assert tells_several(scene, told_sentences(report, scene))


def test_a_list_of_videos_with_their_lengths_tells_of_other_events() -> None:
    text = "Two men hurt in Ostley\n\n0:47 Driver shot to death in Harrow Pause 1:43 Snow in Selm"
    assert [told.other for told in told_sentences(read_record({"text": text}), read_scene(text))] == [False, True]


def test_two_times_of_day_are_no_lengths_of_videos() -> None:
    text = "A man was shot at 2:30 a.m. and died at 4:15 p.m. on Monday"
    assert not told_sentences(read_record({"text": text}), read_scene(text))[0].other


def test_a_line_headed_by_another_year_is_a_chronicle() -> None:
    text = "1993: Two men were killed in Harrow."
    report = read_record({"text": text, "published": "2024-11-29"})
    assert told_sentences(report, read_scene(text))[0].other

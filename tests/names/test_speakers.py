"""Whom a source means: names, descriptions, pronouns, several at once, or nobody whom the report names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.names.find import find_names
from whence.names.speakers import resolve_speakers
from whence.records import Part, Report, Speaker
from whence.text.spans import Span


def speakers(marked: str, *parts: Part) -> list[tuple[Speaker, ...]]:
    """The speakers of a text in which sources stand in braces and contents, in the same order, in angles."""
    text = ""
    opened: list[tuple[str, int, int]] = []
    spans: dict[str, dict[int, Span]] = {"{": {}, "<": {}}
    counts = {"{": 0, "<": 0}
    for char in marked:
        if char in "{<":
            opened.append((char, counts[char], len(text)))
            counts[char] += 1
        elif char in "}>":
            kind, number, start = opened.pop()
            spans[kind][number] = Span(start, len(text))
        else:
            text += char
    sources = [[span] for _, span in sorted(spans["{"].items())]
    contents = [[spans["<"][number]] if number in spans["<"] else [] for number in range(len(sources))]
    report = Report("a", "a", text, parts=parts)
    return list(resolve_speakers(report, find_names(report), sources, contents))


def last(marked: str) -> list[str | None]:
    return [speaker.name for speaker in speakers(marked)[-1]]


def test_a_surname_leads_to_the_full_name_with_evidence() -> None:
    ((speaker,),) = speakers("Ana Roe came. {Roe} said no.")
    assert (speaker.name, [e.exact for e in speaker.evidence]) == ("Ana Roe", ["Roe", "Ana Roe"])


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Ana Roe met John Poe. {She} said no.", "Ana Roe"),
        ("Ana Roe met John Poe. {He} said no.", "John Poe"),
        ("{Ana Roe} said <no>. {She} added <that Jane Lee had left>. {She} said <yes>.", "Ana Roe"),
        ("Mrs. Marsh saw Mr. Poe. {He} said no.", "Poe"),
        ("Ana Roe, {who} said no, left.", "Ana Roe"),
        ("Ana Roe, a senator from Ohio {who} said no, left.", "Ana Roe"),
        ("Ukrainian President Olena Zoren spoke. {The Ukrainian president} said no.", "Olena Zoren"),
        ("Ana Roe met Jo Poe. {Her spokeswoman, Jane Lee,} said no.", "Jane Lee"),
        ("{Jason Lee, an adviser to Ana Roe,} said no.", "Jason Lee"),
        ("{Roe campaign manager Jason Lee} said no to Ana Roe.", "Jason Lee"),
        ("{The Herald’s Jason Lee} said no.", "Jason Lee"),
        ("Ana Roe ran. The Roe campaign grew. {The campaign} said no.", "Roe campaign"),
        ("Ana Roe ran. The Roe campaign grew. {Her campaign} said no.", "Roe campaign"),
        ("{A new Harbor Herald poll} said no. {The poll} said yes.", "Harbor Herald poll"),
        ("“Why <should {I} think so>,” {Ana Roe} said.", "Ana Roe"),
    ],
)
def test_one_speaker_is_found(marked: str, name: str) -> None:
    assert last(marked) == [name]


def test_i_in_a_quotation_is_its_speaker_and_not_the_writer() -> None:
    found = speakers("{Ana Roe} said <“{I} think <it is over>.”> Then {I} thought so.")
    assert [s.name for s in found[1]] == ["Ana Roe"]
    assert [(s.name, s.kind) for s in found[2]] == [(None, "unknown")]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Ana Roe came. John Poe came. It was what {both Poe and Roe} said.", ["John Poe", "Ana Roe"]),
        ("Later on {Ana Roe, John Poe and Jane Lee} said that it was not so.", ["Ana Roe", "John Poe", "Jane Lee"]),
        ("{Ana Roe and John Poe} said no. {They} added yes.", ["Ana Roe", "John Poe"]),
        ("Ana Roe and John Poe came. {They} said no.", ["Ana Roe", "John Poe"]),
    ],
)
def test_several_speakers_are_found(marked: str, names: list[str]) -> None:
    assert last(marked) == names


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("{A senior aide} said no.", "senior aide", "unnamed"),
        ("{Officials} said no.", "Officials", "unnamed"),
        ("Ana Roe ran. {Roe’s spokesman} said no.", "Roe’s spokesman", "unnamed"),
        ("Ana Roe ran. {Roe supporters} said no.", "Roe supporters", "unnamed"),
        ("{The letter} said no.", "letter", "document"),
        ("{A spokesman for Ana Roe} said no.", "spokesman for Ana Roe", "unnamed"),
        ("There were critics {who} said no.", "critics", "unnamed"),
    ],
)
def test_unnamed_speakers_keep_the_words_of_the_report(marked: str, name: str, kind: str) -> None:
    ((speaker,),) = speakers(marked)
    assert (speaker.name, speaker.kind) == (name, kind)


def test_two_equal_candidates_are_undecided_and_named_in_the_reason() -> None:
    ((speaker,),) = speakers("John Poe and Paul Lee came. {He} said no.")
    assert (speaker.name, speaker.kind) == (None, "unknown")
    assert speaker.says == "two men before it: John Poe, Paul Lee"


def test_a_person_in_a_caption_or_byline_is_no_antecedent() -> None:
    text = "John Poe at sea\nIt rained. {He} said no."
    ((speaker,),) = speakers(text, Part("caption", 0, 15))
    assert speaker.name is None


def test_a_person_only_quoted_about_is_not_the_next_speaker() -> None:
    assert last("{John Poe} said <“I like Paul Lee.”> {He} added that it rained.") == ["John Poe"]


def test_a_source_inside_a_quotation_is_not_its_speaker() -> None:
    assert last("Paul Lee came. “<{He} said it was over>,” {John Poe} said.") == ["John Poe"]
    found = speakers("Paul Lee came. {John Poe} said <“he is wrong, {he} said no.”>")
    assert [speaker.name for speaker in found[1]] == ["Paul Lee"]


def test_no_source_has_no_speaker() -> None:
    report = Report("a", "a", "“No.”")
    assert resolve_speakers(report, (), [[]], [[Span(0, 5)]]) == ((),)


@given(st.text(alphabet=st.sampled_from("ARoe Lie.,’\n“”who said"), max_size=200), st.data())
def test_any_spans_of_any_text_give_evidence_that_slices(text: str, data: st.DataObject) -> None:
    report = Report("a", "a", text)
    place = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=6))
    spans = [[Span(*pair)] for pair in pairs]
    for found in resolve_speakers(report, find_names(report), spans, spans):
        for speaker in found:
            assert speaker.evidence
            assert all(text[e.start : e.end] == e.exact for e in speaker.evidence)


@pytest.mark.parametrize("unit", ["he said I say he. ", "who ", "John Roe said “he said ", "the senator said it. "])
def test_hostile_sources_end(unit: str) -> None:
    text = "John Smith said. " + unit * (100_000 // len(unit))
    spans = [[Span(17 + i * len(unit), 20 + i * len(unit))] for i in range(100_000 // len(unit))]
    report = Report("a", "a", text)
    assert len(resolve_speakers(report, find_names(report), spans, spans)) == len(spans)

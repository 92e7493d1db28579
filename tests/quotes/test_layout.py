"""Layout: attributions that the page shows: transcripts, signatures, quotations that go on."""

from hypothesis import given
from hypothesis import strategies as st

from whence.quotes.drafts import Draft
from whence.quotes.layout import layout_drafts
from whence.quotes.odds import Odds
from whence.text.marks import quoted_spans
from whence.text.spans import Span


def read(text: str, *drafts: Draft) -> list[tuple[str, str, str]]:
    """Source, cue and content of each draft, in words; pieces joined by a bar."""
    found = layout_drafts(text, quoted_spans(text), drafts)
    return [(words(draft.source, text), words(draft.cue, text), words(draft.content, text)) for draft in found]


def words(spans: tuple[Span, ...], text: str) -> str:
    """The words of spans."""
    return " | ".join(span.slice(text) for span in spans)


def tagged(text: str, *roles: str) -> Draft:
    """A draft as the tagger gives it, from the words of its source, cue and content."""
    source, cue, content = ((Span(at, at + len(role)),) for role in roles for at in [text.index(role)])
    return Draft(source, cue, content, Odds())


def test_the_turns_of_a_transcript_are_attributions() -> None:
    text = "JANE ROE: Why did it close?\nMAYOR DOE (on the phone): It was old."
    assert read(text) == [("JANE ROE", ":", "Why did it close?"), ("MAYOR DOE", ":", "It was old.")]


def test_one_name_and_a_colon_are_no_transcript() -> None:
    assert read("Update: The bridge is open.") == []


def test_names_in_small_letters_are_turns_where_they_come_again() -> None:
    text = "Roe: Why?\nDoe: Because.\nRoe: I see.\nDoe: Good."
    assert [source for source, _, _ in read(text)] == ["Roe", "Doe", "Roe", "Doe"]


def test_a_dash_and_a_name_after_a_quotation_sign_it() -> None:
    text = "“It was a fine day for the town.” — Jane Roe"
    assert read(text) == [("Jane Roe", "—", "“It was a fine day for the town.”")]


def test_a_signature_may_stand_on_the_next_line() -> None:
    text = "“It was a fine day.”\n— Jane Roe, mayor of Halvern\n"
    assert [(source, content) for source, _, content in read(text)] == []
    assert read("“It was a fine day.”\n— Jane Roe") == [("Jane Roe", "—", "“It was a fine day.”")]


def test_what_the_tagger_found_is_not_found_again() -> None:
    text = "“It was a fine day for the town,” said Roe."
    draft = tagged(text, "Roe", "said", "“It was a fine day for the town,”")
    assert len(read(text, draft)) == 1


def test_a_quotation_after_the_cue_goes_on_with_the_same_speaker() -> None:
    text = "“It was a fine day,” said Roe. “We will all remember it for many a long year to come.”"
    draft = tagged(text, "Roe", "said", "“It was a fine day,”")
    [(source, _, content)] = read(text, draft)
    assert source == "Roe" and content.endswith("| “We will all remember it for many a long year to come.”")


def test_a_long_quotation_that_nobody_is_said_to_speak_has_no_source() -> None:
    text = "The sign reads as it always has. “No boats are to be moored at this wall after dark.”"
    assert read(text) == [("", "", "“No boats are to be moored at this wall after dark.”")]


@given(st.text(alphabet='aB. :\n“”"—-', max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for draft in layout_drafts(text, quoted_spans(text), []):
        for span in (*draft.source, *draft.cue, *draft.content):
            assert 0 <= span.start < span.end <= len(text)


def test_a_hundred_thousand_turns_and_marks_are_read_in_step_with_their_number() -> None:
    assert len(read("A BC: c d\n" * 20_000)) == 20_000
    read("“" * 100_000)
    read("“a b c d e f g h i j k” " * 5_000)

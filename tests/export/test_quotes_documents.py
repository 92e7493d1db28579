"""Quotes as JSON: the shape of the line and of the document, spans that slice, nothing that JSON cannot hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.quotes.made import quote_in, words_in
from whence.export.quotes_documents import quote_document, quotes_document, quotes_line, speaker_name
from whence.records import Published, Quote, Reject, Report, Setting, Speaker, Time, Venue

TEXT = "“We will go,” Mayor Jane Roe told reporters on Fox News on Monday through a translator. She spoke last week."
DAY = Published("2024-11-29", "day", "caller")
REPORT = Report("r1", "d1", TEXT, source="a.txt", title="We go", outlet="Alder Post", published=DAY)
LINE_KEYS = {
    "kind", "source", "cue", "content", "speaker", "speaker_evidence", "venue", "addressee", "said_on", "confidence",
}  # fmt: skip


def setting(*, first: str | None = "2024-11-25", last: str | None = "2024-11-25") -> Setting:
    reporters, fox, monday, translator = words_in(REPORT, "reporters", "Fox News", "Monday", "a translator")
    return Setting(
        Venue("Fox News", "outlet", fox), reporters, Time("DATE", first or "", monday, first, last), translator
    )


def said(**known: Any) -> Quote:
    return quote_in(REPORT, "“We will go,”", source="Mayor Jane Roe", cue="told", name="Jane Roe", **known)


def test_a_line_names_the_report_and_has_what_the_issue_asks_for() -> None:
    line: Any = quotes_line(REPORT, [said(setting=setting())])
    assert set(line) == {"report", "quotes"} and line["report"] == "r1"
    (quote,) = line["quotes"]
    assert set(quote) >= LINE_KEYS
    assert (quote["kind"], quote["speaker"], quote["venue"], quote["addressee"]) == (
        "direct", "Jane Roe", "Fox News", "reporters",
    )  # fmt: skip
    assert quote["confidence"] == 0.9 and quote["declined"] is False and quote["through"] == "a translator"


def test_spans_are_code_points_that_slice() -> None:
    line: Any = quotes_line(REPORT, [said(setting=setting())])
    (quote,) = line["quotes"]
    slices = {name: [TEXT[s["start"] : s["end"]] for s in quote[name]] for name in ("source", "cue", "content")}
    assert slices == {"source": ["Mayor Jane Roe"], "cue": ["told"], "content": ["“We will go,”"]}
    located = [*quote["speaker_evidence"], quote["venue_evidence"], quote["addressee_evidence"], quote["said_on"]]
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in located)


def test_a_content_in_pieces_keeps_its_pieces() -> None:
    quote = quote_in(REPORT, ["“We will", "go,”"], source="Mayor Jane Roe")
    assert quote_document(quote)["content"] == [{"start": 0, "end": 8}, {"start": 9, "end": 13}]


def test_a_document_has_the_words_beside_the_spans() -> None:
    content: Any = quote_document(said(), with_text=True)["content"]
    assert content == [{"start": 0, "end": 13, "text": "“We will go,”"}]


def test_a_day_is_a_date_and_several_days_are_from_and_to() -> None:
    one: Any = quote_document(said(setting=setting()))["said_on"]
    several: Any = quote_document(said(setting=setting(first="2024-11-18", last="2024-11-24")))["said_on"]
    unknown: Any = quote_document(said(setting=setting(first=None, last=None)))["said_on"]
    assert (one["date"], one["from"], one["to"]) == ("2024-11-25",) * 3
    assert (several["date"], several["from"], several["to"]) == (None, "2024-11-18", "2024-11-24")
    assert (unknown["date"], unknown["from"], unknown["to"], unknown["text"]) == (None, None, None, "Monday")


def test_what_the_report_does_not_tell_is_null() -> None:
    quote = quote_document(quote_in(REPORT, "“We will go,”"))
    nothing = ("speaker", "venue", "addressee", "said_on", "through", "venue_evidence", "addressee_evidence")
    assert [quote[name] for name in nothing] == [None] * len(nothing)
    assert (quote["source"], quote["cue"], quote["speaker_evidence"]) == ([], [], [])


@pytest.mark.parametrize(
    ("names", "shown"),
    [([], None), ([None], None), (["A", None], None), (["A"], "A"), (["A", "B"], "A; B")],
)
def test_speakers_are_named_only_where_all_are_known(names: list[str | None], shown: str | None) -> None:
    assert speaker_name([Speaker(name, "person", ()) for name in names]) == shown


def test_an_undecided_speaker_says_why() -> None:
    source = words_in(REPORT, "She")
    undecided = Speaker(None, "unknown", source, "two women before it")
    quote = quote_document(Quote("direct", words_in(REPORT, "We will"), source, (), (undecided,), Setting(), 0.4))
    assert (quote["speaker"], quote["speaker_kind"], quote["speaker_says"]) == (None, "unknown", "two women before it")


def test_the_document_has_a_schema_reports_and_rejects() -> None:
    document: Any = quotes_document([(REPORT, [said()])], [Reject("b.txt", "line 2", "bad_json", "is no JSON")])
    assert document["schema"] == "whence.quotes/1"
    (report,) = document["reports"]
    assert {key: report[key] for key in ("report", "source", "title", "outlet", "published")} == {
        "report": "r1", "source": "a.txt", "title": "We go", "outlet": "Alder Post", "published": "2024-11-29",
    }  # fmt: skip
    assert document["rejects"] == [{"source": "b.txt", "where": "line 2", "code": "bad_json", "reason": "is no JSON"}]


def test_lines_and_documents_are_json() -> None:
    quotes = [said(setting=setting())]
    for one in (quotes_line(REPORT, quotes), quotes_document([(REPORT, quotes)], [])):
        assert json.loads(json.dumps(one, ensure_ascii=False)) == one

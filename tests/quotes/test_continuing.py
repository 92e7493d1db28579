"""Quotations without a cue of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.quotes.continuing import continue_quotations, opens_quotation
from whence.quotes.frames import Frame
from whence.records import Report, Setting
from whence.text.spans import Span


def continued(between: str, *, opening: str = "“") -> bool:
    text = "“No,” Voss told the crowd" + between + opening + "Never.”"
    report, at = Report("a", "a", text), len("“No,” Voss told the crowd" + between)
    frames = [Frame((Span(6, 10),), (Span(11, 15),), (Span(0, 5),)), Frame((), (), (Span(at, len(text)),))]
    setting = Setting(addressee=report.evidence(16, 25))
    return continue_quotations(report, frames, [setting, Setting()])[1] == setting


@pytest.mark.parametrize("between", [". ", ".\n", ".\n\n", " on Friday. "])
def test_a_quotation_close_after_goes_on(between: str) -> None:
    assert continued(between)


@pytest.mark.parametrize("between", [".\n\nIt rained.\n\nIt poured.\n\n", ". It rained in Halvern all day." * 5 + " "])
def test_a_quotation_far_after_does_not(between: str) -> None:
    assert not continued(between)


def test_words_without_a_mark_do_not() -> None:
    assert not continued(". ", opening="")


@given(st.text(max_size=20), st.integers(0, 25))
def test_any_position_may_be_asked(text: str, position: int) -> None:
    assert opens_quotation(text, position) in (True, False)

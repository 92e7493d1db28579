"""Who said what on the page: every attribution with its words, what differs in words, and links that lead there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from whence.export.html_page import comparison_page
from whence.export.html_quotes import LISTED
from whence.records import Comparison, Evidence, Quote, QuotePair, Setting, Side, Speaker, Venue

from .page_reader import PageReader
from .quoted_pair import quoted_pair

NASTY = '"><script>x</script>\u202e'


def section(found: Comparison) -> str:
    """The words of the section, on one line."""
    return " ".join(PageReader(comparison_page(found)).texts["quotes"].split())


def attribution(found: Comparison, number: int) -> str:
    """The words of one attribution, on one line."""
    return " ".join(PageReader(comparison_page(found)).texts[f"quote-{number}"].split())


def many(count: int) -> Comparison:
    """So many attributions, most of them alike in both."""
    found = quoted_pair()
    [pair] = [pair for pair in found.quotes if pair.a and pair.b and not pair.differs and pair.a.speakers[0].name]
    lost = replace(pair, b=None, differs=("attribution",))
    return replace(found, quotes=(pair,) * (count - 1) + (lost,))


def test_the_section_stands_between_the_changes_and_the_rows_and_in_the_menu() -> None:
    page = comparison_page(quoted_pair())
    assert page.index('id="changes"') < page.index('<section id="quotes"') < page.index('<section id="rows"')
    assert '<a href="#quotes">Who said what</a>' in page
    assert "6 attributions: 4 in both, 2 only in A. Of those in both, 2 differ in who says it" in section(quoted_pair())


def test_every_attribution_has_an_anchor_and_every_link_leads_to_something() -> None:
    found = quoted_pair()
    reader = PageReader(comparison_page(found))
    assert [name for name in reader.ids if re.fullmatch(r"quote-\d+", name)]
    assert {f"quote-{number}" for number in range(1, len(found.quotes) + 1)} <= set(reader.ids)
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))
    assert reader.unbalanced == []


def test_words_and_cues_of_both_reports_are_shown_with_where_and_when() -> None:
    text = attribution(quoted_pair(), 1)
    assert "The bridge at Marl will stay closed" in text
    assert "vowed in a letter · Monday (2024-03-11)" in text.replace("· in", "in")
    assert "has insisted" in text


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (1, "verb of saying differs, where: only in A"),
        (2, "source: left out by B; B says it without a source"),
        (3, "another speaker"),
        (4, "left out by B"),
    ],
)
def test_what_differs_is_said_in_words(number: int, says: str) -> None:
    assert says in attribution(quoted_pair(), number)


def test_another_speaker_is_named_on_both_sides() -> None:
    assert re.search("Tom Brandt: said.*Paul Hale: said", attribution(quoted_pair(), 3))


def test_a_lost_source_is_shown_as_it_stood() -> None:
    assert "two officials warned" in attribution(quoted_pair(), 2)


@pytest.mark.parametrize(("parent", "element"), [("a", "del"), ("b", "ins"), (None, "mark")])
def test_a_changed_cue_is_marked_as_every_change_is(parent: Side | None, element: str) -> None:
    assert re.search(
        rf'<{element} class="cue [^"]+"><span class="vh">[^<]+</span><bdi>vowed', comparison_page(quoted_pair(parent))
    )


def test_without_a_direction_nothing_is_called_left_out() -> None:
    assert "left out" not in section(quoted_pair(None))
    assert "source: only in A" in section(quoted_pair(None))


def test_what_is_alike_is_folded_and_told_once() -> None:
    page = comparison_page(quoted_pair())
    assert "<summary>1 alike in both</summary>" in page
    assert "<summary>1 more speaker: nothing differs</summary>" in page
    assert attribution(quoted_pair(), 5).count("said") == 1


def test_an_unresolved_speaker_says_why() -> None:
    assert "speaker not resolved: “He” may be any of two men" in attribution(quoted_pair(), 6)


def test_reports_without_attributions_say_so() -> None:
    assert "No attribution was found in either report." in section(replace(quoted_pair(), quotes=()))


def test_of_many_attributions_the_gravest_are_listed_and_the_others_counted() -> None:
    page = comparison_page(many(500))
    reader = PageReader(page)
    assert sum(name.startswith("quote-") for name in reader.ids) == LISTED
    assert "quote-500" in reader.ids
    assert "380 more attributions are not listed here" in " ".join(reader.texts["quotes"].split())
    assert len(page.encode()) - len(comparison_page(replace(quoted_pair(), quotes=())).encode()) < 120_000


def test_many_differences_of_one_speaker_are_folded() -> None:
    lost = many(2).quotes[-1]
    page = comparison_page(replace(quoted_pair(), quotes=(lost,) * 30))
    assert "<summary>18 more that differ</summary>" in page


def test_hostile_words_are_shown_not_obeyed() -> None:
    piece = (Evidence("x", 0, len(NASTY), NASTY),)
    setting = Setting(Venue(NASTY, "place", piece[0]), piece[0], None, piece[0])
    quotes = [
        Quote("mixed", piece, piece, piece, (Speaker(name, "person", piece, NASTY),), setting, 0.9)
        for name in (NASTY, None)
    ]
    pairs = [QuotePair(quotes[0], quotes[1], ("speaker", "cue", "venue")), QuotePair(None, quotes[1], ("attribution",))]
    page = comparison_page(replace(quoted_pair(), quotes=tuple(pairs)))
    assert "<script" not in page
    assert "\u202e" not in page
    assert PageReader(page).unbalanced == []


def test_attributions_without_rows_lead_nowhere() -> None:
    page = comparison_page(replace(quoted_pair(), rows=(), changes=()))
    inside = page[page.index('<section id="quotes"') : page.index('<section id="figures"')]
    assert {link[:7] for link in PageReader(inside).links} == {"#quote-"}

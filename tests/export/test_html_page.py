"""The page shows every word and every change, escapes all, links only to what is there, and needs nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from whence import compare
from whence.export.html_page import comparison_page
from whence.reading.plain import read_text
from whence.records import Comparison, Published, Relation, Report
from whence.text.sentences import split_sentences

from .page_reader import PageReader

FIRST = """Harbour master quits over missing ferry funds
The harbour master of Port Ellen resigned on Monday after auditors found that 40 million crowns were missing.
“I did not take a single crown from this harbour,” Erik Lund told reporters outside the town hall.
The council will meet on Thursday to name a successor, according to two officials.
Residents have complained about the ferry for years. The last boat was withdrawn in March.
Mr. Lund, 61, had run the harbour since 2004 — longer than anyone before him.
Fishing boats are not affected by the decision, the council said.
The auditors, who were hired in May, allegedly found forged receipts in three ledgers.
A final report is due before the end of the year.
Nobody has been charged.
"""
SECOND = """The harbour master of Port Ellen resigned on Monday after auditors found that more than 30 million\
 crowns were missing.
“I did not take one crown from this harbour,” Erik Lund told reporters outside the town hall.
The council will meet on Thursday to name a successor.
Residents have complained about the ferry for years, and the last boat was withdrawn in March.
Mr. Lund, 61, had run the harbour since 2004, longer than anyone before him.
Fishing boats are not affected by the decision, the council said.
The auditors, who were hired in May, found forged receipts in three ledgers.
A final report is due before the end of the year.
Nobody has been charged.
The mayor could not be reached for comment on Tuesday evening.
"""
HOSTILE = (
    "<script>alert(1)</script> The ferry \u202eyrref\u202c left <img src=x onerror=alert(1)> at “noon” & late.\n"
    "Zero\u200b\u200bwidth \x07 bell, \u2066isolate\u2069 and \U0001f468\u200d\U0001f469 stay,"
    " {{ 7 * 7 }} {% raw %} too.\n"
)
UNRELATED = "Snow fell on the northern passes. Schools stayed closed for a second day.\nTrains ran late."


def pair(a: str = FIRST, b: str = SECOND) -> Comparison:
    return compare(read_text(a), read_text(b))


def directed(found: Comparison, parent: str | None) -> Comparison:
    """The same findings under another direction."""
    relation = found.relation
    side = {"a": "a", "b": "b"}.get(parent or "")
    return replace(
        found,
        relation=Relation("copy", side, 0.95 if side else 0.7, 0.95, relation.clues, None),  # type: ignore[arg-type]
    )


PAIRS = {
    "copied": (FIRST, SECOND),
    "hostile": (HOSTILE, HOSTILE.replace("noon", "dusk")),
    "same": (FIRST, FIRST),
    "unrelated": (FIRST, UNRELATED),
    "both empty": ("", ""),
    "one empty": ("", UNRELATED),
    "white space": (" \n\t", "\r\n\n"),
    "line ends": (FIRST.replace("\n", "\r\n"), SECOND),
    "turned round": (FIRST, "\n".join(reversed(FIRST.splitlines()))),
    "one long word": ("x" * 5000, "y" * 5000),
}


@pytest.fixture(params=PAIRS, scope="module")
def found(request: pytest.FixtureRequest) -> Comparison:
    return pair(*PAIRS[request.param])


@pytest.fixture(scope="module")
def page(found: Comparison) -> str:
    return comparison_page(found)


def shown(text: str) -> str:
    """A sentence as the page shows it: with labels in place of what cannot be seen."""
    labels = {"\u202e": "U+202E", "\u202c": "U+202C", "\x07": "U+0007", "\u2066": "U+2066", "\u2069": "U+2069"}
    text = text.replace("\u200b\u200b", "U+200B ×2")
    return "".join(labels.get(char, char) for char in text)


def test_every_sentence_of_both_reports_is_on_the_page_in_order(found: Comparison, page: str) -> None:
    reader = PageReader(page)
    for side, report in (("a", found.a), ("b", found.b)):
        expected = [shown(span.slice(report.text)) for span in split_sentences(report.text)]
        assert "".join("".join(reader.sentences(side)).split()) == "".join("".join(expected).split())


def test_rows_stand_in_the_order_of_a(found: Comparison, page: str) -> None:
    anchors = [int(name[2:]) for name in PageReader(page).ids if re.fullmatch(r"a-\d+", name)]
    assert anchors == sorted(anchors)


def test_every_change_is_shown_with_its_words(found: Comparison, page: str) -> None:
    reader = PageReader(page)
    for number, change in enumerate(found.changes, start=1):
        text = "".join(reader.texts[f"change-{number}"].split())
        for words in (change.before, change.after):
            if any(char.isalnum() for char in words):
                assert "".join(shown(words)[:200].split()) in text


def test_anchors_are_unique_and_resolve(page: str) -> None:
    reader = PageReader(page)
    assert len(reader.ids) == len(set(reader.ids))
    inner = [link[1:] for link in reader.links if link.startswith("#")]
    assert inner
    assert set(inner) <= set(reader.ids)
    assert "" not in reader.links


def test_the_markup_is_balanced_and_without_scripts_or_forms(page: str) -> None:
    reader = PageReader(page)
    assert reader.unbalanced == []
    names = {name for name, _ in reader.elements}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "svg", "template"}
    assert not [known for _, known in reader.elements for name in known if name.startswith("on")]


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    assert not re.search(r"https?://|url\(|@import|@font-face|\bsrc=", page.replace("src=x onerror", ""))
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_the_page_says_what_every_screen_says(found: Comparison, page: str) -> None:
    assert " ".join(PageReader(page).texts["summary"].split()) == " ".join(found.summary.split())


def test_hostile_text_is_shown_not_obeyed() -> None:
    page = comparison_page(pair(*PAIRS["hostile"]))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert not re.search("[\u200b\u202a-\u202e\u2066-\u2069\x00-\x08]", page)
    assert "\U0001f468\u200d\U0001f469" in page
    assert 'title="right-to-left override">U+202E</span>' in page


def test_hostile_metadata_is_escaped_and_only_web_addresses_are_links() -> None:
    nasty = '"><script>x</script>\u202e'
    report = read_text(FIRST)
    a = replace(
        report, title=nasty, outlet=nasty, byline=nasty, url="javascript:alert(1)", language=nasty, flags=(nasty,)
    )
    b = replace(read_text(SECOND), url="https://example.org/a?b=1&c=2", source="/home/someone/b.txt")
    page = comparison_page(replace(compare(a, b), summary=nasty))
    assert "<script" not in page
    assert "\u202e" not in page
    assert "/home/someone" not in page
    links = [known for name, known in PageReader(page).elements if name == "a"]
    outside = [known for known in links if not known["href"].startswith("#")]
    assert outside == [{"href": "https://example.org/a?b=1&c=2", "rel": "noopener noreferrer nofollow"}]


def test_lone_surrogates_can_be_written() -> None:
    a = Report("a", "a", "Broken \ud83d sign fell.")
    found = replace(pair("Broken sign fell.", UNRELATED), a=a, rows=(), changes=())
    comparison_page(replace(found, summary="\udc00")).encode("utf-8")


def test_direction_decides_what_is_called_left_out() -> None:
    found = pair()
    first, second, nobody = (comparison_page(directed(found, parent)) for parent in ("a", "b", None))
    assert "left out by B" in first
    assert "put in by B" in first
    assert "left out by A" in second
    assert "left out by B" not in second
    assert "only in A" in nobody
    assert not re.search(r"left out by|put in by|<del|<ins|deleted: ", nobody)
    assert "became a fact" in first
    assert "became a fact" not in second + nobody
    assert "not decidable" in nobody


def test_the_relation_is_hedged_as_its_number_asks() -> None:
    found = directed(pair(), "a")
    assert ">B copied from A<" in comparison_page(found)
    less = replace(found, relation=replace(found.relation, confidence=0.7))
    assert ">B probably copied from A<" in comparison_page(less)


def test_marks_are_said_in_hidden_words_too() -> None:
    page = comparison_page(directed(pair(), "a"))
    assert re.search(r'<del class="gone[^"]*"><span class="vh">\[deleted: </span>', page)
    assert re.search(r'<ins class="new[^"]*"><span class="vh">\[added: </span>', page)


def test_chips_count_the_kinds() -> None:
    found = pair()
    page = comparison_page(found)
    for kind in {change.kind for change in found.changes}:
        count = len(found.findings([kind]))
        assert re.search(rf'<a href="#kind-{kind.replace(" ", "-")}">[^<]* <b>{count}</b></a>', page)


def test_every_clue_is_shown_with_its_weight() -> None:
    found = pair()
    page = comparison_page(found)
    text = " ".join(PageReader(page).texts["why"].split())
    assert found.relation.clues
    for clue in found.relation.clues:
        assert clue.says in text
        assert f"{clue.weight:+.2f}".replace("-", "−") in text


def test_long_runs_of_kept_rows_are_folded() -> None:
    lines = [
        f"Sentence number {word} of the harbour report is plain."
        for word in ("one", "two", "three", "four", "five", "six", "seven")
    ]
    page = comparison_page(pair("\n".join(lines), "\n".join(lines)))
    assert "Rows 2–6: kept" in page
    assert page.count('class="row same"') == 7


def test_times_name_their_zone_and_their_source() -> None:
    a = replace(read_text(FIRST), published=Published("2024-11-29T15:49", "minute", "text", "ET"))
    b = replace(read_text(SECOND), published=Published("2024-11-29T15:49", "minute", "page"))
    page = comparison_page(compare(a, b))
    assert "29 November 2024, 15:49 ET" in page
    assert "from a line of the text" in page
    assert "29 November 2024, 15:49 (time zone not stated)" in page
    assert "from the metadata of the page" in page


def test_same_findings_same_bytes() -> None:
    assert comparison_page(pair()) == comparison_page(pair())


def test_size_grows_in_step_with_the_texts() -> None:
    assert len(comparison_page(pair()).encode()) < 60_000
    sizes = []
    for count in (300, 600):
        a = "\n".join(f"Boat {n} left pier {n * 7} with {n % 9} sailors aboard." for n in range(count))
        b = "\n".join(f"Plane {n} reached gate {n * 5} after {n % 7} hours aloft." for n in range(count))
        sizes.append(len(comparison_page(pair(a, b)).encode()))
    assert sizes[1] < 2.1 * sizes[0]


def test_common_changes_beyond_the_list_are_counted_not_hidden() -> None:
    a = "\n\n".join(f"Boat {n} left the pier." for n in range(700))
    page = comparison_page(pair(a, a.replace("\n\n", "\n")))
    reader = PageReader(page)
    assert "199 more changes of this kind are marked" in " ".join(reader.texts["kind-punctuation"].split())
    assert {link[1:] for link in reader.links} <= set(reader.ids)

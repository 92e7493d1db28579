"""Golden cases: tests/cases/<name>/ holds a report and what must be found in it, in words that an editor can write.

The report is report.txt; a case that compares several has a.txt, b.txt and so on. expected.toml:

    published = "2024-11-29"      # optional: what "Friday" is counted from; of several: {a = "2024-11-29", b = ...}
    outlet = "The Example Herald" # optional, likewise
    known_miss = true             # the expectation is right and whence does not meet it yet; with a `reason`

    [[quote]]
    speaker = "Jane Roe"          # or several: ["A", "B"]; "not decidable" where the report does not tell who is meant
    content = "“We will open,”"   # words that stand in the content; several pieces: a list
    kind = "direct"               # this and all that follows is optional
    cue = "said"
    speaker_kind = "person"
    venue = "Fox News"
    addressee = "reporters"
    said_on = "2024-11-25"        # or the first and the last day: ["2024-11-18", "2024-11-24"]
    through = "a translator"
    declined = true

    [[never]]                     # words that this speaker must not be given; without a speaker: that nobody says
    speaker = "John Doe"
    content = "We will open"

Figures and times have tables of their own (tests/figure_cases.py): [[figures]], [[times]], [[figure_pairs]] and more.

A report of one story is written for its case, with invented people; a case that has come true loses its `known_miss`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.figure_cases import KEYS, FoundInCase, evidence_of_figures, misses_of_figures, words_of_figures
from whence.flow.compare import compare
from whence.flow.figures import read_together
from whence.flow.find import find
from whence.flow.read import read
from whence.quotes.weights import TaggerWeights, load_tagger
from whence.records import Evidence, Findings, Quote, Report, Setting

Expected = dict[str, Any]

CASES = sorted(path.parent for path in Path(__file__).parent.glob("cases/*/expected.toml"))
NOT_DECIDABLE = "not decidable"
FIELDS = {"speaker", "speaker_kind", "content", "kind", "cue", "venue", "addressee", "said_on", "through", "declined"}
every_case = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def weights() -> TaggerWeights:
    """The weights that ship with whence, loaded once."""
    return load_tagger()


@every_case
def test_what_a_case_expects_is_found(case: Path, weights: TaggerWeights) -> None:
    expected = expectation(case)
    found = found_in(reports_of(case, expected), weights)
    for one in found.findings.values():
        pieces = [*(e for quote in one.quotes for e in evidence_of(quote)), *evidence_of_figures(one)]
        assert all(one.report.text[e.start : e.end] == e.exact for e in pieces)
    quotes = next(iter(found.findings.values())).quotes
    missing = [*missed(expected, quotes), *wrongly_given(expected, quotes), *misses_of_figures(expected, found)]
    if expected.get("known_miss"):
        assert missing, f"{case.name}: all is found now; take known_miss out of its expected.toml"
        pytest.xfail(f"{expected['reason']}: {'; '.join(missing)}")
    assert not missing, "\n".join([f"{case.name}:", *missing])


@every_case
def test_a_case_is_written_as_the_reader_of_cases_reads_it(case: Path) -> None:
    expected = expectation(case)
    texts = {path.stem: flat(path.read_text("utf-8")) for path in sorted(case.glob("*.txt"))}
    assert set(expected) <= {"published", "outlet", "known_miss", "reason", "quote", "never", *KEYS}
    assert bool(expected.get("known_miss")) == ("reason" in expected)
    assert {"quote", *KEYS} & set(expected), "a case expects something"
    assert set(texts) == {"report"} or "b" in texts, "one report.txt, or a.txt, b.txt and so on"
    for entry in [*expected.get("quote", []), *expected.get("never", [])]:
        assert set(entry) <= FIELDS
        for words in listed(entry["content"]):
            assert flat(words) in texts["report"], f"{words!r} does not stand in the report"
    for table, allowed in KEYS.items():
        for entry in [expected.get(table, {})] if table == "not" else expected.get(table, []):
            assert set(entry) <= allowed
    for name, words in words_of_figures(expected):
        inside = [texts[name]] if name else list(texts.values())
        assert any(flat(words) in text for text in inside), f"{words!r} does not stand in the report"


def test_what_is_missing_is_told_in_words() -> None:
    said = Evidence("a", 10, 18, "It rains"), Evidence("a", 0, 3, "Roe"), Evidence("a", 4, 8, "said")
    quote = Quote("indirect", said[:1], said[1:2], said[2:], (), Setting(), 0.9)
    wanted: Expected = {"quote": [{"speaker": "Ana Roe", "content": "rains", "kind": "direct", "cue": "told"}]}
    assert list(missed(wanted, [quote])) == [
        "“rains”: the speaker should be Ana Roe and is nobody; the kind should be direct and is indirect; "
        "the cue should be told and is said"
    ]
    assert list(missed({"quote": [{"content": "snows"}]}, [quote])) == [
        "“snows”: no attribution holds these words; nearest: nobody: It rains"
    ]
    assert list(missed({"quote": [{"content": "snows"}]}, [])) == [
        "“snows”: no attribution holds these words; nearest: none"
    ]
    assert list(wrongly_given({"never": [{"content": "rains"}]}, [quote])) == [
        "“rains” must be nobody’s words and are given to nobody: It rains"
    ]
    assert not list(missed({"quote": [{"content": "rains", "kind": "indirect"}]}, [quote]))


# --- reading what is expected -----------------------------------------------------------------------------------------


def expectation(case: Path) -> Expected:
    """The expected.toml of a case."""
    return tomllib.loads((case / "expected.toml").read_text("utf-8"))


def reports_of(case: Path, expected: Expected) -> dict[str, Report]:
    """The reports of a case by the names of their files, each with what its case says of it."""

    def said_of(name: str, field: str) -> str | None:
        value = expected.get(field)
        return value.get(name) if isinstance(value, dict) else value

    return {
        path.stem: read(path, outlet=said_of(path.stem, "outlet"), published=said_of(path.stem, "published"))
        for path in sorted(case.glob("*.txt"))
    }


def found_in(reports: dict[str, Report], weights: TaggerWeights) -> FoundInCase:
    """All that is found in the reports of a case: in each, between the first two, and in all together."""
    found = [one for one in find(reports.values(), weights=weights) if isinstance(one, Findings)]
    findings = dict(zip(reports, found, strict=True))
    if "b" not in reports:
        return FoundInCase(findings, None, ())
    return FoundInCase(findings, compare(reports["a"], reports["b"], tagger=weights), read_together(found))


def listed(value: str | list[str]) -> list[str]:
    """One or several words as several."""
    return [value] if isinstance(value, str) else value


def flat(text: str) -> str:
    """Text with single spaces."""
    return " ".join(text.split())


# --- what is missing --------------------------------------------------------------------------------------------------


def missed(expected: Expected, quotes: Sequence[Quote]) -> list[str]:
    """What was expected and is not found, a line each."""
    told = []
    for entry in expected.get("quote", []):
        words = " … ".join(listed(entry["content"])).strip("“”")
        holding = [quote for quote in quotes if holds(quote, entry["content"])]
        if not holding:
            told.append(f"“{words}”: no attribution holds these words; nearest: {nearest(entry, quotes)}")
            continue
        misfits = min((list(misfits_of(entry, quote)) for quote in holding), key=len)
        if misfits:
            told.append(f"“{words}”: {'; '.join(misfits)}")
    return told


def wrongly_given(expected: Expected, quotes: Sequence[Quote]) -> list[str]:
    """Words that were given to somebody who must not have them, a line each."""
    return [
        f"“{flat(entry['content'])}” must be {'nobody’s words' if 'speaker' not in entry else 'no words of ' + who} "
        f"and are given to {speakers_of(quote)}: {words_of(quote)}"
        for entry in expected.get("never", [])
        for who in [entry.get("speaker", "")]
        for quote in quotes
        if holds(quote, entry["content"]) and (not who or who in [speaker.name for speaker in quote.speakers])
    ]


def misfits_of(entry: Expected, quote: Quote) -> list[str]:
    """In what an attribution is not as expected."""
    setting = quote.setting
    days = setting.said_on
    first, last = (days.low, days.high) if days else (None, None)
    cue = flat(" ".join(piece.exact for piece in quote.cue))
    found = {
        "speaker": speakers_of(quote),
        "speaker_kind": ", ".join(sorted({speaker.kind for speaker in quote.speakers})),
        "kind": quote.kind,
        "cue": entry["cue"] if "cue" in entry and flat(entry["cue"]) in cue else cue,
        "venue": bare(setting.venue.name) if setting.venue else "",
        "addressee": bare(setting.addressee.exact) if setting.addressee else "",
        "said_on": " to ".join(str(day) for day in dict.fromkeys([first, last])) if days else "",
        "through": bare(setting.through.exact) if setting.through else "",
        "declined": str(quote.declined),
    }
    wanted = {name: wanted_in_words(name, entry[name]) for name in found if name in entry}
    return [
        f"the {name.replace('_', ' ')} should be {words} and is {found[name] or 'none'}"
        for name, words in wanted.items()
        if found[name] != words
    ]


def wanted_in_words(name: str, value: Any) -> str:
    """One expectation as it is compared and told."""
    if name == "speaker":
        return " and ".join(sorted(listed(value)))
    if name == "said_on":
        return " to ".join(listed(value))
    return bare(value) if name in ("venue", "addressee", "through") else str(value)


def bare(words: str) -> str:
    """Words without the article before them."""
    first, _, rest = flat(words).partition(" ")
    return rest if first.lower() in ("a", "an", "the") and rest else flat(words)


def holds(quote: Quote, content: str | list[str]) -> bool:
    """Whether words stand in a content."""
    return all(flat(words) in words_of(quote) for words in listed(content))


def nearest(entry: Expected, quotes: Sequence[Quote]) -> str:
    """The attribution that shares most words with what was expected."""
    wanted = set(" ".join(listed(entry["content"])).split())
    best = max(quotes, key=lambda quote: len(wanted & set(words_of(quote).split())), default=None)
    return f"{speakers_of(best)}: {words_of(best)}" if best else "none"


def speakers_of(quote: Quote) -> str:
    """Who speaks, as a case names it."""
    return " and ".join(sorted(speaker.name or NOT_DECIDABLE for speaker in quote.speakers)) or "nobody"


def words_of(quote: Quote) -> str:
    """All of a content."""
    return flat(" ".join(piece.exact for piece in quote.content))


def evidence_of(quote: Quote) -> list[Evidence]:
    """Every evidence that an attribution carries."""
    setting = quote.setting
    around = [setting.addressee, setting.through]
    around.append(setting.venue.evidence if setting.venue else None)
    around.append(setting.said_on.evidence if setting.said_on else None)
    found = [*quote.content, *quote.source, *quote.cue, *(e for one in quote.speakers for e in one.evidence), *around]
    return [one for one in found if one is not None]

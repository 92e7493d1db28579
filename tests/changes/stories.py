"""A news story made up for the tests, and ways to edit it as newsrooms do."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st

from whence.changes.find import Changes, find_changes
from whence.copies.passages import align_reports
from whence.reading.plain import read_text
from whence.records import Change, Report

STORY = """Mayor Anna Feld said on Tuesday that the harbor bridge would close for 14 months. “We will not reopen it \
before it is safe,” she told reporters. Engineers found 230 cracks in the deck.
The U.S. Coast Guard reportedly warned the city twice. “Why was nobody told?” council member Joe Diaz asked. “People’s \
lives were at risk.”

Officials said the repairs could cost $42 million — more than a third of the city’s budget.
Ferries will carry about 3,000 passengers a day, the transport office said. The first left at 6:15 a.m. on Monday.
“[The bridge] is our lifeline,” Ms. Feld, who was elected in 2019, added.

“We have waited long enough.

“We will wait no longer,” said Diaz. Critics disagree."""

BEFORE = (
    "The council of Port Alder met for six hours on Monday night. Residents filled the hall and the street outside.\n"
)
AFTER = "\nThe ferry company declined to comment. A second hearing is planned for the spring, the clerk announced."

_SENTENCE_END = re.compile(r"(?<=[.”?])(\s+)")


def changes_between(a: str, b: str) -> Changes:
    """The changes between two texts taken as reports without parts."""
    reports = Report("a", "a", a), Report("b", "b", b)
    return find_changes(*reports, align_reports(*reports))


def changes_between_read(a: str, b: str) -> tuple[Report, Report, Changes]:
    """The changes between two texts as they are read from plain text, with titles, captions and bylines."""
    left, right = read_text(a), read_text(b)
    return left, right, find_changes(left, right, align_reports(left, right))


def edits(a: str, b: str) -> list[Change]:
    """The changes between two sentences or paragraphs in the middle of one story, white space left out."""
    found = changes_between(BEFORE + a + AFTER, BEFORE + b + AFTER).changes
    return [change for change in found if (change.before + change.after).strip()]


def substance(a: str, b: str) -> list[tuple[str, str, str]]:
    """The same as (kind, before, after), without what is folded away: house style and punctuation."""
    folded = ("house style", "punctuation", "furniture")
    return [(change.kind, change.before, change.after) for change in edits(a, b) if change.kind not in folded]


def _shuffle(text: str, rng_numbers: list[int]) -> str:
    pieces = _SENTENCE_END.split(text)
    i, j = (2 * (number % ((len(pieces) + 1) // 2)) for number in rng_numbers[:2])
    pieces[i], pieces[j] = pieces[j], pieces[i]
    return "".join(pieces)


def _cut(text: str, numbers: list[int]) -> str:
    start = numbers[0] % (len(text) + 1)
    return text[:start] + text[start + numbers[1] % 60 :]


def _insert(text: str, numbers: list[int]) -> str:
    pieces = [
        "not ",
        "“",
        "”",
        "\n\n",
        "[the] ",
        ". ",
        "\r",
        " eight",
        "😀",
        "a\u0301",
        "\u200b",
        "\u2028",
        '"',
        "‘",
        "— ",
        "$",
        "%",
    ]
    start = numbers[0] % (len(text) + 1)
    return text[:start] + pieces[numbers[1] % len(pieces)] + text[start:]


def _rotate(text: str, numbers: list[int]) -> str:
    start = numbers[0] % (len(text) + 1)
    return text[start:] + text[:start]


def _repeat(text: str, numbers: list[int]) -> str:
    words = text.split(" ")
    i, j = (number % len(words) for number in numbers[:2])
    words[j:j] = words[i : i + numbers[2] % 30]
    return " ".join(words)


_EDITS: tuple[Callable[[str, list[int]], str], ...] = (
    _shuffle,
    _cut,
    _insert,
    _rotate,
    _repeat,
    lambda text, numbers: text.replace("\n", "\r\n"),
    lambda text, numbers: text.replace(". ", ", and ", 1 + numbers[0] % 3),
    lambda text, numbers: text.replace(", ", ". ", 1 + numbers[0] % 3),
    lambda text, numbers: text.replace("“", '"').replace("”", '"'),
    lambda text, numbers: text.upper(),
)


@st.composite
def edited_stories(draw: st.DrawFn) -> str:
    """The story after up to five edits."""
    text = STORY
    for edit in draw(st.lists(st.sampled_from(_EDITS), max_size=5)):
        text = edit(text, draw(st.lists(st.integers(0, 2_000), min_size=3, max_size=3)))
    return text

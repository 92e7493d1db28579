"""Edits: inside a block, which words were replaced, taken out or put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from whence.changes.blocks import Block
from whence.changes.texts import Texts
from whence.copies.passages import Tokens
from whence.figures.numbers import is_number
from whence.quotes.cues import find_cue
from whence.text.style import is_function_word

OPCODE_CELLS = 4_000_000  # beyond this many word pairs a gap is replaced whole: keeps time and memory bounded
ISLAND_WORDS = 2  # fewer kept words than this between two edits are shown as part of one edit
CLAUSE_MATCH = 0.2  # a clause that keeps no more of its content words than this was dropped, not reworded
CLAUSE_WORDS = 4  # shorter clauses are no clauses of their own

_CLAUSE_OPENERS = frozenset(
    [
        "until",
        "when",
        "after",
        "before",
        "because",
        "while",
        "if",
        "that",
        "and",
        "but",
        "or",
        "as",
        "since",
        "although",
        "who",
        "which",
    ]
)
_BREAK = re.compile("[—–;:]|,|--|\\n|[.?!][”\"’')]*\\s")
_QUOTE = re.compile('[“”"«»„]')


class Pair(NamedTuple):
    """Word `a` of A stands where word `b` of B stands."""

    a: int
    b: int


class Edit(NamedTuple):
    """Words `a` of A were replaced by words `b` of B; one of the ranges may be empty."""

    a: range
    b: range


def match_words(block: Block, texts: Texts) -> list[Pair]:
    """The words of a block that stand for each other, rising on both sides; forms of one word count as the same.

    A clause that keeps almost none of its content words is let go whole, so that it is told as dropped or added and not
    as a rewording of whatever stands in its place.
    """
    keys_a, keys_b = texts.a.words.keys, texts.b.words.keys
    if keys_a[block.a.start : block.a.stop] == keys_b[block.b.start : block.b.stop]:
        return [Pair(a, b) for a, b in zip(block.a, block.b, strict=True)]
    stems_a = [texts.stems[key] for key in keys_a[block.a.start : block.a.stop]]
    stems_b = [texts.stems[key] for key in keys_b[block.b.start : block.b.stop]]
    pairs = [Pair(block.a.start + i, block.b.start + j) for i, j in _common(stems_a, stems_b)]
    pairs = _release(pairs, list(_clauses(block.a, texts.a, texts.text_a)), texts.a, 0)
    return _release(pairs, list(_clauses(block.b, texts.b, texts.text_b)), texts.b, 1)


def _common(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int]]:
    """A longest common subsequence as index pairs, common ends first; bounded in time and memory."""
    low = 0
    while low < min(len(a), len(b)) and a[low] == b[low]:
        yield low, low
        low += 1
    high = 0
    while high < min(len(a), len(b)) - low and a[len(a) - 1 - high] == b[len(b) - 1 - high]:
        high += 1
    middle_a, middle_b = a[low : len(a) - high], b[low : len(b) - high]
    if middle_a and middle_b and len(middle_a) * len(middle_b) <= OPCODE_CELLS:
        for code in LCSseq.opcodes(middle_a, middle_b):
            if code.tag == "equal":
                shift = code.dest_start - code.src_start
                yield from ((low + i, low + i + shift) for i in range(code.src_start, code.src_end))
    yield from ((len(a) - k, len(b) - k) for k in range(high, 0, -1))


def _clauses(words: range, tokens: Tokens, text: str) -> Iterator[range]:
    """The clauses of a block: word ranges between dashes, commas, colons and sentence ends."""
    start = words.start
    for word in range(words.start + 1, words.stop):
        if _BREAK.search(text, tokens.words.ends[word - 1], tokens.words.starts[word]):
            yield range(start, word)
            start = word
    yield range(start, words.stop)


def _release(pairs: list[Pair], clauses: Sequence[range], tokens: Tokens, side: int) -> list[Pair]:
    """The pairs without those of clauses that were not kept."""
    if len(clauses) < 2:
        return pairs
    matched = {pair[side] for pair in pairs}
    released: set[int] = set()
    for clause in clauses:
        content = [word for word in clause if not is_function_word(tokens.words.keys[word])]
        kept = sum(word in matched for word in content)
        if len(clause) >= CLAUSE_WORDS and content and 0 < kept <= CLAUSE_MATCH * len(content):
            released.update(clause)
    return [pair for pair in pairs if pair[side] not in released]


def find_edits(block: Block, pairs: Sequence[Pair], texts: Texts) -> list[Edit]:
    """The word edits of a block between its matched words, ready to be read by people.

    Edits closer than `ISLAND_WORDS` kept words become one; an edit never cuts a hyphenated compound; an edit that holds
    whole clauses, or words of saying on both sides, is told in its parts.
    """
    edits = _join_islands(_gaps(block, pairs, texts), texts)
    edits = [_widen_compound(edit, block, texts) for edit in edits]
    parts = [part for edit in _join_touching(edits) for part in _tell_apart(edit, texts)]
    edits = _join_touching([_widen_to_head(_widen_small(edit, block, texts), block, texts) for edit in parts])
    return _add_remarked(edits, block, pairs, texts)


def _add_remarked(edits: list[Edit], block: Block, pairs: Sequence[Pair], texts: Texts) -> list[Edit]:
    """The edits, and between them the kept words that stand inside quotation marks on one side only."""
    quoted_a, quoted_b = texts.a.quoted, texts.b.quoted
    if quoted_a[block.a.start : block.a.stop] == quoted_b[block.b.start : block.b.stop] and not edits:
        return edits
    inside_a = {word for edit in edits for word in edit.a}
    inside_b = {word for edit in edits for word in edit.b}
    remarked: list[Edit] = []
    for a, b in pairs:
        if quoted_a[a] == quoted_b[b] or a in inside_a or b in inside_b:
            continue
        last = remarked[-1] if remarked else None
        if last and last.a.stop == a and last.b.stop == b and quoted_a[a - 1] == quoted_a[a]:
            remarked[-1] = Edit(range(last.a.start, a + 1), range(last.b.start, b + 1))
        else:
            remarked.append(Edit(range(a, a + 1), range(b, b + 1)))
    return sorted([*edits, *remarked], key=lambda edit: (edit.a.start, edit.b.start)) if remarked else edits


def _gaps(block: Block, pairs: Sequence[Pair], texts: Texts) -> list[Edit]:
    """The word ranges between matched words, and the matched words that are only forms of one word."""
    edits: list[Edit] = []
    a, b = block.a.start, block.b.start
    for pair in pairs:
        if pair.a > a or pair.b > b:
            edits.append(Edit(range(a, pair.a), range(b, pair.b)))
        a, b = pair.a + 1, pair.b + 1
        if texts.a.words.keys[pair.a] != texts.b.words.keys[pair.b]:
            edits.append(Edit(range(pair.a, a), range(pair.b, b)))
    if block.a.stop > a or block.b.stop > b:
        edits.append(Edit(range(a, block.a.stop), range(b, block.b.stop)))
    return edits


def _join_islands(edits: Sequence[Edit], texts: Texts) -> list[Edit]:
    """Edits with fewer than `ISLAND_WORDS` kept words between them as one, unless punctuation stands between."""
    joined: list[Edit] = []
    for edit in edits:
        if joined and edit.a.start - joined[-1].a.stop < ISLAND_WORDS and _bridgeable(joined[-1], edit, texts):
            joined[-1] = Edit(range(joined[-1].a.start, edit.a.stop), range(joined[-1].b.start, edit.b.stop))
        else:
            joined.append(edit)
    return joined


def _bridgeable(first: Edit, second: Edit, texts: Texts) -> bool:
    """Whether one of the edits replaces words and nothing but plain words stands between the two."""
    if not ((first.a and first.b) or (second.a and second.b)):
        return False
    island = texts.a.words.keys[first.a.stop : second.a.start]
    if any(key in _CLAUSE_OPENERS for key in island):
        return False
    between_a = _between(texts.a, texts.text_a, first.a.stop, second.a.start)
    between_b = _between(texts.b, texts.text_b, first.b.stop, second.b.start)
    return not any(_BREAK.search(text) or _QUOTE.search(text) for text in (between_a, between_b))


def _between(tokens: Tokens, text: str, first: int, last: int) -> str:
    """The text from the end of the word before `first` to the start of word `last`."""
    words = tokens.words
    start = words.ends[first - 1] if first else 0
    return text[start : words.starts[last]] if last < len(words.starts) else text[start:]


def _widen_compound(edit: Edit, block: Block, texts: Texts) -> Edit:
    """An edit widened over the rest of a hyphenated compound that it would cut on either side."""
    a, b = edit
    while (
        a.stop < block.a.stop
        and b.stop < block.b.stop
        and a
        and b
        and (_hyphen_after(texts.a, texts.text_a, a.stop) or _hyphen_after(texts.b, texts.text_b, b.stop))
    ):
        a, b = range(a.start, a.stop + 1), range(b.start, b.stop + 1)
    while (
        a.start > block.a.start
        and b.start > block.b.start
        and a
        and b
        and (_hyphen_after(texts.a, texts.text_a, a.start) or _hyphen_after(texts.b, texts.text_b, b.start))
    ):
        a, b = range(a.start - 1, a.stop), range(b.start - 1, b.stop)
    return Edit(a, b)


def _widen_small(edit: Edit, block: Block, texts: Texts) -> Edit:
    """A little word or a number taken out or put in, with its neighbours: `News Friday` -> `News on Friday`."""
    a, b = edit
    words, keys = (a, texts.a.words.keys) if a else (b, texts.b.words.keys)
    if (a and b) or not all(is_function_word(keys[word]) or is_number(keys[word]) for word in words):
        return edit
    first_a, last_a, first_b, last_b = a.start, a.stop, b.start, b.stop
    if (
        last_a < block.a.stop
        and last_b < block.b.stop
        and _plain_space(last_a, last_b, texts)
        and _same(last_a, last_b, texts)
    ):
        last_a, last_b = last_a + 1, last_b + 1
    inside = first_a > block.a.start and first_b > block.b.start
    if inside and _plain_space(first_a, first_b, texts) and _same(first_a - 1, first_b - 1, texts):
        first_a, first_b = first_a - 1, first_b - 1
    return Edit(range(first_a, last_a), range(first_b, last_b))


def _widen_to_head(edit: Edit, block: Block, texts: Texts) -> Edit:
    """A changed number with what it counts: `1,000-day` -> `more than two-year` is read with `war`."""
    a, b = edit
    if not (a and b and a.stop < block.a.stop and b.stop < block.b.stop):
        return edit
    keys = texts.a.words.keys
    numbers = any(map(is_number, keys[a.start : a.stop])) or any(map(is_number, texts.b.words.keys[b.start : b.stop]))
    if (
        numbers
        and not is_function_word(keys[a.stop])
        and _same(a.stop, b.stop, texts)
        and _plain_space(a.stop, b.stop, texts)
    ):
        return Edit(range(a.start, a.stop + 1), range(b.start, b.stop + 1))
    return edit


def _same(a: int, b: int, texts: Texts) -> bool:
    """Whether two words have one key."""
    return texts.a.words.keys[a] == texts.b.words.keys[b]


def _plain_space(a: int, b: int, texts: Texts) -> bool:
    """Whether the longer of the two gaps before these words is white space alone."""
    gaps = (_between(texts.a, texts.text_a, a, a), _between(texts.b, texts.text_b, b, b))
    return all(gap.isspace() and "\n" not in gap for gap in gaps)


def _hyphen_after(tokens: Tokens, text: str, word: int) -> bool:
    """Whether a hyphen alone stands between the word before `word` and `word`."""
    words = tokens.words
    return word < len(words.starts) and text[words.ends[word - 1] : words.starts[word]] in ("-", "‐", "‑")


def _join_touching(edits: Sequence[Edit]) -> list[Edit]:
    """Edits that widening made overlap, as one."""
    joined: list[Edit] = []
    for edit in edits:
        if joined and (edit.a.start < joined[-1].a.stop or edit.b.start < joined[-1].b.stop):
            joined[-1] = Edit(
                range(joined[-1].a.start, max(edit.a.stop, joined[-1].a.stop)),
                range(joined[-1].b.start, max(edit.b.stop, joined[-1].b.stop)),
            )
        else:
            joined.append(edit)
    return joined


def _tell_apart(edit: Edit, texts: Texts) -> list[Edit]:
    """An edit in its parts: clauses given up or put in, then what stands before and from the words of saying on."""
    dropped, a = _split_clauses(edit.a, edit.b, texts.a, texts.text_a)
    added, b = _split_clauses(edit.b, edit.a, texts.b, texts.text_b)
    parts = [Edit(clause, range(edit.b.start, edit.b.start)) for clause in dropped]
    parts += [Edit(range(a.start, a.start), clause) for clause in added]
    if a or b:
        parts += _split_at_cue(Edit(a, b), texts)
    return parts


def _split_clauses(words: range, opposite: range, tokens: Tokens, text: str) -> tuple[list[range], range]:
    """The leading clauses that an edit gives up whole, and the words left to stand against the other side."""
    clauses = list(_clauses(words, tokens, text))
    if len(clauses) < 2 or not opposite or len(clauses[0]) < CLAUSE_WORDS:
        return [], words
    return clauses[:-1], clauses[-1]


def _split_at_cue(edit: Edit, texts: Texts) -> list[Edit]:
    """An edit with words of saying on both sides, cut before them: who says it, and how it is said."""
    cue_a = find_cue(texts.a.words.keys[edit.a.start : edit.a.stop])
    cue_b = find_cue(texts.b.words.keys[edit.b.start : edit.b.stop])
    if cue_a is None or cue_b is None or (cue_a == 0 and cue_b == 0):
        return [edit]
    a, b = edit.a.start + cue_a, edit.b.start + cue_b
    return [Edit(range(edit.a.start, a), range(edit.b.start, b)), Edit(range(a, edit.a.stop), range(b, edit.b.stop))]

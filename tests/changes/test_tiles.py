"""Tiles: a block laid out so that no character falls between."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whence.changes.blocks import Block
from whence.changes.edits import find_edits, match_words
from whence.changes.texts import Stems, Texts
from whence.changes.tiles import lay_tiles
from whence.copies.passages import read_tokens
from whence.records import Report
from whence.text.spans import Span

WORDS = st.lists(
    st.sampled_from(
        ["the", "mayor", "said", "“no”,", "40", "ships", "—", "cease-fire,", "may", "left.", "not", "a", "a,"]
    ),
    min_size=1,
    max_size=14,
).map(lambda words: "Yes " + " ".join(words))


@given(WORDS, WORDS)
def test_tiles_cover_both_sides_without_a_gap_and_edits_do_not_overlap(a: str, b: str) -> None:
    tokens_a, tokens_b = (read_tokens(Report(text, text, text)) for text in (a, b))
    texts = Texts(tokens_a, tokens_b, a, b, Stems())
    block = Block(range(len(tokens_a.words.keys)), range(len(tokens_b.words.keys)), 1, 0)
    pairs = match_words(block, texts)
    edits = find_edits(block, pairs, texts)
    for left, right in pairwise(edits):
        assert left.a.stop <= right.a.start
        assert left.b.stop <= right.b.start
    tiles = list(lay_tiles((Span(0, len(a)), Span(0, len(b))), pairs, edits, texts))
    assert "".join(tile.a.slice(a) for tile in tiles) == a
    assert "".join(tile.b.slice(b) for tile in tiles) == b

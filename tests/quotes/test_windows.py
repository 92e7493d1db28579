"""Windows: whole paragraphs side by side, every token once."""

from hypothesis import given
from hypothesis import strategies as st

from whence.quotes.tokens import split_tokens
from whence.quotes.windows import PIECE_TOKENS, WINDOW_TOKENS, split_windows

PARAGRAPHS = st.lists(st.integers(0, 500), max_size=20)


@given(PARAGRAPHS)
def test_every_token_is_in_exactly_one_window(sizes: list[int]) -> None:
    tokens = split_tokens("\n".join("word " * size for size in sizes))
    ranges = [piece for window in split_windows(tokens) for piece in window]
    assert [token for start, end in ranges for token in range(start, end)] == list(range(len(tokens.keys)))


@given(PARAGRAPHS)
def test_a_window_of_several_paragraphs_is_small_and_no_piece_is_long(sizes: list[int]) -> None:
    tokens = split_tokens("\n".join("word " * size for size in sizes))
    for window in split_windows(tokens):
        held = [end - start for start, end in window]
        assert max(held) <= PIECE_TOKENS
        assert len(window) == 1 or sum(held) <= WINDOW_TOKENS


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    tokens = split_tokens("One two three four. " * 100)
    [(start, end), *_] = next(iter(split_windows(tokens)))
    assert start == 0 and tokens.keys[end - 1] == "."

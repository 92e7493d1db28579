"""UTF-8 in arrays: the same code points as Python reads, plain and compiled."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.copies.compiling import Kernel, compile_kernels
from whence.text import utf8_kernel
from whence.text.code_points import encode_texts

ANY = st.characters(exclude_categories=())  # lone surrogates too


@cache
def decoder(name: str) -> Kernel:
    """The kernel as it is, or compiled."""
    return utf8_kernel.decode_texts if name == "plain" else compile_kernels((utf8_kernel,))["decode_texts"]


@pytest.mark.parametrize("name", ["plain", "compiled"])
@settings(deadline=None)
@given(texts=st.lists(st.text(ANY, max_size=20), max_size=5), before=st.text(ANY, max_size=5))
def test_bytes_give_the_code_points_of_their_texts(name: str, texts: list[str], before: str) -> None:
    pieces = [text.encode("utf-8", "surrogatepass") for text in (before, *texts)]
    data = np.frombuffer(b"".join(pieces), np.uint8)
    bounds = np.cumsum([len(piece) for piece in pieces])
    codes, code_bounds = np.zeros(len(data), np.uint32), np.zeros(len(bounds), np.int64)
    count = decoder(name)(data, bounds, codes, code_bounds)
    expected = encode_texts(texts)
    assert codes[:count].tolist() == expected.codes.tolist()
    assert code_bounds.tolist() == expected.bounds.tolist()

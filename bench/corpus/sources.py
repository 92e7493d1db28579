"""Where material comes from: one row a source."""

from __future__ import annotations

from collections.abc import Callable

from bench.corpus.material import Texts
from bench.corpus.recombined import ABP, Recombined, read_pool
from bench.corpus.written import Written

SOURCES: dict[str, Callable[[], Texts]] = {
    "abp": lambda: Recombined(read_pool()),
    "written": Written,
}


def open_texts(name: str | None = None) -> Texts:
    """The source of that name; without a name real text where ../shared holds it, written templates elsewhere."""
    return SOURCES[name or ("abp" if ABP.is_file() else "written")]()

"""Who vouches for a figure somewhere in its clause."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The blast reportedly killed 12 men.", "reportedly"),
        ("Some 40 boats sank, according to the harbour master.", "according to the harbour master"),
        ("According to Ann Lee, 40 boats sank.", "According to Ann Lee"),
        ("Officials put the toll at 40.", "put"),
        ("Officials estimate that 40 boats sank.", "estimate"),
        ("Officials spoke. The fleet lost 40 boats.", ""),
        ("According to her it rained. The fleet lost 40 boats.", ""),
    ],
)
def test_the_words_that_vouch_are_found(text: str, source: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.source_hedge.exact if figure.source_hedge else "") == source

"""Who vouches for a figure somewhere in its clause."""

from __future__ import annotations

import pytest

from tests.figures.figure_texts import figures_of
from whence.figures.source_hedges import vouches_for_number


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


def test_an_adverb_far_from_the_number_vouches_for_other_words() -> None:
    (figure,) = figures_of("He allegedly took a woman and her two sons.")
    assert figure.source_hedge is None


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("An estimated 40 boats sank.", True),
        ("Reportedly more than 40 boats sank.", True),
        ("He reportedly hid 40 boats.", False),
        ("The toll was put at 40.", False),
        ("They reckon 40 boats sank.", False),
        ("Some 40 boats sank, according to Ann Lee.", False),
        ("The fleet lost 40 boats.", False),
    ],
)
def test_what_vouches_for_the_number_is_told_from_what_attributes_the_sentence(text: str, *, direct: bool) -> None:
    (figure,) = figures_of(text)
    assert vouches_for_number(figure) is direct

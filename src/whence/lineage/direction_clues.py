"""All clues to which of two reports came first.

Each is a function whose docstring is its label; its value is about -1 to 1, positive where A looks like the source or
the older edition, negative where B does. The text of `says` names the reports as A and B.
"""

from __future__ import annotations

from whence.lineage.cutting_clues import (
    connective_at_a_cut,
    contained,
    name_without_introduction,
    no_quotation_of_its_own,
    qualifier_lost,
    sentences_merged,
    subset_in_order,
    tail_dropped,
    vaguer_figure,
    words_trimmed,
)
from whence.lineage.precedence_clues import (
    credits_the_other,
    earlier_time,
    is_the_agency,
    new_lead,
    own_clock,
    provisional_wording,
    quotes_prose,
    told_the_outlet,
    update_mark,
)
from whence.lineage.signal import Clue

DIRECTION_CLUES: tuple[Clue, ...] = (
    earlier_time, own_clock, credits_the_other, is_the_agency, told_the_outlet, quotes_prose, tail_dropped,
    subset_in_order, contained, no_quotation_of_its_own, vaguer_figure, connective_at_a_cut, qualifier_lost,
    words_trimmed, sentences_merged, name_without_introduction, update_mark, provisional_wording, new_lead,
)  # fmt: skip
"""The clues in the order in which they are shown when their weights are equal."""

"""All clues to how two reports are related: what is shared, where it stands, whose name is on it.

Each is a function whose docstring is its label and whose value is about 0 to 1. To add one: write it beside its like,
list it here, train (`python -m bench.quality.train_lineage`).
"""

from __future__ import annotations

from whence.lineage.credit_clues import (
    agency_named,
    agency_on_one,
    agency_page,
    names_the_other,
    no_agency,
    own_reporting,
    same_agency,
    says_reprinted,
    told_to_the_other,
    two_outlets_no_agency,
)
from whence.lineage.setting_clues import (
    days_apart,
    edits_go_one_way,
    like_matter,
    same_outlet,
    same_outlet_other_topic,
    same_outlet_prose,
    sentences_reworked,
    two_outlets,
    two_outlets_one_day,
)
from whence.lineage.sharing_clues import (
    both_covered,
    longest_prose_run,
    nearly_identical,
    one_inside_the_other,
    prose_covered,
    prose_in_many_places,
    shared_fragments,
    shared_furniture,
    shared_prose,
)
from whence.lineage.signal import Clue
from whence.lineage.speech_clues import (
    mostly_speech,
    posted_by_people,
    prose_in_first_person,
    quoted_by_one,
    quotes_the_other,
    shared_speech,
)

KIND_CLUES: tuple[Clue, ...] = (
    shared_prose, longest_prose_run, prose_in_many_places, shared_speech, mostly_speech, quoted_by_one,
    quotes_the_other, prose_in_first_person, posted_by_people, own_reporting, two_outlets, two_outlets_one_day,
    prose_covered, both_covered, nearly_identical, same_agency, no_agency, two_outlets_no_agency, edits_go_one_way,
    sentences_reworked, one_inside_the_other, agency_on_one, agency_named, agency_page, names_the_other, says_reprinted,
    told_to_the_other, same_outlet,
    same_outlet_prose, same_outlet_other_topic, like_matter, days_apart, shared_fragments, shared_furniture,
)  # fmt: skip
"""The clues in the order in which they are shown when their weights are equal."""

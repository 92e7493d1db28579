"""All clues to how two reports are related: what is shared, where it stands, whose name is on it.

Each is a function whose docstring is its label and whose value is about 0 to 1. To add one: write it beside its like,
list it here, train (`python -m bench.quality.train_lineage`).
"""

from __future__ import annotations

from whence.lineage.credit_clues import (
    agency_named,
    agency_on_one,
    agency_page,
    both_credit_one,
    names_the_other,
    no_agency,
    own_reporting,
    piece_in_the_other,
    same_agency,
    says_reprinted,
    told_to_the_other,
    two_outlets_no_agency,
)
from whence.lineage.placing_clues import (
    little_covered,
    new_opening,
    one_outlet_further_down,
    only_further_down,
    prose_close_together,
    short_runs,
    titles_alike,
    whole_sentences,
)
from whence.lineage.setting_clues import (
    agency_text_reworked,
    days_apart,
    edits_go_one_way,
    edits_of_a_copyist,
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
    both_speech_covered,
    introduced_alike,
    introduced_differently,
    mostly_speech,
    much_speech,
    much_speech_no_agency,
    posted_by_people,
    prose_in_first_person,
    quoted_by_one,
    quotes_the_other,
    shared_speech,
)

KIND_CLUES: tuple[Clue, ...] = (
    shared_prose, longest_prose_run, prose_in_many_places, whole_sentences, short_runs, prose_close_together,
    little_covered, prose_covered, both_covered, nearly_identical, one_inside_the_other, shared_fragments,
    shared_furniture, only_further_down, one_outlet_further_down, new_opening, titles_alike, like_matter,
    shared_speech, much_speech, much_speech_no_agency, mostly_speech, both_speech_covered, introduced_alike,
    introduced_differently, quoted_by_one, quotes_the_other, prose_in_first_person, posted_by_people,
    same_agency, agency_on_one, agency_named, agency_page, no_agency, two_outlets_no_agency, agency_text_reworked,
    names_the_other, says_reprinted, piece_in_the_other, told_to_the_other, both_credit_one, own_reporting,
    same_outlet, same_outlet_prose, same_outlet_other_topic, two_outlets, two_outlets_one_day, days_apart,
    edits_go_one_way, edits_of_a_copyist, sentences_reworked,
)  # fmt: skip
"""The clues in the order in which they are shown when their weights are equal."""

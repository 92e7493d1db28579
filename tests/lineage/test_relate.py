"""How two reports are related, and which came first: examples in words, and what must hold for any pair."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lineage.pairs import BODY, COPY, pair, report
from whence.changes.apply import apply_changes
from whence.lineage.relate import direction_chance
from whence.lineage.signal import Signal
from whence.lineage.weights import load_weights
from whence.reading.record import read_record
from whence.records import Comparison, Evidence

LINES = BODY.split("\n\n")


def clue_names(found: Comparison, about: str) -> set[str]:
    return {clue.name for clue in found.relation.clues if clue.about == about and clue.weight > 0}


def all_evidence(found: Comparison) -> list[Evidence]:
    changes = [evidence for change in found.changes for evidence in (change.a, change.b) if evidence]
    return [*changes, *(evidence for clue in found.relation.clues for evidence in clue.evidence)]


def test_a_reworked_copy_is_a_copy_and_its_edits_say_from_where() -> None:
    found = pair(report(BODY), report(COPY))
    assert (found.relation.kind, found.relation.parent) == ("copy", "a")
    assert {"tail_dropped", "vaguer_figure", "connective_at_a_cut"} <= clue_names(found, "direction")


def test_the_direction_turns_with_the_order_of_the_reports() -> None:
    forward, backward = pair(report(BODY), report(COPY)), pair(report(COPY), report(BODY))
    assert (forward.relation.parent, backward.relation.parent) == ("a", "b")
    assert forward.relation.confidence == backward.relation.confidence


def test_shared_speech_is_not_copying() -> None:
    a = report(
        LINES[1] + "\n\n" + LINES[4] + "\n\nFish was cheap that week and the ferries were full of tourists again."
    )
    b = report(
        "By the river, nobody slept. “We have carried this place on our backs for a decade,” the mayor told radio.\n\n"
        "A brass band played until dark. “Nobody asked us what we would give up,” said the man from the union."
    )
    assert pair(a, b).relation.kind == "quotes"


def test_two_reprints_name_their_agency_and_neither_is_the_parent() -> None:
    found = pair(
        report("BRENN (Corvus) — " + BODY, "First Post", "2024-03-12T10:00"),
        report(
            "\n\n".join(LINES[:6]) + "\n\nCorvus News Agency contributed to this report.",
            "Second Post",
            "2024-03-12T12:00",
        ),
    )
    assert (found.relation.kind, found.relation.parent, found.relation.origin) == ("common", None, "Corvus")


def test_an_update_of_one_outlet_is_a_version_and_the_older_is_named() -> None:
    new = "Prosecutors opened an inquiry on Tuesday into the vote in Brenn, and two members of the council resigned."
    found = pair(
        report(BODY, "Brenn Gazette", "2024-03-11T09:00"),
        report(
            f"UPDATE: {new}\n\n{BODY}\n\n“I have nothing to hide from anyone,” Rolf said.",
            "Brenn Gazette",
            "2024-03-12T16:00",
        ),
    )
    assert (found.relation.kind, found.relation.parent) == ("version", "a")


def test_unrelated_reports_have_no_relation_and_no_parent() -> None:
    other = report(
        "A storm closed the northern ports on Sunday. Nobody was hurt, and the boats were all in harbour by noon."
    )
    relation = pair(report(BODY), other).relation
    assert (relation.kind, relation.parent) == ("none", None)


def test_a_caption_in_two_outlets_is_furniture() -> None:
    caption = (
        "Workers leave the old salt works by the river in Brenn after the vote. (Photo by Ann Lee/AFP via Getty Images)"
    )
    a = report(f"{caption}\n\nA storm closed the northern ports on Sunday. Nobody was hurt in it.", "First Post")
    b = report(f"{caption}\n\nThe price of bread rose again, the bakers of the valley complained.", "Second Post")
    assert pair(a, b).relation.kind == "furniture"


def test_a_claimed_time_alone_never_decides() -> None:
    only_time = [("earlier_time", Signal(1.0, "by the times that are claimed"))]
    assert direction_chance(only_time, "copy", load_weights()) <= 0.6
    assert direction_chance(only_time, "version", load_weights()) <= 0.6
    a, b = report(BODY, "First Post", "2024-03-11T09:00"), report(BODY, "Second Post", "2024-03-12T09:00")
    assert pair(a, b).relation.parent is None


def test_identical_reports_without_times_are_not_decidable() -> None:
    assert pair(report(BODY), report(BODY)).relation.parent is None


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(LINES))), st.integers(1, len(LINES)), st.sampled_from([None, "Brenn Gazette"]))
def test_for_any_rearranged_copy_spans_hold_and_changes_apply(order: list[int], size: int, outlet: str | None) -> None:
    a, b = report(BODY), report("\n\n".join(LINES[k] for k in order[:size]), outlet)
    found = pair(a, b)
    texts = {a.id: a.text, b.id: b.text}
    assert all(texts[e.report_id][e.start : e.end] == e.exact for e in all_evidence(found))
    assert apply_changes(found.changes, a.text) == b.text
    assert 0 <= found.relation.confidence <= 0.99
    assert found.relation.parent in (None, "a", "b")
    assert not found.findings(["quotation"])


def test_two_reports_of_one_id_keep_their_evidence_apart() -> None:
    a, b = read_record({"id": "1", "text": BODY}), read_record({"id": "1", "text": COPY})
    found = pair(a, b)
    texts = {found.a.id: BODY, found.b.id: COPY}
    assert len(texts) == 2
    assert all(texts[e.report_id][e.start : e.end] == e.exact for e in all_evidence(found))


def test_a_copy_followed_by_thousands_of_empty_lines_is_still_compared() -> None:
    assert pair(report(BODY + "\n" * 50_000), report(COPY + "-\n" * 5_000)).relation.kind == "copy"


def test_the_same_text_twice_is_said_to_be_the_same() -> None:
    assert pair(report(BODY), report(BODY)).summary.startswith("The two texts are the same")

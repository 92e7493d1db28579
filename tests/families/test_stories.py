"""Whole families: who copied whom, what stands before them, how many sources; and what does not fool it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.families.texts_of_families import ORIGINAL, OTHER, report, reworded
from whence.flow.story import carry, story
from whence.records import Family, Published, Report, Story

ADDED = (
    "Marit Solheim, who has landed cod here for thirty years, sat in the queue on the ferry road for three hours with "
    "the catch warming in the van, and found the buyers gone."
)
FIRST = reworded(
    ORIGINAL[:5], about="around", nine_kilometres="nearly six miles", recommended="asked for", cracked="split"
)
SECOND = reworded(FIRST[:3], Drivers="Motorists", examined="inspected", estuary="river", early="shortly after dawn")
SIDE = reworded(
    ORIGINAL[:4], early="before dawn", cracked="broken", special_session="an emergency sitting", sunrise="seven"
)


def parents(found: Family) -> dict[str, str | None]:
    """Each version's parent in the likeliest tree."""
    return {version.id: edge.parent if (edge := found.parent_of(version.id)) else None for version in found.versions}


def chain(published: tuple[str | None, ...] = (None,) * 4) -> list[Report]:
    """An original, two copies of it, and a copy of the first copy."""
    times = iter(published)
    return [
        report(name, text, next(times))
        for name, text in (("original", [*ORIGINAL]), ("first", FIRST), ("second", SECOND), ("side", SIDE))
    ]


def test_a_copy_of_a_copy_hangs_on_the_copy() -> None:
    found = story(chain())
    assert parents(found.families[0]) == {"original": None, "first": "original", "second": "first", "side": "original"}
    assert round(found.sources.expected) == 1


def test_the_order_in_which_reports_come_does_not_matter() -> None:
    forward, backward = story(chain()), story(chain()[::-1])
    assert parents(forward.families[0]) == parents(backward.families[0])
    assert forward.sources == backward.sources


def test_every_edge_of_a_child_and_its_root_add_up_to_one() -> None:
    family = story(chain()).families[0]
    for version in family.versions:
        edges = sum(edge.probability for edge in family.edges if edge.child == version.id and not edge.mosaic)
        root = sum(root.probability for root in family.roots if root.version == version.id)
        assert 0.95 < edges + root < 1.01


def test_reports_that_share_no_prose_are_sources_of_their_own() -> None:
    found = story([*chain(), report("elsewhere", OTHER)])
    assert round(found.sources.expected) == 2
    assert "5 reports, 2 independent sources" in found.summary


def test_speech_that_two_reporters_heard_makes_no_family() -> None:
    speech = (
        "“We could not let another lorry cross while we do not know how deep these cracks go, and nobody is hurt,” "
    )
    one = report("one", [ADDED, speech + "said Oda Brandt, the chief engineer."])
    two = report("two", [*OTHER, speech + "Oda Brandt told a news conference on the quay."])
    found = story([one, two])
    assert len(found.families) == 2
    assert found.spoken[0].reports == ("one", "two")


def test_the_same_text_to_the_letter_is_one_version() -> None:
    found = story([*chain(), report("reprint", ORIGINAL)])
    versions = {version.id: version.reports for version in found.families[0].versions}
    assert len(versions) == 4
    assert sorted(versions["original"]) == ["original", "reprint"]


def test_two_reprints_of_an_agency_have_one_source_that_is_not_among_them() -> None:
    one = report("one", [f"HARLE (AP) — {ORIGINAL[0]}", *ORIGINAL[1:4]])
    two = report("two", [f"HARLE (AP) — {ORIGINAL[0]}", ORIGINAL[1], *ORIGINAL[3:]])
    three = report("three", [f"HARLE (AP) — {ORIGINAL[0]}", *ORIGINAL[2:]])
    found = story([one, two, three])
    origin = found.families[0].origins[0]
    assert (origin.kind, origin.name) == ("agency", "AP")
    assert set(parents(found.families[0]).values()) == {origin.id}
    assert found.sources.expected < 1.2
    assert all("(AP)" in mark.exact for mark in origin.marks)
    assert {passage.report_id for passage in origin.passages} <= {"one", "two", "three"}


def test_a_root_hangs_on_the_agency_whose_mark_it_carries_whatever_its_name() -> None:
    name = "https://example.org/a:1"
    root = report(name, [f"HARLE (AP) — {ORIGINAL[0]}", *ORIGINAL[1:]])
    family = story([root, report("copy", FIRST), report("second", SECOND)]).families[0]
    roots = [one.version for one in family.roots if one.shown]
    credited = [edge for edge in family.edges if edge.shown and edge.parent.startswith("origin:AP")]
    assert {origin.name for origin in family.origins} == {"AP"}
    assert credited and {edge.child for edge in credited} >= set(roots)


def test_every_edge_comes_from_a_version_or_from_an_origin_that_is_told() -> None:
    for reports in (chain(), [report("wire", [f"HARLE (AP) — {ORIGINAL[0]}", *ORIGINAL[1:]]), *chain()[1:]]):
        for family in story(reports).families:
            known = {version.id for version in family.versions} | {origin.id for origin in family.origins}
            assert all(edge.parent in known for edge in family.edges)


def test_a_lost_source_is_rebuilt_from_what_its_children_share() -> None:
    kept = [report(str(k), [p for j, p in enumerate(ORIGINAL) if j not in (k, (k + 1) % 6)]) for k in range(6)]
    family = story(kept).families[0]
    lost = next(origin for origin in family.origins if origin.kind == "lost")
    assert lost.probability > 0.5
    told = " ".join(passage.exact for passage in lost.passages)
    assert all(words in told for words in ("41 cracked welds", "queues had reached nine kilometres", "spring gale"))


def test_text_from_a_second_source_is_a_mosaic_edge() -> None:
    retold = reworded(OTHER, eleven="a dozen", promised="vowed", county="district", reason="explanation")
    merged = [*reworded(ORIGINAL[:3], early="at dawn"), *reworded(OTHER[:3], sudden="surprising")]
    texts: dict[str, Sequence[str]] = {
        "original": ORIGINAL,
        "first": FIRST,
        "other": OTHER,
        "retold": retold,
        "merged": merged,
    }
    days = {"original": "2024-03-12", "other": "2024-03-12", "merged": "2024-03-14"}
    seen = [
        replace(report(name, text), published=Published(days.get(name, "2024-03-13"), "day", "first seen"))
        for name, text in texts.items()
    ]
    found = story(seen)
    family = found.families[0]
    into = {edge.parent for edge in family.edges if edge.child == "merged" and (edge.shown or edge.mosaic)}
    assert into == {"original", "other"}
    assert round(found.sources.expected) == 2


def test_shuffled_paragraphs_are_still_a_copy() -> None:
    shuffled = report("shuffled", reworded([ORIGINAL[k] for k in (3, 0, 4, 1, 2)], early="at dawn"))
    assert parents(story([report("original", ORIGINAL), shuffled]).families[0])["shuffled"] == "original"


def test_lookalike_letters_and_invisible_signs_hide_nothing() -> None:
    disguised = [paragraph.replace("a", "а").replace("the ", "th\u200be ") for paragraph in FIRST]
    found = story([report("original", ORIGINAL), report("disguised", disguised)])
    assert parents(found.families[0])["disguised"] == "original"


def test_a_false_early_time_does_not_make_a_root_against_the_text() -> None:
    times = ("2024-03-12T08:00Z", "2024-03-12T09:00Z", "2024-03-11T01:00Z", "2024-03-12T12:00Z")
    family = story(chain(times)).families[0]
    assert parents(family) == {"original": None, "first": "original", "second": "first", "side": "original"}
    assert family.trust is not None and family.trust.says


def test_outlets_that_credit_each_other_in_a_circle_still_make_a_tree() -> None:
    names = ("Miami Herald", "Boston Globe", "Sky News")
    texts = [ORIGINAL, FIRST, SECOND]
    circle = [
        report(name, [*text, f"The closure was first reported by {names[k - 1]}."], outlet=name)
        for k, (name, text) in enumerate(zip(names, texts, strict=True))
    ]
    family = story(circle).families[0]
    assert sum(parent is None for parent in parents(family).values()) == 1


def test_hops_say_what_changed_on_the_way() -> None:
    found = story(
        [
            report("original", ORIGINAL),
            report("vague", reworded(ORIGINAL[:4], about_23="over 23", found_41="found more than 40")),
        ]
    )
    assert [(hop.parent, hop.child) for hop in found.hops] == [("original", "vague")]
    assert any(change.kind in ("figure", "hedge") for change in found.hops[0].changes)


def test_a_wording_can_be_followed_down_the_tree() -> None:
    found = story(chain())
    carried = carry(found, "Nine  kilometres")
    assert {evidence.report_id for evidence in carried.carriers} == {"original", "side"}
    assert carried.lost_on == (("original", "first"),)
    assert all(evidence.exact == "nine kilometres" for evidence in carried.carriers)


def test_evidence_slices_to_its_words() -> None:
    found: Story = story(chain())
    texts = {one.id: one.text for one in found.reports}
    family = found.families[0]
    evidence = [e for edge in family.edges for clue in edge.clues for e in clue.evidence]
    evidence += [p for origin in family.origins for p in origin.passages]
    assert evidence
    assert all(texts[e.report_id][e.start : e.end] == e.exact for e in evidence)


def test_an_edit_is_shown_by_an_edit_and_a_passage_by_a_passage() -> None:
    copy = [
        *reworded(ORIGINAL[:5], early="early, as the night shift went home,", estuary="estuary that parts two towns")
    ]
    found = story([report("original", [*ORIGINAL]), report("copy", [*copy, ADDED])])
    edge = next(one for one in found.families[0].edges if (one.parent, one.child) == ("original", "copy"))
    shown = {clue.name: [e.exact for e in clue.evidence] for clue in edge.clues}
    assert shown["put_in"] == ["as the night shift went home"]
    assert [words in ADDED for words in shown["passages_put_in"]] == [True]


def test_reports_of_one_id_are_told_apart() -> None:
    found = story([report("same", ORIGINAL), report("same", OTHER)])
    assert [one.id for one in found.reports] == ["same", "same (2)"]

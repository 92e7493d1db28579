"""Quotations across reports: one canonical quotation, its variants, and their exact differences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.quotes.canonical import CanonicalQuotation, PieceKind, QuotationVariant
from whence.quotes.repeats import match_quotations
from whence.quotes.wording import apply_pieces
from whence.records import Published, Quote, Report, Setting, Speaker, Venue

SPEECH = (
    "We will not leave the harbor before the last ferry has sailed, and nobody in this town should ask us to go, "
    "because the council promised the families a bridge that is safe"
)


def report(name: str, text: str, day: str | None = None) -> Report:
    return Report(name, name, text, published=Published(day, "day", "caller") if day else None)


def said_by(one: Report, name: str, venue: str | None = None) -> tuple[Quote, ...]:
    """All that a report quotes, as the words of one speaker."""
    start, stop = one.text.index("“"), one.text.rindex("”") + 1
    place = Venue(venue, "outlet", one.evidence(start, stop)) if venue else None
    who = (Speaker(name, "person", ()),)
    return (Quote("direct", (one.evidence(start, stop),), (), (), who, Setting(venue=place), 0.9),)


def between(first: str, second: str) -> tuple[CanonicalQuotation, ...]:
    return match_quotations([report("a", first), report("b", second)], [(), ()])


def only(found: tuple[CanonicalQuotation, ...]) -> QuotationVariant:
    """The one variant that is not the canonical wording."""
    (canonical,) = found
    (variant,) = [v for v in canonical.variants if v.evidence != canonical.evidence]
    return variant


def kinds(first: str, second: str) -> list[PieceKind]:
    return [piece.kind for piece in only(between(first, second)).differences]


WHOLE = "“We will not leave the harbor before the last ferry has sailed,” said Feld."


def test_the_same_words_in_two_reports_are_one_quotation_without_a_difference() -> None:
    (found,) = between(WHOLE, "Feld spoke. " + WHOLE)
    assert [variant.report_id for variant in found.variants] == ["a", "b"]
    assert [variant.differences for variant in found.variants] == [(), ()]


def test_curly_and_straight_marks_make_no_difference() -> None:
    (found,) = between(WHOLE, WHOLE.replace("“", '"').replace("”", '"'))
    assert all(not variant.differences for variant in found.variants)


def test_words_in_brackets_are_the_writers() -> None:
    variant = only(between(WHOLE, WHOLE.replace("before the last", "before the last [city]")))
    (piece,) = variant.differences
    assert (piece.kind, piece.words, piece.taken) == ("bracket insertion", ("[city]",), 0)


def test_agency_style_sets_the_writers_words_in_round_brackets() -> None:
    assert kinds(WHOLE, WHOLE.replace("the last", "(said Feld) the last")) == ["bracket insertion"]


def test_words_in_brackets_stand_for_the_speakers() -> None:
    variant = only(between(WHOLE, WHOLE.replace("We will", "[The council] will")))
    (piece,) = variant.differences
    assert (piece.kind, piece.words, piece.canonical and piece.canonical.exact) == (
        "bracket substitution", ("[the council]",), "We",
    )  # fmt: skip


def test_a_capital_in_brackets_is_the_same_word() -> None:
    assert kinds(WHOLE, WHOLE.replace("“We", "“[W]e")) in ([], ["house style"])


def test_another_form_of_the_word_in_brackets_is_marked() -> None:
    assert kinds(WHOLE, WHOLE.replace("has sailed", "sail[s]")) != ["altered"]
    assert kinds(WHOLE, WHOLE.replace("sailed", "sail[ing]")) == ["bracket substitution"]


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "[…]", "[...]"])
def test_words_left_out_behind_an_ellipsis_are_marked(mark: str) -> None:
    variant = only(between(WHOLE, WHOLE.replace("before the last ferry", f"before {mark} ferry")))
    (piece,) = variant.differences
    assert (piece.kind, piece.canonical and piece.canonical.exact) == ("ellipsis", "the last")


def test_words_left_out_without_a_mark_are_an_alteration() -> None:
    (piece,) = only(between(WHOLE, WHOLE.replace("the last ", ""))).altered
    assert piece.says == "words left out without a mark"


def test_a_quotation_cut_at_its_ends_is_not_altered() -> None:
    cut = "Feld said they would stay “before the last ferry has sailed, and nobody in this town should ask us.”"
    assert kinds(f"“{SPEECH},” said Feld.", cut) == ["cut", "cut"]


def test_a_quotation_that_she_said_splits_is_split() -> None:
    split = "“We will not leave the harbor,” she said, “before the last ferry has sailed.”"
    variant = only(between(WHOLE, split))
    assert [piece.kind for piece in variant.differences] == ["split"]
    assert len(variant.evidence) == 2


def test_two_quotations_that_another_report_joins_are_told_as_two() -> None:
    apart = (
        "“We will not leave the harbor before the last ferry has sailed,” said Feld.\n\nThe hall was full.\n\n"
        "“Nobody in this town should ask us to go before the bridge is safe.”"
    )
    joined = (
        "“We will not leave the harbor before the last ferry has sailed. "
        "Nobody in this town should ask us to go before the bridge is safe,” said Feld."
    )
    assert [piece.kind for piece in only(between(apart, joined)).differences] == ["split"]


def test_a_joint_of_the_canonical_wording_that_a_variant_lacks_is_told_as_merged() -> None:
    split = (
        "“We will not leave the harbor,” she said. “Nobody in this town should ask us to go before the bridge is safe.”"
    )
    assert "merged" in kinds(split, "“We will not leave the harbor. Nobody in this town should ask us to go.”")


def test_another_word_inside_the_marks_is_altered() -> None:
    (piece,) = only(between(WHOLE, WHOLE.replace("leave", "abandon"))).altered
    assert {piece.canonical and piece.canonical.exact, piece.variant and piece.variant.exact} == {"leave", "abandon"}


def test_a_negation_lost_inside_the_marks_is_named() -> None:
    (piece,) = only(between(WHOLE, WHOLE.replace("will not", "will"))).altered
    assert piece.says == "a negation is in one wording only"


@pytest.mark.parametrize(
    ("before", "after"),
    [("will not", "won't"), ("harbor", "harbour"), ("We will", "We’ll"), ("before", "uh, before"), (" has ", "’s ")],
)
def test_house_style_is_no_alteration(before: str, after: str) -> None:
    assert set(kinds(WHOLE, WHOLE.replace(before, after))) <= {"house style"}


def test_punctuation_is_house_style() -> None:
    assert kinds(WHOLE, WHOLE.replace("harbor before", "harbor, before")) == ["house style"]


def test_nested_single_marks_belong_to_the_quotation() -> None:
    nested = "“They told us, ‘Leave the harbor before the last ferry has sailed,’ and we refused to go,” said Feld."
    other = nested.replace("‘", "'").replace("’", "'").replace("“", '"').replace("”", '"')
    (found,) = between(nested, other)
    assert all(not variant.differences for variant in found.variants)


def test_the_same_words_in_another_mouth_are_a_conflict() -> None:
    one, two = report("a", WHOLE), report("b", WHOLE.replace("Feld", "Diaz"))
    (found,) = match_quotations([one, two], [said_by(one, "Ana Feld"), said_by(two, "Joe Diaz")])
    assert found.conflict and set(found.speakers) == {"Ana Feld", "Joe Diaz"}


def test_the_same_speaker_by_surname_alone_is_no_conflict() -> None:
    one, two = report("a", WHOLE), report("b", WHOLE)
    (found,) = match_quotations([one, two], [said_by(one, "Ana Feld"), said_by(two, "Feld")])
    assert not found.conflict


def test_a_short_quotation_needs_the_same_speaker_or_the_same_words_around_it() -> None:
    one, two = report("a", "Feld said “it is over now” at noon."), report("b", "A song called “it is over now” plays.")
    assert match_quotations([one, two], [(), ()]) == ()
    assert len(match_quotations([one, two], [said_by(one, "Ana Feld"), said_by(two, "Feld")])) == 1
    assert len(between(one.text, "Later Feld said “it is over now” at home.")) == 1


def test_speech_of_two_occasions_is_not_one_quotation() -> None:
    other = "“We will never again build the harbor wall, but after the first storm someone should pay us,” said Feld."
    assert between(WHOLE, other) == ()


def test_the_earliest_is_told_where_the_days_tell() -> None:
    reports = [report("a", WHOLE, "2024-05-03"), report("b", WHOLE, "2024-05-02"), report("c", WHOLE, "2024-05-03")]
    (found,) = match_quotations(reports, [(), (), ()])
    assert found.earliest and found.earliest.report_id == "b"
    (found,) = match_quotations([reports[0], reports[2]], [(), ()])
    assert found.earliest is None and "overlap" in found.says
    (found,) = match_quotations([reports[0], report("d", WHOLE)], [(), ()])
    assert found.earliest is None and "without a time" in found.says


def test_the_venue_is_what_any_variant_states() -> None:
    one, two = report("a", WHOLE), report("b", WHOLE)
    (found,) = match_quotations([one, two], [said_by(one, "Ana Feld", "Harbor Radio"), ()])
    assert [venue.name for venue in found.venues] == ["Harbor Radio"]


# --- properties -------------------------------------------------------------------------------------------------------

WORDS = SPEECH.lower().replace(",", "").split()
EDITS = st.lists(
    st.tuples(
        st.integers(0, len(WORDS)),
        st.sampled_from(
            ["", "[the]", "…", "storm", "not", "(city)", ",” she said. “", "[", "”", "“", "'", "’s", "a[b]c"]
        ),
        st.integers(0, 3),
    ),
    max_size=5,
)


def edited(edits: list[tuple[int, str, int]]) -> str:
    words = list(WORDS)
    for at, put, dropped in edits:
        words[at : at + dropped] = [put]
    return "“" + " ".join(words) + ",” said Feld."


@settings(max_examples=150, deadline=None)
@given(EDITS, EDITS)
def test_the_pieces_make_each_variant_of_the_canonical_words(first: list, second: list) -> None:  # type: ignore[type-arg]
    reports = [report("a", edited(first)), report("b", edited(second))]
    texts = {one.id: one.text for one in reports}
    for found in match_quotations(reports, [(), ()]):
        for variant in found.variants:
            assert sum(piece.taken for piece in variant.pieces) == len(found.words)
            assert apply_pieces(found.words, variant.pieces) == variant.words
            for one in [
                *variant.evidence,
                *(p.variant for p in variant.pieces),
                *(p.canonical for p in variant.pieces),
            ]:
                assert one is None or texts[one.report_id][one.start : one.end] == one.exact
            if variant.evidence == found.evidence:
                assert variant.differences == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(EDITS, min_size=2, max_size=5), st.randoms())
def test_the_order_of_reports_changes_nothing(drawn: list, random) -> None:  # type: ignore[type-arg,no-untyped-def]
    reports = [report(f"r{number}", edited(edits)) for number, edits in enumerate(drawn)]
    shuffled = reports[:]
    random.shuffle(shuffled)
    empty: list[tuple[Quote, ...]] = [() for _ in reports]
    assert match_quotations(reports, empty) == match_quotations(shuffled, empty)


@settings(max_examples=60, deadline=None)
@given(EDITS, st.text(alphabet="abc xyz\n.,", max_size=60))
def test_words_outside_the_marks_change_nothing(edits: list, prose: str) -> None:  # type: ignore[type-arg]
    told = [between(WHOLE[:-1], edited(edits)), between(f"{prose}\n\n{WHOLE[:-1]}", edited(edits))]
    assert [[v.words for v in one.variants] for one in told[0]] == [[v.words for v in one.variants] for one in told[1]]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="“”\"'‘’[]()…. ab\n", max_size=120))
def test_any_text_matches_itself_without_a_difference_or_a_crash(text: str) -> None:
    for found in between(text, text):
        for variant in found.variants:
            assert apply_pieces(found.words, variant.pieces) == variant.words


# --- hostile ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        '"a b c d" ' * 25_000,
        "“" + "the " * 100_000 + "”",
        "“" + " ".join(f"w{n}" for n in range(100_000)) + "”\n\n"
        + " ".join(f"“w{n} w{n + 1} w{n + 2} w{n + 3}”" for n in range(5_000)),
        "“" + "[" * 50_000 + "(" * 50_000 + "”",
        "“a b c” " + "… " * 100_000,
    ],
    ids=["marks", "short", "one word", "a long speech in pieces", "brackets", "ellipses"],
)  # fmt: skip
def test_hostile_text_is_read_in_step_with_its_length(text: str) -> None:
    match_quotations([report("a", text), report("b", text)], [(), ()])


def test_a_quotation_of_five_thousand_reports_is_one_star() -> None:
    reports = [report(f"r{number:04}", WHOLE.replace("last", f"last{number % 7}")) for number in range(5_000)]
    (found,) = match_quotations(reports, [()] * 5_000)
    assert len(found.variants) == 5_000

"""The generator of corpora with known truth (bench/corpus) and its scorer, held to what they promise."""

from __future__ import annotations

import doctest
import importlib
import json
import re
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from bench.corpus.accidental import shared_runs
from bench.corpus.chance import lots
from bench.corpus.composing import compose
from bench.corpus.generate import REPORTS, TRUTH, Order, write_corpus
from bench.corpus.kinds import KINDS
from bench.corpus.lists import FOLDER, read_lines
from bench.corpus.newsroom import DEEPEST, DERIVED, LATEST_MINUTES
from bench.corpus.outlets import AGENCIES
from bench.corpus.recombined import Recombined, build_pool
from bench.corpus.score import score_files
from bench.corpus.special import SPECIALS
from bench.corpus.templates import TELLING
from bench.corpus.weaving import Paragraph, Printed, Weaver
from bench.corpus.written import Written
from hypothesis import given
from hypothesis import strategies as st

from whence.reading.record import read_record
from whence.text.marks import quoted_spans
from whence.text.spans import Span
from whence.text.words import Words, split_words

Row = dict[str, Any]
SIZE = 2500  # the smallest corpus in which every kind and a chain of five copies is as good as certain


class Corpus:
    """A generated corpus as a test reads it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reports: dict[str, Row] = {row["id"]: row for row in rows_of(folder / REPORTS)}
        self.truth = rows_of(folder / TRUTH)

    def of_kind(self, kind: str) -> list[Row]:
        """The truths of one kind."""
        return [row for row in self.truth if row["kind"] == kind]

    def text(self, report: str) -> str:
        """A report's text."""
        return str(self.reports[report]["text"])


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write_rows(path: Path, rows: list[Row]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def keys_between(words: Words, start: int, end: int) -> list[str]:
    """The keys of the words from one that starts at `start` to one that ends at `end`."""
    return words.keys[words.starts.index(start) : words.ends.index(end) + 1]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(Order(SIZE, seed=7, texts="written"), folder)
    return Corpus(folder)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 3), ("two", 3), ("other", 4)):
        write_corpus(Order(120, seed=seed, texts="written"), tmp_path / name)
    for name in (REPORTS, TRUTH, "corpus.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert (tmp_path / "one" / REPORTS).read_bytes() != (tmp_path / "other" / REPORTS).read_bytes()


def test_a_larger_corpus_begins_with_the_smaller_one(tmp_path: Path) -> None:
    for size in (60, 120):
        write_corpus(Order(size, seed=3, texts="written"), tmp_path / str(size))
    small, large = ((tmp_path / str(size) / REPORTS).read_bytes() for size in (60, 120))
    assert large.startswith(small)


def test_compressed_files_hold_the_same_lines(tmp_path: Path) -> None:
    plain = write_corpus(Order(40, seed=3, texts="written"), tmp_path)
    packed = write_corpus(Order(40, seed=3, texts="written", gzip=True), tmp_path)
    assert plain["sha256"] == packed["sha256"]
    assert not (tmp_path / REPORTS).exists()
    assert (tmp_path / f"{REPORTS}.gz").read_bytes()[:2] == b"\x1f\x8b"


def test_every_passage_has_the_same_words_on_both_sides_from_edge_to_edge(corpus: Corpus) -> None:
    words = {report: split_words(row["text"]) for report, row in corpus.reports.items()}
    for row in corpus.truth:
        for passage in row["passages"]:
            child = keys_between(words[row["child"]], passage["child_start"], passage["child_end"])
            assert child == keys_between(words[passage["parent"]], passage["parent_start"], passage["parent_end"])


def test_passages_of_a_pair_do_not_overlap_and_none_could_be_joined_to_the_next(corpus: Corpus) -> None:
    for row in corpus.truth:
        text = corpus.text(row["child"])
        for before, after in zip(row["passages"], row["passages"][1:], strict=False):
            assert before["child_end"] <= after["child_start"]
            if before["parent"] == after["parent"] and not before.get("furniture") and not after.get("furniture"):
                parent = corpus.text(after["parent"])
                between = text[before["child_end"] : after["child_start"]]
                there = parent[before["parent_end"] : after["parent_start"]]
                follows = before["parent_end"] <= after["parent_start"]
                assert re.search(r"\w", between) or not follows or re.search(r"\w", there)


def test_all_kinds_are_there_and_three_in_ten_reports_are_derived(corpus: Corpus) -> None:
    assert {row["kind"] for row in corpus.truth} == {kind.name for kind in KINDS}
    assert len(corpus.truth) / SIZE == pytest.approx(DERIVED, abs=0.03)
    assert {row["depth"] for row in corpus.truth} == set(range(1, DEEPEST + 1))
    assert sum(kind.share for kind in KINDS) == pytest.approx(1.0)


def test_a_child_is_published_after_its_parents_by_another_outlet(corpus: Corpus) -> None:
    for row in corpus.truth:
        child = corpus.reports[row["child"]]
        for parent in (corpus.reports[parent] for parent in row["parents"]):
            assert child["published"] > parent["published"]
            assert child["outlet"] != parent["outlet"]
        latest = max(corpus.reports[parent]["published"] for parent in row["parents"])
        assert minutes_of(child["published"]) - minutes_of(latest) <= LATEST_MINUTES + 1


def minutes_of(published: str) -> int:
    """Minutes since the first of March."""
    month, day, hour, minute = (int(published[a:b]) for a, b in ((5, 7), (8, 10), (11, 13), (14, 16)))
    return (((month - 3) * 31 + day) * 24 + hour) * 60 + minute


def test_parents_stand_before_their_children_in_the_file_and_no_id_comes_twice(corpus: Corpus) -> None:
    places = {report: place for place, report in enumerate(corpus.reports)}
    assert len(places) == SIZE
    assert all(places[parent] < places[row["child"]] for row in corpus.truth for parent in row["parents"])


def test_whence_reads_every_report_with_its_minute(corpus: Corpus) -> None:
    for row in islice(corpus.reports.values(), 50):
        report = read_record(row)
        assert report.text == row["text"]
        assert report.published is not None
        assert report.published.grain == "minute"


def test_a_verbatim_copy_is_the_same_text(corpus: Corpus) -> None:
    assert all(corpus.text(row["child"]) == corpus.text(row["parents"][0]) for row in corpus.of_kind("verbatim"))


def test_added_furniture_is_there_and_is_no_part_of_what_was_taken(corpus: Corpus) -> None:
    for row in corpus.of_kind("furniture_added"):
        taken = sum(passage["child_end"] - passage["child_start"] for passage in row["passages"])
        assert len(row["passages"]) >= 2
        assert taken < len(corpus.text(row["child"])) - 40


def test_a_shared_quotation_stands_inside_quotation_marks_in_both_and_has_18_to_40_words(corpus: Corpus) -> None:
    for row in corpus.of_kind("quotation"):
        (passage,) = row["passages"]
        for report, side in ((row["child"], "child"), (passage["parent"], "parent")):
            span = Span(passage[f"{side}_start"], passage[f"{side}_end"])
            assert any(quoted.covers(span) for quoted in quoted_spans(corpus.text(report)))
            assert 18 <= len(split_words(span.slice(corpus.text(report))).keys) <= 40


def test_a_lifted_paragraph_has_60_to_160_words(corpus: Corpus) -> None:
    for row in corpus.of_kind("lifted"):
        (passage,) = row["passages"]
        taken = corpus.text(row["child"])[passage["child_start"] : passage["child_end"]]
        assert 60 <= len(taken.split()) <= 160


@pytest.mark.parametrize("share", [5, 10, 20, 30])
def test_about_the_share_of_words_that_the_kind_names_is_substituted(corpus: Corpus, share: int) -> None:
    kept = total = 0
    for row in corpus.of_kind(f"substituted_{share:02}"):
        kept += sum(len(corpus.text(row["child"])[p["child_start"] : p["child_end"]].split()) for p in row["passages"])
        total += len(corpus.text(row["parents"][0]).split())
    assert 1 - kept / total == pytest.approx(share / 100, abs=0.06)  # standing lines count, figures are never changed


def test_an_agency_is_reprinted_by_many_outlets_each_once(corpus: Corpus) -> None:
    fans: defaultdict[str, list[str]] = defaultdict(list)
    for row in corpus.of_kind("reprint"):
        fans[row["parents"][0]].append(corpus.reports[row["child"]]["outlet"])
    assert all(corpus.reports[agency]["outlet"] in AGENCIES for agency in fans)
    assert all(len(outlets) == len(set(outlets)) for outlets in fans.values())
    assert max(map(len, fans.values())) > 20


def test_an_outlet_prints_its_standing_line_on_several_days(corpus: Corpus) -> None:
    days: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in corpus.reports.values():
        for line in (row["text"].split("\n\n")[0], row["text"].split("\n\n")[-1]):
            days[row["outlet"], line].add(row["published"][:10])
    assert sum(len(on) >= 5 for on in days.values()) >= 20


def test_independent_written_reports_share_next_to_nothing() -> None:
    chance = Random(5)
    texts = ["\n\n".join(compose(material, chance)) for material in islice(Written().materials(5), 400)]
    assert sum(words >= 12 for words in shared_runs(texts, 10).values()) <= 4


def test_no_template_has_ten_words_without_a_slot_of_many_fillings() -> None:
    for file in FOLDER.glob("*.txt"):
        if file.stem in ("vocabulary", "lists"):
            continue
        for line in read_lines(file.stem):
            marked = re.sub(r"\{(\w+)\}", lambda slot: " @ " if slot[1] in TELLING else " slot ", line)
            longest = re.sub(r"\[([^\]]*)\]", lambda gap: max(gap[1].split("|"), key=lambda o: len(o.split())), marked)
            assert max(len(split_words(stretch).keys) for stretch in longest.split("@")) < 10, line


def test_a_walk_is_the_same_whatever_is_walked_beside_it() -> None:
    chance = Random(2)
    materials = islice(Written().materials(2), 200)
    texts = [("town", " ".join(material.sentences)) for material in materials]
    walker = Recombined(build_pool(texts))
    together = list(walker.walk(lots(7, 0, 12)))
    assert together == [material for k in range(12) for material in walker.walk(lots(7, k, 1))]
    assert all(150 <= sum(len(s.split()) for s in [*m.sentences, *m.speeches]) <= 720 for m in together)
    assert all(compose(material, chance) for material in together)


PARENT_WORDS = "one two, three “four five” six. Seven U.S. eight nine’s ten; eleven 1,200 twelve."


@given(st.lists(st.tuples(st.integers(0, 13), st.integers(1, 5), st.booleans()), max_size=8))
def test_whatever_is_woven_the_shared_runs_hold_the_same_words(steps: list[tuple[int, int, bool]]) -> None:
    spots = [match.span() for match in re.finditer(r"\S+", PARENT_WORDS)]
    parent = Printed("p", 0, 0, "", PARENT_WORDS, (Paragraph(0, len(PARENT_WORDS)),), 0)
    weaver = Weaver()
    for first, size, own in steps:
        taken = spots[first : first + size]
        if taken:
            weaver.take(parent, taken[0][0], taken[-1][1])
        weaver.say(" own " if own else " ")
        weaver.end_paragraph()
    child, source = split_words(weaver.text), split_words(PARENT_WORDS)
    for run in weaver.shared_runs():
        here = keys_between(child, run.child_start, run.child_end)
        assert here == keys_between(source, run.parent_start, run.parent_end)


def found_rows(corpus: Corpus) -> list[Row]:
    """The truth itself, as a finder would report it, parent first in every second pair."""
    rows: list[Row] = []
    for truth in corpus.truth:
        for parent in truth["parents"]:
            passages = [p for p in truth["passages"] if p["parent"] == parent]
            sides = [
                {
                    "child": {"start": p["child_start"], "end": p["child_end"]},
                    "parent": {"start": p["parent_start"], "end": p["parent_end"]},
                }
                for p in passages
            ]
            a, b = ("child", "parent") if len(rows) % 2 else ("parent", "child")
            ids = {"child": truth["child"], "parent": parent}
            shown = [{"a": side[a], "b": side[b], "words": 10} for side in sides]
            rows.append({"a": ids[a], "b": ids[b], "words": 10, "passages": shown})
    return rows


@pytest.mark.parametrize("with_reports", [False, True])
def test_the_truth_itself_scores_one_in_everything(corpus: Corpus, tmp_path: Path, with_reports: bool) -> None:
    pairs = write_rows(tmp_path / "pairs.jsonl", found_rows(corpus))
    reports = corpus.folder / REPORTS if with_reports else None
    figures = score_files(corpus.folder / TRUTH, pairs, reports).figures()
    for row in [figures["overall"], *figures["kinds"].values()]:
        assert {row[name] for name in ("recall", "passage_precision", "passage_recall", "passage_f1")} == {1.0}
    assert figures["others"] in ({}, {"inexact passages": 0})


def truth_row(child: str, parent: str, kind: str, *spans: tuple[int, int, int, int]) -> Row:
    names = ("child_start", "child_end", "parent_start", "parent_end")
    passages = [{"parent": parent, **dict(zip(names, span, strict=True))} for span in spans]
    return {"child": child, "parents": [parent], "kind": kind, "passages": passages}


def found_row(a: str, b: str, *spans: tuple[int, int, int, int], words: int = 10) -> Row:
    passages = [{"a": {"start": s, "end": e}, "b": {"start": t, "end": f}, "words": words} for s, e, t, f in spans]
    return {"a": a, "b": b, "words": words, "passages": passages}


def test_a_small_made_case_scores_what_was_reckoned_by_hand(tmp_path: Path) -> None:
    lined = truth_row("d", "a", "verbatim", (0, 100, 0, 100), (102, 122, 102, 122))
    lined["passages"][1]["furniture"] = True
    truth = [
        truth_row("b", "a", "lifted", (50, 150, 0, 100)),
        truth_row("c", "b", "lifted", (0, 100, 0, 100)),
        lined,
    ]
    found = [
        found_row("a", "b", (0, 50, 50, 100), (180, 190, 300, 310)),  # half of the passage, and ten of chance
        found_row("d", "a", (0, 122, 0, 122)),  # runs into the furniture, which counts for nothing
        found_row("c", "a", (0, 20, 0, 20)),  # grandparent
        found_row("c", "x", (0, 20, 0, 20), words=17),  # no relation
        found_row("x", "c", (0, 20, 0, 20)),  # the same pair once more
    ]
    score = score_files(write_rows(tmp_path / "t", truth), write_rows(tmp_path / "p", found)).figures()
    lifted, verbatim = score["kinds"]["lifted"], score["kinds"]["verbatim"]
    assert (lifted["pairs"], lifted["recall"]) == (2, 0.5)
    assert lifted["passage_precision"] == pytest.approx(100 / 120)
    assert lifted["passage_recall"] == pytest.approx(100 / 400)
    assert lifted["passage_f1"] == pytest.approx(200 / 520)
    assert verbatim["passage_precision"] == pytest.approx(200 / 204)  # the two code points between body and furniture
    assert verbatim["passage_recall"] == 1.0
    assert score["overall"]["recall"] == pytest.approx(2 / 3)
    assert score["others"] == {
        "family": 1,
        "twice": 1,
        "unrelated": 1,
        "unrelated, 12 words or more in a passage": 1,
        "unrelated, 16 words or more in a passage": 1,
        "unrelated, 30 words or more in a passage": 0,
    }


def test_with_the_reports_words_are_counted_and_inexact_passages_seen(tmp_path: Path) -> None:
    texts = {"a": "The mill by the river burned.", "b": "Again: the mill by the river stood.", "c": "The mill closed."}
    reports = write_rows(tmp_path / "r", [{"id": name, "outlet": "Post", "text": text} for name, text in texts.items()])
    truth = write_rows(tmp_path / "t", [truth_row("b", "a", "lifted", (7, 28, 0, 21))])
    found = [found_row("a", "b", (0, 12, 7, 19), words=3), found_row("a", "c", (4, 28, 4, 15), words=2)]
    score = score_files(truth, write_rows(tmp_path / "p", found), reports).figures()
    assert score["kinds"]["lifted"]["passage_recall"] == pytest.approx(3 / 5)
    assert score["others"]["inexact passages"] == 1
    assert score["others"]["unrelated, false"] == 1
    assert score["others"]["unrelated, of one outlet"] == 1


def test_a_pair_of_an_unknown_report_is_said_plainly(tmp_path: Path) -> None:
    reports = write_rows(tmp_path / "r", [])
    truth = write_rows(tmp_path / "t", [truth_row("b", "a", "lifted")])
    with pytest.raises(ValueError, match="holds no report a"):
        score_files(truth, write_rows(tmp_path / "p", []), reports)


@pytest.fixture
def special_corpora(tmp_path: Path) -> dict[str, Corpus]:
    for name in SPECIALS:
        write_corpus(Order(30, seed=7, texts="written", special=name), tmp_path / name)
    return {name: Corpus(tmp_path / name) for name in SPECIALS}


def test_special_corpora_hold_what_their_names_say(special_corpora: dict[str, Corpus]) -> None:
    fan, everywhere = special_corpora["fan5000"], special_corpora["paragraph-everywhere"]
    assert len({row["outlet"] for row in fan.reports.values()}) == len(fan.reports) == 30
    assert {tuple(row["parents"]) for row in fan.truth} == {(next(iter(fan.reports)),)}
    assert len(everywhere.truth) == 29
    assert len({everywhere.text(row["child"])[p["child_start"] : p["child_end"]]
                for row in everywhere.truth for p in row["passages"]}) == 1  # fmt: skip
    assert all(len(split_words(row["text"]).keys) <= 1 for row in special_corpora["empty"].reports.values())
    repeated = special_corpora["repeated-word"].reports
    assert max(len(row["text"]) for row in repeated.values()) > 9_900_000
    assert not special_corpora["repeated-word"].truth


def test_without_fitting_parents_a_kind_is_left_out() -> None:
    bare = Printed("p", 0, 0, "", "Short.", (Paragraph(0, 6),), 0)
    assert not any(kind.fits(bare) for kind in KINDS)
    assert not any(kind.fits(replace(bare, paragraphs=())) for kind in KINDS)


@pytest.mark.parametrize("path", sorted(FOLDER.parent.glob("*.py")), ids=lambda path: path.stem)
def test_the_examples_of_the_generator_hold(path: Path) -> None:
    name = "bench.corpus" if path.stem == "__init__" else f"bench.corpus.{path.stem}"
    assert doctest.testmod(importlib.import_module(name)).failed == 0

"""Whether two figures, or two times, are about one thing: what speaks for it, what against, and how much is enough.

What disagrees needs more than what agrees: two reports name many numbers, and a conflict is only worth showing where
both speak of one thing. Where one report retells the other less will do, for who rewrites a report keeps its facts.
"""

from __future__ import annotations

from datetime import date
from math import isclose, log10
from typing import NamedTuple

from whence.agreement.contexts import Sentence, Standing
from whence.agreement.heads_aligned import (
    GROWING,
    OTHER_HEAD,
    SAME_HEAD,
    UNKNOWN_HEAD,
    heads_agree,
    modifiers_contradict,
)
from whence.agreement.measured import BARE
from whence.agreement.relations import Dates, told_for_other_times
from whence.agreement.sentence_index import Like
from whence.records import Figure, FigurePair, Time
from whence.text.wordlists import read_word_list
from whence.text.words import split_words

ONE_NUMBER = frozenset(["same", "equivalent", "hedge added", "hedge dropped", "hedge changed"])
AGREEING = ONE_NUMBER | {"coarser", "finer"}
COUNTED = BARE | {"percent", "ratio"}  # kinds whose head tells one figure from another
# Thresholds: set by hand on pairs of bench/quality/drift and on pairs of reports of one event (BASIL, AllSides).
LIKE_ENOUGH = 0.2  # how like two sentences are, for what agrees
ALIKE = 0.45  # for what disagrees
ALIKE_RETOLD = 0.2  # for what disagrees where one report retells the other
VERY_ALIKE = 0.6  # one sentence but for some words
LEAST_SHARED = 3  # content words that sentences share whose figures disagree
LEAST_SHARED_RETOLD = 2
NEAR_ENOUGH = 0.3  # share of the words close by, for figures that disagree and have no head to go by
MOSTLY_NEAR = 0.5  # the same, for figures of which one alone is told under a predicate
SUPPORT = 0.5  # share of the words close by that stand in the other sentence, of reports told independently
MOST_TIMES = 15  # numbers of one thing seldom differ by more, unless a nought or three slipped in
KNOWN_AGAIN = (
    100  # 347 and 13,872 are told in a hundred steps or more: whatever they are said to count, it is one thing
)
LONG_AGO_DAYS = 90  # a figure told for a time so long before its report is of another event
_COUNTED_FROM = frozenset(read_word_list("counted_from_words"))


class Kinship(NamedTuple):
    """How two sentences stand to each other: how like they are (0-1), content words shared, and what sets them apart.

    `apart` says that each names somebody or some place, and not one that the other does; `listed` that the figures of
    one are told in a row; `retold` that the two reports have many sentences in common, so that a sentence put quite
    differently still tells the same.
    """

    likeness: float
    shared: int
    apart: bool = False
    listed: bool = False
    retold: bool = False

    @property
    def alike(self) -> bool:
        """Whether figures that disagree may be about one thing, by their sentences."""
        least, shared = (ALIKE_RETOLD, LEAST_SHARED_RETOLD) if self.retold else (ALIKE, LEAST_SHARED)
        enough = self.shared >= shared or (self.retold and self.likeness >= ALIKE)
        return self.likeness >= least and enough and not (self.apart or self.listed)


ONE_SENTENCE = Kinship(1.0, 99)
"""That of two sentences known to tell the same."""


class Signs(NamedTuple):
    """What speaks for two being about one thing: their sentences, the words close by, their heads, their predicates."""

    kin: Kinship
    nearness: float
    head: float
    predicate: bool


def kinship(a: Sentence, b: Sentence, like: Like, *, retold: bool = False) -> Kinship:
    """How two sentences stand to each other that a look-up found to be alike."""
    apart = names_apart((a.names, a.content), (b.names, b.content))
    return Kinship(like.likeness, like.shared, apart, a.listed or b.listed, retold)


def names_apart(a: tuple[frozenset[str], frozenset[str]], b: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether each of two sentences (its names, its words) names somebody or some place, and none that both do."""
    return bool(a[0] and b[0] and not a[0] & b[1] and not b[0] & a[1])


def signs_of(a: Standing, b: Standing, kin: Kinship) -> Signs:
    """What speaks for two being about one thing."""
    least = min(len(a.near), len(b.near))
    nearness = len(a.near & b.near) / least if least else 0.0
    return Signs(kin, nearness, heads_agree(a.head, b.head), bool(a.predicates & b.predicates))


def may_be_one(a: Standing, b: Standing, signs: Signs) -> bool:
    """Whether nothing in the words of two figures speaks against one thing: unit, head, predicate, modifiers."""
    one, two = a.stated, b.stated
    if not (isinstance(one, Figure) and isinstance(two, Figure) and a.side and b.side):
        return False
    if (a.predicates and b.predicates and not signs.predicate) or (one.kind == "age") != (two.kind == "age"):
        return False
    if a.side.dimension != b.side.dimension and not one.kind == two.kind == "money":
        return False
    other = signs.head == OTHER_HEAD and not _is_known_number(a, b, signs.kin) and _counts_another(a, b, one)
    return not other and not modifiers_contradict(one, two)


def _is_known_number(a: Standing, b: Standing, kin: Kinship) -> bool:
    """Whether reports, one of which retells the other, tell one number finely enough to be known again by itself."""
    if not (kin.retold and same_number(a, b) and isinstance(a.stated, Figure) and isinstance(b.stated, Figure)):
        return False
    one, two = a.stated, b.stated
    value = abs(one.value or 0.0)
    return value >= KNOWN_AGAIN * max(one.step, two.step, 1.0) and any(
        not word.startswith("=") for word in a.around & b.around
    )


def _counts_another(a: Standing, b: Standing, figure: Figure) -> bool:
    """Whether another head is another thing: of counts always, of shares where it is not close to the other one."""
    if figure.kind in BARE:
        return True
    return figure.kind in COUNTED and a.head not in b.near and b.head not in a.near


def same_number(a: Standing, b: Standing) -> bool:
    """Whether two figures of one dimension have the same number, whatever their hedges."""
    if a.side is None or b.side is None or a.side.value is None or b.side.value is None:
        return False
    return isclose(a.side.value, b.side.value, rel_tol=1e-9)


def agree_enough(signs: Signs) -> bool:
    """Whether two figures that agree are of one thing: some likeness, and a head or the words close by."""
    likeness = signs.kin.likeness
    return likeness >= LIKE_ENOUGH and (signs.head >= SAME_HEAD or likeness + signs.nearness >= ALIKE)


def differ_enough(pair: FigurePair, standing: tuple[Standing, Standing], signs: Signs, published: Dates) -> bool:
    """Whether two figures that disagree are of one thing, and so worth telling.

    Their sentences share several words and no names set them apart; what one is told of is told of the other; and
    without a head of their own, the words close by agree.
    """
    a, b = standing
    if signs.kin == ONE_SENTENCE:
        return True
    if not signs.kin.alike or a.part != b.part or a.rate != b.rate:
        return False
    if bool(a.predicates) != bool(b.predicates) and signs.nearness < MOSTLY_NEAR:
        return False
    if _of_the_past(a, published[0]) != _of_the_past(b, published[1]) and signs.kin.likeness < VERY_ALIKE:
        return False
    if _out_of_proportion(a, b) and signs.kin.likeness < VERY_ALIKE:
        return False
    return _is_close(a, b, signs) and (signs.kin.retold or _is_borne_out(pair, a, b, signs))


def _out_of_proportion(a: Standing, b: Standing) -> bool:
    """Whether one number is many times the other, and not by noughts alone, as a slip of the pen would have it."""
    if not (a.side and b.side and a.side.value and b.side.value):
        return False
    times = log10(abs(a.side.value / b.side.value))
    return abs(times) > log10(MOST_TIMES) and not isclose(times, round(times), abs_tol=1e-6)


def _is_close(a: Standing, b: Standing, signs: Signs) -> bool:
    """Whether the heads of two figures, or the words close by, are those of one thing."""
    kin = signs.kin
    if isinstance(a.stated, Figure) and a.stated.kind == "age" and (a.head or b.head):  # both must name the person
        return a.head == b.head != "" or a.head in b.near or b.head in a.near
    if a.head and b.head and signs.head != OTHER_HEAD:
        least = ALIKE if kin.retold and signs.head > UNKNOWN_HEAD else VERY_ALIKE
        return signs.nearness > 0 or signs.predicate or kin.likeness >= least
    if (a.head or b.head) and isinstance(a.stated, Figure) and a.stated.kind in BARE:
        return signs.predicate or a.head in b.near or b.head in a.near
    if kin.retold:
        return signs.nearness > 0 or kin.likeness >= ALIKE
    return signs.nearness >= NEAR_ENOUGH


def _is_borne_out(pair: FigurePair, a: Standing, b: Standing, signs: Signs) -> bool:
    """Whether reports that were told independently speak of one thing, at one time, by more than a few words."""
    one, two = pair.a, pair.b
    if isinstance(one, Figure) and isinstance(two, Figure) and told_for_other_times(one, two):
        grown = bool((a.predicates | b.predicates) & GROWING)
        return pair.relation == "updated" and grown and signs.kin.likeness >= VERY_ALIKE
    if isinstance(one, Figure) and one.kind == "duration" and not (a.head and signs.head == SAME_HEAD):
        return False
    if same_number(a, b):  # "more than 50 percent" and "below 50 percent": rather a mark that both speak of
        return False
    return (_share(a.near, b.around) + _share(b.near, a.around)) / 2 >= SUPPORT


def _share(near: frozenset[str], around: frozenset[str]) -> float:
    """The share of words that stand in a sentence; prepositions aside."""
    words = [word for word in near if not word.startswith("<")]
    return sum(word in around for word in words) / len(words) if words else 0.0


def _of_the_past(standing: Standing, published: date | None) -> bool:
    """Whether a figure is told for a time long before its report: "the storm of 1975", "in the last election"."""
    as_of = standing.stated.as_of if isinstance(standing.stated, Figure) else None
    if as_of is None or as_of.high is None or published is None:
        return False
    return published.toordinal() - date.fromisoformat(as_of.high[:10]).toordinal() > LONG_AGO_DAYS


def times_enough(pair: FigurePair, signs: Signs, published: Dates) -> bool:
    """Whether two times are of one event; days that differ as the days of publication do are of two."""
    kin, a, b = signs.kin, pair.a, pair.b
    if not (isinstance(a, Time) and isinstance(b, Time)):
        return False
    if kin == ONE_SENTENCE:
        return True
    if pair.relation in AGREEING:
        return kin.likeness >= LIKE_ENOUGH and kin.likeness + signs.nearness >= ALIKE
    if a.low is None or b.low is None or not kin.alike:
        return False
    if len(a.value) != len(b.value):  # a year and a day, a day and a weekend: seldom of one event
        return False
    if kin.retold:
        return signs.nearness >= NEAR_ENOUGH or kin.likeness >= VERY_ALIKE
    return signs.nearness >= NEAR_ENOUGH and not _moved_with_publication((a.low, b.low), published)


def counts_from_text(time: Time) -> bool:
    """Whether a time is counted from another that the report told before: "a year earlier"."""
    return not _COUNTED_FROM.isdisjoint(split_words(time.evidence.exact).keys)


def _moved_with_publication(days: tuple[str, str], published: Dates) -> bool:
    """Whether two days are as far apart as the reports: each tells what was new on its day."""
    if not (published[0] and published[1]):
        return False
    first, second = (date.fromisoformat(day[:10]) for day in days)
    later = published[1].toordinal() - published[0].toordinal()
    return later != 0 and abs((second - first).days - later) <= 1

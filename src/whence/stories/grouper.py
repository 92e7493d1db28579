"""Grouping: each report that arrives joins the story that it tells, is suggested to one, or begins its own.

A batch is the same code fed in order of time. What a report costs does not grow with the stream: candidates are capped,
and of a large story only some members are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from whence.records import Answer, Because
from whence.stories.meaning import Meanings, MeaningWeights, meaning
from whence.stories.pair_clues import Beside, columns_of
from whence.stories.postings import Postings
from whence.stories.story_weights import StoryWeights
from whence.stories.terms import FIELDS, NAMES, NUMBERS, WORDS, Terms
from whence.stories.vectors import COUNTED, TermCounts, Vector, Vectors

WINDOW_REPORTS = 100_000  # the latest, among which a report looks for its story
QUORUM = 0.2  # of a story's sampled reports must be like one that joins: single links weld stories together
SAMPLED = 10  # reports of a story
STORIES_WEIGHED = 3  # of those that have a likely report
MEAN_SHARE = 0.3  # what the other reports of a story count beside the likeliest
MUCH_WORDS, MUCH_COVERAGE = 40, 0.5  # passages that make a copy: of prose, and of the shorter report
NO_DAY = -1
NO_PHRASES = np.empty(0, np.uint32)
SAME_NAMES, SAME_NUMBERS = 0.6, 0.5  # of those of the one that has fewer, by weight: a copy may leave out, not replace


class Kin(NamedTuple):
    """An earlier report that shares passages with one: its number, their words of prose, and the share of the report
    that they cover, of the two the larger one."""

    report: int
    words: int
    coverage: float


class Looked(NamedTuple):
    """A report and its candidates: its number, theirs, those it shares passages with, clues and their columns."""

    report: int
    others: Any
    kin: dict[int, Kin]
    beside: Beside
    columns: Any


class Near(NamedTuple):
    """A story beside a report: its number, the member most like it, with what probability, how many of the sampled
    members are like it, of how many, and the columns of the pair's clues."""

    story: int
    report: int
    probability: float
    passing: int
    sampled: int
    columns: Any

    @property
    def score(self) -> float:
        """By which stories are ranked."""
        return self.probability + MEAN_SHARE * self.passing / self.sampled

    @property
    def has_quorum(self) -> bool:
        """Whether enough of its members are like the report."""
        return self.passing >= QUORUM * self.sampled


class Placed(NamedTuple):
    """Where a report was put: the answer, why it joined, its story, and what it was held against: `best`, the story
    joined or suggested, and `other`, the nearest one not joined; `kin` is whose passages it joined by."""

    report: int
    story: int
    answer: Answer
    because: Because | None = None
    best: Near | None = None
    other: Near | None = None
    kin: Kin | None = None


class Grouper:
    """A stream of reports and their stories.

    Args:
        weights: what clues are worth.
        window: how many reports, the latest, are looked at; by default WINDOW_REPORTS.

    A story's number is that of the report that began it. `members` are the reports that are looked at, copies of the
    same text left out (`copy_of`); `moved` leads from a story that was merged to the one that is left; `held` from a
    report to the one whose passages hold it; `bridged` and `touched` are what a repair has to look at. `meanings` are
    the vectors of every encoder that was used, by its name, and `encoded` those of the one in use, if any.
    """

    def __init__(self, weights: StoryWeights, *, window: int | None = None) -> None:
        self.weights, self.window = weights, window or WINDOW_REPORTS
        self.counts, self.vectors, self.postings = TermCounts(), Vectors(), Postings()
        self.ids: list[str] = []
        self.numbers: dict[str, int] = {}
        self.days: list[int] = []
        self.of_day: Counter[int] = Counter()
        self.named_days: list[frozenset[int]] = []
        self.phrases: list[Any] = []
        self.story_of: list[int] = []
        self.members: dict[int, list[int]] = {}
        self.moved: dict[int, int] = {}
        self.copy_of: dict[int, int] = {}
        self.held: dict[int, int] = {}
        self.bridged: set[tuple[int, int]] = set()
        self.touched: set[int] = set()
        self.meanings: dict[str, Meanings] = {}
        self.encoded: Meanings | None = None

    def use(self, encoder: str, weights: MeaningWeights) -> None:
        """Compare what reports mean, too, among those to which this encoder has given a vector.

        Args:
            encoder: its name; the vectors of another stay as they are, unread.
            weights: what the clue is worth.
        """
        self.encoded = self.meanings.setdefault(encoder, Meanings(encoder))
        self.weights = self.weights.with_meaning(weights)

    def add(self, name: str, terms: Terms, kin: Sequence[Kin] = (), vector: Any = None) -> Placed:
        """Take in a report.

        Args:
            name: its id, not seen before.
            terms: of the report.
            kin: earlier reports with which it shares passages.
            vector: what it means to the encoder in use, of length 1; None where there is none.
        """
        looked = self.look(name, terms, kin, vector)
        placed = self._place(looked)
        self._settle(placed)
        return placed

    def look(self, name: str, terms: Terms, kin: Sequence[Kin] = (), vector: Any = None) -> Looked:
        """Take in a report and look at its candidates, without deciding; training does only this.

        Args:
            name: its id, not seen before.
            terms: of the report.
            kin: earlier reports with which it shares passages.
            vector: what it means to the encoder in use, of length 1; None where there is none.
        """
        weighed = self.counts.add(terms)
        report = self._enter(name, weighed, terms)
        shared = {one.report: one for one in kin if one.report >= self.oldest}
        found = self.postings.candidates(weighed, self.oldest)
        others = np.unique(np.concatenate([found, np.array(list(shared), np.int64)]))
        self.postings.file(report, weighed)
        if self.encoded is not None and vector is not None:
            self.encoded.add(report, vector)
            self.encoded.learn(self.encoded.cosines(report, others))
        beside = self.beside(report, others)
        return Looked(report, others, shared, beside, self.columns(beside))

    def add_copy(self, name: str, of: int) -> Placed:
        """Take in a report whose text is that of another to the letter: it is where that one is, at no cost.

        Args:
            name: its id, not seen before.
            of: the number of the other.
        """
        empty = np.empty(0, np.int32)
        nothing = Vector((empty,) * len(FIELDS), (empty.astype(np.float32),) * len(FIELDS))
        report = self._enter(name, nothing, Terms((), None, frozenset(), NO_PHRASES))
        self.copy_of[report] = self.copy_of.get(of, of)
        self.story_of.append(self.story(of))
        return Placed(report, self.story(of), "join", "same text", Near(self.story(of), of, 1.0, 1, 1, None))

    def enter(self, name: str, terms: Terms, placed: Placed) -> None:
        """Take in a report whose place is known from an earlier run, as `add` left it then.

        Args:
            name: its id.
            terms: of the report.
            placed: where it was put.
        """
        vector = self.counts.add(terms)
        report = self._enter(name, vector, terms)
        self.postings.file(report, vector)
        self._settle(placed)

    def _settle(self, placed: Placed) -> None:
        """Note where a report was put."""
        self.story_of.append(placed.story)
        self.members.setdefault(placed.story, []).append(placed.report)
        self.touched.add(placed.story)
        if placed.because == "passages" and placed.best:
            self.held[placed.report] = placed.best.report

    def story(self, report: int) -> int:
        """The story of a report."""
        return self.find(self.story_of[self.copy_of.get(report, report)])

    def find(self, story: int) -> int:
        """The story that a number leads to, mergers followed."""
        while story in self.moved:
            story = self.moved[story]
        return story

    @property
    def oldest(self) -> int:
        """The first report of the window."""
        return max(self.vectors.base, len(self.ids) - self.window)

    def probabilities(self, report: int, others: Any) -> tuple[Any, Any]:
        """How probable it is that others tell the story of a report, and the columns of clues."""
        columns = self.columns(self.beside(report, others))
        return self.weights.probabilities(columns), columns

    def columns(self, beside: Beside) -> Any:
        """The columns of all clues, the encoder's the last where the weights have one."""
        columns, weights = columns_of(beside), self.weights.meaning
        if weights is None:
            return columns
        if beside.deviations is None:
            return np.pad(columns, ((0, 0), (0, 1)))
        means = meaning(beside.deviations, beside.cosines[:, WORDS], beside.rare[:, COUNTED.index(NAMES)], weights)
        return np.column_stack([columns, means])

    def beside(self, report: int, others: Any) -> Beside:
        """A report beside others."""
        vector = self.vectors.of(report)
        shared = self.vectors.compare(vector, others, self.counts)
        mine, listed = self.named_days[report], others.tolist()
        named = [self.named_days[other] for other in listed]
        sizes = self.vectors.sizes(others, WORDS)
        return Beside(
            cosines=shared.cosines,
            rare=shared.rare,
            both_have=np.stack([self.vectors.sizes(others, f) * len(vector.terms[f]) > 0 for f in COUNTED], axis=1),
            days=self._days_between(report, listed),
            that_day=self._reports_of_day(report, listed),
            both_name_days=np.array([bool(mine and one) for one in named], bool),
            same_named_day=np.array([not mine.isdisjoint(one) for one in named], bool),
            wording=self._wording(report, listed),
            shorter=np.minimum(sizes, len(vector.terms[WORDS])),
            deviations=self.encoded and self.encoded.deviations(self.encoded.cosines(report, others)),
        )

    def _days_between(self, report: int, others: list[int]) -> Any:
        """Days between a report and others; NaN where one has no date."""
        mine, theirs = self.days[report], np.array([self.days[other] for other in others], float)
        return np.where((theirs < 0) | (mine < 0), np.nan, np.abs(theirs - mine))

    def _reports_of_day(self, report: int, others: list[int]) -> Any:
        """How many reports there have been of the day of each other; 1 where one of the two has no date."""
        if self.days[report] == NO_DAY:
            return np.ones(len(others))
        return np.array([1 if self.days[other] == NO_DAY else self.of_day[self.days[other]] for other in others], float)

    def _wording(self, report: int, others: list[int]) -> Any:
        """How much of their wording a report and others share: of the sampled phrases, those that both have."""
        mine = self.phrases[report]
        theirs = [self.phrases[other] for other in others]
        sizes = np.array([len(one) for one in theirs], np.int64)
        hits = np.isin(np.concatenate([*theirs, NO_PHRASES]), mine)
        shared = np.bincount(np.repeat(np.arange(len(others)), sizes)[hits], minlength=len(others))
        return shared / np.maximum(1, np.minimum(sizes, len(mine)))

    def sample(self, story: int) -> list[int]:
        """Some members of a story, from the first to the last, that are still in the window."""
        members = [member for member in self.members[story] if member >= self.oldest]
        if len(members) <= SAMPLED:
            return members
        return [members[round(place)] for place in np.linspace(0, len(members) - 1, SAMPLED)]

    def _enter(self, name: str, vector: Vector, terms: Terms) -> int:
        """Number a report and keep what is known of it."""
        report = self.vectors.add(vector)
        self.numbers[name] = report
        self.ids.append(name)
        self.days.append(NO_DAY if terms.day is None else terms.day)
        self.of_day[self.days[-1]] += 1
        self.named_days.append(terms.named_days)
        self.phrases.append(terms.phrases)
        if len(self.ids) - self.vectors.base > self.window * 5 // 4:
            self.vectors.forget(self.oldest)
            for kept in self.meanings.values():
                kept.forget(self.oldest)
        return report

    def _place(self, looked: Looked) -> Placed:
        """Decide."""
        report, others = looked.report, looked.others
        if not len(others):
            return Placed(report, report, "new")
        chances = self.weights.probabilities(looked.columns)
        near = self._nearest(looked, chances)
        copied = self._copied(looked)
        if copied is not None:
            story = self.story(int(others[copied]))
            best = Near(story, int(others[copied]), float(chances[copied]), 1, 1, looked.columns[copied])
            kin = looked.kin[int(others[copied])]
            return Placed(report, story, "join", "passages", best, _first(near, but=story), kin)
        passing = [one for one in near if one.probability >= self.weights.join and one.has_quorum]
        if passing:
            best = max(passing, key=lambda one: one.score)
            self.bridged |= {(best.story, one.story) for one in passing if one.story != best.story}
            return Placed(report, best.story, "join", "likeness", best, _first(near, but=best.story))
        if near[0].probability >= self.weights.suggest:
            return Placed(report, report, "suggest", None, near[0], near[0])
        return Placed(report, report, "new", None, None, near[0])

    def _copied(self, looked: Looked) -> int | None:
        """The place of the report that it has much of its text from, and whose facts it tells; None: nowhere."""
        found, most = None, 0
        for place, other in enumerate(looked.others.tolist()):
            one = looked.kin.get(other)
            if one and one.words >= max(MUCH_WORDS, most + 1) and one.coverage >= MUCH_COVERAGE:
                same_day = not looked.beside.days[place] > 0
                if self._same_facts(looked.report, other, same_day=same_day):
                    found, most = place, one.words
        return found

    def _same_facts(self, report: int, other: int, *, same_day: bool) -> bool:
        """Whether two texts with passages in common tell one event and not, from one template, two: they name the same,
        and on different days give the same numbers; of one day they may differ, as in an update."""
        if self.vectors.contained(report, other, NAMES) < SAME_NAMES:
            return False
        return same_day or self.vectors.contained(report, other, NUMBERS) >= SAME_NUMBERS

    def _nearest(self, looked: Looked, chances: Any) -> list[Near]:
        """The stories with the likeliest reports, the nearest first, each with some more of its members looked at."""
        others = looked.others.tolist()
        tops: dict[int, int] = {}
        for place in np.argsort(-chances, kind="stable").tolist():
            tops.setdefault(self.story(others[place]), place)
        near = list(tops.items())[:STORIES_WEIGHED]
        samples = {story: self.sample(story) for story, place in near if chances[place] >= self.weights.suggest}
        known = dict(zip(others, chances.tolist(), strict=True))
        missing = np.array([one for some in samples.values() for one in some if one not in known], np.int64)
        if len(missing):
            known |= dict(zip(missing.tolist(), self.probabilities(looked.report, missing)[0].tolist(), strict=True))
        found = []
        for story, place in near:
            sampled = samples.get(story) or [others[place]]
            passing = sum(known[one] >= self.weights.join for one in sampled)
            found.append(
                Near(story, others[place], float(chances[place]), passing, len(sampled), looked.columns[place])
            )
        return found


def _first(near: Sequence[Near], but: int) -> Near | None:
    """The nearest story but one."""
    return next((one for one in near if one.story != but), None)

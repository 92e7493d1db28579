"""Certainty: the hedges of a report with their spans, and how likely a reader calls a sentence hedged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from whence.certainty.cues import CUES, CertaintyClass, Sighting, hedges_among, read_constants
from whence.certainty.places import cue_places
from whence.records import Evidence, Report
from whence.text.spans import Span
from whence.text.words import Words, split_words

HEADING_WORDS = 8  # as few words without a full stop are a title, no statement (cross-validated: 5 is as good)
MEAN_WORDS = 20
_CONSTANTS = read_constants()
_POINTING = frozenset(["this", "these", "it", "they"])  # "These are often sold": an author sums up
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_ARTICLES = frozenset(["a", "an", "the"])
_ENDS_SENTENCE = frozenset('.!?\n\r“"‘:')

_AFTER_MODAL = frozenset(["have", "be", "not", "also", "well", "never", "soon", "still", "yet"])  # no name's next word
_WISHED = frozenset(["it", "he", "she", "they", "we", "i", "you", "the", "this", "that"])  # "May it rain"


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge of a report: its words, the form that stands for all its forms, and what it holds back."""

    evidence: Evidence
    phrase: str
    kind: CertaintyClass


@dataclass(frozen=True, slots=True)
class Reason:
    """A cue of a sentence: where it stands, its phrase and class, and what it adds to the log-odds.

    What the place of a cue adds is a reason of its own, whose phrase is the name of the place ("vague after start").
    """

    span: Span
    phrase: str
    kind: CertaintyClass
    weight: float


@dataclass(frozen=True, slots=True)
class Hedging:
    """Whether a sentence is hedged: the probability that a reader says so, and the reasons for it.

    The log-odds are `bias`, which knows the shape of the sentence, plus the weights of the reasons; a cue counts once.
    """

    hedged: bool
    probability: float
    bias: float
    reasons: tuple[Reason, ...]


def find_certainty(report: Report) -> tuple[Hedge, ...]:
    """The hedges of a report, in order: who vouches, how likely, how exact, and authorities without a name.

    >>> report = Report("r1", "r1", "Police may have found about 40 crates in May, critics say.")
    >>> [(hedge.evidence.exact, hedge.kind) for hedge in find_certainty(report)]
    [('may have', 'likelihood'), ('about', 'approximation'), ('critics say', 'weasel')]
    """
    words = split_words(report.text)
    return tuple(
        Hedge(report.evidence(*words.span(seen.first, seen.last)), seen.cue.phrase, seen.cue.kind)
        for seen in find_hedges_in(report.text, words)
    )


def find_hedges_in(text: str, words: Words) -> tuple[Sighting, ...]:
    """The hedges among the words of a text, as places in them; they do not overlap.

    >>> text = "It seems to rain"
    >>> [(seen.first, seen.last) for seen in find_hedges_in(text, split_words(text))]
    [(1, 3)]
    """
    return tuple(hedges_among(certainty_keys(text, words)))


class Clues(NamedTuple):
    """What the model reads in a sentence: its cues, each once, their places by name, and the shape of the sentence."""

    words: Words
    cues: Sequence[Sighting]
    places: Mapping[str, Sighting]
    shape: Mapping[str, float]


def hedging_score(sentence: str) -> Hedging:
    """How likely a reader calls a sentence hedged: the weights of its cues and of their places, with their reasons.

    Method: a logistic model over cue phrases, learnt from Wikipedia sentences of CoNLL-2010 (Farkas et al. 2010, who
    count unnamed authorities and open quantities as hedges); weights in resources/certainty.txt, heaviest reason first.

    >>> score = hedging_score("Some critics say that the bridge may have been built by monks.")
    >>> score.hedged, [reason.span.slice("Some critics") for reason in score.reasons if reason.phrase == "some critics"]
    (True, ['Some critics'])
    >>> hedging_score("The bridge was opened by the mayor on 3 May 1931.").hedged
    False
    """
    words, cues, places, shape = find_clues(sentence)
    weighed = [(seen, seen.cue.phrase, seen.cue.weight) for seen in cues]
    weighed += [(seen, place, _CONSTANTS[place]) for place, seen in places.items()]
    reasons = [
        Reason(words.span(seen.first, seen.last), phrase, seen.cue.kind, weight) for seen, phrase, weight in weighed
    ]
    bias = sum(_CONSTANTS[name] * value for name, value in shape.items())
    odds = bias + sum(reason.weight for reason in reasons)
    probability = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
    hedged = probability >= _CONSTANTS["threshold"]
    return Hedging(hedged, probability, bias, tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r.span))))


def find_clues(sentence: str) -> Clues:
    """What the model reads in a sentence.

    >>> clues = find_clues("Most wells are old.")
    >>> [seen.cue.phrase for seen in clues.cues], list(clues.places), clues.shape["cueless"]
    (['most'], ['vague after start'], 0.0)
    """
    words = split_words(sentence)
    keys = certainty_keys(sentence, words)
    first: dict[tuple[str, str], Sighting] = {}
    for seen in CUES.all(keys):
        first.setdefault((seen.cue.phrase, seen.cue.when), seen)
    shape = sentence_shape(sentence, words) | {"cueless": float(not first)}
    return Clues(words, tuple(first.values()), cue_places(keys, CUES.longest(keys)), shape)


def sentence_shape(sentence: str, words: Words) -> dict[str, float]:
    """What the model knows of a sentence besides its cues: heading, length, and two ways to judge rather than to tell.

    A heading has few words and no full stop. Length is the logarithm of words in 20 (about the mean of news and of
    Wikipedia): in a long sentence some cue comes by chance, and says less. A pointing sentence takes up what was said
    before ("These are"), a defining one says what something is ("is a", "was the").

    >>> sentence_shape("Early life", split_words("Early life"))
    {'bias': 1.0, 'length': 0.0, 'heading': 1.0, 'pointing': 0.0, 'defining': 0.0}
    """
    count = len(words.keys)
    heading = count <= HEADING_WORDS and not sentence.rstrip().endswith((".", "!", "?"))
    return {
        "bias": 1.0,
        "length": 0.0 if heading else log(max(count, 1) / MEAN_WORDS),
        "heading": float(heading),
        "pointing": float(not _POINTING.isdisjoint(words.keys[:1])),
        "defining": float(any(a in _BE and b in _ARTICLES for a, b in pairwise(words.keys))),
    }


def certainty_keys(text: str, words: Words) -> list[str]:
    """The word keys, with "May" kept as a month or a name where its capital says so, in a headline too.

    >>> text = "May left in a May that may come. Trains May Be Late"
    >>> [key for key in certainty_keys(text, split_words(text)) if key.lower() == "may"]
    ['May', 'May', 'may', 'may']
    """
    keys = list(words.keys)
    for word, key in enumerate(keys):
        if key == "may" and text[words.starts[word]].isupper():
            after = keys[word + 1] if word + 1 < len(keys) else ""
            begins = word == 0 or not _ENDS_SENTENCE.isdisjoint(text[words.ends[word - 1] : words.starts[word]])
            if after not in _AFTER_MODAL and not (begins and after in _WISHED):
                keys[word] = "May"
    return keys

"""Pronouns: whom "he", "she", "who", "they", "both" and "it" mean as sources."""

from __future__ import annotations

import re
from dataclasses import replace

from whence.names.meanings import Meanings, gender_of_pronoun
from whence.names.salience import OBJECT, choose
from whence.names.sources import At, Head, head_noun, kind_of_words
from whence.records import Speaker
from whence.text.spans import Span

_APPOSED = re.compile(r"(?:, | \(| of | from | for |, \d\d, )")
_DESCRIBED = re.compile(r", (?:an?|the) ")
_ROW = re.compile(r",? and (?:[A-Z][\w.]+ ){0,2}")
_STOP = re.compile(r"[.!?:;”\"] +")
_DETERMINER = re.compile(
    r"\b(?:the|an?|some|many|those|these|several|other|one|two|three|most|all|any|every|no|his|her|their|its)\b ?",
    re.IGNORECASE,
)
_COUNT = {2: "two", 3: "three", 4: "four"}
_WHO_CHARACTERS = 160  # how far back "who" looks for a name: about a sentence; a judgement, not measured
_DESCRIBED_CHARACTERS = 90  # an apposition with an article up to its "who"
_NEAR = 1  # sentences: "they" and "it" reach no further back than the sentence before
_PAIR_CHARACTERS = 400  # about two sentences
_WORDS_BEFORE_WHO = 5


def he_or_she(meanings: Meanings, head: Head, word: str, left_out: frozenset[int]) -> Speaker:
    """Whom "he" or "she" means: the most salient of that gender; those left out are speaking and would say "I"."""
    gender, exact = gender_of_pronoun(word), meanings.text[head.start : head.end]
    name, tied = choose(meanings.ranked(gender, head.start, left_out))
    one, many = ("man", "men") if gender == "m" else ("woman", "women")
    if name is not None:
        return meanings.named(head, f"“{exact}” is {meanings.shown(name)}, the {one} last spoken of", name)
    if tied:
        listed = ", ".join(map(meanings.shown, tied))
        return meanings.unknown(head, f"{_COUNT.get(len(tied), 'several')} {many} before it: {listed}")
    return meanings.unknown(head, f"no {one} is spoken of before “{exact}”")


def who(meanings: Meanings, head: Head) -> Speaker:
    """Whom "who" means: the name right before it, with an apposition between at most; else the words before it."""
    exact, scene = meanings.text[head.start : head.end], meanings.scene
    near = scene.overlapping(Span(max(0, head.start - _WHO_CHARACTERS), head.start))
    sentence = scene.sentence(head.start)
    near = [mention for mention in near if mention.end <= head.start and scene.sentence(mention.start) == sentence]
    for mention in reversed(near):
        gap = meanings.text[mention.end : head.start]
        if not gap.strip(" ,—–-("):
            return meanings.named(head, f"“{exact}” is {meanings.shown(mention.name)}, right before it", mention.name)
        described = _DESCRIBED.match(gap) is not None and len(gap) < _DESCRIBED_CHARACTERS
        apposed = mention is near[-1] and _APPOSED.match(gap) and not _plural_before(meanings.text, head.start)
        if described or apposed:
            says = f"“{exact}” is {meanings.shown(mention.name)}, described right before it"
            return meanings.named(head, says, mention.name)
    first, last = _noun_phrase(meanings.text, head.start)
    if first >= last:
        return meanings.unknown(head, f"nobody is named right before “{exact}”")
    words = meanings.text[first:last]
    evidence = (scene.report.evidence(head.start, head.end), scene.report.evidence(first, last))
    return Speaker(words, kind_of_words(words), evidence, f"“{exact}” stands for the words before it")


def _plural_before(text: str, position: int) -> bool:
    """Whether a plural noun stands right before a relative, without a comma: "voters who"."""
    words = text[max(0, position - 40) : position].rstrip(" ,").split()
    return bool(words) and words[-1].islower() and words[-1].endswith("s") and not text.endswith(", ", 0, position)


def _noun_phrase(text: str, position: int) -> tuple[int, int]:
    """Where the words before a relative begin, after their article, and end."""
    begin = max(0, position - 60)
    begin = max(begin, text.rfind("\n", begin, position) + 1)
    stops = [match.end() for match in _STOP.finditer(text, begin, max(begin, position - 1))]
    begin = stops[-1] if stops else begin
    end = begin + len(text[begin:position].rstrip(" ,—–-"))
    determiners = [match for match in _DETERMINER.finditer(text, begin, end) if match.end() < end]
    if determiners and len(text[determiners[-1].end() : end].split()) <= _WORDS_BEFORE_WHO:
        article = determiners[-1].group().strip().lower() in ("a", "an", "the")
        return (determiners[-1].end() if article else determiners[-1].start()), end
    return max(text.rfind(" ", begin, end) + 1, begin), end


def they(meanings: Meanings, head: Head) -> list[Speaker]:
    """Whom "they" means: several speakers or a group just before it, or two people named in a row."""
    exact, scene = meanings.text[head.start : head.end], meanings.scene
    pair = _pair_before(meanings, head.start)
    near = scene.sentence(head.start) - scene.sentence(meanings.last_start) <= _NEAR
    if near and _is_plural(meanings.last) and not (pair and pair[1].start > meanings.last_start):
        source = scene.report.evidence(head.start, head.end)
        says = f"“{exact}” goes on with the speakers before it"
        return [replace(s, evidence=(source, *s.evidence), says=says) for s in meanings.last]
    if pair:
        listed = " and ".join(meanings.shown(mention.name) for mention in pair)
        return [meanings.named(head, f"“{exact}” are {listed}, named together before it", m.name) for m in pair]
    return [meanings.unknown(head, f"no group is named before “{exact}”")]


def _is_plural(speakers: list[Speaker]) -> bool:
    """Whether speakers are more than one person."""
    if len(speakers) != 1:
        return len(speakers) > 1
    noun = head_noun(speakers[0].name or "")
    return speakers[0].kind == "organisation" or (speakers[0].kind == "unnamed" and noun.endswith(("s", "people")))


def _pair_before(meanings: Meanings, position: int) -> list[At]:
    """Two people named together ("A and B") in the sentence or the one before."""
    scene, sentence = meanings.scene, meanings.scene.sentence(position)
    near = [
        mention
        for mention in scene.overlapping(Span(max(0, position - _PAIR_CHARACTERS), position))
        if mention.name in meanings.people
        and mention.end <= position
        and sentence - scene.sentence(mention.start) <= _NEAR
    ]
    for first, second in zip(near[-2::-1], near[:0:-1], strict=False):
        if first.name != second.name and _ROW.fullmatch(meanings.text[first.end : second.start]):
            return [first, second]
    return []


def it(meanings: Meanings, head: Head) -> Speaker:
    """What "it" means: the organisation or document that spoke, or was spoken of, last and near."""
    exact, scene = meanings.text[head.start : head.end], meanings.scene
    near = scene.sentence(head.start) - scene.sentence(meanings.last_start) <= _NEAR
    if near and meanings.last and meanings.last[0].kind not in ("person", "unknown") and not _is_many(meanings.last[0]):
        source = scene.report.evidence(head.start, head.end)
        before = meanings.last[0]
        return replace(before, evidence=(source, *before.evidence), says=f"“{exact}” goes on with the source before it")
    name, _ = choose(meanings.ranked_bodies(head.start, OBJECT))
    if name is not None:
        return meanings.named(head, f"“{exact}” is {meanings.shown(name)}, last spoken of", name)
    return meanings.unknown(head, f"no organisation stands out before “{exact}”")


def _is_many(speaker: Speaker) -> bool:
    """Whether an unnamed speaker is a plural, which "it" cannot mean."""
    return speaker.kind in ("unnamed", "document") and head_noun(speaker.name or "").endswith("s")

"""Antecedents: one walk through a report, in which each source finds whom it means among those spoken of before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.names.meanings import Meanings, gender_of_pronoun
from whence.names.pronouns import he_or_she, it, they, who
from whence.names.salience import OBJECT, POSSESSIVE, SPOKE, SUBJECT, TOLD, choose
from whence.names.scene import Scene
from whence.names.sources import HE, IT, SHE, SPEAKER, THEY, WHO, At, Head, read_source
from whence.names.worded import from_words
from whence.records import Speaker
from whence.text.spans import Span, merge_spans, span_at

Pieces = Sequence[Sequence[Span]]

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Hh]imself|[Hh]erself)\b")
_PRONOUN_WEIGHTS = {"he": SUBJECT, "she": SUBJECT, "his": POSSESSIVE, "her": POSSESSIVE}
_NESTED = 8  # contents inside contents that are looked at: PolNeAR train nests 1 deep; a bound for hostile text


class Walk:
    """The walk through a scene; `speakers` holds what each attribution's source was found to mean."""

    def __init__(self, scene: Scene, sources: Pieces, contents: Pieces) -> None:
        self.scene, self.sources = scene, sources
        self.text = scene.report.text
        self.meanings = Meanings(scene)
        self.speakers: list[list[Speaker]] = [[] for _ in sources]
        self.enclosing = enclosing(sources, contents)
        self.told = merge_spans(piece for pieces in contents for piece in pieces)
        self.in_quotation: dict[int, int] = {}  # quotation -> the first attribution with content in it
        for number, pieces in enumerate(contents):
            for piece in pieces:
                quotation = scene.quoted(piece.start)
                if quotation is not None and sources[number] and self._words(number) not in SPEAKER:
                    self.in_quotation.setdefault(quotation, number)

    def go(self) -> None:
        """Walk through mentions, pronouns and sources in the order of the text."""
        order = [(pieces[0].start, 0, number) for number, pieces in enumerate(self.sources) if pieces]
        events = order + [(mention.start, 1, number) for number, mention in enumerate(self.scene.mentions)]
        events += [(match.start(), 2, match.end()) for match in _PRONOUN.finditer(self.text)]
        for position, kind, what in sorted(events):
            if kind == 0:
                self._attribution(what, position)
            elif kind == 1:
                self._mention(self.scene.mentions[what])
            else:
                self._pronoun(position, what)
        for _, _, number in order:
            if self._words(number) in SPEAKER:
                self._speaker_of_quotation(number)

    def _words(self, number: int) -> str:
        """The first piece of a source in small letters, contractions cut: "I’ve" is "i"."""
        piece = self.sources[number][0]
        return self.text[piece.start : min(piece.end, piece.start + 20)].lower().replace("’", "'").split("'")[0].strip()

    def _mention(self, mention: At) -> None:
        """A mention makes its name more salient; one told of by a speaker less; captions and headlines nobody."""
        if span_at(self.scene.background, mention.start) is None:
            sentence = self.scene.sentence(mention.start)
            told = span_at(self.told, mention.start) is not None
            self.meanings.salience.mention(mention.name, sentence, self.scene.weight(mention) * (TOLD if told else 1.0))

    def _pronoun(self, start: int, end: int) -> None:
        """A pronoun outside quotations keeps whom it means in mind."""
        if self.scene.quoted(start) is not None or span_at(self.scene.background, start) is not None:
            return
        word = self.text[start:end].lower()
        name = self.meanings.resolved.get(start)
        if name is None:
            name, _ = choose(self.meanings.ranked(gender_of_pronoun(word), start))
        if name is not None:
            weight = _PRONOUN_WEIGHTS.get(word, OBJECT)
            self.meanings.salience.mention(name, self.scene.sentence(start), weight)

    def _attribution(self, number: int, position: int) -> None:
        """Find the speakers of one attribution."""
        found: list[Speaker] = []
        for piece in self.sources[number]:
            for head in self._heads(piece):
                found.extend(self._speakers_of(head, number))
            if any(speaker.kind != "unknown" for speaker in found):
                break
        self.speakers[number] = list({(speaker.name, speaker.kind): speaker for speaker in found}.values())
        if self.scene.quoted(position) is None:
            self.meanings.last, self.meanings.last_start = self.speakers[number], position
            for speaker in self.speakers[number]:
                name = self.meanings.by_name.get(speaker.name or "")
                if name is not None:
                    self.meanings.salience.mention(name, self.scene.sentence(position), SPOKE)

    def _heads(self, piece: Span) -> list[Head]:
        """The speakers that one piece of a source words."""
        return read_source(self.text, piece, self.scene.overlapping(piece))

    def _speakers_of(self, head: Head, number: int) -> list[Speaker]:
        """The speakers that one head of a source means."""
        exact = self.text[head.start : head.end]
        if head.form == "mention":
            return [self.meanings.named(head, self._reason(head, exact), head.name)]
        if head.form == "new":
            evidence = (self.scene.report.evidence(head.start, head.end),)
            return [Speaker(" ".join(exact.split()), head.kind, evidence, "the report names the speaker only here")]
        if head.form == "words":
            return [from_words(self.meanings, head)]
        word = exact.lower().replace("’", "'").split("'")[0]
        if word in HE or word in SHE:
            return [he_or_she(self.meanings, head, word, self._quoting(number, head.start))]
        if word in WHO:
            return [who(self.meanings, head)]
        if word in THEY:
            return they(self.meanings, head)
        if word in IT:
            return [it(self.meanings, head)]
        return [self.meanings.unknown(head, f"“{exact}” stands for nobody whom the report names")]

    def _reason(self, head: Head, exact: str) -> str:
        """Why a name or a tied description stands for its name."""
        name = self.meanings.shown(head.name)
        if " ".join(exact.split()) == name:
            return "the report names the speaker in full"
        if any(
            m.form == "description" and m.name == head.name for m in self.scene.overlapping(Span(head.start, head.end))
        ):
            return f"the report calls {name} so"
        if len(self.scene.fullest[head.name].exact.split()) < len(name.split()):
            return f"the report says only “{exact}”; the full name is from the list of heads of state and government"
        return f"“{exact}” is {name}, the only one here whom that name fits"

    def _quoting(self, number: int, position: int) -> frozenset[int]:
        """Those who are speaking where a source stands inside a quotation: they would say "I"."""
        outer = self.enclosing[number]
        if outer is None or self.scene.quoted(position) is None:
            return frozenset()
        names: set[int] = set()
        for head in (head for piece in self.sources[outer] for head in self._heads(piece)):
            word = self.text[head.start : head.end].lower()
            if head.name >= 0:
                names.add(head.name)
            elif head.form == "pronoun" and (word in HE or word in SHE):
                chosen, _ = choose(self.meanings.ranked(gender_of_pronoun(word), position))
                names |= {chosen} if chosen is not None else set()
        return frozenset(names)

    def _speaker_of_quotation(self, number: int) -> None:
        """ "I" and "we" inside what somebody says are that speaker; outside of it, the writer."""
        start, end = self.sources[number][0].start, self.sources[number][0].end
        exact, quotation = self.text[start:end], self.scene.quoted(start)
        outer = self.enclosing[number]
        for _ in range(_NESTED):
            if outer is None or self._spoken(outer):
                break
            outer = self.enclosing[outer]
        if outer is None and quotation is not None:
            outer = self.in_quotation.get(quotation)
        head = Head("pronoun", start, end)
        if outer is not None and outer != number and self._spoken(outer):
            source, says = self.scene.report.evidence(start, end), f"“{exact}” is who speaks in the quotation"
            named = (speaker for speaker in self.speakers[outer] if speaker.name)
            self.speakers[number] = [Speaker(s.name, s.kind, (source, *s.evidence), says) for s in named]
        elif quotation is not None:
            self.speakers[number] = [self.meanings.unknown(head, f"the quotation around “{exact}” names no speaker")]
        else:
            self.speakers[number] = [self.meanings.unknown(head, f"“{exact}” outside of a quotation is the writer")]

    def _spoken(self, number: int) -> bool:
        """Whether an attribution has a speaker with a name, who does not say "I" in turn."""
        return any(s.name for s in self.speakers[number]) and self._words(number) not in SPEAKER


def enclosing(sources: Pieces, contents: Pieces) -> list[int | None]:
    """For each attribution, the one in whose content its source stands: the shortest such content; None where none.

    >>> enclosing([[Span(0, 5)], [Span(8, 10)]], [[Span(7, 30)], [Span(12, 20)]])
    [None, 0]
    """
    spans = sorted((piece.start, -piece.end, number) for number, pieces in enumerate(contents) for piece in pieces)
    found: list[int | None] = [None] * len(sources)
    opened: list[tuple[int, int]] = []
    index = 0
    for start, number in sorted((pieces[0].start, number) for number, pieces in enumerate(sources) if pieces):
        while index < len(spans) and spans[index][0] <= start:
            opened.append((-spans[index][1], spans[index][2]))
            index += 1
        while opened and opened[-1][0] <= start:
            opened.pop()
        inner = (other for end, other in reversed(opened[-_NESTED:]) if end > start and other != number)
        found[number] = next(inner, None)
    return found

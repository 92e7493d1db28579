"""Worded sources: "his campaign", "the company", "the candidate", "the poll": words that may point back."""

from __future__ import annotations

import re

from whence.names.listed import ROLES
from whence.names.meanings import Meanings, gender_of_pronoun
from whence.names.salience import OBJECT, SUBJECT, choose
from whence.names.sources import BODY_WORDS, OWN_WORDS, Head, head_noun, is_role
from whence.records import Speaker

_ARTICLE = re.compile(r"^(?:The|A|An|In|According|This|That|His|Her|But|And) ")
_DOCUMENT_CHARACTERS = 3_000  # how far back "the poll" looks for its name: about eight paragraphs
_DOMINANT = 2.0  # times the next: how far a person must stand out to be meant by "the candidate" without a tie
_OF_A_PERSON = frozenset(["campaign", "administration", "court", "government"])  # never any other organisation


def from_words(meanings: Meanings, head: Head) -> Speaker:
    """A source of mere words: what it points back at, else somebody left unnamed, by the report's own words."""
    exact = meanings.text[head.start : head.end]
    first, noun = exact.split(" ", 1)[0].lower(), head_noun(exact)
    definite = meanings.text[max(0, head.start - 4) : head.start].lower() == "the "
    found: Speaker | None = None
    if first in ("his", "her"):
        found = _possessed(meanings, head, first, noun)
    elif definite and noun in BODY_WORDS:
        found = _body(meanings, head, noun, exact)
    elif definite and is_role(noun) and not noun.endswith("s"):
        found = _role(meanings, head, noun, exact)
    elif head.kind == "document":
        found = _document(meanings, head, noun, exact)
    if found is not None:
        return found
    says = {"document": "a document", "organisation": "an organisation that the report does not name here"}
    evidence = (meanings.scene.report.evidence(head.start, head.end),)
    reason = says.get(head.kind, "the report leaves the speaker unnamed")
    return Speaker(" ".join(exact.split()), head.kind, evidence, reason)


def _document(meanings: Meanings, head: Head, noun: str, exact: str) -> Speaker | None:
    """A document by its own name ("Post poll"); one without joins the last of its noun that the report names."""
    named = re.compile(rf"(?:[A-Z][\w.&/’'-]{{0,30}} ){{1,6}}(?:[a-z-]{{1,20}} ){{0,2}}{re.escape(noun)}\b")
    source = meanings.scene.report.evidence(head.start, head.end)
    own = named.search(meanings.text, head.start, head.end)
    if own is not None:
        return Speaker(_ARTICLE.sub("", own.group()), "document", (source,), "a document that the report names")
    earlier = list(named.finditer(meanings.text, max(0, head.start - _DOCUMENT_CHARACTERS), head.start))
    words = _ARTICLE.sub("", earlier[-1].group()) if earlier else ""
    if (
        not words[:1].isupper()
        or exact.rsplit(maxsplit=1)[-1].lower() != noun
        or exact.split(maxsplit=1)[0].lower() in ("a", "an", "another")
    ):
        return None
    chain = (source, meanings.scene.report.evidence(earlier[-1].end() - len(words), earlier[-1].end()))
    return Speaker(words, "document", chain, f"“{exact}” is the {words}, the last named before it")


def _possessed(meanings: Meanings, head: Head, pronoun: str, noun: str) -> Speaker | None:
    """ "His campaign" is the campaign that bears his name; "his words" are his own."""
    owner, _ = choose(meanings.ranked(gender_of_pronoun(pronoun), head.start))
    if owner is None:
        return None
    if noun in OWN_WORDS:
        return meanings.named(head, f"“{pronoun}” is {meanings.shown(owner)}", owner)
    body = meanings.owned_body(noun, owner) if noun in BODY_WORDS else None
    return meanings.named(head, f"“{pronoun}” is {meanings.shown(owner)}", body) if body is not None else None


def _body(meanings: Meanings, head: Head, noun: str, exact: str) -> Speaker | None:
    """ "The campaign" is the body of that noun named last; "the company" the organisation last spoken of."""
    body = meanings.body_before(noun, head.start)
    capitals = {word for word in exact.split() if word[0].isupper()}
    if body is not None and capitals <= set(meanings.shown(body).split()):
        return meanings.named(head, f"“the {exact}” is the {meanings.shown(body)}, the last named before it", body)
    if noun in _OF_A_PERSON or exact != noun:
        return None
    name, _ = choose(meanings.ranked_bodies(head.start, OBJECT / 2))
    says = f"“the {exact}” is the organisation last spoken of"
    return meanings.named(head, says, name) if name is not None else None


def _role(meanings: Meanings, head: Head, noun: str, exact: str) -> Speaker | None:
    """ "The candidate", tied to nobody, is the person who stands out by far."""
    ranked = meanings.ranked(ROLES[noun].gender, head.start)
    if not ranked or ranked[0][0] < SUBJECT / 2 or (len(ranked) > 1 and ranked[1][0] * _DOMINANT > ranked[0][0]):
        return None
    name = ranked[0][1]
    return meanings.named(head, f"“the {exact}” is {meanings.shown(name)}, of whom the report speaks here", name)

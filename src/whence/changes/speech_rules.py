"""Rules about speech: altered quotations, lost sources, other verbs of saying."""

from __future__ import annotations

import re

from whence.changes.edited import Finding, Words, key_at, quoted_at, text_around
from whence.changes.edits import Edit
from whence.changes.texts import Texts
from whence.copies.passages import Tokens
from whence.quotes.cues import is_cue, is_denial, names_source
from whence.text.style import is_function_word, write_out

SAME_QUOTATION = 0.5  # of the words around an edit must agree for two quotations to be one
QUOTATION_REACH = 40  # words looked at on each side of the edit
FRAME_WORDS = 2  # words on either side of a short quotation that show that it is the same one
ATTRIBUTION_WORDS = 12  # "said X, the head of Y" is rarely longer

_MARKED = re.compile(r"[\[\]…]|\.\.\.|\. \. \.")
_QUOTE = re.compile('[“”"«»„]')


def quotation(words: Words) -> Finding:
    """Words inside quotation marks on both sides, in what is one quotation, changed without a bracket or ellipsis."""
    edit, texts = words.edit, words.texts
    if not (_inside_quotation(edit.a, texts.a, texts.text_a) and _inside_quotation(edit.b, texts.b, texts.text_b)):
        return None
    if not (_same_quotation(edit, texts) or _same_frame(edit, texts)):
        return None
    shown_a, shown_b = (
        text_around(at, tokens, text)
        for at, tokens, text in ((edit.a, texts.a, texts.text_a), (edit.b, texts.b, texts.text_b))
    )
    if _MARKED.findall(shown_a) != _MARKED.findall(shown_b):
        return "wording", "changed inside the quotation, and marked as changed"
    if write_out(words.a) == write_out(words.b):
        return "quotation", "a contraction inside the quotation marks was altered"
    return "quotation", "words inside the quotation marks were altered"


def _inside_quotation(words: range, tokens: Tokens, text: str) -> bool:
    """Whether the words, or for none the place, lie inside one pair of marks."""
    if words:
        return all(tokens.quoted[word] for word in words) and not _QUOTE.search(
            text, tokens.words.starts[words.start], tokens.words.ends[words.stop - 1]
        )
    before, after = words.start - 1, words.start
    if not (quoted_at(tokens, before) and quoted_at(tokens, after)):
        return False
    return not _QUOTE.search(text, tokens.words.ends[before], tokens.words.starts[after])


def _same_quotation(edit: Edit, texts: Texts) -> bool:
    """Whether most of the quoted words around the edit agree on both sides."""
    agree = total = 0
    for step, a, b in ((-1, edit.a.start - 1, edit.b.start - 1), (1, edit.a.stop, edit.b.stop)):
        near_a = _quoted_keys(texts.a, a, step)
        near_b = set(_quoted_keys(texts.b, b, step))
        agree += sum(key in near_b for key in near_a)
        total += min(len(near_a), len(near_b)) if near_b else len(near_a)
    return agree >= 2 and agree >= SAME_QUOTATION * (total + min(len(edit.a), len(edit.b)))


def _quoted_keys(tokens: Tokens, word: int, step: int) -> list[str]:
    """The quoted words from one on, in one direction."""
    keys: list[str] = []
    while 0 <= word < len(tokens.quoted) and tokens.quoted[word] and len(keys) < QUOTATION_REACH:
        keys.append(tokens.words.keys[word])
        word += step
    return keys


def _same_frame(edit: Edit, texts: Texts) -> bool:
    """Whether a quotation of a few words stands between the same words on both sides: it was “a gift” to us."""
    if not (edit.a and edit.b):
        return False
    framed = []
    for step, a, b in ((-1, edit.a.start - 1, edit.b.start - 1), (1, edit.a.stop, edit.b.stop)):
        near_a, near_b = _quoted_keys(texts.a, a, step), _quoted_keys(texts.b, b, step)
        if near_a != near_b or len(near_a) > 3:
            return False
        skip = step * len(near_a)
        framed += [
            key_at(texts.a, a + skip + step * k) == key_at(texts.b, b + skip + step * k) for k in range(FRAME_WORDS)
        ]
    return sum(framed) >= len(framed) - 1


def quotation_edge(words: Words) -> Finding:
    """Words at the beginning or end of a quotation that only one side has."""
    at, tokens, kind, says = (
        (words.edit.a, words.texts.a, "dropped", "left out at the edge of the quotation")
        if words.a
        else (words.edit.b, words.texts.b, "added", "put in at the edge of the quotation")
    )
    if (words.a and words.b) or not all(tokens.quoted[word] for word in at) or len(at) < 2:
        return None
    if quoted_at(tokens, at.start - 1) == quoted_at(tokens, at.stop):
        return None
    return ("dropped", says) if kind == "dropped" else ("added", says)


def moved_within(words: Words) -> Finding:
    """Words that stand elsewhere in the same sentence on the other side."""
    if bool(words.a) == bool(words.b):
        return None
    keys, there = (words.a, words.elsewhere_in_b) if words.a else (words.b, words.elsewhere_in_a)
    content = [key for key in keys if not is_function_word(key)]
    if content and all(map(there, content)):
        return "wording", "stands elsewhere in the sentence"
    return None


def attribution(words: Words) -> Finding:
    """Who says it, taken away or put in, or another source."""
    a, b = names_source(words.a), names_source(words.b)
    if not a and not b:
        return _other_source(words)
    longer, shorter = (words.a, words.b) if a else (words.b, words.a)
    if (a and b) or len(longer) > ATTRIBUTION_WORDS or not all(map(is_function_word, shorter)):
        return None
    if any(map(is_denial, longer)):
        return ("dropped", "denial left out") if a else ("added", "denial put in")
    other_block, own = (words.block.b, words.b) if a else (words.block.a, words.a)
    if any(is_cue(key) and other_block[key] > list(own).count(key) for key in other_block):
        return "cue", "said in another way, elsewhere in the sentence"
    if _beside_quotation(words, in_a=a):
        return "cue", "words of saying beside the quotation " + ("left out" if a else "put in")
    return "attribution", "attribution dropped: a claim became a fact" if a else "attribution added"


def _beside_quotation(words: Words, *, in_a: bool) -> bool:
    """Whether the statement that the source belongs to is marked as speech on both sides."""
    at, tokens = (words.edit.a, words.texts.a) if in_a else (words.edit.b, words.texts.b)
    other_at, other = (words.edit.b, words.texts.b) if in_a else (words.edit.a, words.texts.a)
    own = quoted_at(tokens, at.start - 1) or quoted_at(tokens, at.stop)
    return own and (quoted_at(other, other_at.start - 1) or quoted_at(other, other_at.stop))


def _other_source(words: Words) -> Finding:
    """An unnamed source in place of another: engineers said -> protesters said, an official said -> Voss said.

    A name or pronoun in place of "the minister" may well be the same person and is no finding.
    """
    a, b = words.edit
    if not (words.a and words.b) or len(words.a) > 4 or len(words.b) > 4:
        return None
    after = key_at(words.texts.a, a.stop), key_at(words.texts.b, b.stop)
    before = [key_at(words.texts.a, a.start - k) for k in (1, 2)]
    if not ((after[0] == after[1] and names_source(["x", after[0]])) or before == ["to", "according"]):
        return None
    unnamed = [
        not text[tokens.words.starts[at.stop - 1]].isupper() and keys[0] not in _DEFINITE
        for at, keys, tokens, text in (
            (a, words.a, words.texts.a, words.texts.text_a),
            (b, words.b, words.texts.b, words.texts.text_b),
        )
    ]
    pronoun = any(len(keys) == 1 and is_function_word(keys[0]) for keys in (words.a, words.b))
    return ("attribution", "another source") if any(unnamed) and not pronoun else None


_DEFINITE = frozenset(
    [
        "the",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "this",
        "that",
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "who",
        "which",
    ]
)


def cue(words: Words) -> Finding:
    """Another verb of saying or holding."""
    a, b = ({key for key in side if is_cue(key)} for side in (words.a, words.b))
    return ("cue", "said in another way: the verb of saying changed") if a and b and a != b else None

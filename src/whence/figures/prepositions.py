"""What a preposition before a figure leads back to: "a profit of $3 million", "inflation, at 4 percent".

"Of" leads to the noun before it whatever is told. "At", "to" and "by" do so for what has a unit alone: a name polls "at
35 percent", and a noun goes "to 5 percent" where a verb of change stands before it.
"""

from __future__ import annotations

from whence.figures.dates import is_date_word
from whence.figures.joining import CHANGE_VERBS
from whence.figures.measures import Measure
from whence.figures.noun_chains import LEVEL_VERBS, PAST_VERBS, Head, Range, is_name
from whence.figures.nouns import WORD_GROUPS, is_plural
from whence.figures.numeral_words import TOKENS
from whence.figures.subjects import name_ending, outer_noun
from whence.figures.units import NAMES
from whence.text.style import is_function_word
from whence.text.words import Words

_MOST_HEDGING = 5  # words between a preposition and its number: "of at least an estimated"
_CHANGE_NEAR = 8  # words before "to 5 percent" in which a verb of change stands: "cut the top corporate rate to"
_GIVEN = frozenset(["the", "its", "his", "her", "their", "those", "these"])  # "pictures of the two", "one of his 12"
_GAPS = frozenset([" ", "\u00a0"])
_VERBS = CHANGE_VERBS | LEVEL_VERBS | PAST_VERBS
_ENDINGS_OF_NO_NOUN = ("ly", "ed", "ing")


def noun_before(text: str, words: Words, measure: Measure) -> Head | None:
    """The noun that a preposition before a figure leads back to, None where none does."""
    if text[measure.end : measure.end + 1] == ")" and measure.kind == "percent":
        return _before_bracket(text, words, measure)
    at = _skip_hedges(text, words, measure)
    if at < 1 or measure.form == "fraction":
        return None
    key = words.keys[at]
    gap = text[words.ends[at - 1] : words.starts[at]]
    if key == "'s" and measure.kind == "percent" and measure.first - at == 1 and is_name(text, words, at - 1):
        return name_ending(text, words, at - 1)
    if key == "of" and gap in _GAPS:
        return None if words.keys[at + 1] in _GIVEN else _whole(words, at - 1)
    if key == "at" and not measure.unit and not WORD_GROUPS["putting"].isdisjoint(words.keys[max(at - 5, 0) : at]):
        return _whole(words, at - 1)  # "put the toll at 40"
    if not measure.unit or measure.kind in ("duration", "age"):
        return None
    if key == "at" and gap in (*_GAPS, ", "):
        named = measure.kind == "percent" and is_name(text, words, at - 1)
        return name_ending(text, words, at - 1) if named else _noun_at(words, at - 1, apart=gap not in _GAPS)
    changed = key in ("to", "by") and not CHANGE_VERBS.isdisjoint(words.keys[max(at - _CHANGE_NEAR, 0) : at])
    return _noun(words, _changed(text, words, at - 1)) if changed and gap in _GAPS else None


def _whole(words: Words, at: int) -> Head | None:
    """The noun before "of": the margin of "a margin of error of 4 points", nothing of "a total of 12"."""
    if words.keys[max(at - 2, 0) : at + 1] == ["margin", "of", "error"]:
        return Head((at - 2, at - 1))
    return None if words.keys[at] in WORD_GROUPS["totals"] else _noun(words, at)


def _noun_at(words: Words, at: int, *, apart: bool) -> Head | None:
    """The noun before "at"; where a comma parts them its form or an article must tell that it is one."""
    led = at > 0 and words.keys[at - 1] in WORD_GROUPS["determiners"]
    return None if apart and not (led or is_plural(words.keys[at])) else _noun(words, at)


def _changed(text: str, words: Words, at: int) -> int:
    """The noun that goes "to 5 percent": the wage of "the wage for workers", but the rate of "a drop in the rate"."""
    outer = outer_noun(text, words, at)
    counted = words.keys[outer] in NAMES or words.keys[outer] in TOKENS  # "rose three points in the survey to 29"
    return outer if counted or (words.keys[outer] not in CHANGE_VERBS and _noun(words, outer)) else at


def _before_bracket(text: str, words: Words, measure: Measure) -> Head | None:
    """The noun or name that a share in brackets is told of: "most Democrats (64 percent)", "Jane Roe (45%)"."""
    at = measure.first - 1
    if at < 0 or text[words.ends[at] : measure.start] != " (":
        return None
    if is_plural(words.keys[at]):
        return _noun(words, at)
    return name_ending(text, words, at) if is_name(text, words, at) else None


def _skip_hedges(text: str, words: Words, measure: Measure) -> int:
    """The word before a figure and its hedges."""
    at, edge = measure.first - 1, measure.start
    while at >= 0 and measure.first - at <= _MOST_HEDGING:
        if edge - words.ends[at] > 2 or text[words.ends[at] : edge].strip(" -\u00a0$£€"):
            return -1
        bound = words.keys[at] == "at" and words.keys[at + 1] in ("least", "most")
        if not bound and words.keys[at] not in WORD_GROUPS["hedging"]:
            return at
        at, edge = at - 1, words.starts[at]
    return -1


def _noun(words: Words, at: int) -> Head | None:
    """A word as a head, with the adjectives before it left out; None where it can be no noun."""
    key = words.keys[at]
    if key in NAMES or key in TOKENS:
        return None
    verb = key in _VERBS and key not in WORD_GROUPS["told in percent"]
    known = key in WORD_GROUPS["nouns like verbs"]
    if len(key) < 3 or not key.isalpha() or is_function_word(key) or is_date_word(key) or verb:
        return None
    if key.endswith(_ENDINGS_OF_NO_NOUN) and not known and not is_plural(key):
        return None
    head: Range = (at, at + 1)
    return Head(head)


_LINKS = frozenset(
    [" to ", " from ", ", from ", ", up from ", " up from ", ", down from ", " down from ", ", compared with ",
     " compared with ", " compared to ", ", compared to ", " (", " or "]
)  # fmt: skip


def continues(text: str, before: Measure, measure: Measure) -> bool:
    """Whether a figure tells another value of what the one before it told: "to 5 percent from 4 percent", "$9 (£7)"."""
    same = before.kind == measure.kind and (before.unit == measure.unit or measure.kind == "money")
    return same and bool(measure.unit) and text[before.end : measure.start] in _LINKS


def bracketed_with(text: str, words: Words, measure: Measure, after: Measure | None) -> Measure | None:
    """A figure with the bracket that closes behind it, or behind the figure in brackets after it.

    So what stands after the bracket is read for both: "two-thirds (65%) of retirees", "$24m (£18m) in damages".
    """
    part = measure.kind in ("percent", "money") or measure.form in ("fraction", "ratio")
    if text[measure.end : measure.end + 1] == ")":
        both = measure._replace(end=measure.end + 1)
    elif after and text[measure.end : after.start] == " (" and text[after.end : after.end + 1] == ")":
        both = measure._replace(end=after.end + 1, last=after.last)
    else:
        return None
    return both if part or (measure.unit and words.keys[both.last : both.last + 1] == ["of"]) else None

"""What a figure counts or measures where the words before it tell: a subject, a name, an event."""

from __future__ import annotations

from whence.figures.dates import is_date_word
from whence.figures.joining import CHANGE_VERBS
from whence.figures.measures import Measure
from whence.figures.noun_chains import LEVEL_VERBS, Head, is_name
from whence.figures.nouns import WORD_GROUPS
from whence.text.style import is_function_word
from whence.text.words import Words


def bearer_before(text: str, words: Words, measure: Measure) -> Head | None:
    """Who is so old, before the verb: "Ann Lee was 17 years old", "the girl is five years old"."""
    at = measure.first - 1
    told = at >= 1 and (words.keys[at] in ("was", "is") or words.keys[at] in WORD_GROUPS["turning to an age"])
    while told and at > 1 and words.keys[at - 1] in WORD_GROUPS["auxiliaries"]:
        at -= 1
    if not told or text[words.ends[at - 1] : words.starts[at]] not in (" ", ", "):
        return None
    return name_ending(text, words, at - 1)


def name_before(text: str, words: Words, measure: Measure) -> Head | None:
    """The name or noun before an age: "John Smith, 34", "a man aged 34"."""
    at = measure.first - 1
    if at < 0 or text[words.ends[at] : measure.start].strip(" ,(") or is_function_word(words.keys[at]):
        return None
    return name_ending(text, words, at)


def name_ending(text: str, words: Words, at: int) -> Head | None:
    """The name or the noun that ends with a word; None for a pronoun."""
    if is_function_word(words.keys[at]) or is_date_word(words.keys[at]):
        return None
    first = at
    while first and at - first < 3 and is_name(text, words, at) and is_name(text, words, first - 1):
        if text[words.ends[first - 1] : words.starts[first]] not in (" ", "-", ". "):
            break
        first -= 1
    return Head((first, at + 1))


def event_before(text: str, words: Words, measure: Measure) -> Head | None:
    """What happened so long ago: the noun before the verb ("the war began nearly three years ago")."""
    at = measure.first - 1
    for _ in range(5):
        if at < 1 or words.starts[at + 1] - words.ends[at] > 2:
            return None
        key = words.keys[at]
        if key.endswith("ed") or key in WORD_GROUPS["event verbs"]:
            break
        at -= 1
    else:
        return None
    done = _object_after(words, at, measure)
    if done:
        return done
    subject = at - 1
    while subject > 0 and words.keys[subject] in WORD_GROUPS["auxiliaries"]:
        subject -= 1
    key = words.keys[subject]
    between = text[words.ends[subject] : words.starts[at]].replace(" ", "")
    if is_function_word(key) or key[0].isdigit() or (between and not between.isalpha()):
        return None
    return Head((subject, subject + 1))


def _object_after(words: Words, verb: int, measure: Measure) -> Head | None:
    """What was done so long ago, between the verb and the number: "declared a mistrial two weeks ago"."""
    led = words.keys[verb + 1 : verb + 2]
    last = measure.first - 1
    if last <= verb + 1 or led[0] not in WORD_GROUPS["determiners"] or last - verb > 3:
        return None
    key = words.keys[last]
    return None if is_function_word(key) or key.endswith("ly") or not key.isalpha() else Head((last, last + 1))


def subject_before(text: str, words: Words, measure: Measure) -> Head | None:
    """The subject of the verb before a figure: "sales rose 6 percent", "the rent has been about $2,000"."""
    bare_between = not measure.unit and measure.first > 0 and words.keys[measure.first - 1] == "between"
    if measure.form == "fraction" or bare_between:  # "the victims are between 18 and 24"
        return None
    at = measure.first - 1
    while at > 0 and words.keys[at] in WORD_GROUPS["before a level"] and measure.first - at < 7:
        at -= 1
    if at < 1 or text[words.ends[at] : measure.start].count(",") or not _tells_a_level(words, at, measure):
        return None
    subject = at - 1
    while subject > 0 and (words.keys[subject] in WORD_GROUPS["auxiliaries"] or words.keys[subject] in LEVEL_VERBS):
        subject -= 1
    if any(mark in text[words.ends[subject] : words.starts[at]] for mark in ",.;:\n()—–"):
        return None
    subject = outer_noun(text, words, subject)
    key = words.keys[subject]
    if (
        is_function_word(key)
        or is_date_word(key)
        or not key.isalpha()
        or key.endswith(("ly", "ed", "ing"))
        or len(key) < 3
    ):
        return None
    return Head((subject, subject + 1))


def _tells_a_level(words: Words, at: int, measure: Measure) -> bool:
    """Whether a verb leads back from a number to its subject; a bare number only where the subject is what it tells."""
    key = words.keys[at]
    if words.keys[at - 1] == "to":  # "hopes to raise $2 million" has no subject that is raised
        return False
    if key in LEVEL_VERBS:
        return True
    bare = measure.kind == "number" and "to" not in words.keys[at + 1 : measure.first]
    return key in CHANGE_VERBS and not key.endswith("ing") and not bare


def outer_noun(text: str, words: Words, inner: int) -> int:
    """The noun that another leans on: the rent of "the rent for that space", but the deaths of "number of deaths"."""
    at = inner - 1
    while at > 0 and inner - at < 6 and text[words.ends[at] : words.starts[at + 1]] == " ":
        if words.keys[at] in WORD_GROUPS["leaning"]:
            outer = at - 1
            counted = words.keys[outer] in ("number", "total", "amount", "share", "percentage", "proportion")
            return inner if counted or is_function_word(words.keys[outer]) else outer
        at -= 1
    return inner

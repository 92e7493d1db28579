"""Numbers that are names or parts of names: Route 66, F-16, COVID-19, 123 Main Street, 555-1234, photo 5 of 7."""

from __future__ import annotations

from whence.figures.candidates import Candidate
from whence.figures.nouns import WORD_GROUPS, read_words
from whence.figures.numeral_words import TOKENS
from whence.text.style import is_function_word

_LABELS = read_words("numbered_labels")
_STREETS = read_words("street_words")
_ALWAYS_LABELS = frozenset(
    [
        "no",
        "nos",
        "number",
        "chapter",
        "section",
        "page",
        "route",
        "highway",
        "type",
        "phase",
        "stage",
        "grade",
        "psalm",
    ]
)
_LONGEST_STREET = 4  # words, "Martin Luther King Boulevard"


def is_counter(candidate: Candidate) -> bool:
    """A number that tells which picture of how many: "Hide Caption 5 of 7"."""
    keys, measure = candidate.words.keys, candidate.measure
    near = keys[max(measure.first - 3, 0) : measure.first]
    if not any(key in WORD_GROUPS["counters"] for key in near):
        return False
    following = keys[measure.last : measure.last + 2]
    ahead = len(following) == 2 and following[0] == "of" and following[1].isdigit()
    behind = len(near) > 1 and near[-1] == "of" and near[-2].isdigit()
    return ahead or behind


def is_label(candidate: Candidate) -> bool:
    """A number that names: "Route 66", "No. 10", "Boeing 737", "Trump 2020", "#1", "69 News"."""
    measure, gap = candidate.measure, candidate.gap_before
    if candidate.text_before(1) == "#" or (candidate.key_after == "news" and candidate.word_after == "News"):
        return True
    at = measure.first - 1
    if at < 0 or gap not in (" ", ". ", ".", "\u00a0"):
        return False
    key = candidate.words.keys[at]
    if key == "of" and at and candidate.words.keys[at - 1] in WORD_GROUPS["clubs"]:
        return candidate.text[candidate.words.starts[at - 1]].isupper()  # the Group of 20, the Gang of Eight
    if candidate.exact[1:] == ".0" and candidate.text[candidate.words.starts[at]].isupper():
        return True  # "Web 2.0"
    word = candidate.text[candidate.words.starts[at] : candidate.words.ends[at]]
    if key in _LABELS:
        return not candidate.counts_a_plural or key in _ALWAYS_LABELS
    if word.isupper() and len(word) > 1 and word.isalpha() and gap == " " and _stands_bare(candidate):
        return True  # "NBC 6", "SB 54"
    if word[0].isupper() and candidate.text_after(1) == ":" and _stands_bare(candidate):
        return True  # "Rocky 4: ..."
    if gap != " " or candidate.counts_a_plural or measure.high is not None or not word[0].isupper():
        return False
    grammar = (is_function_word(key) and "." not in word) or key in WORD_GROUPS["no names"]
    return not grammar and candidate.is_inside(at)


def _stands_bare(candidate: Candidate) -> bool:
    """Whether a number is a few digits and counts nothing."""
    return candidate.exact.isdigit() and len(candidate.exact) <= 4 and not candidate.counts_a_plural


def is_code(candidate: Candidate) -> bool:
    """Digits grown by a hyphen or a slash on to letters or to other digits: F-16, COVID-19, 555-1234, 24/7, 3.6(f)."""
    before, after = candidate.text_before(2), candidate.text_after(2)
    digits = candidate.exact[0].isdigit()
    if before[-1:] in ("-", "–", "/", "_", ":", ".") and len(before) == 2:
        if digits and (before[0].isalnum() or before[0] == ")"):
            return True
        if not digits and before[0].isalpha() and candidate.measure.form != "fraction":
            return candidate.key_before not in TOKENS or candidate.key_before == "one"
    if before[-1:] == "(" and after[:1] == ")" and candidate.text_after(4)[1:].strip()[:1].isdigit():
        return True
    if before == '="':  # an attribute of a page that was not read as one
        return True
    if before[-1:] == "×" or (after[:1] in ("×", "x") and after[1:].isdigit()):
        return True
    if after[:1] == "-" and candidate.key_after in WORD_GROUPS["no counts"]:
        return True
    if digits and candidate.exact[0] == "0" and candidate.exact.isdigit() and len(candidate.exact) > 1:
        return True
    if digits and candidate.gap_before == " " and candidate.key_before.isdigit() and not candidate.leads_to_head:
        return True  # 0330 333 6846
    if candidate.exact[-1] == "G" and candidate.exact[:-1].isdigit():  # 5G
        return True
    if after[:1] == "(" and after[1:].isalpha():
        return True
    if after[:1] in ("-", "–", "/", ":", "_") and after[1:].isdigit():
        return True
    return after[:1] == "-" and digits and after[1:].isupper() and candidate.head is None


def is_address(candidate: Candidate) -> bool:
    """The number of a house or of a block: "123 Main Street", "the 3400 block of Elm"."""
    text, words, measure = candidate.text, candidate.words, candidate.measure
    if measure.high is not None or not candidate.exact.isdigit():
        return False
    if candidate.key_after == "block":
        return True
    door = candidate.key_before == "at" and len(candidate.exact) > 2 and not candidate.counts_a_plural
    if door and candidate.gap_after == " " and candidate.word_after[:1].isupper():
        return True  # "at 9780 Elm"
    for at in range(measure.last, min(measure.last + _LONGEST_STREET, len(words.keys))):
        named = text[words.starts[at]].isupper() or words.keys[at][0].isdigit()
        if not named or text[words.ends[at - 1] : words.starts[at]] not in (" ", ". "):
            return False
        if words.keys[at] in _STREETS:
            return True
    return False


def is_part_of_name(candidate: Candidate) -> bool:
    """Digits grown by a hyphen on to letters, a unit after them or not: "SCP-173m"; a run of digits to call."""
    before, exact = candidate.text_before(2), candidate.exact
    if len(before) == 2 and exact[0].isdigit() and before[1] == "-" and before[0].isalnum():
        return True
    return (
        candidate.measure.form == "score" and candidate.text_after(1) == "-" and candidate.text_after(2)[1:].isdigit()
    )

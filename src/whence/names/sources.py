"""Sources: what the words that stand for a speaker are: names, a description, a pronoun, or only words.

"Clinton's spokesman" holds a name and is not Clinton; "her spokeswoman, Jane Roe" is Jane Roe; "Jason Lee, an adviser
to Clinton" is Jason Lee; "both Putin and Zelensky" are two.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from whence.names.listed import DOCUMENT_WORDS, FIRST_NAMES, OPENERS, ORGANISATION_WORDS, PLACES, ROLES, name_key
from whence.names.pieces import read_pieces
from whence.names.runs import find_runs
from whence.records import NameKind
from whence.text.spans import Span, trim_span

HeadForm = Literal["mention", "pronoun", "new", "words"]
HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves", "both", "the two", "the pair", "the two men"])
IT = frozenset(["it", "its", "itself"])
WHO = frozenset(["who", "whom", "whose", "which", "that"])
SPEAKER = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
PRONOUNS = HE | SHE | THEY | IT | WHO | SPEAKER | {"you", "your"}
BODY_WORDS = frozenset(
    [
        "campaign",
        "administration",
        "company",
        "group",
        "agency",
        "department",
        "committee",
        "party",
        "court",
        "government",
        "council",
        "university",
        "network",
        "organization",
        "organisation",
        "newspaper",
        "magazine",
        "station",
        "bureau",
        "commission",
        "office",
        "foundation",
        "team",
        "firm",
        "board",
        "ministry",
        "union",
        "bank",
        "paper",
        "outlet",
        "channel",
    ]
)
OWN_WORDS = frozenset(
    [
        "argument",
        "claim",
        "claims",
        "comment",
        "comments",
        "remark",
        "remarks",
        "words",
        "word",
        "statement",
        "statements",
        "view",
        "views",
        "speech",
        "suggestion",
        "tweet",
        "tweets",
        "assertion",
        "answer",
        "response",
        "call",
        "message",
        "promise",
        "pledge",
        "plan",
        "proposal",
        "position",
        "contention",
        "belief",
        "decision",
        "threat",
        "accusation",
        "own",
        "rhetoric",
        "appeal",
        "critique",
        "criticism",
        "testimony",
        "warning",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "at",
        "by",
        "from",
        "with",
        "to",
        "on",
        "in",
        "than",
        "like",
        "about",
        "against",
        "between",
        "under",
        "among",
        "behind",
        "after",
        "before",
    ]
)
_AFTER_HEAD = frozenset(
    [
        "and",
        "or",
        "but",
        "who",
        "whom",
        "whose",
        "which",
        "of",
        "for",
        "himself",
        "herself",
        "themselves",
        "also",
        "in",
        "on",
        "at",
        "from",
        "with",
        "by",
        "to",
        "as",
        "then",
        "now",
        "not",
        "told",
        "is",
        "was",
        "has",
        "had",
        "both",
        "while",
        "when",
        "where",
        "a",
        "an",
        "the",
        "even",
        "alone",
        "too",
        "speaking",
        "writing",
        "along",
        "nor",
    ]
)  # small words after a speaker's name; any other lower-case word makes the name a modifier: "Clinton aides"
_NOUN_ENDS = frozenset(["who", "which", "that", "released", "published", "conducted", "and"])
_LEADING = re.compile(
    r"(?:(?:an?|the|both|one|some|another|any|even|but|and|while|when|for|like|as|with|then|now) ){1,4}(?=\S)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",? (?:who|which|that|whose)\b|, (?:conducted|released|published|including|an?|the)\b")
_AND = re.compile(
    r"(?:,? (?:and|or|&|as well as|along with)|,)(?: (?:the|former|then|longtime|both))?"
    r"(?: (?:[\w.’'-]{1,20} ){0,5})? ?"
)
_IN_ROWS = frozenset(["and", "or", "as", "well", "along", "with", "&", "both", "the"])
_ASIDE = re.compile(r" ?\([^()]{0,40}\)|['’]s?\b| of [A-Z]\w{1,20}(?: [A-Z]\w{1,20})?")  # "(D-WV)", "of Texas"
_WORD = re.compile(r"[^\W_](?:[^\W_]|[-’'.](?=[^\W_]))*")
_NAME_WORDS = 7  # 99.9 % of the runs in PolNeAR train have no more; more capitals in a row are a headline
_SOURCE_CHARACTERS = 300  # the longest piece of a source in PolNeAR train has 218; longer ones are read to here


class At(NamedTuple):
    """A mention of a name: where, whose (its place among the names), and in which form."""

    start: int
    end: int
    name: int
    form: str


class Head(NamedTuple):
    """One speaker as the source words it; `name` is the place among the names, -1 where it is none of them."""

    form: HeadForm
    start: int
    end: int
    name: int = -1
    kind: NameKind = "unknown"


def read_source(text: str, piece: Span, mentions: list[At]) -> list[Head]:
    """The speakers that one piece of a source words, in order.

    Args:
        text: the report's text.
        piece: the piece of the source.
        mentions: the mentions of names that overlap it, in order.

    >>> text = "Jason Lee, an adviser to Clinton, said"
    >>> [h.name for h in read_source(text, Span(0, 32), [At(0, 9, 0, "name"), At(25, 32, 1, "name")])]
    [0]
    """
    start, end = trim_span(text, piece.start, min(piece.end, piece.start + _SOURCE_CHARACTERS))
    while end > start and text[end - 1] in ',;:—–-"”“.':
        end -= 1
    start, end = trim_span(text, start, end)
    if start >= end:
        return []
    plain = text[start:end].lower().replace("’", "'").removesuffix("'s") if end - start < 16 else ""
    if plain in PRONOUNS or plain.split("'")[0] in PRONOUNS:
        return [Head("pronoun", start, end)]
    heads: list[Head] = []
    for mention in mentions:
        if mention.start >= end:
            break
        if heads and not _joined(text, heads[-1].end, mention.start):
            continue
        if _is_head(text, mention, start, end):
            heads.append(Head("mention", mention.start, min(mention.end, max(end, mention.end)), mention.name))
    if heads:
        return heads
    return [_new_name(text, start, end, mentions) or _words(text, start, end)]


def _is_head(text: str, mention: At, start: int, end: int) -> bool:
    """Whether a mention is the speaker rather than a part of the speaker's description."""
    if not _leads(text[start : mention.start]):
        return False
    after = text[mention.end : end]
    if after[:2] in ("'s", "’s") or (after[:1] in ("'", "’") and text[mention.end - 1] == "s"):
        rest = after[2 if after[1:2] == "s" else 1 :].split()
        return not rest or rest[0].lower() in OWN_WORDS or rest[-1].lower() in OWN_WORDS
    following = _WORD.match(after, 1) if after[:1] == " " else None
    if following is None:
        return not after[:1].isalpha() and not after.startswith(("-", "/"))
    word = following.group()
    return word.lower() in _AFTER_HEAD or (word[0].isupper() and word.lower() not in ORGANISATION_WORDS)


def _joined(text: str, end: int, start: int) -> bool:
    """Whether a mention goes on a row of speakers: only "and" or a comma, and titles, stand between."""
    between = _ASIDE.sub("", text[end : min(start, end + 160)])
    if len(between) > 80 or not _AND.fullmatch(between if between[-1:] == " " else between + " "):
        return False
    words = between.replace(",", " ").split()
    small = [word for word in words if word.islower() and word not in _IN_ROWS]
    return not any(word in _PREPOSITIONS or word in ("a", "an", "who", "his", "her") for word in small)


def _leads(before: str) -> bool:
    """Whether the words of a source before a name leave it the speaker: no "study in the", but "a delegate on it, "."""
    words = re.split(r"[,:–—(]|--", before)[-1].split()
    return not any(word in _PREPOSITIONS or word in WHO for word in words[1:])


def _new_name(text: str, start: int, end: int, mentions: list[At]) -> Head | None:
    """A capitalised name that the report names only here: that it speaks is the evidence that it is one."""
    for run in find_runs(text[start:end]):
        if len(run.words) > _NAME_WORDS:
            continue
        for piece in read_pieces(run):
            first, last = start + run.starts[piece.first], start + run.end_of(piece.last)
            if any(mention.start < last and first < mention.end for mention in mentions):
                continue
            keys = run.keys[piece.first : piece.last]
            if len(keys) == 1 and (keys[0].removesuffix("s") in ROLES or keys[0] in PLACES):
                continue
            alone = len(keys) > 1 or last == end or text[last] == ","
            if alone and _is_head(text, At(first, last, -1, "name"), start, end):
                return Head("new", first, last, -1, piece.kind)
    return None


def _words(text: str, start: int, end: int) -> Head:
    """Somebody left unnamed, by the report's words without the article."""
    relative = _RELATIVE.search(text, start, end)
    if relative and relative.start() > start + 12:
        end = relative.start()
    leading = _LEADING.match(text, start, end)
    first = leading.end() if leading and leading.group().split()[-1].lower() in ("a", "an", "the") else start
    return Head("words", first, end, -1, kind_of_words(text[first:end]))


def kind_of_words(words: str) -> NameKind:
    """Whether words without a name mean a document, an organisation or unnamed people, by the noun of the phrase.

    >>> kind_of_words("new poll of voters"), kind_of_words("senior aide"), kind_of_words("campaign")
    ('document', 'unnamed', 'organisation')
    """
    noun = head_noun(words)
    if noun in DOCUMENT_WORDS:
        return "document"
    return "organisation" if noun in BODY_WORDS else "unnamed"


def head_noun(words: str) -> str:
    """The noun of a phrase: the last word before a comma, a preposition or a relative.

    >>> head_noun("spokesman for the campaign"), head_noun("his campaign")
    ('spokesman', 'campaign')
    """
    noun = ""
    for match in _WORD.finditer(words[:_SOURCE_CHARACTERS]):
        word = name_key(match.group())
        aside = words[match.start() - 2 : match.start()] == ", " and " " in words[: match.start() - 2]
        if noun and (word in _PREPOSITIONS or word in _NOUN_ENDS or aside):
            break
        noun = word
    return noun


def is_role(word: str) -> bool:
    """Whether a word is a role that one person holds: "candidate", not "candidates"."""
    return word in ROLES and word not in FIRST_NAMES and word not in OPENERS

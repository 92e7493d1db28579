"""Credits: who took the photograph, who owns the text, who else contributed to the report."""

from __future__ import annotations

import re

from whence.reading.naming import NAMES, is_photo_source
from whence.text.spans import Span

# Of 6,000 credits in 14,000 US reports 99 in 100 have at most 165 characters, the longest has 337.
_LONGEST_NOTICE = 450
_LONGEST_CREDIT = 120
_COPYRIGHT = re.compile(
    r"\W{0,3}(?:the-cnn-wire\W{1,4})?(?:tm\b|™)?\W{0,3}(?:and\W{1,3}|&\W{1,3})?"
    r"(?:(?:©|\(c\)|copyright\b)\W{0,4}(?:©|\(c\)|copyright\b|by\b|\d{4}|[A-Z]\w+ \d{4})|©)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed\s+(?:to\s+(?:this|the)\s+(?:report|article|story|post|piece|column)\b|(?:additional\s+)?reporting\b)",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\W{0,3}(?i:(?:additional |with )?reporting by|(?:written|compiled|edited) by|(?:with )?editing by|contributing:"
    r"|contributors?:|with (?:files|reports?|reporting|additional reporting|contributions?) (?:from|by)|graphics? by)"
    r":?\s+(?:the |by )?[A-Z]"
)
_BRACKETS = re.compile(r"\(([^()\n]{2,120})\)\s*$")
_BAR = re.compile(r"\|\s*([^|\n]{2,90})$")
_LABELLED = re.compile(
    r"(?:^|(?<=[\s(\[]))(?:(?:file |ap |afp |reuters |courtesy )?"
    r"(?:photograph|photographer|photos?|picture|image|illustration|graphic|screenshot|screengrab|credit|photo credit"
    r"|image credit|image copyright)\s*(?::|by\b|copyright\b|courtesy\b(?: of)?|from\b)"
    r"|courtesy(?: of|:))\s*[^.!?\n]{2,90}\.?$",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    r"(?:^|(?<=[.!?”\"’)]\s)|(?<=caption\s)|(?<=image\s))"
    r"(?:[A-Z][\w.'’ -]{1,40}?\s?(?:/| via )\s?){1,3}([A-Z][\w.+' -]{1,40}?)(?: for [A-Z][\w ]{1,30})?\.?$"
)
# Reuters puts itself first: "REUTERS/Jane Roe/File Photo".
_BACKWARDS = re.compile(
    r"(?:^|(?<=\s))(?:REUTERS|EPA|AFP|AP)/[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3}(?:/[A-Z][\w ]{1,20})?\.?$"
)
_LABEL = re.compile(r"(?i:photo|picture|image|illustration|graphic|screen|credit|courtesy)")
_WORDS = re.compile(
    r"\b(?:photo|photos|photograph|photographer|picture|image|images|illustration|screenshot|handout|courtesy|getty|credit|source)\b",
    re.IGNORECASE,
)
# Words in small letters that credits hold; with more than two others, what stands in brackets is a sentence.
_OF_CREDITS = frozenset(
    {
        "photo", "photos", "photograph", "photographs", "image", "images", "picture", "credit", "source", "courtesy",
        "by", "of", "via", "for", "from", "the", "and", "file", "provided", "taken", "handout", "screenshot",
        "illustration",
    }
)  # fmt: skip
_MOST_PLAIN_WORDS = 2
_LABEL_END = re.compile(r":|\b(?:by|of|copyright|courtesy|from)\b", re.IGNORECASE)
_BEGINS_AS_NAME = re.compile(rf"(?:{NAMES}|[A-Z0-9@])")


def is_credit_notice(line: str) -> bool:
    """True where a whole line says who owns or contributed to the text.

    Args:
        line: one line, without white space around it.

    >>> is_credit_notice("© 2019 Example Media"), is_credit_notice("John Doe contributed to this report.")
    (True, True)
    >>> is_credit_notice("Copyright law protects photographs.")
    False
    """
    if len(line) > _LONGEST_NOTICE:
        return False
    if _COPYRIGHT.match(line):
        return True
    if "“" in line or '"' in line:
        return False
    contributed = _CONTRIBUTED.search(line) if "contributed" in line else None
    if contributed and len(line) - contributed.end() < 120 and len(line) <= 330:
        return True
    return len(line) <= 300 and _REPORTING.match(line) is not None


def find_contributors(line: str) -> Span | None:
    """The last sentence of a paragraph, where it says who contributed to the report; None where it does not.

    >>> find_contributors("Talks ended, officials said. The Associated Press contributed to this report.")
    Span(start=29, end=77)
    """
    tail = max(0, len(line) - 300)
    if "contributed" not in line[tail:]:
        return None
    found = [match for match in _CONTRIBUTED.finditer(line, tail) if len(line) - match.end() < 60]
    if not found:
        return None
    before = [match.end() for match in re.finditer(r"[.!?][”\"’)]?\s+(?=\W?[A-Z])", line[: found[-1].start()][tail:])]
    start = tail + before[-1] if before else 0
    return Span(start, len(line)) if start else None


def find_photo_credit(line: str) -> Span | None:
    """The credit at the end of a caption: in brackets, after a bar, after a slash, or with its label.

    Args:
        line: one line, without white space around it.

    Returns:
        The credit's span within the line; None where the line does not end with one.

    >>> line = "Protesters march in Kyiv. (Photo by Jane Roe/AFP via Getty Images)"
    >>> find_photo_credit(line).slice(line)
    '(Photo by Jane Roe/AFP via Getty Images)'
    """
    tail = max(0, len(line) - 160)
    end = line[tail:]
    brackets = _BRACKETS.search(end) if line.endswith(")") else None
    if brackets and _names_photo_source(brackets[1]):
        return Span(tail + brackets.start(), len(line))
    bar = _BAR.search(end) if "|" in end else None
    if bar and _names_photo_source(bar[1]):
        return Span(tail + bar.start(1), len(line))
    labelled = _LABELLED.search(end) if _LABEL.search(end) else None
    if labelled and _is_labelled_credit(labelled[0]):
        return Span(tail + labelled.start(), len(line))
    return _find_slashed(end, tail) if "/" in end or " via " in end else None


def _find_slashed(end: str, tail: int) -> Span | None:
    """A credit with a slash, "Jane Roe/Reuters" or "REUTERS/Jane Roe", at the end of a line."""
    backwards = _BACKWARDS.search(end)
    if backwards:
        return Span(tail + backwards.start(), tail + len(end))
    slashed = _SLASHED.search(end)
    if slashed and is_photo_source(slashed[1].rpartition("/")[2].rpartition(" via ")[2]):
        return Span(tail + slashed.start(), tail + len(end))
    return None


def is_photo_credit(line: str) -> bool:
    """True where a whole line is a photo credit and nothing else.

    >>> is_photo_credit("Jane Roe/Getty Images"), is_photo_credit("Reuters reported it first.")
    (True, False)
    """
    if len(line) > _LONGEST_CREDIT or line[:3].lower() == "by ":
        return False
    if line.strip(" .").lower() in ("getty", "getty images", "getty/instagram", "(getty images)"):
        return True
    found = find_photo_credit(line)
    return found is not None and found.start == 0


def _names_photo_source(words: str) -> bool:
    """True where the words in brackets or after a bar name a photographer or an agency for pictures."""
    if _WORDS.search(words):
        plain = [word for word in words.split() if word[0].islower() and word.strip(":,.") not in _OF_CREDITS]
        return len(words.split()) <= 16 and len(plain) <= _MOST_PLAIN_WORDS
    pieces = re.split(r"/| via | for |, ", words)
    return len(pieces) > 1 and len(words) <= 80 and is_photo_source(pieces[-1]) and words[:1].isupper()


def _is_labelled_credit(words: str) -> bool:
    """True where a label is followed by a name rather than by a sentence."""
    rest = _LABEL_END.split(words, maxsplit=1)[-1].strip()
    return _BEGINS_AS_NAME.match(rest) is not None and sum(word[0].islower() for word in rest.split()) <= 2

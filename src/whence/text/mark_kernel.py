"""Words inside quotation marks, in many texts: what `text.marks.quoted_spans` finds, on arrays of code points.

The rules are those of `text.marks`, in the order in which it asks them; tests hold the two equal on any text.
"""

from __future__ import annotations

from typing import Any

from whence.text.code_points import ALNUM_BIT, CLASS, DIGIT, NUMERIC_BIT, SPACE_BIT
from whence.text.side_bits import QUOTED

SINGLE, CURLY, STRAIGHT, ANGLE, LOW, LATEX = range(6)  # families of marks
OPENS, CLOSES = 1, 2
NOTHING = -1  # before the first and after the last letter of a paragraph: stands for a space
GRAVE, APOSTROPHE, DOUBLE, WIDE_DOUBLE = 0x60, 0x27, 0x22, 0xFF02
LEFT_SINGLE, RIGHT_SINGLE, LEFT, RIGHT, LOW_MARK = 0x2018, 0x2019, 0x201C, 0x201D, 0x201E
LEFT_ANGLE, RIGHT_ANGLE = 0xAB, 0xBB
LOOSE_BEFORE = (40, 91, 123, 0x2014, 0x2013, 45, 47, 0x2026, 0x201C, 34, 0x2018, 39, 0x200B)  # ( [ { — – - / … “ " ‘ '
WORDS_AFTER = (91, 40, 36, 0xA3, 0x20AC, 0x2026, 39, 0x2018, 0x201C, 34, 35, 64)  # [ ( $ £ € … ' ‘ “ " # @
OPENED_BY_SINGLE = (91, 0x201C, 34, 0x2026, 36, 0xA3, 0x20AC)  # [ “ " … $ £ €
BEFORE_REOPENING = (46, 33, 63, 58, 44)  # . ! ? : ,
ELIDED = tuple(
    int.from_bytes(word.encode(), "little") for word in ("em", "til", "tis", "twas", "cause", "n", "bout", "round")
)  # a letter a byte: kernels without strings need no memory of their own
SMALL_S = 0x73


def quote_words(codes: Any, bounds: Any, classes: Any, words: Any, bits: Any) -> None:
    """Set the quoted bit of every word that starts inside quotation marks.

    Args:
        codes: the code points of all texts.
        bounds: where each text begins, and the end.
        classes: class and bits of each code point (`FoldArrays.classes`).
        words: starts of words, counted from their text's first code point, and where the words of each text begin.
        bits: the side bits of the words.
    """
    starts, word_bounds = words
    for text in range(len(bounds) - 1):
        first, last = bounds[text], bounds[text + 1]
        mine = starts[word_bounds[text] : word_bounds[text + 1]], bits[word_bounds[text] : word_bounds[text + 1]]
        start, end = next_paragraph(codes, first, last, classes)
        while start < last:
            after, after_end = next_paragraph(codes, line_after(codes, end, last), last, classes)
            reopening = codes[after] if after < last else NOTHING
            quote_paragraph(codes, (first, last, start, end, reopening), classes, mine)
            start, end = after, after_end


def line_after(codes: Any, place: int, last: int) -> int:
    """Where the line after the one with this place begins."""
    while place < last and codes[place] != 10 and codes[place] != 13:
        place += 1
    return place + 1


def next_paragraph(codes: Any, place: int, last: int, classes: Any) -> Any:
    """The next line that holds something, without the white space around it; two times the end where there is none."""
    while place < last and classes[codes[place]] & SPACE_BIT:
        place += 1
    if place >= last:
        return last, last
    end = place
    while end < last and codes[end] != 10 and codes[end] != 13:
        end += 1
    while classes[codes[end - 1]] & SPACE_BIT:
        end -= 1
    return place, end


def quote_paragraph(codes: Any, where: Any, classes: Any, words: Any) -> None:
    """Pair the marks of one paragraph and flag the words between them."""
    first, last, start, end, reopening = where
    opened, opened_family, single, low = NOTHING, NOTHING, NOTHING, 0
    place = start
    while place < end:
        code = codes[place]
        if code < LEFT_ANGLE and code != DOUBLE and code != APOSTROPHE and code != GRAVE:
            place += 1
            continue
        family, can, size = read_mark(codes, (first, last, start, end, place), classes, low)
        if family == LOW:
            low = 1 if can == OPENS else 0
        if can:
            closes = opened >= 0 and can & CLOSES and (family == opened_family or is_mixed(family, opened_family))
            if family == SINGLE:
                if opened < 0:
                    if single >= 0 and can & CLOSES:
                        flag_words(words, single - first, place + size - first)
                        single = NOTHING
                    elif can & OPENS:
                        single = place
            elif closes:
                flag_words(words, opened - first, place + size - first)
                opened = NOTHING
            elif can & OPENS and (opened < 0 or opened_family == family):
                opened, opened_family, single = place, family, NOTHING
        place += size
    if opened >= 0 and runs_on(codes, (first, start, opened, reopening), classes):
        flag_words(words, opened - first, end - first)


def is_mixed(one: int, other: int) -> bool:
    """Curly marks are sometimes closed by a straight one and the other way round."""
    return (one == CURLY or one == STRAIGHT) and (other == CURLY or other == STRAIGHT)


def runs_on(codes: Any, where: Any, classes: Any) -> bool:
    """Whether a mark that its paragraph does not close opens a quotation all the same."""
    first, start, opened, reopening = where
    if opened == start:
        return True
    if reopening != codes[opened] or not classes[codes[opened - 1]] & SPACE_BIT or opened - 2 < first:
        return False
    return is_one_of(codes[opened - 2], BEFORE_REOPENING)


def flag_words(words: Any, start: int, end: int) -> None:
    """Set the quoted bit of the words that start from `start` up to `end`."""
    starts, bits = words
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if starts[middle] < start:
            low = middle + 1
        else:
            high = middle
    while low < len(starts) and starts[low] < end:
        bits[low] |= QUOTED
        low += 1


def read_mark(codes: Any, where: Any, classes: Any, low: int) -> Any:
    """The mark at a place: family, what it can do (0 where it is none), and how many characters it takes."""
    first, last, start, end, place = where
    code = codes[place]
    following = codes[place + 1] if place + 1 < end else NOTHING
    size = 2 if (code == APOSTROPHE or code == GRAVE) and following == code else 1
    before = codes[place - 1] if place > start else NOTHING
    after = codes[place + size] if place + size < end else NOTHING
    loose = is_space(before, classes) or is_one_of(before, LOOSE_BEFORE)
    if size == 1 and (code == APOSTROPHE or code == LEFT_SINGLE or code == RIGHT_SINGLE):
        return SINGLE, single_mark(codes, (first, last, place, after, loose), classes), 1
    if code == LOW_MARK:
        return LOW, OPENS, 1
    if code == LEFT:
        return (LOW, CLOSES, 1) if low else (CURLY, OPENS, 1)
    if code == RIGHT:
        return CURLY, CLOSES, 1
    if code == LEFT_ANGLE or code == RIGHT_ANGLE:
        return ANGLE, OPENS if code == LEFT_ANGLE else CLOSES, 1
    if code == GRAVE:
        return LATEX, OPENS if size == 2 else 0, size
    if size == 2 or code == DOUBLE or code == WIDE_DOUBLE:
        loose_after = is_space(after, classes) or not (is_alnum(after, classes) or is_one_of(after, WORDS_AFTER))
        can = OPENS if loose and not is_space(after, classes) else 0
        inches = before >= 0 and classes[before] & NUMERIC_BIT and not loose_after
        if not is_space(before, classes) and not inches:
            can |= CLOSES
        return LATEX if size == 2 else STRAIGHT, can, size
    return CURLY, 0, 1


def single_mark(codes: Any, where: Any, classes: Any) -> int:
    """What a single mark can do; nothing where it is an apostrophe."""
    first, last, place, after, loose = where
    code = codes[place]
    before = codes[place - 1] if place > first else NOTHING
    if before >= 0 and is_alnum(before, classes) and is_alnum(after, classes):
        return 0
    can = 0
    if code != RIGHT_SINGLE and loose and (is_alnum(after, classes) or is_one_of(after, OPENED_BY_SINGLE)):
        can = 0 if is_elided(codes, place + 1, last, classes) else OPENS
    if code != LEFT_SINGLE and not is_alnum(after, classes) and before >= 0 and not is_space(before, classes):
        can |= CLOSES
    return can


def is_elided(codes: Any, place: int, last: int, classes: Any) -> bool:
    """Whether the word that begins here is one that drops its beginning: 'em, 'til, '90s."""
    for word in ELIDED:
        end = end_of_same(codes, place, last, word)
        if end >= 0 and ends_word(codes, end, last, classes):
            return True
    if place + 1 >= last or classes[codes[place]] & CLASS != DIGIT or classes[codes[place + 1]] & CLASS != DIGIT:
        return False
    end = end_of_same(codes, place + 2, last, SMALL_S)
    if end >= 0 and ends_word(codes, end, last, classes):
        return True
    return ends_word(codes, place + 2, last, classes)


def end_of_same(codes: Any, place: int, last: int, word: int) -> int:
    """Where these letters end if they begin here, in either case; -1 where they do not.

    With a small i or s go the two letters that Unicode takes for one.
    """
    while word > 0:
        if place >= last:
            return NOTHING
        code, letter = codes[place], word & 255
        same = code == letter or code == letter - 32
        if letter == 105:
            same = same or code == 0x130 or code == 0x131
        elif letter == 115:
            same = same or code == 0x17F
        if not same:
            return NOTHING
        place, word = place + 1, word >> 8
    return place


def ends_word(codes: Any, place: int, last: int, classes: Any) -> bool:
    """Whether a word that runs up to here ends here."""
    return place >= last or not (classes[codes[place]] & ALNUM_BIT or codes[place] == 95)


def is_space(code: int, classes: Any) -> bool:
    """Whether a character is white space, as nothing is."""
    return code < 0 or classes[code] & SPACE_BIT > 0


def is_alnum(code: int, classes: Any) -> bool:
    """Whether a character is a letter or a digit."""
    return code >= 0 and classes[code] & ALNUM_BIT > 0


def is_one_of(code: int, several: Any) -> bool:
    """Whether a character is one of several."""
    for one in several:
        if code == one:
            return True
    return False

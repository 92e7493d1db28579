"""What is known of a word beside its letters, a bit each: the one list of them.

Bit 2 is free here: `copies` sets it in words of an outlet's standing lines.
"""

from __future__ import annotations

QUOTED = 1  # it starts inside quotation marks
DIGIT = 4  # it has a digit
CAPITAL = 8  # it begins with a capital
PARAGRAPH = 16  # a paragraph begins with it
SENTENCE = 32  # a sentence begins with it
SHORT = 64  # it is up to eight letters of ASCII and nothing else: its hash stands for it alone

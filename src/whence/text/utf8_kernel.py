"""UTF-8 as code points: texts as they stand on disk or in Arrow's memory, without a string of Python in between."""

from __future__ import annotations

from typing import Any


def decode_texts(data: Any, bounds: Any, codes: Any, code_bounds: Any) -> int:
    """Decode valid UTF-8; lone surrogates, in the three bytes that they would take, are let through.

    Args:
        data: the bytes of all texts (uint8).
        bounds: where each text begins, and the end.
        codes: receives the code points (uint32); room for as many as there are bytes is always enough.
        code_bounds: receives where the code points of each text begin, and the end.

    Returns:
        How many code points there are.
    """
    count = 0
    place = bounds[0]
    for text in range(len(bounds) - 1):
        code_bounds[text] = count
        while place < bounds[text + 1]:
            byte = int(data[place])
            if byte < 0x80:
                codes[count] = byte
                place += 1
            elif byte < 0xE0:
                codes[count] = (byte & 0x1F) << 6 | rest_of(data[place + 1])
                place += 2
            elif byte < 0xF0:
                codes[count] = (byte & 0x0F) << 12 | rest_of(data[place + 1]) << 6 | rest_of(data[place + 2])
                place += 3
            else:
                high = (byte & 0x07) << 18 | rest_of(data[place + 1]) << 12
                codes[count] = high | rest_of(data[place + 2]) << 6 | rest_of(data[place + 3])
                place += 4
            count += 1
    code_bounds[len(bounds) - 1] = count
    return count


def rest_of(byte: Any) -> int:
    """The bits of a byte that goes on with a character."""
    return int(byte) & 0x3F

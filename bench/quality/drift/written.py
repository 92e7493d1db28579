"""The pairs written by hand: written.toml, in which the figures are marked in the text, becomes written.jsonl.

python -m bench.quality.drift.written
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from bench.quality.drift.pairs import Record

SOURCE, SET = Path(__file__).with_name("written.toml"), Path(__file__).with_name("written.jsonl")
_MARK = re.compile(r"\{([a-z]+):([^{}]*)\}")
Marked = dict[str, list[Record]]


def written_pairs() -> list[Record]:
    """The pairs with their truth as records."""
    written = tomllib.loads(SOURCE.read_text("utf-8"))["pair"]
    return [_pair(number, pair) for number, pair in enumerate(written, 1)]


def read_marks(text: str) -> tuple[str, Marked]:
    """A text without its marks, and the sides of edits that they stand for, by key.

    >>> text, marked = read_marks("It hurt {hurt: at least >> 12} people.")
    >>> text, marked["hurt"][0]["text"], marked["hurt"][0]["hedge"]["text"]
    ('It hurt at least 12 people.', '12', 'at least')
    """
    plain, at, found = "", 0, Marked()
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        before, _, rest = mark[2].rpartition(">>")
        number, _, after = rest.partition("<<")
        hedge = None
        if before:
            plain, hedge = _put(plain, before.strip())
            plain += " "
        plain, side = _put(plain, number.strip())
        if after:
            plain, hedge = _put(plain + " ", after.strip())
        found.setdefault(mark[1], []).append(side | ({"hedge": hedge} if hedge else {}))
    return plain + text[at:], found


def _put(text: str, words: str) -> tuple[str, Record]:
    """A text with words added, and where they stand."""
    return text + words, {"start": len(text), "end": len(text + words), "text": words}


def _pair(number: int, pair: Record) -> Record:
    (text_a, here), (text_b, there) = (read_marks(pair[side].strip()) for side in ("a", "b"))
    edits: list[Record] = []
    for key, kind, relation, *also in pair["edits"]:
        edit: Record = {"kind": kind, "fact": key, "a": _side(here[key]), "b": _side(there[key]), "relation": relation}
        edits.append(edit | ({"also": also} if also else {}) | {"conflict": relation == "conflict"})
    for kind, one, other in pair.get("decoys", ()):
        sides = {"a": _side(here[one]), "b": _side(there[other])}
        edits.append({"kind": kind, "fact": f"{one} / {other}", **sides, "relation": "incomparable", "conflict": False})
    published_a, published_b = pair["published"]
    dates = {"published_a": published_a, "published_b": published_b}
    return {"id": f"written-{number}", "seed": None, **dates, "a": text_a, "b": text_b, "edits": edits}


def _side(marks: list[Record]) -> Record:
    """The mention in the body, and where else the fact is told: a title comes first, so the last is taken."""
    *rest, last = marks
    again = [{name: mark[name] for name in ("start", "end", "text")} for mark in rest]
    return last | ({"again": again} if again else {})


def main() -> None:
    """Write the set."""
    lines = (json.dumps(pair, ensure_ascii=False, separators=(",", ":")) + "\n" for pair in written_pairs())
    SET.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()

"""Finding listed phrases in a sequence of word keys, longest first, in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class PhraseTable:
    """A set of phrases, each a tuple of word keys with what it stands for.

    >>> PhraseTable({("more", "than"): "more than", ("may",): "may"}).find(["it", "may", "take", "more", "than", "10"])
    [(1, 2, 'may'), (3, 5, 'more than')]
    """

    __slots__ = ("_by_first",)

    def __init__(self, phrases: dict[tuple[str, ...], str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
            self._by_first.setdefault(phrase[0], []).append((phrase, phrases[phrase]))

    def find(self, keys: Sequence[str]) -> list[tuple[int, int, str]]:
        """The phrases found, as (first word, word after the last, what it stands for); they do not overlap."""
        found: list[tuple[int, int, str]] = []
        position = 0
        while position < len(keys):
            end = position + 1
            for phrase, meaning in self._by_first.get(keys[position], ()):
                if tuple(keys[position : position + len(phrase)]) == phrase:
                    end = position + len(phrase)
                    found.append((position, end, meaning))
                    break
            position = end
        return found


def phrase_groups(lines: Iterable[str]) -> PhraseTable:
    """A table from lines of equivalent phrases, `first|second|third`: each stands for the first.

    >>> phrase_groups(["percent|per cent"]).find(["ten", "per", "cent"])
    [(1, 3, 'percent')]
    """
    table: dict[tuple[str, ...], str] = {}
    for line in lines:
        forms = [tuple(form.replace(".", "").split()) for form in line.split("|")]
        table.update(dict.fromkeys(forms, " ".join(forms[0])))
    return PhraseTable(table)


def replace_phrases(keys: Sequence[str], table: PhraseTable) -> tuple[str, ...]:
    """The keys with every listed phrase replaced by what it stands for.

    >>> replace_phrases(["ten", "per", "cent"], phrase_groups(["percent|per cent"]))
    ('ten', 'percent')
    """
    replaced: list[str] = []
    position = 0
    for start, end, meaning in table.find(keys):
        replaced.extend(keys[position:start])
        replaced.append(meaning)
        position = end
    return (*replaced, *keys[position:])

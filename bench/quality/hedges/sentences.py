"""Precision, recall and F1 of the hedged class on the third of the sentences that was never learnt from.

python -m bench.quality.hedges.sentences
"""

from __future__ import annotations

from bench.quality.hedges.data import read_sentences
from bench.quality.shared_data import SHARED
from whence.certainty.find import hedging_score


def measure() -> dict[str, float]:
    """The figures by name, in per cent; none where ../shared is absent."""
    if not SHARED.is_dir():
        return {}
    sentences = read_sentences(held=True)
    judged = [(hedging_score(sentence.text).hedged, sentence.uncertain) for sentence in sentences]
    right = sum(said and is_so for said, is_so in judged)
    said, true = sum(said for said, _ in judged), sum(is_so for _, is_so in judged)
    scores = {"precision": right / said, "recall": right / true, "f1": 2 * right / (said + true)}
    return {f"hedges.{name}": round(100 * score, 1) for name, score in scores.items()}


def main() -> None:
    """Print the figures."""
    figures = measure()
    if not figures:
        print("../shared is absent: hedges are not measured")
    for name, value in figures.items():
        print(f"{name}={value}")


if __name__ == "__main__":
    main()

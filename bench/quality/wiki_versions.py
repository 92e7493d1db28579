"""Successive versions of Wikipedia pages: which is the older, from the text alone and with the days known?

python -m bench.quality.wiki_versions

Measured on every second page; the others train the direction of versions (`lineage_data.page_examples`).
"""

from __future__ import annotations

from bench.quality.lineage_data import facts_of, page_examples
from bench.quality.page_versions import page_of, successive_versions
from bench.quality.shared_data import report_of
from whence.lineage.relate import relate
from whence.lineage.weights import load_weights


def measure() -> dict[str, float]:
    """How often the older version is told, and how often rightly; printed for text alone and with days."""
    weights, found = load_weights(), dict[str, float]()
    trained = {example.a.rsplit("/", 1)[0] for example in page_examples()}
    for name, days in (("text", False), ("days", True)):
        decided = right = count = 0
        for a, b, older in successive_versions(days=days):
            if page_of(a) in trained:
                continue
            relation = relate(facts_of(report_of(a), report_of(b)), weights)
            count += 1
            decided += relation.parent is not None
            right += relation.parent == older
        found |= {f"wiki.{name}_decided": 100 * decided / count, f"wiki.{name}_right": 100 * right / max(1, decided)}
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value:.1f}")

"""BASIL: 300 same-story pairs of independent reports. How many are called a copy?

python -m bench.quality.independent
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from bench.quality.shared_data import DATA, lines, report_of
from whence.flow.compare import compare
from whence.lineage.weights import load_weights


def measure() -> dict[str, float]:
    """Compare every pair inside every triplet, count the relations, list those called copy or version."""
    stories: dict[str, list[dict[str, object]]] = {}
    for row in lines(DATA / "basil" / "articles.jsonl.gz"):
        text = "\n\n".join(row["paragraphs"])
        known = {
            "id": row["id"],
            "text": text,
            "title": row["title"],
            "outlet": row["source"],
            "published": row["date"],
        }
        stories.setdefault(row["triplet"], []).append(known)
    weights = load_weights()
    counts: Counter[str] = Counter()
    for rows in stories.values():
        for a, b in combinations([report_of(row) for row in rows], 2):
            relation = compare(a, b, weights=weights).relation
            counts[relation.kind] += 1
            if relation.kind in ("copy", "version"):
                print(f"{relation.kind} {relation.kind_confidence:.2f}: {a.id} {b.id}")
    print(" ".join(f"{kind}={count}" for kind, count in sorted(counts.items())), f"pairs={sum(counts.values())}")
    return {"independent.not_copy": sum(counts.values()) - counts["copy"]}


if __name__ == "__main__":
    measure()

"""Train the weights of lineage and write them with their card.

    python -m bench.quality.train_lineage            # cross-validate, then train on all and write the weights
    python -m bench.quality.train_lineage --dry      # cross-validate only

Two models, both sums of clues: a softmax over kinds, and a logistic for the direction of copies and of versions, drawn
towards hand-set weights (`PRIOR`) because directed pairs are few. Deterministic: no random start, folds by seed.
"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from bench.quality.lineage_data import lightly, load_examples, page_examples, sample_examples
from bench.quality.lineage_models import (
    DIRECTION_NAMES,
    FIXED,
    KIND_NAMES,
    KINDS,
    PRIOR,
    SEED,
    train_direction,
    train_kinds,
)  # fmt: skip
from bench.quality.validate_lineage import report_scores

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "whence" / "resources" / "lineage_weights.json"


def main() -> None:
    """Cross-validate; unless dry, train on all pairs and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    examples = load_examples()
    scores = report_scores(examples)
    pairs = len(examples)
    if arguments.dry:
        return
    examples += sample_examples()
    kinds = train_kinds([*examples, *lightly(page_examples())])
    card = {
        "what": "weights of whence.lineage: log-odds a clue, by kind and for direction",
        "trained_on": f"{pairs} pairs of real reports: 58 of shared/data/relations (two readers), {pairs - 58} of "
        "shared/data labelled by one careful reader each (bench/quality/lineage_labels.jsonl); the sample of "
        "shared/cases; and, for the direction of versions, successive versions of half of the pages of wikiversions",
        "script": "bench/quality/train_lineage.py", "seed": SEED, "date": datetime.now(UTC).date().isoformat(),
        "cross_validated": {name: scores[name] for name in ("gold", "all")},
    }  # fmt: skip
    document = {
        "card": card,
        "temperature": scores["temperature"],
        "bias": {kind: round(float(kinds[-1, k]), 3) for k, kind in enumerate(KINDS)},
        "kinds": {
            kind: {name: round(float(kinds[row, k]), 3) for row, name in enumerate(KIND_NAMES)}
            for k, kind in enumerate(KINDS)
        },
        "direction": {
            kind: dict(
                zip(DIRECTION_NAMES, map(_rounded, train_direction([*examples, *page_examples()], kind)), strict=True)
            )
            | {name: round(weight / scores["temperature"][kind], 4) for name, weight in FIXED[kind].items()}
            for kind in PRIOR
        },
    }
    WEIGHTS.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    print(f"wrote {WEIGHTS}")


def _rounded(value: float) -> float:
    """A weight as it is written."""
    return round(float(value), 3)


if __name__ == "__main__":
    main()

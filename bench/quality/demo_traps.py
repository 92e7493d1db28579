"""The traps of the built-in example: what each pair must show.

python -m bench.quality.demo_traps
"""

from __future__ import annotations

from whence.cli.demo import PAIRS, compare_demo


def measure() -> dict[str, float]:
    """How many of the traps are avoided; each failure is printed."""
    quotes, agency, update, copy = map(compare_demo, PAIRS)
    words = {(change.kind, change.before, change.after) for change in copy.changes}
    dropped = " ".join(change.before for change in copy.changes if change.kind == "dropped")
    traps = {
        "shared speech only is quotes": quotes.relation.kind == "quotes",
        "two reprints are common": agency.relation.kind == "common",
        "the origin of the reprints is named": agency.relation.origin == "Corvus",
        "an update is a version, the older right": (update.relation.kind, update.relation.parent) == ("version", "a"),
        "the copy is a copy, from A": (copy.relation.kind, copy.relation.parent) == ("copy", "a"),
        "a merged or moved sentence is not dropped": "built in 1987" not in dropped
        and "declined to comment" not in dropped,
        "the vaguer figure": any(k == "figure" and "43" in a and "more than 40" in b for k, a, b in words),
        "the dropped hedge": any(k == "hedge" and "reportedly" in a for k, a, _ in words),
        "the dropped attribution": any(k == "attribution" and "said in a statement" in a for k, a, _ in words),
        "the altered quotation, and no other": [(a, b) for k, a, b in words if k == "quotation"]
        == [("asked", "begged")],
    }
    for name, held in traps.items():
        if not held:
            print(f"trap sprung: {name}")
    return {"demo.traps": sum(traps.values())}


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name}={value}")

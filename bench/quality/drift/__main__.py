"""The figures of the drift benchmark: the committed set, the pairs written by hand, a fresh set that nobody reads.

python -m bench.quality.drift
"""

from __future__ import annotations

from bench.quality.drift.measuring import measure

if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:40} {value:.3f}")

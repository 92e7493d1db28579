"""The mean of the weights of two taggers of one training: flatter, so it holds elsewhere (Izmailov et al. 2018).

python -m bench.tagger.average first.pt second.pt -o mean.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read two, write their mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("taggers", type=Path, nargs=2)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    first, second = (torch.load(path) for path in given.taggers)
    state = {name: (value + second["state"][name]) / 2 for name, value in first["state"].items()}
    torch.save({"sizes": first["sizes"], "state": state}, given.output)


if __name__ == "__main__":
    main()

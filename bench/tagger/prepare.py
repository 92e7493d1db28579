"""Encode the unlabelled news and build the lexicon.

python -m bench.tagger.prepare WORK
"""

from __future__ import annotations

import argparse
import pickle
import time
from pathlib import Path

import numpy as np

from bench.tagger.corpus import build_lexicon, codes_of, data_hash, unlabelled
from whence.quotes.tokens import split_tokens


def main() -> None:
    """Write lexicon.pkl and unlabelled.npz (codes of all reports end to end, and each report's length)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    work: Path = parser.parse_args().work
    cpu = time.process_time()
    tokens = [split_tokens(text) for text in unlabelled()]
    lexicon = build_lexicon(tokens)
    (work / "lexicon.pkl").write_bytes(pickle.dumps(lexicon))
    codes = [codes_of(one, lexicon) for one in tokens]
    np.savez(work / "unlabelled.npz", codes=np.concatenate(codes), lengths=np.array([len(one) for one in codes]))
    print(f"{len(codes)} reports, {sum(map(len, codes))} tokens, {len(lexicon.words)} words, "
          f"sha256 {data_hash(unlabelled())}, cpu {time.process_time() - cpu:.0f}s")  # fmt: skip


if __name__ == "__main__":
    main()

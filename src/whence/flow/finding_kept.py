"""One report against a store: which of the reports there share words with it."""

from __future__ import annotations

import numpy as np

from whence.corpus.kernels import Kernels
from whence.flow.arriving_words import WordReader, unpack_hashes
from whence.flow.recent import RecentFingerprints, find_candidates
from whence.records import Report
from whence.store.batches import NewPair
from whence.store.protocol import Store


def find_sharing(store: Store, kernels: Kernels, report: Report) -> list[NewPair]:
    """The reports of a store that share passages with one that is not in it, those with most words first.

    Args:
        store: only read.
        kernels: plain or compiled.
        report: as read.
    """
    recent, number = RecentFingerprints(), 0
    hashes, owners = [np.empty(0, np.uint32)], [np.empty(0, np.int32)]
    for number, data in store.fingerprints():
        own = unpack_hashes(data).fingerprints
        hashes.append(own)
        owners.append(np.full(len(own), number, np.int32))
    mine = number + 1
    reader = WordReader(
        kernels,
        lambda numbers: {
            one: (loaded, unpack_hashes(store.fingerprints_of([one])[one]))
            for one, loaded in store.reports(numbers).items()
        },
        {},
    )
    found = reader.arrive({mine: report}, lambda _number, sentences: np.zeros(len(sentences), bool))[mine].fingerprints
    new = found, np.full(len(found), mine, np.int32)
    recent.add(np.concatenate([*hashes, new[0]]), np.concatenate([*owners, new[1]]))
    pairs = reader.share(find_candidates(recent, new, np.full(mine + 1, np.nan)))
    return sorted(pairs, key=lambda pair: (-pair.words, pair.earlier))

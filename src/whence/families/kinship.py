"""Kinship: which versions share so much prose that one may have come from another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from whence.families.texts import PRIVATE, Words, connected_groups, number_grams

KIN_GRAMS = 18  # 20 words of prose: below, two reports of one event share titles, names and phrases
SAMPLED_GRAMS = 20_000  # shared grams by which kin is found among very many


def find_kin(texts: Sequence[Words]) -> list[list[int]]:
    """Groups of versions connected by shared prose; one that shares none is a group of its own.

    Args:
        texts: the versions' words.

    Returns:
        Groups of their numbers, each in order, the first by its first number.
    """
    if not texts:
        return []
    grams = number_grams(texts)
    owners = np.repeat(np.arange(len(texts)), grams.sizes)
    has = np.zeros(grams.presence.shape, bool)
    has[owners[grams.prose], grams.grams[grams.prose]] = True
    has[:, PRIVATE] = False
    step = max(1, has.shape[1] // SAMPLED_GRAMS)
    sampled = has[:, ::step].astype(np.float32)
    return connected_groups((sampled @ sampled.T) * step >= KIN_GRAMS)

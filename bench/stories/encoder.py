"""Make a small static encoder (model2vec) from news texts, for none can be fetched.

python -m bench.stories.encoder FOLDER [--dimensions 192] [--epochs 12]

Words begin by what stands near them: positive pointwise mutual information cut down by a truncated SVD (Levy, Goldberg
and Dagan 2015), longer the rarer they are. Then they are trained so that the two parts of a report find each other
among those of others (InfoNCE; van den Oord, Li and Vinyals 2018). No labels are read, and texts of the sets that are
scored are left out. The model holds words of the texts: it is never committed.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from model2vec import StaticModel
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from bench.quality.shared_data import DATA, lines
from bench.stories.data import SETS
from bench.stories.encoder_training import train_vectors
from whence.flow.encoders import text_of

WORD = r"[a-z0-9]+(?:['’-][a-z0-9]+)*"
UNKNOWN = "[UNK]"
BEGINNING = 200  # characters by which a text is known again
LEAST_REPORTS = 4  # that have a word
WINDOW = 8  # words on either side
SMOOTHED = 0.75  # power of the counts of contexts
SEED = 7


def main() -> None:
    """Make the model, write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dimensions", type=int, default=192)
    parser.add_argument("--epochs", type=int, default=12)
    given = parser.parse_args()
    texts = [re.findall(WORD, text.lower()) for text in unscored_texts()]
    words = vocabulary(texts)
    numbered = [np.array([words[word] for word in text if word in words], np.int32) for text in texts]
    start = word_vectors(texts, words, given.dimensions)
    model_of(words, train_vectors(numbered, start, given.epochs)).save_pretrained(given.folder)
    print(f"{len(texts):,} texts, {len(words):,} words, {given.dimensions} dimensions: {given.folder}")


def unscored_texts() -> list[str]:
    """Texts that are in no set that is scored."""
    scored = [one.report for told in SETS.values() for one in told()]
    ids, beginnings = {one.id for one in scored}, {one.text[:BEGINNING] for one in scored}
    rows = lines(DATA / "abp" / "articles.jsonl.gz")
    return [
        text_of(row["title"], row["text"])
        for row in rows
        if row["id"] not in ids and row["text"][:BEGINNING] not in beginnings
    ]


def vocabulary(texts: Sequence[Sequence[str]]) -> dict[str, int]:
    """Words that enough texts have, the commonest first; their numbers."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(text))
    kept = sorted((-count, word) for word, count in seen.items() if count >= LEAST_REPORTS)
    return {word: number for number, (_, word) in enumerate(kept)}


def word_vectors(texts: Sequence[Sequence[str]], words: dict[str, int], dimensions: int) -> Any:
    """A vector for each word, the longer the rarer it is (words by dimensions)."""
    numbered = [np.array([words.get(word, -1) for word in text], np.int32) for text in texts]
    left, values, _ = svds(_mutual_information(numbered, len(words)), k=dimensions, rng=np.random.default_rng(SEED))
    vectors = left[:, np.argsort(-values)]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-12
    reports = np.bincount(np.concatenate([np.unique(text[text >= 0]) for text in numbered]), minlength=len(words))
    rarity = np.log((len(texts) + 1) / (reports + 0.5))
    return (vectors * (rarity / rarity.mean())[:, None]).astype(np.float32)


def _mutual_information(texts: Sequence[Any], words: int) -> Any:
    """Positive pointwise mutual information of words and their neighbours (words by words, sparse)."""
    line = np.concatenate([np.append(text, [-1] * WINDOW) for text in texts])
    counts: Any = csr_matrix((words, words), dtype=np.float32)
    for apart in range(1, WINDOW + 1):
        first, second = line[:-apart], line[apart:]
        both = (first >= 0) & (second >= 0)
        near = np.full(int(both.sum()), 1 / apart, np.float32)
        counts = counts + coo_matrix((near, (first[both], second[both])), (words, words)).tocsr()
    counts = (counts + counts.T).tocoo()
    total = np.asarray(counts.sum(axis=1)).ravel()
    context = total**SMOOTHED / (total**SMOOTHED).sum()
    told = np.log(counts.data / (total[counts.row] * context[counts.col] + 1e-12))
    kept = told > 0
    return csr_matrix((told[kept], (counts.row[kept], counts.col[kept])), (words, words))


def model_of(words: dict[str, int], vectors: Any) -> StaticModel:
    """A model that takes the mean of the vectors of the words it knows."""
    numbers = words | {UNKNOWN: len(words)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(WORD), "removed", invert=True)
    nothing = np.zeros((1, vectors.shape[1]), np.float32)
    return StaticModel(np.concatenate([vectors, nothing]), tokenizer, normalize=True)


if __name__ == "__main__":
    main()

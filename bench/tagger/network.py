"""The tagger's network in torch: tables of codes, two bidirectional LSTM layers, a chain over labels, links of pieces.

Only training needs torch; `whence.quotes.network` runs the same arithmetic in NumPy.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from whence.quotes.tokens import LAYOUTS, MARKS, SHAPES

TABLES = (128, 24, 24, 8, 8, 8)  # columns of each feature's table


class Sizes(NamedTuple):
    """How large a network is: entries of the three word tables, cells of each direction of each layer."""

    words: int
    endings: int
    beginnings: int
    lower: int
    upper: int


class Reader(nn.Module):
    """Codes to vectors, and the lower layer: a forward and a backward LSTM that never see each other."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        entries = (sizes.words + 2, sizes.endings + 2, sizes.beginnings + 2, SHAPES, MARKS, LAYOUTS)
        self.tables = nn.ModuleList(nn.Embedding(n, d) for n, d in zip(entries, TABLES, strict=True))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.forwards = nn.LSTM(sum(TABLES), sizes.lower, batch_first=True)
        self.backwards = nn.LSTM(sum(TABLES), sizes.lower, batch_first=True)

    def vectors(self, codes: Tensor) -> Tensor:
        """The looked-up vectors, shape (batch, tokens, 200)."""
        return torch.cat([table(codes[..., k]) for k, table in enumerate(self.tables)], -1)

    def lower(self, vectors: Tensor) -> tuple[Tensor, Tensor]:
        """The states of both directions; windows are padded at their end, where the backward pass meets zeros."""
        ahead, _ = self.forwards(vectors)
        back, _ = self.backwards(vectors.flip(1))
        return ahead, back.flip(1)


class LanguageModel(nn.Module):
    """Guess the next word from the words before it, and the word before from those after it."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.reader = Reader(sizes)
        self.ahead = nn.Linear(sizes.lower, TABLES[0])
        self.back = nn.Linear(sizes.lower, TABLES[0])
        self.bias = nn.Parameter(torch.zeros(sizes.words + 2))

    def forward(self, codes: Tensor, sampled: Tensor, noise: Tensor) -> tuple[Tensor, Tensor]:
        """The losses of both directions among sampled words.

        `sampled` are the words drawn, `noise` the logarithm of how often each is expected among them.
        """
        vectors = self.reader.vectors(codes)
        vectors = nn.functional.dropout(vectors, 0.1, self.training)
        ahead, back = self.reader.lower(vectors)
        words = codes[..., 0]
        return (
            self._loss(self.ahead(ahead[:, :-1]), words[:, 1:], sampled, noise),
            self._loss(self.back(back[:, 1:]), words[:, :-1], sampled, noise),
        )

    def _loss(self, guesses: Tensor, targets: Tensor, sampled: Tensor, noise: Tensor) -> Tensor:
        table = self.reader.tables[0].weight
        guesses, targets = guesses.reshape(-1, TABLES[0]), targets.reshape(-1)
        others = guesses @ table[sampled].T + (self.bias[sampled] - noise[sampled])
        right = (guesses * table[targets]).sum(-1) + self.bias[targets] - noise[targets]
        place = torch.full_like(noise, -1, dtype=torch.long)
        place[sampled] = torch.arange(len(sampled))
        hit = place[targets]
        rows = (hit >= 0).nonzero().squeeze(1)
        others = others.index_put((rows, hit[rows]), torch.tensor(-1e4))
        return (torch.logsumexp(torch.cat([right[:, None], others], 1), 1) - right).mean()


LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
DISTANCES, BETWEENS, BREAKS = 20, 10, 6  # buckets of the link scorer: see whence.quotes.links
LINK_COLUMNS = 64


class Chain(nn.Module):
    """A linear chain over labels (conditional random field); an inside label follows its own beginning only."""

    def __init__(self) -> None:
        super().__init__()
        size = len(LABELS)
        self.steps = nn.Parameter(torch.zeros(size, size))
        self.begin = nn.Parameter(torch.zeros(size))
        allowed = torch.ones(size, size)
        for inside in (2, 4, 6):
            allowed[:, inside] = 0
            allowed[inside - 1, inside] = allowed[inside, inside] = 1
        self.register_buffer("barred", (1 - allowed) * -1e4)
        self.register_buffer("barred_begin", torch.tensor([0.0, 0, -1e4, 0, -1e4, 0, -1e4]))

    def transitions(self) -> Tensor:
        """The score of each label after each other."""
        return self.steps + self.barred

    def forward_backward(self, scores: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The logarithms of the partition sums, (batch,), and of the labels' marginals, (batch, tokens, labels)."""
        steps = self.transitions()
        ahead = [self.begin + self.barred_begin + scores[:, 0]]
        for t in range(1, scores.shape[1]):
            new = torch.logsumexp(ahead[-1][:, :, None] + steps, 1) + scores[:, t]
            ahead.append(torch.where(mask[:, t, None], new, ahead[-1]))
        total = torch.logsumexp(ahead[-1], 1)
        back = [torch.zeros_like(ahead[0])]
        for t in range(scores.shape[1] - 1, 0, -1):
            new = torch.logsumexp(steps + (scores[:, t] + back[-1])[:, None, :], 2)
            back.append(torch.where(mask[:, t, None], new, back[-1]))
        marginals = torch.stack(ahead, 1) + torch.stack(back[::-1], 1) - total[:, None, None]
        return total, marginals

    def partition(self, scores: Tensor, mask: Tensor) -> Tensor:
        """The logarithm of the sum over all labellings."""
        steps = self.transitions()
        ahead = self.begin + self.barred_begin + scores[:, 0]
        for t in range(1, scores.shape[1]):
            new = torch.logsumexp(ahead[:, :, None] + steps, 1) + scores[:, t]
            ahead = torch.where(mask[:, t, None], new, ahead)
        return torch.logsumexp(ahead, 1)

    def score(self, scores: Tensor, mask: Tensor, labels: Tensor) -> Tensor:
        """The score of one labelling."""
        steps = self.transitions()
        found = scores.gather(2, labels[..., None]).squeeze(2)
        found = (found * mask).sum(1) + (self.begin + self.barred_begin)[labels[:, 0]]
        return found + (steps[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)


class Links(nn.Module):
    """How well one piece belongs to another: a product of what both say, and where they stand to each other."""

    def __init__(self, cells: int) -> None:
        super().__init__()
        self.asks = nn.Linear(2 * cells, LINK_COLUMNS)
        self.answers = nn.Linear(2 * cells, LINK_COLUMNS)
        self.distance = nn.Embedding(DISTANCES, 1)
        self.between = nn.Embedding(BETWEENS, 1)
        self.breaks = nn.Embedding(BREAKS, 1)
        self.none = nn.Linear(2 * cells, 1)
        for table in (self.distance, self.between, self.breaks):
            nn.init.zeros_(table.weight)

    def forward(self, asking: Tensor, answering: Tensor, buckets: Tensor) -> Tensor:
        """Scores of shape (asking, 1 + answering): the first column is "none of them"."""
        product = self.asks(asking) @ self.answers(answering).T / LINK_COLUMNS**0.5
        place = self.distance(buckets[..., 0]) + self.between(buckets[..., 1]) + self.breaks(buckets[..., 2])
        return torch.cat([self.none(asking), product + place.squeeze(-1)], 1)


def turned(vectors: Tensor, lengths: Tensor) -> Tensor:
    """Each sequence turned round inside its own length, so that padding stays at the end."""
    places = torch.arange(vectors.shape[1])
    order = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
    return vectors.gather(1, order[..., None].expand_as(vectors))


class Tagger(nn.Module):
    """Labels for tokens, links for pieces."""

    def __init__(self, sizes: Sizes, *, dropout: float = 0.4) -> None:
        super().__init__()
        self.sizes, self.dropout = sizes, dropout
        self.reader = Reader(sizes)
        self.forwards = nn.LSTM(2 * sizes.lower, sizes.upper, batch_first=True)
        self.backwards = nn.LSTM(2 * sizes.lower, sizes.upper, batch_first=True)
        self.labels = nn.Linear(2 * sizes.upper, len(LABELS))
        self.chain = Chain()
        self.cue_of_content = Links(2 * sizes.upper)
        self.source_of_cue = Links(2 * sizes.upper)

    def states(self, codes: Tensor, lengths: Tensor) -> Tensor:
        """The upper layer's states, shape (batch, tokens, 2 x upper)."""
        vectors = self._drop(self.reader.vectors(codes), 0.25)
        ahead, _ = self.reader.forwards(vectors)
        back, _ = self.reader.backwards(turned(vectors, lengths))
        lower = self._drop(torch.cat([ahead, turned(back, lengths)], -1), self.dropout)
        ahead, _ = self.forwards(lower)
        back, _ = self.backwards(turned(lower, lengths))
        return self._drop(torch.cat([ahead, turned(back, lengths)], -1), self.dropout)

    def _drop(self, vectors: Tensor, share: float) -> Tensor:
        """The same columns left out for all tokens of a window (variational dropout, Gal and Ghahramani 2016)."""
        if not self.training:
            return vectors
        keep = torch.rand(vectors.shape[0], 1, vectors.shape[2]) >= share
        return vectors * keep / (1 - share)

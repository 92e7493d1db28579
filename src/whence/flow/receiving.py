"""Reports that arrive one request at a time: one writer at work, made anew where another process has written."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from whence.corpus.kernels import choose_kernels
from whence.flow.adding import Added, Adder
from whence.records import Reject, Report
from whence.store.protocol import Store


class Receiver:
    """Takes in reports, one request after the other.

    Args:
        store: to be written.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._lock = store, Lock()
        self._kernels = choose_kernels(None)
        self._adder: Adder | None = None

    def __call__(self, items: Iterable[Report | Reject]) -> Added:
        """Add reports; they are kept when this returns.

        Args:
            items: reports and rejects.

        Raises:
            StoreError: the store cannot be written, or another process has written at this very moment.
        """
        with self._lock:
            if self._adder is None or self._adder.reports != self._store.holdings().reports:
                self._adder = Adder(self._store, self._kernels, _silent)
            adder, self._adder = self._adder, None  # where it fails, what it remembers is worth nothing
            added = adder.add(items)
            self._adder = adder
            return added


def _silent(_stage: str, _done: int, _of: int | None) -> None:
    """Tell nobody of progress."""

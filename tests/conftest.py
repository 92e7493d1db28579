"""Settings for all tests: generated examples are the same in every run."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded: threads of small products only wait

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from whence.corpus.kernels import Kernels

settings.register_profile(
    "whence", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("whence")


@pytest.fixture(scope="session", params=["plain", "compiled"])
def kernels(request: pytest.FixtureRequest) -> Kernels:
    """The kernels of a corpus, as they are written and compiled: a contract holds for both."""
    from whence.corpus.kernels import SMALL_BYTES, choose_kernels

    return choose_kernels(0 if request.param == "plain" else SMALL_BYTES + 1)

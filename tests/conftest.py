"""Settings for all tests: generated examples are the same in every run."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded: threads of small products only wait

from hypothesis import HealthCheck, settings

settings.register_profile(
    "whence", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("whence")

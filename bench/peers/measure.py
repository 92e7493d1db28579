"""CPU seconds and memory of one child process."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
THREADS = ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "NUMBA_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Use(NamedTuple):
    """What a process used: CPU seconds, the most memory in megabytes, and its exit code (negative: a signal)."""

    cpu: float
    megabytes: float
    code: int


def run_measured(command: Sequence[str], *, stdout: Path | None = None, cpu_limit: int) -> Use:
    """Run a command on one thread to its end, or to its limit of CPU seconds."""
    with Path(stdout or os.devnull).open("wb") as out:
        child = subprocess.Popen(command, cwd=ROOT, env=one_thread(), stdout=out)
        resource.prlimit(child.pid, resource.RLIMIT_CPU, (cpu_limit, cpu_limit))
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
    return Use(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, child.returncode)


def said(command: Sequence[str]) -> str:
    """What a command prints; nothing where it fails or does not exist."""
    try:
        run = subprocess.run(command, cwd=ROOT, env=one_thread(), capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""


def one_thread() -> dict[str, str]:
    """The environment of a child: one thread, nothing from model hubs, byte code kept as where tools are installed."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**given, **dict.fromkeys(THREADS, "1"), "TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1"}

"""The straight line is true: its kernels exist, and each stage reads only what stands above it."""

from importlib import import_module

from whence.flow.stages import STAGES


def test_every_kernel_exists() -> None:
    for stage in STAGES:
        module, _, function = stage.kernel.partition(":")
        found = import_module(module)
        assert not function or callable(getattr(found, function))


def test_a_stage_reads_only_what_is_written_above_it() -> None:
    written = {"bytes"}
    for stage in STAGES:
        assert set(stage.reads) <= written
        written |= set(stage.writes)

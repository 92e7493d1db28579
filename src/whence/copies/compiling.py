"""The one place where kernels are compiled: a corpus asks for them, a small job calls them as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import FunctionType, ModuleType
from typing import Any

Kernel = Callable[..., Any]
_ALLOCATES = {"empty", "zeros", "full", "argsort", "copy"}
_NO_ARRAY = ("None", "int", "bool")


def compile_kernels(modules: Sequence[ModuleType]) -> dict[str, Kernel]:
    """Compile the functions of kernel modules with Numba.

    A kernel calls other kernels by name; each is compiled over a view of its module in which those before it are
    compiled already. So a function stands below the ones it calls, or the order of the file is looked through twice.

    Args:
        modules: modules of plain functions, those that are called by others first.

    Arrays are counted references, and counting them costs more than the work of a small function. A function that
    neither makes an array nor is handed one back can do without (Numba's `_nrt`): links are found 3.5 times faster so.

    Returns:
        The compiled functions by name. They release the interpreter's lock, and what was compiled is kept on disk: some
        8 seconds the first time on a machine, about one after that.
    """
    from numba import njit  # a third of a second, for corpora alone

    compiled: dict[str, Kernel] = {}
    makers: set[str] = set()
    for module in modules:
        own = [value for value in vars(module).values() if _is_kernel(value, module)]
        for function in sorted(own, key=lambda one: _depth(one, module)):
            view = FunctionType(function.__code__, vars(module) | compiled, function.__name__, function.__defaults__)
            counts = not (_ALLOCATES | makers).isdisjoint(function.__code__.co_names)
            if counts and function.__annotations__["return"] not in _NO_ARRAY:
                makers.add(function.__name__)
            options: dict[str, Any] = {"nogil": True, "cache": True, "_nrt": counts}
            compiled[function.__name__] = njit(**options)(view)
    return compiled


def _is_kernel(value: object, module: ModuleType) -> bool:
    """A function that the module itself defines."""
    return isinstance(value, FunctionType) and value.__module__ == module.__name__


def _depth(function: FunctionType, module: ModuleType) -> int:
    """How many calls within the module lie below a function: what is called is compiled first."""
    called = [vars(module)[name] for name in function.__code__.co_names if name in vars(module)]
    return 1 + max(
        (_depth(one, module) for one in called if _is_kernel(one, module) and one is not function), default=0
    )

"""The house rules of the code, checked: sizes, names, docstrings, what no module may do, and every doctest."""

from __future__ import annotations

import ast
import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "whence"
MODULES = sorted(SOURCE.rglob("*.py"))
LISTS = sorted((SOURCE / "resources").glob("*.txt"))
MODULE_LINES, FUNCTION_LINES, PARAMETERS = 400, 60, 5
FORBIDDEN_NAMES = {"utils", "helpers", "misc", "common", "core", "manager"}
# Modules that may read the environment; cli/ may print as well.
MAY_READ_ENVIRONMENT = {"settings"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """The dotted name of a module, or the path of another file inside the package."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, Function)]


every_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


@every_module
def test_a_module_is_no_longer_than_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MODULE_LINES


@every_module
def test_a_function_is_no_longer_than_sixty_lines(path: Path) -> None:
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno + 1 > FUNCTION_LINES]
    assert long == []


@every_module
def test_a_function_has_at_most_five_parameters(path: Path) -> None:
    many: list[str] = []
    for function in functions(path):
        given = function.args
        names = [arg.arg for arg in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        if path.parent.name != "cli" and len([name for name in names if name not in ("self", "cls")]) > PARAMETERS:
            many.append(function.name)  # a command of the command line has as many parameters as options
    assert many == []


@every_module
def test_everything_public_says_what_it_is(path: Path) -> None:
    tree = tree_of(path)
    missing = [] if ast.get_docstring(tree) else [path.name]
    for node in tree.body:
        inside = [child for child in node.body if isinstance(child, Function)] if isinstance(node, ast.ClassDef) else []
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            public = [node, *(child for child in inside if not child.name.startswith("_"))]
            missing += [item.name for item in public if not ast.get_docstring(item)]
    assert missing == []


@every_module
def test_no_module_is_named_for_nothing(path: Path) -> None:
    assert not FORBIDDEN_NAMES & {path.stem, *path.relative_to(SOURCE).parts[:-1]}


@every_module
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    assert "cli" in path.parts or not any(isinstance(call, ast.Name) and call.id == "print" for call in calls)


@every_module
def test_no_exception_is_swallowed_unnamed(path: Path) -> None:
    caught = [node.type for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler)]
    broad = ("Exception", "BaseException")
    assert not any(kind is None or (isinstance(kind, ast.Name) and kind.id in broad) for kind in caught)


@every_module
def test_only_settings_and_the_command_line_read_the_environment(path: Path) -> None:
    if path.stem in MAY_READ_ENVIRONMENT or "cli" in path.parts:
        return
    read = [node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)]
    assert not {"environ", "environb", "getenv"} & set(read)


@every_module
def test_own_modules_are_never_imported_for_types_alone(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            imported = [child for child in ast.walk(node) if isinstance(child, ast.ImportFrom)]
            assert not any((child.module or "").startswith("whence") for child in imported)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_word_list_says_what_it_is_and_lists_nothing_twice(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    entries = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert sorted({entry for entry in entries if entries.count(entry) > 1}) == []


@pytest.mark.parametrize(
    "package", sorted(path.parent.name for path in SOURCE.glob("*/__init__.py") if path.parent.name != "resources")
)
def test_every_package_has_tests_beside_it(package: str) -> None:
    assert list((ROOT / "tests" / package).glob("test_*.py"))


@every_module
def test_the_examples_in_docstrings_are_true(path: Path) -> None:
    try:
        module = importlib.import_module(name_of(path))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("whence"):
            raise
        pytest.skip(f"needs {error.name}")
    result = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert result.failed == 0

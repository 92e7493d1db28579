"""Settings: defaults, overlaid by the file, overlaid by the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from whence.errors import UsageError
from whence.settings import Settings, load_settings


def test_without_file_and_environment_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path) == Settings()


def test_the_file_overlays_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "whence.toml").write_text("line_bytes = 1000\nunknown = 3\n", "utf-8")
    found = load_settings({}, tmp_path)
    assert (found.line_bytes, found.document_bytes) == (1000, Settings().document_bytes)


def test_the_environment_overlays_the_file(tmp_path: Path) -> None:
    (tmp_path / "whence.toml").write_text("line_bytes = 1000\n", "utf-8")
    assert load_settings({"WHENCE_LINE_BYTES": "2000", "WHENCE_UNKNOWN": "x", "PATH": "x"}, tmp_path).line_bytes == 2000


@pytest.mark.parametrize("value", ["many", "", "1.5"])
def test_a_value_that_is_no_whole_number_is_a_usage_error(value: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="line_bytes"):
        load_settings({"WHENCE_LINE_BYTES": value}, tmp_path)


@pytest.mark.parametrize("value", ["-1", "0"])
def test_a_limit_below_one_byte_is_a_usage_error(value: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="line_bytes"):
        load_settings({"WHENCE_LINE_BYTES": value}, tmp_path)


@pytest.mark.parametrize("content", [b"line_bytes = ", b"\xff\xfe", b"[["])
def test_a_file_that_is_no_toml_is_a_usage_error(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "whence.toml").write_bytes(content)
    with pytest.raises(UsageError, match=r"whence\.toml"):
        load_settings({}, tmp_path)


@pytest.mark.parametrize("value", ["line_bytes = true\n", "line_bytes = [1]\n", "line_bytes = 1.5\n"])
def test_a_value_of_another_type_in_the_file_is_a_usage_error(value: str, tmp_path: Path) -> None:
    (tmp_path / "whence.toml").write_text(value, "utf-8")
    with pytest.raises(UsageError, match="line_bytes"):
        load_settings({}, tmp_path)


def test_the_limits_of_reading_are_those_of_the_settings() -> None:
    limits = Settings(document_bytes=5, line_bytes=6).limits
    assert (limits.document_bytes, limits.line_bytes) == (5, 6)

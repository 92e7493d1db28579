"""When two spellings of a name are one."""

from __future__ import annotations

import pytest

from whence.names.spelling import same_first, same_firsts, split_name, suffix_of, surname_key


@pytest.mark.parametrize(("a", "b"), [("bill", "william"), ("d", "donald"), ("ben", "benjamin")])
def test_forms_of_one_first_name(a: str, b: str) -> None:
    assert same_first(a, b) == same_first(b, a)


@pytest.mark.parametrize(("a", "b"), [("bill", "hillary"), ("paul", "paula"), ("donald", "ivanka")])
def test_two_first_names(a: str, b: str) -> None:
    assert not same_firsts((a,), (b,))


def test_short_surnames_keep_their_letters() -> None:
    assert surname_key("lee") == "lee"
    assert surname_key("ali") != surname_key("aly")


def test_suffixes_are_no_surnames() -> None:
    assert split_name(("john", "roe", "jr")) == (("john",), "roe")
    assert suffix_of(("john", "roe", "jr")) == "jr"

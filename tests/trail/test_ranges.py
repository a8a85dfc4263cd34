"""Packing of row numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.store.ranges import LARGEST, pack, ranges, unpack

NUMBERS = st.sets(st.integers(1, 400) | st.integers(1, LARGEST), max_size=200).map(sorted)


def numbers(packed: bytes) -> list[int]:
    return [number for first, last in unpack(packed) for number in range(first, last + 1)]


@given(NUMBERS)
def test_what_is_packed_comes_back(given: list[int]) -> None:
    assert numbers(pack(given)) == given


@given(st.binary(max_size=12))
def test_a_set_has_one_form(packed: bytes) -> None:
    """Bytes that are a packed set are what packing that set gives: no second seal says the same otherwise."""
    try:
        found = unpack(packed)
    except ValueError:
        return
    few = [(first, min(last, first + 50)) for first, last in found]
    if few == found:
        assert pack([n for first, last in few for n in range(first, last + 1)]) == packed


@given(NUMBERS)
def test_ranges_are_apart_and_rising(given: list[int]) -> None:
    found = ranges(given)
    assert all(first <= last for first, last in found)
    assert all(last + 1 < first for (_, last), (first, _) in zip(found, found[1:], strict=False))
    assert sum(last - first + 1 for first, last in found) == len(given)


def test_a_second_is_a_few_bytes() -> None:
    assert len(pack(range(10_000_000, 10_008_000))) <= 6
    assert pack([]) == b""
    assert unpack(b"") == []


@pytest.mark.parametrize(
    "packed",
    [
        b"\x01",  # a beginning without a length
        b"\x80",  # a number that does not end
        b"\x80\x00\x00",  # a number with needless bytes
        b"\x00\x80\x00",
        b"\xff" * 10 + b"\x01\x00",  # larger than any row's
        b"\x00" + b"\xff" * 8 + b"\x7f" + b"\x00",
    ],
)
def test_what_was_never_packed_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(packed)


@pytest.mark.parametrize("given", [[0], [-1, 3], [3, 2], [2, 2]])
def test_only_rising_positive_numbers_are_packed(given: list[int]) -> None:
    with pytest.raises(ValueError):
        pack(given)

"""Sealed values open in their own place and row only, and indexes are HMACs of their own place."""

import hmac
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.errors import Trouble
from assistor_console.sealing import seal_bytes, unseal_bytes
from assistor_console.store.vault import Vault, derive

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
VAULT = Vault(KEY)


@given(st.binary(max_size=300), st.binary(max_size=16))
def test_what_was_sealed_opens(data: bytes, row: bytes) -> None:
    blob = VAULT.seal("records", row, data)
    assert len(blob) == len(data) + 33
    assert VAULT.open("records", row, blob) == data


@given(st.lists(st.binary(max_size=40), max_size=9))
def test_sealing_many_is_sealing_each(data: list[bytes]) -> None:
    rows = [bytes([number]) for number in range(len(data))]
    blobs = VAULT.seal_all("records", rows, data)
    assert [VAULT.open("records", row, blob) for row, blob in zip(rows, blobs, strict=True)] == data
    assert len({blob[5:17] for blob in blobs}) == len(data)


@pytest.mark.parametrize(("place", "row"), [("recordz", b"1"), ("records", b"2"), ("records\x001", b"")])
def test_a_moved_value_does_not_open(place: str, row: bytes) -> None:
    blob = VAULT.seal("records", b"1", b"secret")
    with pytest.raises(Trouble, match="vault.broken"):
        VAULT.open(place, row, blob)


@given(st.integers(min_value=5), st.integers(min_value=0, max_value=7))
def test_a_changed_bit_is_noticed(at: int, bit: int) -> None:
    blob = bytearray(VAULT.seal("records", b"1", b"secret"))
    blob[5 + at % (len(blob) - 5)] ^= 1 << bit
    with pytest.raises(Trouble, match="vault.broken"):
        VAULT.open("records", b"1", bytes(blob))


# The names are given: a sealed value differs in every process, and parallel ones must agree on the names.
@pytest.mark.parametrize(
    "blob", [b"", b"\x01", VAULT.seal("records", b"1", b"")[:20]], ids=["empty", "format", "cut"]
)
def test_a_cut_value_is_noticed(blob: bytes) -> None:
    with pytest.raises(Trouble, match="vault"):
        VAULT.open("records", b"1", blob)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(Trouble, match="vault.format"):
        VAULT.open("records", b"1", b"\x02" + VAULT.seal("records", b"1", b"x")[1:])


def test_a_former_key_stays_readable_and_an_unknown_one_is_named() -> None:
    old = VAULT.seal("records", b"1", b"secret")
    assert Vault(OTHER, former=[KEY]).open("records", b"1", old) == b"secret"
    with pytest.raises(Trouble, match="vault.key_unknown"):
        Vault(OTHER).open("records", b"1", old)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(Trouble, match="vault.key_length"):
        Vault(b"short")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_an_index_is_the_hmac_of_its_place(text: str) -> None:
    expected = hmac.digest(derive(KEY, "index records.tin"), text.encode(), "sha256")[:16]
    assert VAULT.index("records.tin", text) == expected
    assert VAULT.index("cases.tin", text) != expected


def test_a_reply_opens_under_its_own_key_and_content_only() -> None:
    key = os.urandom(32)
    blob = seal_bytes(key, b"reply", b"content")
    assert unseal_bytes(key, blob, b"content") == b"reply"
    for broken in ((OTHER, blob, b"content"), (key, blob, b"other"), (key, blob[:-1], b"content")):
        with pytest.raises(Trouble, match="vault.broken"):
            unseal_bytes(*broken)

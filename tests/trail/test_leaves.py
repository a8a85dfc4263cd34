"""The leaf of a row: its value is for ever, however it is computed."""

import hashlib
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.store.leaves import NAMES, leaf

SALT = bytes(range(16))
ROW = {
    "at": 1513004400000000,
    "request": UUID(int=1),
    "act": "answer_question",
    "person": UUID(int=2),
    "role": "assistor",
    "console": "console 17",
    "call_id": UUID(int=3),
    "case_id": None,
    "outcome": "done",
    "reason": None,
    "about": None,
}
KNOWN = [
    ({}, "ba5bcfa6ca32a9cac50c749c452809f3d76cd7c2531bbb1895dd8ffa13d7ab45"),
    ({"reason": "case_review"}, "b72ffdc75256ac09ff33a77a8235e3d394f187e0f745b09ce4c8a4e0fa6b00f1"),
    ({"about": UUID(int=4)}, "3f00b023a84206f323287a9d2678f48fda8af5837521ed4c3ea85d48a9268e78"),
    ({"console": "mesón nº 5"}, "b80f45cc47728f1248f7810cbfc92bbfa79a53540181ac6a59d0ff1f0b2881dd"),
    (
        {"person": None, "role": None, "call_id": None, "console": ""},
        "f2fa636a186d4e457ff83198041298c1e20841c7273a6c4c6c7a8d93bf39be0d",
    ),
    ({"at": 999}, "9ec033df6d7fe3ad751405d635c8d6136e36bceb8bde14ef31176fa0b0935292"),
]


def by_definition(salt: bytes, row: dict[str, object]) -> bytes:
    """As the leaf was first written down."""
    digest = hashlib.sha256(b"\x00" + salt)
    for name in NAMES:
        if name in ("reason", "about") and row[name] is None:
            continue
        data = f"{name}={row[name]}".encode()
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()


@pytest.mark.parametrize(("change", "known"), KNOWN)
def test_known_leaves(change: dict[str, object], known: str) -> None:
    row: dict[str, object] = {**ROW, **change}
    assert leaf(SALT, row).hex() == known
    assert by_definition(SALT, row).hex() == known


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=140)


@given(
    st.binary(min_size=16, max_size=16),
    st.fixed_dictionaries(
        {
            "at": st.integers(-(2**63), 2**63 - 1),
            "request": st.uuids(),
            "act": WORDS,
            "person": st.uuids() | st.none(),
            "role": WORDS | st.none(),
            "console": WORDS,
            "call_id": st.uuids() | st.none(),
            "case_id": st.uuids() | st.none(),
            "outcome": WORDS,
            "reason": WORDS | st.none(),
            "about": st.uuids() | st.none(),
        }
    ),
)
def test_the_fast_way_is_the_definition(salt: bytes, row: dict[str, object]) -> None:
    assert leaf(salt, row) == by_definition(salt, row)

"""The leaf of an audit row: what is sealed of it.

A leaf is SHA-256 over a zero byte, the row's salt (16 bytes) and its canonical form: names and values in
order, each pair with its length (4 bytes). Lengths below 128 and plain ASCII, which nearly every row has, are
joined as one text and hashed at once.
"""

import hashlib

NONE = "None"
"""The canonical form of a column without a value."""
NAMES = (
    "at",
    "request",
    "act",
    "person",
    "role",
    "console",
    "call_id",
    "case_id",
    "outcome",
    "reason",
    "about",
)
_MAY_LACK = NAMES[-2:]
LEAF_BYTES = 32

_sha256 = hashlib.sha256


def leaf_of(
    salt: bytes,
    at: int,
    request: str,
    act: str,
    person: str,
    role: str,
    console: str,
    call_id: str,
    case_id: str,
    outcome: str,
    reason: str | None,
    about: str | None,
) -> bytes:
    """The leaf (32 bytes). UUIDs are texts with hyphens, what has no value is NONE; a row without a reason,
    or without what it is about, has the form it had before there were such."""
    when = f"at={at}"
    text = (
        f"\0\0\0{chr(len(when))}{when}\0\0\0{chr(8 + len(request))}request={request}"
        f"\0\0\0{chr(4 + len(act))}act={act}\0\0\0{chr(7 + len(person))}person={person}"
        f"\0\0\0{chr(5 + len(role))}role={role}\0\0\0{chr(8 + len(console))}console={console}"
        f"\0\0\0{chr(8 + len(call_id))}call_id={call_id}\0\0\0{chr(8 + len(case_id))}case_id={case_id}"
        f"\0\0\0{chr(8 + len(outcome))}outcome={outcome}"
    )
    if reason is not None:
        text += f"\0\0\0{chr(7 + len(reason))}reason={reason}"
    if about is not None:
        text += f"\0\0\0{chr(6 + len(about))}about={about}"
    if text.isascii():
        return _sha256(b"\0" + salt + text.encode()).digest()
    values = (at, request, act, person, role, console, call_id, case_id, outcome, reason, about)
    return _slow(salt, dict(zip(NAMES, values, strict=True)))


def leaf(salt: bytes, row: dict[str, object]) -> bytes:
    """The leaf of a row by the names of its columns; UUIDs and texts as they are."""
    said = {name: str(row[name]) for name in NAMES[1:-2]}
    more = {name: None if row.get(name) is None else str(row[name]) for name in _MAY_LACK}
    return leaf_of(salt, int(str(row["at"])), **said, reason=more["reason"], about=more["about"])


def _slow(salt: bytes, row: dict[str, object]) -> bytes:
    """The definition: a length that takes more than seven bits, or letters beyond ASCII."""
    pairs = (
        f"{name}={row[name]}".encode() for name in NAMES if name not in _MAY_LACK or row[name] is not None
    )
    return _sha256(b"\0" + salt + b"".join(len(pair).to_bytes(4, "big") + pair for pair in pairs)).digest()

"""Seals of the trail: each one vouches for rows, for the seal before it, and so for everything before.

A seal's digest is SHA-256 over: a byte 0x01 ‖ the digest before (32 zero bytes for the first) ‖ number, at,
horizon, floor, top (8 bytes each) ‖ the length of the packed ids (4 bytes) ‖ the packed ids ‖ the leaves in
the order of ids. What is signed is a byte 0x02 ‖ the same numbers and packed ids ‖ the digest: so a signature
alone tells that a seal's own numbers are genuine, whatever became of its rows.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from ..domain.errors import Trouble
from ..domain.trail import AHEAD
from . import locks, signing
from .kept_vault import KeptVault
from .keys import Keys
from .pack import moment, us
from .ranges import pack
from .tables_trail import seals as _S
from .unsealed import Mark, Unsealed

MOST = 5_000
"""So many rows at most come under one seal, or one transaction's where that has more: a backlog is worked off
in short transactions. A seal of as many or more does not say that nothing was left to seal."""
MARK_BYTES = 4
GENESIS = bytes(32)

_FORMAT, _SIGNED = b"\x01", b"\x02"
_NUMBERS = struct.Struct(">5QI")
_ADD = insert(_S)
_NEWEST = select(_S).order_by(_S.c.number.desc()).limit(1)
_ONE = select(_S).where(_S.c.number == bindparam("number"))
_AFTER = select(_S).where(_S.c.number > bindparam("after")).order_by(_S.c.number).limit(bindparam("most"))
_SINCE = select(func.min(_S.c.number)).where(_S.c.at >= bindparam("at"))
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal. `horizon`: every transaction below it has ended and is sealed here or earlier; `floor`: no
    row up to this id is still to be sealed; `top`: the highest id sealed so far; `ids`: its rows, packed;
    `marks`: the first MARK_BYTES of their leaves. `at` is in microseconds since 1970."""

    number: int
    at: int
    horizon: int
    floor: int
    top: int
    count: int
    ids: bytes
    marks: bytes
    digest: bytes
    key_id: bytes
    signature: bytes

    @property
    def made_at(self) -> datetime:
        """When it was made (UTC)."""
        return moment(self.at)

    def digest_over(self, previous: bytes, leaves: bytes) -> bytes:
        """What its digest must be after the digest `previous`, over these leaves in the order of ids."""
        return hashlib.sha256(_FORMAT + previous + self._numbers() + leaves).digest()

    def signed(self) -> bytes:
        """What the signature is over."""
        return _SIGNED + self._numbers() + self.digest

    def _numbers(self) -> bytes:
        numbers = (self.number, self.at, self.horizon, self.floor, self.top, len(self.ids))
        return _NUMBERS.pack(*numbers) + self.ids


def marks_of(leaves: Iterable[bytes]) -> bytes:
    """The first bytes of each leaf."""
    return b"".join([leaf[:MARK_BYTES].ljust(MARK_BYTES, b"\0") for leaf in leaves])


class Seals:
    """Repository of seals; there is no way to change one."""

    def __init__(self, connection: Connection, vault: KeptVault, keys: Keys) -> None:
        self._connection = connection
        self._vault = vault
        self._keys = keys
        self._unsealed = Unsealed(connection)

    def newest(self) -> Seal | None:
        """The newest seal, None where nothing was sealed yet."""
        row = self._connection.execute(_NEWEST).one_or_none()
        return _seal(row) if row else None

    def get(self, number: int) -> Seal | None:
        """The seal of a number."""
        row = self._connection.execute(_ONE, {"number": number}).one_or_none()
        return _seal(row) if row else None

    def first_made_since(self, at: datetime) -> int | None:
        """The number of the first seal made at or after a time; None where there is none."""
        return self._connection.execute(_SINCE, {"at": us(at)}).scalar_one_or_none()

    def after(self, number: int) -> Iterator[Seal]:
        """The seals above a number, in order."""
        while found := self._page(number):
            yield from found
            if found[-1].number <= number:  # no number at all: there is nothing to go on from
                return
            number = found[-1].number

    def _page(self, number: int) -> list[Seal]:
        rows = self._connection.execute(_AFTER, {"after": number, "most": _AT_ONCE})
        return [_seal(row) for row in rows]

    def oldest_unsealed(self) -> datetime | None:
        """The time of the oldest row that waits to be sealed; None where none waits.

        Whatever the newest seal says of itself, the newest row must not be much younger than it.
        """
        last = self.newest()
        oldest = self._unsealed.oldest(_mark(last))
        newest = self._unsealed.newest() if oldest is None else None
        if newest is not None and (last is None or newest > last.made_at + AHEAD):
            return last.made_at if last else newest
        return oldest

    def flaw(self) -> str:
        """Why nobody should rely on what the newest seal says of the trail, in words for a log; else "".

        Whoever may add seals could otherwise say that everything is sealed, and nothing would be any more.
        """
        if not self._is_genuine(self.newest()):
            return "the newest seal was not made here"
        return "a row has a number that no row was given yet" if self._unsealed.is_beyond() else ""

    def _is_genuine(self, seal: Seal | None) -> bool:
        """Whether this desk has signed it, and it comes after another; none at all is genuine too."""
        if seal is None:
            return True
        try:
            signed = signing.verifier(self._keys).verify(seal.key_id, seal.signature, seal.signed())
        except (struct.error, TypeError):  # numbers that no seal can hold
            return False
        return signed and (seal.number == 1 or self.get(seal.number - 1) is not None)

    def seal(self, now: datetime, most: int = MOST) -> Seal | None:
        """Seals what is settled, `most` rows or a few more; None where there is nothing, or where somebody
        else is sealing. `now` is the desk's time.

        Raises Trouble("audit.forged") where the newest seal is not genuine: nothing is built on that.
        """
        if not locks.take(self._connection, locks.SEALING):
            return None
        last = self.newest()
        if last is not None and not self._is_genuine(last):
            raise Trouble("audit.forged", seal=last.number)
        found = self._unsealed.settled(_mark(last), most)
        if not found.rows:
            return None
        made = self._made(last, found.mark, found.rows, us(now))
        self._connection.execute(_ADD, _values(made))
        return made

    def _made(self, last: Seal | None, mark: Mark, rows: Sequence[tuple[int, bytes]], at: int) -> Seal:
        signer = signing.signer(self._vault)
        leaves = [bytes(leaf) for _, leaf in rows]
        ids, marks = pack([id for id, _ in rows]), marks_of(leaves)
        number, previous = (last.number + 1, last.digest) if last else (1, GENESIS)
        limits = (mark.horizon, mark.floor, mark.top)
        bare = Seal(number, at, *limits, len(rows), ids, marks, b"", signer.key_id, b"")
        made = replace(bare, digest=bare.digest_over(previous, b"".join(leaves)))
        return replace(made, signature=signer.sign(made.signed()))


def _mark(last: Seal | None) -> Mark:
    return Mark(last.horizon, last.floor, last.top) if last else Mark()


def _values(seal: Seal) -> dict[str, Any]:
    return {name: getattr(seal, name) for name in Seal.__slots__}


def _seal(row: Row[Any]) -> Seal:
    number, at, count = _number(row.number), _number(row.at), _number(row._mapping[_S.c.count])
    limits = (_number(row.horizon), _number(row.floor), _number(row.top))
    texts = (row.ids, row.marks, row.digest, row.key_id, row.signature)
    return Seal(number, at, *limits, count, *map(_bytes, texts))


def _number(value: object) -> int:
    """SQLite keeps anything anywhere: what is no number is one that no seal has."""
    return value if isinstance(value, int) else -1


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else b""

"""The keys of a database, as they rest: wrapped by the one that is kept apart from it.

The data key seals records. The index key makes blind indexes, the digests of sessions and recovery codes,
the subjects of attempts and the keys of spools: what must stay comparable for good, so a new data key leaves
it as it is. The signing key signs the trail's seals.
"""

import os
from collections.abc import Callable, Collection
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from ..domain.errors import Trouble
from ..domain.keys import KeyPurpose, KeyState
from .kept_vault import KeptVault
from .locks import KEYS, share, wait_for
from .pack import moment, us
from .realm import RealmRow
from .schema import WRAPPED
from .tables_trail import keys as K
from .vault import ID_BYTES, KEY_BYTES, Sealer, derive
from .wrapping import KeyRow, Wrapping

_SIGN_ID_BYTES = 4  # as `signing.key_id` has it
_ROWS = select(K).order_by(K.c.made_at, K.c.id)
_ADD = insert(K)
_DATA = select(K.c.id, K.c.state).where(K.c.purpose == KeyPurpose.DATA.value)
_REMOVE = delete(K).where(K.c.purpose == KeyPurpose.DATA.value, K.c.id == bindparam("key"))
_REWRAP = update(K).where(K.c.id == bindparam("key")).values(
    wrapped=bindparam("wrapped"), state=bindparam("stands")
)  # fmt: skip


W = TypeVar("W", KeyPurpose, KeyState)


def rows(connection: Connection) -> list[KeyRow]:
    """Every key, oldest first."""
    return [_row(row) for row in connection.execute(_ROWS)]


def fresh_key(taken: Collection[bytes], random: Callable[[int], bytes] = os.urandom) -> bytes:
    """A new data key whose id, one of 2**32, is none of those."""
    while Sealer(key := random(KEY_BYTES)).id in taken:
        continue
    return key


def data_keys(connection: Connection) -> dict[bytes, KeyState]:
    """How the data keys stand, by id, as the rows say; unwrapping them proves it."""
    return {bytes(row.id): _word(KeyState, row.state) for row in connection.execute(_DATA)}


def still_seals(connection: Connection, key_id: bytes) -> None:
    """Lets no rotation end until this transaction has; Trouble("keys.changed") where one ended since a data
    key was learnt, and what was sealed with it meanwhile would open no more."""
    share(connection, KEYS)
    if key_id not in data_keys(connection):
        raise Trouble("keys.changed")


class Keys:
    """Repository of the keys."""

    def __init__(self, connection: Connection, vault: KeptVault, realm: RealmRow) -> None:
        self._connection = connection
        self._vault = vault
        self._realm = realm

    def rows(self) -> list[KeyRow]:
        """Every key, oldest first."""
        return rows(self._connection)

    def public_keys(self) -> dict[bytes, bytes]:
        """The public parts of all signing keys (Ed25519, 32 bytes) by id, each as its private part has it.

        Raises Trouble("keys.altered") where somebody has put another one there.
        """
        found = self.rows()
        public = {row.id: row.public for row in found if row.purpose is KeyPurpose.SIGN}
        if public != self._vault.public:
            self._vault.learn(found)  # each is bound to its public part
        return public

    def open(self) -> None:
        """The vault learns them; Trouble: keys.none, key.wrong."""
        self._vault.learn(self.rows())

    def make(self, now: datetime) -> None:
        """The keys of a new database, all of them random."""
        self._add_data(os.urandom(KEY_BYTES), now)
        self._add_index(os.urandom(KEY_BYTES), now)
        self._add_signing(now)
        self._realm.serves_no_older(WRAPPED)

    def adopt(self, now: datetime) -> None:
        """For a database of the time when one key did everything: it stays data key and index key, so that
        nothing has to be sealed anew. Where there are keys nothing is done."""
        if not self.rows():
            own = self._vault.wrapping.own_key()
            self._add_data(own, now)
            self._add_index(own, now)
            self._add_signing(now)

    def rotate(self, now: datetime) -> tuple[bytes, bool]:
        """The id of a new data key, the one before is leaving; or that of the current one, and True, where a
        rotation is under way."""
        self._hold()
        found = self.rows()
        current = next(row for row in found if _seals(row))
        if any(row.state is KeyState.LEAVING for row in found):
            return current.id, True
        self._wrap_anew(current, KeyState.LEAVING, self._vault.wrapping)
        key = fresh_key({row.id for row in found})
        self._realm.serves_no_older(WRAPPED)
        return self._add_data(key, now), False

    def leaving(self) -> list[bytes]:
        """The ids of the data keys that are being left; no other change of keys is under way until this
        transaction ends."""
        self._hold()
        return [id for id, state in data_keys(self._connection).items() if state is KeyState.LEAVING]

    def remove(self, key_id: bytes) -> None:
        """A data key that opens nothing which rests is here no more."""
        self._connection.execute(_REMOVE, {"key": key_id})

    def rewrap(self) -> None:
        """Wraps every key with the vault's coming wrapping key, and makes that the one the database knows."""
        coming = self._vault.coming
        assert coming is not None, "made ready before"
        self._hold()
        for row in self.rows():
            self._wrap_anew(row, row.state, coming)
        self._realm.take_check(coming.check())
        self._realm.serves_no_older(WRAPPED)

    def _wrap_anew(self, row: KeyRow, state: KeyState, wrapping: Wrapping) -> None:
        key = self._vault.wrapping.unwrap(row)
        wrapped = wrapping.wrap(row.purpose, row.id, key, row.public, state)
        self._connection.execute(_REWRAP, {"key": row.id, "wrapped": wrapped, "stands": state.value})

    def _hold(self) -> None:
        """One change of keys after another, each by who knows the wrapping key of now."""
        wait_for(self._connection, KEYS)
        if not self._vault.wrapping.fits(self._realm.key_check()):
            raise Trouble("keys.changed")

    def _add_data(self, key: bytes, now: datetime) -> bytes:
        key_id = Sealer(key).id
        self._add(KeyPurpose.DATA, key_id, key, now)
        return key_id

    def _add_index(self, key: bytes, now: datetime) -> None:
        # Another id than the data key's, where one key is both.
        self._add(KeyPurpose.INDEX, derive(key, "index key id", 2 * ID_BYTES), key, now)

    def _add_signing(self, now: datetime) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # seldom needed

        made = Ed25519PrivateKey.generate()
        public = made.public_key().public_bytes_raw()
        key_id = sha256(public).digest()[:_SIGN_ID_BYTES]
        self._add(KeyPurpose.SIGN, key_id, made.private_bytes_raw(), now, public)

    def _add(
        self, purpose: KeyPurpose, key_id: bytes, key: bytes, now: datetime, public: bytes = b""
    ) -> None:
        wrapping: Wrapping = self._vault.wrapping
        row = {
            "id": key_id,
            "purpose": purpose.value,
            "state": KeyState.CURRENT.value,
            "made_at": us(now),
            "wrapped": wrapping.wrap(purpose, key_id, key, public),
            "public": public or None,
        }
        self._connection.execute(_ADD, row)


def _seals(row: KeyRow) -> bool:
    return row.purpose is KeyPurpose.DATA and row.state is KeyState.CURRENT


def _row(row: Row[Any]) -> KeyRow:
    purpose, state = _word(KeyPurpose, row.purpose), _word(KeyState, row.state)
    return KeyRow(
        bytes(row.id), purpose, state, moment(row.made_at), bytes(row.wrapped), bytes(row.public or b"")
    )


def _word(words: type[W], said: str) -> W:
    try:
        return words(said)
    except ValueError:
        raise Trouble("keys.altered") from None

"""The vault of a database: its keys rest there, wrapped, and it learns a new one while work goes on."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from threading import Lock

from ..domain.errors import Trouble
from ..domain.keys import KeyPurpose, KeyState
from .vault import Ring, Sealer, Vault
from .wrapping import KeyRow, Wrapping

LOG = logging.getLogger(__name__)
AGAIN_SECONDS = 1.0
"""An unknown key is looked for once in so long, and no more than MOST_LOOKS of them."""
MOST_LOOKS = 16


class KeptVault(Vault):
    """A vault that begins without keys. `read` gives the rows of `keys` from a short transaction of its own,
    `again` the wrapping keys that its source holds by now."""

    def __init__(
        self,
        key: bytes,
        read: Callable[[], Sequence[KeyRow]],
        again: Callable[[], Iterable[bytes]] = tuple,
    ) -> None:
        """`key` is the 32-byte wrapping key."""
        self.wrapping = Wrapping(key)
        self.coming: Wrapping | None = None
        """The one that is to take its place, while it is changed."""
        self.looked_at = float("-inf")
        """When it was last seen which key is the current one (monotonic seconds)."""
        self.public: dict[bytes, bytes] = {}
        """The public parts of signing keys by id, as they were when the keys were unwrapped."""
        self._ring = None
        self._signing = b""
        self._read, self._again = read, again
        self._learning, self._looking = Lock(), Lock()
        self._looked: dict[bytes, float] = {}

    @property
    def opened(self) -> bool:
        """Whether its keys are known."""
        return self._ring is not None

    @property
    def sealing(self) -> bytes | None:
        """The id of the key that it seals with; None where its keys are not known."""
        return self._ring.current.id if self._ring else None

    def fits(self, check: bytes) -> bool:
        """Whether its wrapping key, or one that the source holds by now, is the one of a database."""
        found = next((each for each in self._wrappings() if each.fits(check)), None)
        self.wrapping = found or self.wrapping
        return found is not None

    def _wrappings(self) -> Iterable[Wrapping]:
        yield self.wrapping
        if self.coming is not None:
            yield self.coming
        for key in self._again():
            yield Wrapping(key)

    def learn(self, rows: Sequence[KeyRow]) -> None:
        """Takes the keys of these rows for its own.

        Raises Trouble: keys.none without rows, key.wrong where no wrapping key at hand opens them,
        keys.altered where one opens some of them.
        """
        if not rows:
            raise Trouble("keys.none")
        with self._learning:
            keys = self._unwrapped(rows)
            data = [(row, key) for row, key in keys if row.purpose is KeyPurpose.DATA]
            current = [key for row, key in data if row.state is KeyState.CURRENT]
            former = [key for row, key in data if row.state is not KeyState.CURRENT]
            others = {row.purpose: key for row, key in keys if row.purpose is not KeyPurpose.DATA}
            if len(current) != 1 or len(others) != len(KeyPurpose) - 1:
                raise Trouble("keys.none")
            self._ring = Ring(current[0], former, others[KeyPurpose.INDEX])
            self._signing = others[KeyPurpose.SIGN]
            self.public = {row.id: row.public for row in rows if row.purpose is KeyPurpose.SIGN}
            self.looked_at = time.monotonic()

    def _unwrapped(self, rows: Sequence[KeyRow]) -> list[tuple[KeyRow, bytes]]:
        some = False
        for wrapping in self._wrappings():
            keys = list(_openable(rows, wrapping))
            if len(keys) == len(rows):
                self.wrapping = wrapping
                return keys
            some = some or bool(keys)
        raise Trouble("keys.altered" if some else "key.wrong")

    def signing(self) -> bytes:
        """The private key that seals of the trail are signed with (Ed25519, 32 bytes)."""
        self._keys()
        return self._signing

    def learn_if_new(self, data: Mapping[bytes, KeyState], read: Callable[[], Sequence[KeyRow]]) -> None:
        """Learns from `read` where the data keys are others than are known.

        Who cannot, because the wrapping key was changed and its source cannot tell the new one, or because
        somebody has changed the rows, goes on while its own key is the current one. Else Trouble: what it
        sealed would open no more once the rotation is over.
        """
        if self.opened and not self._knows(data):
            try:
                self.learn(read())
            except Trouble as failed:
                LOG.error("the keys of the database cannot be learnt: %s", failed.code)
                if data.get(self._keys().current.id) is not KeyState.CURRENT:
                    raise
        self.looked_at = time.monotonic()

    def _knows(self, data: Mapping[bytes, KeyState]) -> bool:
        ring = self._keys()
        return data.keys() == ring.sealers.keys() and data[ring.current.id] is KeyState.CURRENT

    def _keys(self) -> Ring:
        if self._ring is None:
            self.learn(self._read())
        return super()._keys()

    def _missing(self, key_id: bytes) -> Sealer:
        """Looks whether somebody has made a new key since."""
        with self._looking:
            if key_id not in self._keys().sealers and self._may_look(key_id):
                self.learn(self._read())
            found = self._keys().sealers.get(key_id)
        return found or super()._missing(key_id)

    def _may_look(self, key_id: bytes) -> bool:
        """Damaged values name keys that never were: nobody asks the database about each of them."""
        now = time.monotonic()
        self._looked = {each: at for each, at in self._looked.items() if now - at < AGAIN_SECONDS}
        if key_id in self._looked or len(self._looked) >= MOST_LOOKS:
            return False
        self._looked[key_id] = now
        return True


def _openable(rows: Iterable[KeyRow], wrapping: Wrapping) -> Iterator[tuple[KeyRow, bytes]]:
    for row in rows:
        with suppress(Trouble):
            yield row, wrapping.unwrap(row)

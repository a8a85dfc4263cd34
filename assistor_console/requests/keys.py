"""What an operator does with the keys of a database, beside it."""

from datetime import datetime

from ..domain.keys import KeyPurpose, KeyState
from .base import OPERATORS, Command, Done, Query, Reply


class KeySeen(Reply):
    """A key by its id (hexadecimal), and since when there is it (UTC). Never the key itself."""

    id: str
    purpose: KeyPurpose
    state: KeyState
    made_at: datetime


class SealedSeen(Reply):
    """How many values of a column a key has sealed."""

    column: str
    key_id: str
    values: int


class KeysSeen(Reply):
    """The keys, oldest first, and what they have sealed; the desk's time (UTC)."""

    now: datetime
    keys: tuple[KeySeen, ...]
    sealed: tuple[SealedSeen, ...]


class SeeKeys(Query[KeysSeen], allow=OPERATORS, beside=True):
    """Which keys there are, how old they are, and how much opens with which."""


class RotationBegun(Reply):
    """The id of the key that seals now; `resumed` where a rotation was under way and is gone on with."""

    key_id: str
    resumed: bool


class BeginRotation(Command[RotationBegun], allow=OPERATORS, beside=True):
    """Makes a new data key, which seals from now on; the one before opens what it sealed until it is reached.

    Where a rotation is under way, no key is made.
    """


class RotationEnded(Reply):
    """Whether it is over; if not, something is under way or was found that the key before has sealed."""

    over: bool


class EndRotation(Command[RotationEnded], allow=OPERATORS, beside=True):
    """Removes the keys before the current one, if nothing rests that one of them opens.

    `after` is the number of a transaction: nobody seals under those keys in any that begins to write later.
    """

    after: int


class ChangeWrapping(Command[Done], allow=OPERATORS, beside=True):
    """Wraps every key with another wrapping key, which whoever sends this has put where it is kept."""

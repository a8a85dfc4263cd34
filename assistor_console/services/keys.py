"""The keys of a database, looked at and changed."""

from ..desk.work import Work
from ..domain.errors import Trouble
from ..requests.base import Done
from ..requests.keys import (
    BeginRotation,
    ChangeWrapping,
    EndRotation,
    KeySeen,
    KeysSeen,
    RotationBegun,
    RotationEnded,
    SealedSeen,
    SeeKeys,
)
from ..store import resealing


@SeeKeys.handler
def see_keys(request: SeeKeys, work: Work) -> KeysSeen:
    """Ids, states and counts."""
    keys = tuple(
        KeySeen(id=row.id.hex(), purpose=row.purpose, state=row.state, made_at=row.made_at)
        for row in work.store.keys.rows()
    )
    sealed = tuple(
        SealedSeen(column=column, key_id=key_id.hex(), values=many)
        for column, counted in resealing.count(work.store.connection).items()
        for key_id, many in sorted(counted.items())
    )
    return KeysSeen(now=work.now, keys=keys, sealed=sealed)


@BeginRotation.handler
def begin_rotation(request: BeginRotation, work: Work) -> RotationBegun:
    """A new key, or the one that an unfinished rotation has made."""
    key_id, resumed = work.store.keys.rotate(work.now)
    return RotationBegun(key_id=key_id.hex(), resumed=resumed)


@EndRotation.handler
def end_rotation(request: EndRotation, work: Work) -> RotationEnded:
    """Records of staff from before are completed first: from now on no older one is believed."""
    connection, vault = work.store.connection, work.store.vault
    work.store.people.complete()
    leaving = work.store.keys.leaving()
    over = resealing.are_over(connection, request.after) and not resealing.rests(connection, vault, leaving)
    for key in leaving if over else ():
        work.store.keys.remove(key)
    return RotationEnded(over=over)


@ChangeWrapping.handler
def change_wrapping(request: ChangeWrapping, work: Work) -> Done:
    """All keys and the key check in this transaction; the wrapping key itself is in no request."""
    if work.store.vault.coming is None:  # this process has made none ready
        raise Trouble("keys.changed")
    work.store.keys.rewrap()
    return Done()

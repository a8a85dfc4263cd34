"""Sessions: who is signed in, until when, and whether the session is ready to work in."""

import hashlib
import logging
from datetime import datetime
from hmac import compare_digest
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ..domain.terms import Role, SessionState
from . import tables as t
from .pack import us
from .people import NOBODY, People, Who
from .vault import Vault

LOG = logging.getLogger(__name__)
_P, _S = t.people, t.sessions
_WHO = (
    select(_P.c.id, _P.c.role, _P.c.name, _P.c.staff_id, _P.c.office, _S.c.ends, _S.c.state, _S.c.bound)
    .join(_S, _S.c.person == _P.c.id)
    .where(_S.c.token == bindparam("token"))
)
_ENDS = select(_S.c.ends).where(_S.c.token == bindparam("token"))
_OPEN = insert(_S)
_CHANGE = (
    update(_S)
    .where(_S.c.token == bindparam("session"))
    .values(state=bindparam("new_state"), bound=bindparam("new_bound"))
)
_CHANGE_ONLY = _CHANGE.where(_S.c.state == bindparam("old_state"))
_CLOSE_ALL = delete(_S).where(_S.c.person == bindparam("who"))
_CLOSE_EVERYBODY = delete(_S)
_CLOSE_OTHERS = delete(_S).where(_S.c.person == bindparam("who"), _S.c.token != bindparam("session"))
_ENDED = delete(_S).where(_S.c.ends <= bindparam("now"))
_LIVE = select(_S.c.person).where(_S.c.ends > bindparam("now"))


class Sessions:
    """Repository of sessions.

    Of a token rests a keyed digest, so that nobody without the key can make a session. `bound` is a keyed
    digest over that, the person with what they may, the end and the state: whoever may write the tables can
    neither give a session to another person nor prolong it nor make it ready, nor give its person another
    role or office. So nobody has to open a sealed record to know who speaks.
    """

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def who(self, token: str, now: datetime) -> Who:
        """Whose session a token opens; NOBODY for none, an unknown, an ended one or one no desk wrote."""
        if not token:
            return NOBODY
        session = self._digest(token)
        row = self._connection.execute(_WHO, {"token": session}).one_or_none()
        if row is None or row.ends <= us(now) or row.bound is None or row.state is None:
            return NOBODY  # a release that bound none leaves the last two out: its person signs in again
        bound = self._bound(session, row.id, row.ends, row.state, (row.role, row.staff_id, row.office))
        if not compare_digest(row.bound, bound):
            LOG.error("the session or the row of person %s was changed by no desk", row.id)
            return Who(person=row.id, altered=True)
        state = SessionState(row.state)
        return Who(row.id, Role(row.role), row.name, row.staff_id, row.office, state, session)

    def _digest(self, token: str) -> bytes:
        plain = hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
        return self._vault.index("sessions", plain)

    def _bound(self, session: bytes, person: UUID, ends: int, state: str, may: tuple[object, ...]) -> bytes:
        """`may` is role, staff ID and office."""
        return self._vault.index("sessions.bound", f"{session.hex()} {person} {ends} {state} {may}")

    def open(
        self,
        person: UUID,
        token: str,
        now: datetime,
        ends: datetime,
        console: str,
        state: SessionState = SessionState.OPEN,
    ) -> None:
        """Opens a session and ends every other one of this person."""
        whose = People(self._connection, self._vault).get(person)
        assert whose is not None, "staff"
        may = (whose.role.value, whose.staff_id, whose.office)
        self.close_all(person)
        session, until = self._digest(token), us(ends)
        row = {
            "token": session,
            "person": person,
            "opened": us(now),
            "ends": until,
            "console": console[:80],
            "state": state.value,
            "bound": self._bound(session, person, until, state.value, may),
        }
        self._connection.execute(_OPEN, row)

    def change(self, who: Who, state: SessionState, only: SessionState | None = None) -> None:
        """Another state for the session that somebody speaks in; `only` where it still stands so."""
        assert who.person is not None and who.role is not None, "somebody signed in"
        ends = self._connection.execute(_ENDS, {"token": who.session}).scalar_one_or_none()
        if ends is None:  # ended by a sign-in elsewhere, at this very moment
            return
        may = (who.role.value, who.staff_id, who.office)
        bound = self._bound(who.session, who.person, ends, state.value, may)
        values = {"session": who.session, "new_state": state.value, "new_bound": bound}
        if only is None:
            self._connection.execute(_CHANGE, values)
        else:
            self._connection.execute(_CHANGE_ONLY, {**values, "old_state": only.value})

    def close_all(self, person: UUID) -> None:
        """Ends a person's sessions."""
        self._connection.execute(_CLOSE_ALL, {"who": person})

    def close_everybody(self) -> None:
        """Ends every session there is."""
        self._connection.execute(_CLOSE_EVERYBODY)

    def close_others(self, who: Who) -> None:
        """Ends every session of a person but the one they speak in."""
        self._connection.execute(_CLOSE_OTHERS, {"who": who.person, "session": who.session})

    def forget_ended(self, now: datetime) -> int:
        """Removes sessions whose time is over; how many there were."""
        return self._connection.execute(_ENDED, {"now": us(now)}).rowcount

    def signed_in(self, now: datetime) -> frozenset[UUID]:
        """Everybody with a live session."""
        return frozenset(self._connection.execute(_LIVE, {"now": us(now)}).scalars())

    def spool_key(self, person: UUID, console: str) -> bytes:
        """What seals what a person's console keeps while the desk is away (32 bytes), always the same."""
        return self._vault.key_for(f"spool {person} {console}")

"""One open transaction and the repositories on it."""

from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import Connection, bindparam, update

from . import locks
from . import tables as t
from .access import Accesses
from .accounts import Accounts
from .alerts import Alerts
from .appointments import Appointments
from .attempts import Attempts
from .calls import Calls
from .cases import Cases
from .interviews import Interviews
from .kept_vault import KeptVault
from .keys import Keys
from .letters import Letters
from .opens import Opens
from .pack import us
from .people import People
from .publications import Publications
from .purging import Purging
from .realm import RealmRow
from .records import Records
from .recovery_codes import RecoveryCodeRows
from .remembered import Remembered
from .resets import Resets
from .seals import Seals
from .sessions import Sessions
from .settled import Settled
from .shifts import Shifts
from .shown import Shown
from .signals import Signals
from .trail import Trail

_NEXT = (
    update(t.counters)
    .where(t.counters.c.name == bindparam("counter"))
    .values(value=t.counters.c.value + bindparam("by"))
    .returning(t.counters.c.value)
)
_TURN = (
    update(t.counters)
    .where(t.counters.c.name == bindparam("counter"), t.counters.c.value <= bindparam("before"))
    .values(value=bindparam("now"))
)


class Store:
    """Everything that rests, on one transaction; nothing of SQL leaves it but frozen values."""

    def __init__(self, connection: Connection, vault: KeptVault) -> None:
        self.connection = connection
        self.vault = vault

    @cached_property
    def realm(self) -> RealmRow:
        """What this database is for, and its clock."""
        return RealmRow(self.connection, self.vault)

    @cached_property
    def keys(self) -> Keys:
        """The keys everything sealed opens with, wrapped."""
        return Keys(self.connection, self.vault, self.realm)

    @cached_property
    def publications(self) -> Publications:
        """Published policy, scripts and tables."""
        return Publications(self.connection)

    @cached_property
    def people(self) -> People:
        """Staff, and what they sign in with."""
        return People(self.connection, self.vault)

    @cached_property
    def sessions(self) -> Sessions:
        """Who is signed in."""
        return Sessions(self.connection, self.vault)

    @cached_property
    def recovery_codes(self) -> RecoveryCodeRows:
        """Codes that sign in once in place of a security code."""
        return RecoveryCodeRows(self.connection, self.vault)

    @cached_property
    def resets(self) -> Resets:
        """Resets that somebody has asked for."""
        return Resets(self.connection)

    @cached_property
    def attempts(self) -> Attempts:
        """Guesses at secrets."""
        return Attempts(self.connection, self.vault)

    @cached_property
    def remembered(self) -> Remembered:
        """Sealed replies of commands."""
        return Remembered(self.connection)

    @cached_property
    def trail(self) -> Trail:
        """Audit rows."""
        return Trail(self.connection)

    @cached_property
    def seals(self) -> Seals:
        """What vouches for audit rows."""
        return Seals(self.connection, self.vault, self.keys)

    @cached_property
    def purging(self) -> Purging:
        """Audit rows past their retention."""
        return Purging(self.connection, self.seals)

    @cached_property
    def records(self) -> Records:
        """Loaded tax records."""
        return Records(self.connection, self.vault)

    @cached_property
    def cases(self) -> Cases:
        """Cases and their timelines."""
        return Cases(self.connection, self.vault)

    @cached_property
    def calls(self) -> Calls:
        """Contacts with callers."""
        return Calls(self.connection)

    @cached_property
    def interviews(self) -> Interviews:
        """Interviews with their questions and answers."""
        return Interviews(self.connection, self.vault)

    @cached_property
    def signals(self) -> Signals:
        """What was noticed for review."""
        return Signals(self.connection)

    @cached_property
    def shown(self) -> Shown:
        """What was drawn into interviews."""
        return Shown(self.connection, self.vault)

    @cached_property
    def accounts(self) -> Accounts:
        """Accounts this desk created."""
        return Accounts(self.connection, self.vault)

    @cached_property
    def letters(self) -> Letters:
        """The letter ledger."""
        return Letters(self.connection, self.vault)

    @cached_property
    def appointments(self) -> Appointments:
        """Held and booked times, and visits."""
        return Appointments(self.connection, self.vault)

    @cached_property
    def shifts(self) -> Shifts:
        """Days whose closing a supervisor moved."""
        return Shifts(self.connection)

    @cached_property
    def access(self) -> Accesses:
        """Who stands how to a record."""
        return Accesses(self.connection, self.vault)

    @cached_property
    def opens(self) -> Opens:
        """Which records people opened."""
        return Opens(self.connection)

    @cached_property
    def alerts(self) -> Alerts:
        """What supervisors are told of by itself."""
        return Alerts(self.connection)

    @cached_property
    def settled(self) -> Settled:
        """What committed transactions have done, in an order that nothing slips through."""
        return Settled(self.connection)

    def take_turn_to_sweep(self, now: datetime, every: timedelta) -> bool:
        """Whether it is ours to sweep now: for one server in each such span of time; nobody waits."""
        if not locks.take(self.connection, locks.SWEEPING):
            return False
        values = {"counter": "sweep", "before": us(now - every), "now": us(now)}
        return self.connection.execute(_TURN, values).rowcount == 1

    def next_number(self, counter: str, by: int = 1) -> int:
        """The next value of a counter, or the last of `by` values taken at once."""
        return int(self.connection.execute(_NEXT, {"counter": counter, "by": by}).scalar_one())

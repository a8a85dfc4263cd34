"""How the sender of one request stands to the records it is about, and which of them it opens."""

from collections.abc import Callable, Collection
from datetime import datetime

from ..domain.access import OPEN, OWN, Access, barred
from ..domain.case import Case
from ..domain.errors import Refused, refused
from ..domain.names import canonical_name, name_control
from ..domain.terms import Role
from ..store.access import RecordKey
from ..store.people import Who
from ..store.store import Store


class Guard:
    """Belongs to one request and is asked by everything that handles it; it looks up each record once.

    `opened` is the first record the request opens, `closed` the last one that it may not. Reports need these.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forgets everything: the request is tried anew."""
        self._known: dict[str, Access] = {}
        self._opened: dict[bytes, RecordKey] = {}
        self.closed: RecordKey | None = None

    @property
    def opened(self) -> RecordKey | None:
        """The first record the request opens, None where none."""
        return next(iter(self._opened.values()), None)

    @property
    def all_opened(self) -> tuple[RecordKey, ...]:
        """All records the request opens, each once."""
        return tuple(self._opened.values())

    def access(
        self, store: Store, who: Who, tin: str, now: datetime, make_key: Callable[[], RecordKey]
    ) -> Access:
        """How the sender stands to the record of a TIN; OPEN for who is nobody's kin, like an operator."""
        if who.person is None:
            return OPEN
        if tin not in self._known:
            key = make_key()
            found = store.access.standing(who.person, key, who.role is Role.SUPERVISOR, now)
            self._known[tin] = found
            if barred(found):
                self.closed = key
        return self._known[tin]

    def check(self, store: Store, who: Who, tin: str, now: datetime, key: RecordKey) -> None:
        """Raises Refused where the sender may not open a record: authority.own_record, authority.flagged."""
        if no := barred(self.access(store, who, tin, now, lambda: key)):
            raise Refused(no)

    def open(self, store: Store, who: Who, tin: str, now: datetime, key: RecordKey) -> None:
        """As `check`, and this is a record that the request opens."""
        self.check(store, who, tin, now, key)
        self._opened[key.tin] = key

    def check_joint(self, store: Store, who: Who, tin: str, others: Collection[str], now: datetime) -> None:
        """Refused("authority.own_record") where a record names one of the sender's household beside its own
        taxpayer: who files jointly with them is of it, whether anybody said so or not."""
        if not others or who.person is None:
            return
        if store.access.barred_among(who.person, others, True, now):
            self.closed = store.access.key(tin)
            raise refused(OWN)


def key_of(store: Store, case: Case) -> RecordKey:
    """The key of the record that a case is about."""
    surname = canonical_name(case.name).partition(", ")[0]
    return store.access.key(case.tin, name_control(surname), case.id)

"""Who stands how to a record, as one request asks it."""

from dataclasses import replace
from datetime import date

import pytest

from assistor_console.desk.guard import Guard
from assistor_console.domain.access import OPEN
from assistor_console.domain.errors import Refused
from assistor_console.domain.records import Filer, TaxReturn
from assistor_console.domain.terms import Role
from assistor_console.store.access import HOUSEHOLD, OWN
from assistor_console.store.people import NOBODY, Who
from tests.callers import MARISOL, Caller
from tests.worlds import WHERE, World, world

__all__ = ["world"]

on_both = pytest.mark.parametrize("world", WHERE[:2], indirect=True)
TIN = "123004417"


@on_both
def test_each_record_is_looked_up_once_and_nobody_is_nobody_s_kin(world: World) -> None:
    who, guard = Who(world.people["ana"], Role.ASSISTOR), Guard()
    with world.database.write() as store:
        key = store.access.key(TIN)
        assert guard.access(store, NOBODY, TIN, world.now, lambda: key) is OPEN
        guard.check_joint(store, NOBODY, TIN, {TIN}, world.now)
        assert guard.access(store, who, TIN, world.now, lambda: key) == OPEN
        for relation in (OWN, HOUSEHOLD):  # said twice, it stays what it was
            store.access.link(world.people["ana"], TIN, relation)
        assert store.access.kin_count(world.people["ana"]) == 1
        guard.open(store, who, TIN, world.now, key)
        assert (guard.opened, guard.closed) == (key, None)
        guard.begin()
        with pytest.raises(Refused, match=r"authority\.own_record"):
            guard.open(store, who, TIN, world.now, key)
        assert (guard.opened, guard.closed) == (None, key)


@on_both
def test_a_release_holds_for_one_person_one_record_and_its_time(world: World) -> None:
    ana, ben = (world.people[who] for who in ("ana", "ben"))
    with world.database.write() as store:
        key, other = store.access.key(TIN), store.access.key("123004567")
        for record in (key, other):
            store.access.flag(record, ben, "why", world.now)
        store.access.release(key.tin, ana, ben, "why", world.now, world.now.replace(hour=16))
        tins = (TIN, "123004567")
        for who, record, hour, released in (
            (ana, key, 15, True),
            (ana, key, 16, False),
            (ana, key, 14, False),
            (ben, key, 15, False),
            (ana, other, 15, False),
        ):
            at = world.now.replace(hour=hour)
            assert store.access.standing(who, record, False, at).released is released
        assert store.access.barred_among(ana, tins, False, world.now) == {"123004567"}
        assert store.access.barred_among(ben, tins, False, world.now) == set(tins)
        assert store.access.barred_among(ben, tins, True, world.now) == set()


@pytest.mark.parametrize("world", WHERE[:1], indirect=True)
def test_a_joint_return_of_others_is_anybody_s_to_work_on(world: World) -> None:
    spouse = Filer("123004990", "SAM<QUINTERO", "QUIN", date(1977, 1, 2))
    joint = [replace(r, spouse=spouse) if isinstance(r, TaxReturn) else r for r in MARISOL.records]
    world.load(*joint)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    assert caller.identify().case

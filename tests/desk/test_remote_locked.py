"""What a console keeps while its screen is locked, and while whoever signs in may not work yet."""

from contextlib import closing
from dataclasses import replace

import pytest

from assistor_console.desk.spool import ENDING
from assistor_console.domain.errors import AlreadyDone, Refused
from assistor_console.requests.intake import SeeCall
from assistor_console.requests.sign_in import ChangePassword, LockScreen, Must, Unlock
from tests.callers import MARISOL
from tests.desk.far import Links, console, sign_in, wire, world
from tests.desk.test_remote_outage import Outage, away, outage
from tests.worlds import PASSWORD

__all__ = ["outage", "wire", "world"]


def test_a_locked_screen_keeps_no_answer_back(outage: Outage) -> None:
    outage.desk.send(LockScreen())
    with pytest.raises(AlreadyDone):  # it is kept, and nobody is told who is on the line
        outage.desk.send(outage.answer(1, MARISOL.tin))
    outage.desk.send(outage.draft(2, "Mari"))
    with pytest.raises(Refused, match=r"authority\.locked"):
        outage.desk.send(SeeCall(call_id=outage.caller.seen.call_id))
    away(outage)
    outage.keep(outage.answer(2, MARISOL.name))
    outage.wire.back()
    assert outage.links.wait_for(here=True, kept=0)
    assert [number for number, _ in outage.answers()] == [1, 2] and outage.links.told[-1].refused == 0
    outage.desk.send(Unlock(password=PASSWORD))
    seen = outage.desk.send(SeeCall(call_id=outage.caller.seen.call_id))
    assert [one.number for one in seen.recorded] == [1, 2]


def test_what_was_left_is_sent_once_its_owner_may_work(outage: Outage) -> None:
    away(outage)
    outage.keep(outage.answer(1, MARISOL.tin))
    outage.desk.close()
    outage.wire.back()
    with outage.world.database.write() as store:
        ana = store.people.find(outage.world.staff_id("ana"))
        assert ana is not None
        store.people.save(replace(ana, temporary=True))
    links = Links()
    with closing(console(outage.wire, outage.spool, links)) as again:
        assert sign_in(again, outage.world).must == (Must.CHANGE_PASSWORD,)
        assert len(list(outage.spool.glob(f"*{ENDING}"))) == 1 and outage.answers() == []
        again.send(ChangePassword(current=PASSWORD, new="four quiet words here"))
        assert links.wait_for(here=True, kept=0)
        assert [number for number, _ in outage.answers()] == [1]

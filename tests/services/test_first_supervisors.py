"""The first two supervisors: both or none, once, however many try at once."""

from functools import partial

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Role
from assistor_console.requests.sign_in import Hello, SignIn
from assistor_console.requests.staff import (
    MakeFirstSupervisors,
    NewEnrolment,
    NewSupervisor,
    SeeStaff,
)
from assistor_console.services.second_factor import code_at
from tests.desk.test_races import at_once
from tests.worlds import World

PASSWORD = "pebble lantern gravel"


def newcomer(bare: World, number: int) -> NewSupervisor:
    """Somebody whose app shows codes of the secret they were given."""
    staff_id = f"{number:010d}"
    secret = bare.send("", NewEnrolment(staff_id=staff_id, name="New One")).secret
    return NewSupervisor(
        name="New One",
        staff_id=staff_id,
        password=PASSWORD,
        secret=secret,
        code=code_at(secret, bare.now),
        tin=f"12500{number:04d}",
        household=("125009999",),
    )


def test_two_supervisors_are_made_and_can_sign_in(bare: World) -> None:
    assert not bare.send("", Hello()).has_staff
    pair = newcomer(bare, 1), newcomer(bare, 2)
    bare.send("", MakeFirstSupervisors(supervisors=pair))
    assert bare.send("", Hello()).has_staff
    bare.later(minutes=1)
    signed = bare.send(
        "", SignIn(staff_id="0000000001", password=PASSWORD, code=code_at(pair[0].secret, bare.now))
    )
    assert signed.role is Role.SUPERVISOR
    bare.tokens["first"] = signed.token
    assert [one.signed_in for one in bare.send("first", SeeStaff()).people].count(True) == 1
    with pytest.raises(Refused, match=r"authority\.role"):
        bare.send("", NewEnrolment(staff_id="0000000003", name="Late One"))
    with bare.reading() as store:
        assert store.access.kin_count(signed.person) == 2


def test_a_secret_that_did_not_arrive_makes_nobody(bare: World) -> None:
    first, second = newcomer(bare, 1), newcomer(bare, 2)
    wrong = second.model_copy(update={"code": first.code if first.code != second.code else "000000"})
    with pytest.raises(Refused, match=r"staff\.code"):
        bare.send("", MakeFirstSupervisors(supervisors=(first, wrong)))
    assert not bare.send("", Hello()).has_staff


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"password": "short"}, "password.short"),
        ({"password": "password2017"}, "password.common"),
        ({"password": "0000000002 and more"}, "password.context"),
        ({"staff_id": "0000000001"}, "staff.same_id"),
        ({"tin": "125000001"}, "staff.same_tin"),
    ],
)
def test_what_a_first_supervisor_may_not_have(bare: World, changes: dict[str, str], rule: str) -> None:
    pair = newcomer(bare, 1), newcomer(bare, 2).model_copy(update=changes)
    with pytest.raises(Refused, match=rule):
        bare.send("", MakeFirstSupervisors(supervisors=pair))
    assert not bare.send("", Hello()).has_staff


def test_only_one_pair_is_ever_made(bare: World) -> None:
    pairs = [(newcomer(bare, 2 * n), newcomer(bare, 2 * n + 1)) for n in range(3)]
    told = at_once([partial(bare.send, "", MakeFirstSupervisors(supervisors=pair)) for pair in pairs])
    assert [one for one in told if isinstance(one, str)] == ["staff.exists"] * 2
    with bare.reading() as store:
        assert store.people.count() == 2

"""Colleagues: how they are added, whose household they have, and how two supervisors reset one."""

from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AlertKind, Role
from assistor_console.requests.access import AlertSeen, SeeAlerts
from assistor_console.requests.base import Reply, Request
from assistor_console.requests.shift import SeeShift
from assistor_console.requests.sign_in import Must, SignIn
from assistor_console.requests.staff import (
    AddStaff,
    ApproveReset,
    AskReset,
    DeclineReset,
    DismissStaff,
    LinkHousehold,
    ResetSeen,
    SeeStaff,
    StaffAdded,
    StaffSeen,
)
from tests.desk.test_races import at_once
from tests.newcomers import Newcomer, approved
from tests.worlds import World

LOST = "Lost their telephone"


def refused(world: World, who: str, request: Request[Reply]) -> str:
    """The rule that refuses a request, "" for none."""
    try:
        world.send(who, request)
    except Refused as no:
        return no.refusal.rule
    return ""


def seen(world: World, person: UUID, by: str = "ship") -> StaffSeen:
    """Somebody as the staff list shows them."""
    return next(one for one in world.send(by, SeeStaff()).people if one.id == person)


def reset_of(world: World, person: UUID, by: str = "ship") -> ResetSeen:
    """The reset of theirs that waits."""
    reset = seen(world, person, by).reset
    assert reset
    return reset


def kin(world: World, person: UUID) -> int:
    """How many TINs are theirs or of their household."""
    with world.reading() as store:
        return store.access.kin_count(person)


def test_who_may_be_added(world: World) -> None:
    good = AddStaff(name="New One", staff_id="0000000009", role=Role.ASSISTOR, tin="125000001")
    for changes, rule in (
        ({"role": Role.OPERATOR}, "staff.role"),
        ({"role": Role.TAC}, "staff.office"),
        ({"office": "fresno-ca"}, "staff.office"),
        ({"role": Role.TAC, "office": "nowhere"}, "staff.office"),
        ({"staff_id": world.staff_id("ana")}, "staff.same_id"),
    ):
        assert refused(world, "sup", good.model_copy(update=changes)) == rule
    assert refused(world, "ana", good) == "authority.role"
    at_office = {
        "role": Role.TAC,
        "office": "fresno-ca",
        "household": ("125000002", "125000001", "125000002"),
    }
    added = world.send("sup", good.model_copy(update=at_office))
    assert kin(world, added.id) == 2
    assert added.until == world.now + timedelta(hours=world.policy.reset_hours)
    listed = seen(world, added.id)
    assert (listed.enrolled, listed.signed_in, listed.locked_until, listed.waits) == (
        False,
        False,
        None,
        True,
    )
    assert reset_of(world, added.id, "sup").mine
    told = approved(world, added.id)
    assert told.password not in repr(told) and not seen(world, added.id).waits


def test_one_supervisor_makes_nobody_who_signs_in(world: World) -> None:
    """Else one of them could agree with themselves as somebody invented."""
    asked = AddStaff(name="Made Up", staff_id="0000000009", role=Role.SUPERVISOR, tin="125000001")
    added = world.send("sup", asked)
    assert "password" not in type(added).model_fields
    for password in ("", "added", "x"):
        guess = SignIn(staff_id="0000000009", password=password, code="")
        assert refused(world, "", guess) == "sign_in.wrong"
    reset = reset_of(world, added.id)
    assert refused(world, "sup", ApproveReset(reset_id=reset.reset_id)) == "authority.same_person"
    world.send("ship", DeclineReset(reset_id=reset.reset_id))
    world.send("sup", AskReset(person=added.id, reason="Is real after all"))
    assert refused(world, "sup", ApproveReset(reset_id=reset_of(world, added.id).reset_id))
    world.later(minutes=world.policy.sign_in_minutes)
    told = approved(world, added.id)
    signed = world.send("", SignIn(staff_id="0000000009", password=told.password, code=""))
    assert signed.must == (Must.ENROL, Must.CHANGE_PASSWORD)


def test_a_tin_is_one_person_s_own(world: World) -> None:
    """Whoever is here already is not added again as somebody else."""
    first = AddStaff(name="New One", staff_id="0000000009", role=Role.ASSISTOR, tin="125000001")
    again = first.model_copy(update={"staff_id": "0000000008", "household": ("125000002",)})
    spouse = again.model_copy(update={"tin": "125000002", "household": ("125000001",)})
    added = world.send("sup", first)
    assert refused(world, "ship", again) == "staff.same_tin"
    assert world.send("ship", spouse)
    world.send("ship", DismissStaff(person=added.id, reason="Never came"))
    assert world.send("sup", again.model_copy(update={"staff_id": "0000000007"}))


def test_a_tin_is_given_once_to_two_at_once(world: World) -> None:
    make = [
        AddStaff(name="New One", staff_id=f"000000000{n}", role=Role.ASSISTOR, tin="125000001")
        for n in (8, 9)
    ]
    told = at_once([partial(world.send, who, one) for who, one in zip(("sup", "ship"), make, strict=True)])
    assert told.count("staff.same_tin") == 1


def test_who_adds_to_a_household_is_reported_to_the_others(world: World) -> None:
    world.hire("third", Role.SUPERVISOR)
    for person in ("ship", "ship", "ben"):
        world.send("sup", LinkHousehold(person=world.people[person], household=("125000003",)))
    told = [(one.who, one.values["whose"], one.times) for one in told_of_households(world, "ship")]
    assert sorted(told) == [("Sup", "Ben", 1), ("Sup", "Ship", 2)]
    assert not any("125000003" in str(one) for one in told_of_households(world, "ship"))
    assert len(told_of_households(world, "third")) == 2 and told_of_households(world, "sup") == []


def told_of_households(world: World, reader: str) -> list[AlertSeen]:
    """What a supervisor is told of households."""
    return [one for one in world.send(reader, SeeAlerts()).alerts if one.kind is AlertKind.HOUSEHOLD]


def test_who_is_dismissed_can_do_nothing_more(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    world.send("ship", AskReset(person=new.id, reason=LOST))
    reset = reset_of(world, new.id)
    dismiss = DismissStaff(person=new.id, reason="Left for another job")
    assert refused(world, "ana", dismiss) == "authority.role"
    world.send("sup", dismiss)
    assert new.refused(SeeShift()) == "authority.signed_out"
    world.later(seconds=30)
    assert new.refused_in() == new.refused_in(new.codes[0]) == new.refused_in("") == "sign_in.wrong"
    gone = seen(world, new.id)
    assert (gone.left, gone.waits, gone.signed_in, gone.reset) == ("Left for another job", False, False, None)
    for act in (
        dismiss,
        AskReset(person=new.id, reason=LOST),
        LinkHousehold(person=new.id, household=("125000003",)),
    ):
        assert refused(world, "ship", act) == "staff.left"
    assert refused(world, "sup", ApproveReset(reset_id=reset.reset_id)) == ("reset.decided")


def test_two_supervisors_stay(world: World) -> None:
    dismiss = partial(DismissStaff, reason="Retires")
    assert refused(world, "sup", dismiss(person=world.people["sup"])) == "staff.own_dismissal"
    assert refused(world, "sup", dismiss(person=uuid4())) == "staff.unknown"
    assert refused(world, "sup", dismiss(person=world.people["ship"])) == "staff.last_supervisors"
    waiting = world.send(
        "sup", AddStaff(name="New One", staff_id="0000000009", role=Role.SUPERVISOR, tin="125000001")
    )
    assert refused(world, "sup", dismiss(person=world.people["ship"])) == "staff.last_supervisors"
    approved(world, waiting.id)
    told = at_once(
        [
            partial(world.send, "sup", dismiss(person=world.people["ship"])),
            partial(world.send, "ship", dismiss(person=waiting.id)),
        ]
    )
    assert len({"staff.last_supervisors", "authority.signed_out"} & set(told)) == 1


def test_nobody_links_their_own_household(world: World) -> None:
    link = partial(LinkHousehold, household=("125000003", "125000004"))
    assert refused(world, "sup", link(person=world.people["sup"])) == "staff.own_household"
    assert refused(world, "sup", link(person=uuid4())) == "staff.unknown"
    assert kin(world, world.people["sup"]) == 0
    for _ in range(2):
        world.send("sup", link(person=world.people["ship"]))
    assert kin(world, world.people["ship"]) == 2


def test_a_lock_out_is_seen_and_clears(world: World) -> None:
    start = world.now
    for _ in range(world.policy.sign_in_attempts):
        assert seen(world, world.people["ben"]).locked_until is None
        guess = SignIn(staff_id=world.staff_id("ben"), password="wrong", code=world.code())
        assert refused(world, "", guess) == "sign_in.wrong"
        world.later(seconds=10)
    clears = start + timedelta(minutes=world.policy.sign_in_minutes)
    assert seen(world, world.people["ben"]).locked_until == clears
    assert seen(world, world.people["ana"]).locked_until is None
    world.now = clears
    assert seen(world, world.people["ben"]).locked_until is None


def test_two_supervisors_reset_a_third_person(world: World) -> None:
    new = Newcomer(world)
    new.settle_in()
    assert refused(world, "sup", AskReset(person=world.people["sup"], reason=LOST)) == "reset.own"
    assert refused(world, "sup", AskReset(person=uuid4(), reason=LOST)) == "staff.unknown"
    world.send("sup", AskReset(person=new.id, reason=LOST))
    assert new.send(SeeShift())  # nothing changes before it is decided
    assert refused(world, "ship", AskReset(person=new.id, reason=LOST)) == "reset.asked"
    reset = reset_of(world, new.id)
    assert (reset.asked_by, reset.asked_at, reset.reason, reset.mine) == ("Sup", world.now, LOST, False)
    assert reset_of(world, new.id, "sup").mine
    approve = ApproveReset(reset_id=reset.reset_id)
    assert refused(world, "sup", approve) == "authority.same_person"
    assert refused(world, "ship", ApproveReset(reset_id=uuid4())) == "reset.unknown"
    told = world.send("ship", approve)
    assert refused(world, "ship", approve) == "reset.decided"
    begins_anew(new, told)


def begins_anew(new: Newcomer, told: StaffAdded) -> None:
    """Neither session, password, app nor recovery codes of before are worth anything."""
    world = new.world
    assert seen(world, new.id).reset is None and not seen(world, new.id).enrolled
    assert new.refused(SeeShift()) == "authority.signed_out"
    world.later(seconds=30)
    assert new.refused_in() == "sign_in.wrong"
    new.password = told.password
    assert new.refused_in(new.codes[0]) == "sign_in.wrong"
    world.later(minutes=world.policy.sign_in_minutes)
    assert new.refused_in(new.code()) == "sign_in.wrong"
    assert new.sign_in("").must == (Must.ENROL, Must.CHANGE_PASSWORD)


def test_nobody_approves_their_own(world: World) -> None:
    world.send("sup", AskReset(person=world.people["ship"], reason=LOST))
    approve = ApproveReset(reset_id=reset_of(world, world.people["ship"]).reset_id)
    assert refused(world, "ship", approve) == "reset.own"
    assert refused(world, "ship", DeclineReset(reset_id=approve.reset_id)) == "reset.own"
    assert refused(world, "sup", approve) == "authority.same_person"


def test_a_reset_is_declined_or_lapses(world: World) -> None:
    ben, hours = world.people["ben"], world.policy.reset_hours
    world.send("sup", AskReset(person=ben, reason=LOST))
    first = reset_of(world, ben).reset_id
    world.send("sup", DeclineReset(reset_id=first))  # taken back
    assert refused(world, "ship", ApproveReset(reset_id=first)) == "reset.decided"
    world.send("sup", AskReset(person=ben, reason=LOST))
    second = reset_of(world, ben).reset_id
    world.later(hours=hours)
    assert seen(world, ben).reset is None
    assert refused(world, "ship", ApproveReset(reset_id=second)) == "reset.lapsed"
    world.send("ship", AskReset(person=ben, reason=LOST))
    world.send("sup", ApproveReset(reset_id=reset_of(world, ben).reset_id))


def test_a_reset_is_asked_for_and_approved_once(world: World) -> None:
    world.hire("third", Role.SUPERVISOR)
    ben = world.people["ben"]
    ask = AskReset(person=ben, reason=LOST)
    told = at_once([partial(world.send, who, ask) for who in ("sup", "ship", "third")])
    assert told.count("reset.asked") == 2
    reset = reset_of(world, ben)
    others = [who for who in ("sup", "ship", "third") if who.title() != reset.asked_by]
    approve = ApproveReset(reset_id=reset.reset_id)
    told = at_once([partial(world.send, who, approve) for who in others])
    assert told.count("reset.decided") == 1

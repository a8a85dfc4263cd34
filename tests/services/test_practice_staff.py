"""People to practise as: they sign in by one press, on a practice desk alone."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from assistor_console.demonstration.console import Place
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Language, Realm, Role
from assistor_console.practice import practice_staff
from assistor_console.records.people import PracticePerson as Made
from assistor_console.records.people import make_people
from assistor_console.requests.sign_in import (
    ChangePassword,
    Must,
    PracticePerson,
    SeePracticeStaff,
    SignedIn,
    SignIn,
)
from assistor_console.requests.staff import ApproveReset, AskReset, MakePracticeStaff, SeeStaff
from tests.newcomers import OWN
from tests.serving import served
from tests.worlds import World


def person(bare: World, name: str) -> PracticePerson:
    """Somebody as the page shows them."""
    return next(one for one in bare.send("", SeePracticeStaff()).people if one.name == name)


def press(bare: World, name: str) -> SignedIn:
    """Signs in with what the page shows."""
    shown = person(bare, name)
    signed = bare.send("", SignIn(staff_id=shown.staff_id, password=shown.password, code=shown.code))
    bare.tokens[name] = signed.token
    return signed


def test_everybody_can_be_practised_as_again_and_again(bare: World) -> None:
    bare.operator.send(MakePracticeStaff(people=practice_staff()))
    people = bare.send("", SeePracticeStaff())
    assert len(people.people) == len(practice_staff()) and 0 < people.seconds <= 30
    assert all(one.office for one in people.people if one.role is Role.TAC)
    for _ in range(3):
        assert press(bare, "Dana Whitfield").must == ()
        bare.later(seconds=30)
    with bare.reading() as store:
        assert store.access.kin_count(press(bare, "Dana Whitfield").person) == 1


def test_what_somebody_chose_is_shown_to_nobody(bare: World) -> None:
    bare.operator.send(MakePracticeStaff(people=practice_staff()))
    first = person(bare, "Dana Whitfield").password
    press(bare, "Dana Whitfield")
    bare.send("Dana Whitfield", ChangePassword(current=first, new=OWN))
    assert person(bare, "Dana Whitfield").password == ""
    press(bare, "Karina Alvarado")
    press(bare, "Thomas Becker")
    dana = next(p.id for p in bare.send("Karina Alvarado", SeeStaff()).people if p.name == "Dana Whitfield")
    bare.send("Karina Alvarado", AskReset(person=dana, reason="Begin anew"))
    waits = next(p.reset for p in bare.send("Thomas Becker", SeeStaff()).people if p.id == dana)
    assert waits
    bare.send("Thomas Becker", ApproveReset(reset_id=waits.reset_id))
    assert press(bare, "Dana Whitfield").must == (Must.ENROL, Must.CHANGE_PASSWORD)


def test_their_tins_are_nobody_s_on_file() -> None:
    theirs = [member.tin for member in practice_staff()]
    assert len(set(theirs)) == len(theirs)
    assert all(len(tin) == 9 and tin.isdigit() and tin[3:5] == "00" for tin in theirs)
    assert {tin[:3] for tin in theirs} == {"666"}  # an area that `make_people` leaves out, whatever the seed
    made = {tin for seed in (1, 2) for one in make_people(2_000, seed) for tin in _tins(one)}
    assert not made & set(theirs) and not {tin for tin in made if tin.startswith("666")}


def _tins(one: Made) -> set[str]:
    return {one.tin, *(dependent.tin for made in one.returns for dependent in made.dependents)}


@pytest.fixture
def live(tmp_path: Path) -> Iterator[World]:
    made = World(f"sqlite:///{tmp_path / 'live.db'}", Realm.LIVE)
    yield made
    made.database.close()


def test_nobody_practises_on_a_live_desk(live: World) -> None:
    acts: list[Callable[[], object]] = [
        partial(live.send, "", SeePracticeStaff()),
        partial(live.operator.send, MakePracticeStaff(people=practice_staff())),
    ]
    for act in acts:
        with pytest.raises(Refused, match=r"realm\.live"):
            act()


def test_the_demonstration_reaches_no_live_desk(live: World, tmp_path: Path) -> None:
    """Its consoles know a desk by its address alone, and leave when that is a live one."""
    with served(live.pipeline, tmp_path) as address:
        place = Place(
            address.url, address.trust, "demo", tmp_path / "spool", tmp_path, Language.EN, lambda _: None
        )
        with pytest.raises(Trouble, match=r"realm\.other"):
            place.open_desk(lambda _: None)

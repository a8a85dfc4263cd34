"""What an act is about stands on the trail: whom a supervisor added, whose reset, which alert."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Role
from assistor_console.domain.trail import Finding, Flaw
from assistor_console.requests.access import CloseAlert, SeeAlerts
from assistor_console.requests.sign_in import SignIn
from assistor_console.requests.staff import AddStaff, ApproveReset, AskReset, LinkHousehold, SeeStaff
from assistor_console.requests.trail import VerifyTrail
from assistor_console.services.exporting import Span, export
from tests.worlds import PASSWORD, World, somewhere


@pytest.fixture(params=["local-sqlite", "local-postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    with somewhere(request, tmp_path, World) as made:
        yield made


def exported(world: World, folder: Path) -> list[dict[str, Any]]:
    with world.database.write() as store:
        store.seals.seal(world.now)
    file = folder / "trail.jsonl"
    export(world.operator, world.database, file, Span(), lambda part: None)
    return [json.loads(line) for line in file.read_text().splitlines()[:-1]]


def refused(world: World, staff_id: str) -> None:
    try:
        world.send("", SignIn(staff_id=staff_id, password="not it at all", code="000000"))
    except Refused:
        return
    raise AssertionError(staff_id)


def test_every_act_on_somebody_names_them(world: World, tmp_path: Path) -> None:
    ana, ship = world.people["ana"], world.people["ship"]
    added = world.send(
        "sup", AddStaff(name="Nora Quill", staff_id="7777777777", role=Role.ASSISTOR, tin="123004567")
    )
    world.send("sup", LinkHousehold(person=ship, household=("123004568",)))
    world.send("sup", AskReset(person=ana, reason="lost her phone"))
    asked = next(one.reset for one in world.send("ship", SeeStaff()).people if one.id == ana)
    assert asked
    world.send("ship", ApproveReset(reset_id=asked.reset_id))
    world.send("", SignIn(staff_id=world.staff_id("ben"), password=PASSWORD, code=world.code()))
    for _ in range(world.policy.sign_in_attempts + 1):
        refused(world, world.staff_id("ben"))
    refused(world, "1212121212")
    alert = world.send("sup", SeeAlerts()).alerts[0]
    world.send("sup", CloseAlert(alert_id=alert.alert_id, note="asked him"))
    rows = exported(world, tmp_path)
    about = {(row["act"], row["outcome"], row["about"]) for row in rows}
    ben = world.people["ben"]
    for act, outcome, whom in (
        ("add_staff", "done", added.id),
        ("link_household", "done", ship),
        ("ask_reset", "done", ana),
        ("approve_reset", "done", asked.reset_id),
        ("sign_in", "done", ben),
        ("sign_in", "attempts.sign_in", ben),
        ("raise_alert", "done", ben),
        ("close_alert", "done", alert.alert_id),
        ("see_staff", "seen", None),
    ):
        assert (act, outcome, str(whom) if whom else None) in about, (act, outcome)
    assert rows[-1]["act"] == "close_alert", "nobody has this staff ID, so nobody is named"
    (found,) = (row for row in rows if row["act"] == "ask_reset")
    assert world.operator.send(VerifyTrail()).flaws == 0
    with world.database.write() as store:
        change = text("update audit set about = person where id = :id")
        store.connection.execute(change, {"id": found["id"]})
    assert world.operator.send(VerifyTrail()).findings == (Finding(Flaw.EDITED, found["seal"], found["id"]),)
    assert UUID(found["about"]) == ana

"""A new data key while work goes on: nothing is lost, nothing unreadable, nothing left under the old one."""

import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest
from sqlalchemy import select, text, update

from assistor_console.domain.errors import Cancelled
from assistor_console.domain.keys import KeyPurpose, KeyState
from assistor_console.domain.terms import Role
from assistor_console.requests.keys import SeeKeys
from assistor_console.services.rotating import rotate
from assistor_console.store import database as databases
from assistor_console.store import tables as t
from assistor_console.store.database import Database
from assistor_console.store.people import Person
from assistor_console.store.schema import WRAPPED
from tests.keys.filled import counted, everything
from tests.keys.rotating import Killed, dies_at, opened, operator, quick
from tests.worlds import KEY

ROOT = Path(__file__).parents[2]


def current(database: Database) -> bytes:
    """The id of the key that seals."""
    with database.read() as store:
        return bytes(store.connection.execute(text(
            "select id from keys where purpose = 'data' and state = 'current'"
        )).scalar_one())  # fmt: skip


def states(database: Database) -> list[KeyState]:
    """How the data keys stand, oldest first."""
    with database.read() as store:
        rows = store.keys.rows()
    return sorted(row.state for row in rows if row.purpose is KeyPurpose.DATA)


def test_everything_is_sealed_anew_and_indexes_stay(url: str) -> None:
    with opened(url) as mine, opened(url) as other:
        before, old = everything(mine), current(mine)
        index, spool = mine.vault.index("tin", "1"), mine.vault.key_for("spool x")
        told: list[tuple[int, int]] = []
        rotated = rotate(operator(mine), mine, quick(progress=lambda done, whole: told.append((done, whole))))
        new = current(mine)
        assert rotated.key_id == new.hex() != old.hex() and not rotated.resumed
        assert everything(mine) == everything(other) == before
        assert counted(mine) == {new: rotated.values}
        assert rotated.values == sum(map(len, before.values())) == told[-1][0] == told[-1][1]
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        assert states(mine) == [KeyState.CURRENT]
        assert (mine.vault.index("tin", "1"), mine.vault.key_for("spool x")) == (index, spool)
        with mine.read() as store:
            assert store.connection.execute(text("select serves from realm")).scalar_one() == WRAPPED
            acts = store.connection.execute(text("select act, person, role from audit order by id")).all()
        assert [row for row in acts if "rotation" in row.act] == [
            ("begin_rotation", None, "operator"),
            ("end_rotation", None, "operator"),
        ]


def test_the_keys_are_seen_without_being_told(url: str) -> None:
    with opened(url) as mine:
        rotate(operator(mine), mine, quick())
        seen = operator(mine).send(SeeKeys())
        assert sorted(key.purpose for key in seen.keys) == ["data", "index", "sign"]
        assert {each.key_id for each in seen.sealed} == {current(mine).hex()}
        assert {each.column for each in seen.sealed} == set(everything(mine))
        assert "wrapped" not in seen.model_dump_json()


def hire(database: Database, name: str) -> Person:
    """Somebody new, whose second factor rests sealed."""
    person = Person(uuid4(), str(uuid4().int)[:10], name, Role.ASSISTOR, None, "", name)
    with database.write() as store:
        store.people.add(person)
    return person


def test_another_program_works_on_meanwhile(url: str) -> None:
    """It has the old key and is not told of the new one; it goes on until a rotation with its real pauses is
    over, and a little longer."""
    with opened(url) as mine, opened(url) as other, ThreadPoolExecutor(1) as beside:
        before, old, over = everything(mine), current(mine), Event()

        def work() -> list[Person]:
            hired: list[Person] = []
            while not over.is_set() or len(hired) < 40:
                hired.append(hire(other, f"n{len(hired)}"))
                everything(other)
            return hired

        going = beside.submit(work)
        rotated = rotate(operator(mine), mine, quick(rest=over.wait))
        after_end = hire(other, "after")
        over.set()
        hired = [*going.result(), after_end]
        now = everything(mine)
        with opened(url) as third, third.read() as store:
            assert {person.totp for one in hired if (person := store.people.find(one.staff_id))} == {
                one.name for one in hired
            }
        assert counted(mine) == {current(mine): sum(map(len, now.values()))}
        assert old != current(mine)
        assert {name: {id: now[name][id] for id in rows} for name, rows in before.items()} == before
        assert rotated.values >= sum(map(len, before.values()))


def test_a_value_changed_in_between_is_not_lost(url: str) -> None:
    """Changed before every step of the rotation, by who has only the old key."""
    with opened(url) as mine, opened(url) as other:
        everything(other)
        with other.read() as store:
            draft = store.connection.execute(select(t.drafts.c.id)).scalar_one()
        written: list[bytes] = []

        def write() -> None:
            written.append(b"draft %d" % len(written))
            sealed = other.vault.seal("drafts", draft.bytes, written[-1])
            with other.engine.begin() as connection:
                connection.execute(update(t.drafts).where(t.drafts.c.id == draft).values(sealed=sealed))

        with pytest.raises(Cancelled):  # it is never through: somebody always seals under the old key
            rotate(operator(mine), mine, quick(stepped=write, cancelled=lambda: len(written) > 60))
        assert everything(mine)["drafts.sealed"] == {draft: written[-1]}
        rotate(operator(mine), mine, quick())
        assert everything(mine)["drafts.sealed"] == {draft: written[-1]}
        assert set(counted(mine)) == {current(mine)}


def test_a_row_that_somebody_holds_is_left_for_later(url: str) -> None:
    """On PostgreSQL nobody waits for anybody; on SQLite a writer holds everything, and is waited for."""
    with opened(url) as mine, opened(url) as other:
        if mine.engine.name == "sqlite":
            pytest.skip("one writer at a time")
        passes: list[float] = []
        holding = other.engine.connect()
        holding.execute(select(t.cases.c.id).with_for_update()).all()

        def rest(seconds: float) -> None:
            if holding.in_transaction() and everything_else_is_through():
                holding.rollback()
            passes.append(seconds)

        def everything_else_is_through() -> bool:
            return counted(mine).get(old) == len(everything(mine)["cases.sealed"])

        old = current(mine)
        rotate(operator(mine), mine, quick(rest=rest))
        assert not holding.in_transaction()
        holding.close()
        assert set(counted(mine)) == {current(mine)}


@pytest.mark.parametrize("seed", range(4))
def test_cut_off_anywhere_everything_opens_and_running_again_ends_it(url: str, seed: int) -> None:
    chance = random.Random(seed)
    with opened(url) as mine:
        before, old = everything(mine), current(mine)
    for _ in range(3):
        with opened(url) as mine, pytest.raises(Killed):
            rotate(operator(mine), mine, quick(stepped=dies_at(chance.randrange(14))))
        with opened(url) as fresh:
            assert everything(fresh) == before
            assert len(states(fresh)) <= 2
            hire(fresh, "meanwhile")
            before = everything(fresh)
    with opened(url) as mine:
        rotate(operator(mine), mine, quick())
        assert everything(mine) == before
        assert states(mine) == [KeyState.CURRENT]
        assert set(counted(mine)) == {current(mine)} != {old}


def test_cut_off_before_its_end_no_second_key_is_made(url: str) -> None:
    with opened(url) as mine:
        with pytest.raises(Killed):
            rotate(operator(mine), mine, quick(stepped=dies_at(3)))
        first = current(mine)
        assert states(mine) == [KeyState.CURRENT, KeyState.LEAVING]
        rotated = rotate(operator(mine), mine, quick())
        assert rotated.resumed and rotated.key_id == first.hex()
        again = rotate(operator(mine), mine, quick())
        assert not again.resumed and again.key_id != first.hex()
        assert states(mine) == [KeyState.CURRENT]


ROTATE = """
import sys
from tests.keys.rotating import opened, operator, quick
from assistor_console.services.rotating import rotate
def step():
    print("step", flush=True)
    sys.stdin.readline()
with opened({url!r}) as database:
    rotate(operator(database), database, quick(stepped=step))
"""


def test_killed_in_earnest(url: str) -> None:
    """kill -9 at some steps, and in the middle of what comes after one."""
    with opened(url) as mine:
        before = everything(mine)
    chance = random.Random(1)
    with subprocess.Popen(
        [sys.executable, "-c", ROTATE.format(url=url)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin and process.stdout
        for _ in range(chance.randrange(2, 12)):
            assert process.stdout.readline() == "step\n"
            process.stdin.write("on\n")
            process.stdin.flush()
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    with opened(url) as mine:
        assert everything(mine) == before
        rotate(operator(mine), mine, quick())
        assert everything(mine) == before
        assert set(counted(mine)) == {current(mine)}


def test_two_at_once_share_the_work(url: str) -> None:
    with opened(url) as mine, opened(url) as other, ThreadPoolExecutor(2) as both:
        before = everything(mine)
        done = list(both.map(lambda one: rotate(operator(one), one, quick()), (mine, other)))
        assert everything(mine) == everything(other) == before
        assert set(counted(mine)) == {current(mine)}
        assert KeyState.LEAVING not in states(mine)
        assert sum(one.values for one in done) >= sum(map(len, before.values()))


def test_a_value_that_opens_under_no_key_is_named_and_holds_nothing_up(url: str) -> None:
    with opened(url) as mine:
        before = everything(mine)
        with mine.write() as store:
            id = store.connection.execute(select(t.answers.c.id).limit(1)).scalar_one()
            sealed = store.connection.execute(
                select(t.answers.c.sealed).where(t.answers.c.id == id)
            ).scalar_one()
            harmed = bytes(sealed[:-1]) + bytes([sealed[-1] ^ 1])
            store.connection.execute(update(t.answers).where(t.answers.c.id == id).values(sealed=harmed))
        rotated = rotate(operator(mine), mine, quick())
        assert rotated.broken == {f"answers.sealed {id}"}
        assert rotated.values == sum(map(len, before.values())) - 1
        assert states(mine) == [KeyState.CURRENT]


def test_a_program_that_meets_no_new_value_changes_over_by_itself(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(url) as mine, opened(url) as other:
        old = current(mine)
        hire(other, "before")
        rotate(operator(mine), mine, quick())
        assert other.vault.head()[1:] == old
        monkeypatch.setattr(databases, "LOOK_SECONDS", 0.0)
        hire(other, "after")
        assert other.vault.head()[1:] == current(mine)
        assert set(counted(mine)) == {current(mine)}


def test_the_old_file_opens_nothing(url: str) -> None:
    """The wrapping key is no data key: who has it needs the database's own keys as well."""
    from assistor_console.domain.errors import Trouble
    from assistor_console.store.vault import Vault

    with opened(url) as mine, mine.read() as store:
        row = store.connection.execute(select(t.cases.c.id, t.cases.c.sealed).limit(1)).one()
    with pytest.raises(Trouble, match=r"vault\.key_unknown"):
        Vault(KEY).open("cases", row.id.bytes, row.sealed)

"""Keys as they rest: made for a new database, adopted from an old one, learnt while programs run."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import select, text, update

from assistor_console.app import compose, open_served
from assistor_console.domain.errors import Trouble
from assistor_console.domain.keys import KeyPurpose, KeyState
from assistor_console.domain.terms import Realm
from assistor_console.services.rotating import rotate
from assistor_console.store import kept_vault, resealing
from assistor_console.store import tables as t
from assistor_console.store.database import Database
from assistor_console.store.engines import Limits
from assistor_console.store.kept_vault import KeptVault
from assistor_console.store.keys import fresh_key, rows
from assistor_console.store.schema import SERVES, WRAPPED, migrate
from assistor_console.store.tables_trail import keys
from assistor_console.store.vault import FORMAT, Vault
from assistor_console.store.wrapping import KeyRow, Wrapping
from tests.callers import MARISOL, Caller
from tests.central import central
from tests.keys.filled import counted, everything
from tests.keys.rotating import opened, operator, quick
from tests.old_desk import old_world
from tests.worlds import KEY, START, World, make_world

OTHER = bytes(range(1, 33))


def raw(database: Database) -> dict[str, list[bytes]]:
    """Every sealed value as it rests."""
    with database.engine.connect() as connection:
        return {
            each.name: [bytes(value) for value in connection.execute(select(each.column)).scalars() if value]
            for each in resealing.SEALED
        }


def test_a_new_database_has_keys_that_are_in_no_file(database_url: str) -> None:
    world = make_world(database_url)
    with world.reading() as store:
        found = store.keys.rows()
        keys = {row.purpose: store.vault.wrapping.unwrap(row) for row in found}
        assert store.connection.execute(text("select serves from realm")).scalar_one() == WRAPPED
    assert set(keys) == set(KeyPurpose) and len(found) == 3
    assert len({*keys.values(), KEY}) == 4
    assert {row.state for row in found} == {KeyState.CURRENT}
    assert Vault(keys[KeyPurpose.DATA], index=keys[KeyPurpose.INDEX]).index("tin", "1") == (
        world.database.vault.index("tin", "1")
    )
    rests = b"".join(row.wrapped for row in found)
    assert not [key for key in (*keys.values(), KEY) if key in rests]
    assert not any(repr(key) in repr(found) for key in keys.values())
    world.database.close()


@pytest.fixture
def old_url(database_url: str) -> str:
    """A database of the release before, at its schema, with values sealed by its one key."""
    world = old_world(database_url)
    world.load(*MARISOL.records)
    Caller(world, MARISOL).reach_tax()
    migrate(world.database.engine, "0002")
    world.database.close()
    return database_url


def test_an_old_database_is_adopted_as_it_is(old_url: str) -> None:
    with opened(old_url) as before:
        sealed = raw(before)
        first = sealed["people.sealed"][0]
    assert sum(map(len, sealed.values())) > 10
    world = World(old_url)
    assert raw(world.database) == sealed, "nothing was sealed anew"
    assert all(everything(world.database)[name] for name, values in sealed.items() if values)
    with world.reading() as store:
        assert [row.purpose for row in store.keys.rows()].count(KeyPurpose.DATA) == 1
        assert store.connection.execute(text("select serves from realm")).scalar_one() == SERVES
        assert store.vault.index("tin", "1") == Vault(KEY).index("tin", "1")
        assert store.vault.key_for("spool x") == Vault(KEY).key_for("spool x")
        ids = store.connection.execute(select(t.people.c.id, t.people.c.sealed)).all()
    assert [Vault(KEY).open("people", row.id.bytes, row.sealed) for row in ids]
    assert first[1:5] == world.database.vault.head()[1:]
    values = everything(world.database)
    rotate(operator(world.database), world.database, quick())
    assert everything(world.database) == values
    assert set(counted(world.database)) == {world.database.vault.head()[1:]} != {first[1:5]}
    with world.reading() as store:
        assert store.connection.execute(text("select serves from realm")).scalar_one() == WRAPPED
        assert store.vault.index("tin", "1") == Vault(KEY).index("tin", "1")
    with pytest.raises(Trouble, match=r"schema\.newer"):
        migrate(world.database.engine, "0002")
    world.database.close()
    again = World(old_url)
    assert everything(again.database) == values
    again.database.close()


def test_an_old_database_is_not_adopted_with_another_key(old_url: str) -> None:
    with opened(old_url, OTHER) as wrong, pytest.raises(Trouble, match=r"key\.wrong"):
        compose(wrong, Realm.PRACTICE, lambda: START)
    with opened(old_url) as database, database.read() as store:
        assert not store.keys.rows()
    World(old_url).database.close()


def test_a_server_adopts_nothing_and_says_who_does(postgres_url: str, tmp_path: Path) -> None:
    with central(postgres_url, tmp_path) as made:
        made.prepare()
        with psycopg.connect(made.logins.owner) as owner:
            owner.execute(b"delete from keys")
        with pytest.raises(Trouble, match=r"keys\.none"):
            open_served(made.server)
        made.prepare()
        with made.served() as served:
            assert served.ready()


@pytest.mark.parametrize(
    "harm",
    [
        "update keys set wrapped = (select wrapped from keys where purpose = 'index') where purpose = 'data'",
        "update keys set purpose = 'index' where purpose = 'data'",
        "update keys set wrapped = {zero}",
        "update keys set public = {zero} where purpose = 'sign'",
        "update keys set state = 'former' where purpose = 'data'",
        "update keys set id = {zero} where purpose = 'data'",
    ],
)
def test_a_key_stands_in_for_no_other(url: str, harm: str) -> None:
    zero = "x'00000000'" if url.startswith("sqlite") else r"'\x00000000'::bytea"
    with opened(url) as database:
        with database.engine.begin() as connection:
            connection.exec_driver_sql(harm.format(zero=zero))
        with pytest.raises(Trouble, match=r"keys?\.(altered|wrong)"), database.read() as store:
            store.keys.open()
        with pytest.raises(Trouble, match=r"keys?\.(altered|wrong)"):
            database.vault.seal("people", b"1", b"x")


@pytest.mark.parametrize(
    "harm", ["delete from keys where purpose = 'sign'", "delete from keys where purpose = 'data'"]
)
def test_a_database_without_one_of_its_keys_does_not_open(url: str, harm: str) -> None:
    with opened(url) as database:
        with database.engine.begin() as connection:
            connection.exec_driver_sql(harm)
        with pytest.raises(Trouble, match=r"keys\.none"):
            database.vault.index("tin", "1")


def test_the_signing_key_and_its_public_part_belong_together(url: str) -> None:
    world = World(url)
    signature = Ed25519PrivateKey.from_private_bytes(world.database.vault.signing()).sign(b"seal")
    rotate(operator(world.database), world.database, quick())
    with world.reading() as store:
        ((key_id, public),) = store.keys.public_keys().items()
    Ed25519PublicKey.from_public_bytes(public).verify(signature, b"seal")
    assert len(key_id) == 4
    with world.database.write() as store:
        store.connection.execute(update(keys).where(keys.c.id == key_id).values(public=bytes(32)))
    with pytest.raises(Trouble, match=r"keys\.altered"), world.reading() as store:
        store.keys.public_keys()
    world.database.close()


def made(key: bytes, state: KeyState, number: int, wrapping: Wrapping) -> KeyRow:
    """A data key as it rests."""
    id = Vault(key).head()[len(FORMAT) :]
    wrapped = wrapping.wrap(KeyPurpose.DATA, id, key, state=state)
    return KeyRow(id, KeyPurpose.DATA, state, datetime(2017, 12, number, tzinfo=UTC), wrapped)


class Rows:
    """What a database's `keys` hold, and how often it was asked."""

    def __init__(self) -> None:
        self.wrapping, self.asked = Wrapping(KEY), 0
        index = KeyRow(b"i", KeyPurpose.INDEX, KeyState.CURRENT, datetime(2017, 12, 1, tzinfo=UTC), b"")
        sign = replace(index, id=b"s", purpose=KeyPurpose.SIGN)
        self.rows = [
            replace(row, wrapped=self.wrapping.wrap(row.purpose, row.id, bytes(32))) for row in (index, sign)
        ]
        self.rows.append(made(KEY, KeyState.CURRENT, 1, self.wrapping))

    def rotate(self, key: bytes) -> None:
        """A new key, as another program makes it."""
        self.rows = [*self.rows[:2], made(KEY, KeyState.LEAVING, 1, self.wrapping)]
        self.rows.append(made(key, KeyState.CURRENT, 2, self.wrapping))

    def __call__(self) -> list[KeyRow]:
        self.asked += 1
        return self.rows


@pytest.fixture
def there() -> Iterator[Rows]:
    yield Rows()


def test_an_unknown_key_is_looked_for_at_once(there: Rows) -> None:
    vault = KeptVault(KEY, there)
    old = vault.seal("a", b"1", b"x")
    there.rotate(OTHER)
    assert vault.open("a", b"1", Vault(OTHER).seal("a", b"1", b"y")) == b"y"
    assert vault.open("a", b"1", old) == b"x"
    assert there.asked == 2


def test_damaged_values_do_not_keep_the_database_busy(there: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = KeptVault(KEY, there)
    damaged = [Vault(bytes([n]) * 32).seal("a", b"1", b"x") for n in range(60)]

    def refused(blob: bytes) -> None:
        with pytest.raises(Trouble, match=r"vault\.key_unknown"):
            vault.open("a", b"1", blob)

    for _ in range(5):
        refused(damaged[0])
    assert there.asked == 2
    for blob in damaged:
        refused(blob)
    assert there.asked == 1 + kept_vault.MOST_LOOKS
    monkeypatch.setattr(kept_vault, "AGAIN_SECONDS", 0.0)
    refused(damaged[0])
    assert there.asked == 2 + kept_vault.MOST_LOOKS


def states(there: Rows) -> dict[bytes, KeyState]:
    return {row.id: row.state for row in there.rows if row.purpose is KeyPurpose.DATA}


def test_who_cannot_unwrap_a_new_key_seals_nothing_more(
    there: Rows, caplog: pytest.LogCaptureFixture
) -> None:
    """It could not be opened once the key it has is removed; what is there it opens meanwhile."""
    vault = KeptVault(KEY, there)
    sealed = vault.seal("a", b"1", b"x")
    there.wrapping = Wrapping(OTHER)
    there.rotate(OTHER)
    looked_at = vault.looked_at
    with pytest.raises(Trouble, match=r"keys\.altered"):
        vault.learn_if_new(states(there), there)
    assert vault.looked_at == looked_at and vault.open("a", b"1", sealed) == b"x"
    assert "the keys of the database cannot be learnt: key" in caplog.text


def test_a_key_that_somebody_put_beside_the_current_one_is_not_learnt(there: Rows) -> None:
    """Nor does it hold anything up: the current one is still known."""
    vault = KeptVault(KEY, there)
    assert vault.seal("a", b"1", b"x")
    there.rows.append(made(OTHER, KeyState.LEAVING, 2, Wrapping(OTHER)))
    vault.learn_if_new(states(there), there)
    with pytest.raises(Trouble, match=r"keys\.altered"):
        vault.open("a", b"1", Vault(OTHER).seal("a", b"1", b"y"))


def test_a_removed_key_is_forgotten(there: Rows) -> None:
    vault = KeptVault(KEY, there)
    old = vault.seal("a", b"1", b"x")
    there.rotate(OTHER)
    vault.learn_if_new(states(there), there)
    assert vault.open("a", b"1", old) == b"x"
    there.rows = [row for row in there.rows if row.state is KeyState.CURRENT]
    vault.learn_if_new(states(there), there)
    with pytest.raises(Trouble, match=r"vault\.key_unknown"):
        vault.open("a", b"1", old)


def test_who_reads_the_changed_wrapping_key_learns(there: Rows) -> None:
    changed = Rows()
    changed.wrapping = Wrapping(OTHER)
    changed.rows = [
        replace(row, wrapped=changed.wrapping.wrap(row.purpose, row.id, there.wrapping.unwrap(row)))
        for row in there.rows
    ]
    vault = KeptVault(KEY, changed, lambda: [bytes(32), OTHER])
    assert vault.seal("a", b"1", b"x") and vault.wrapping.is_key(OTHER)


def test_no_two_keys_have_one_id() -> None:
    drawn = iter([KEY, KEY, OTHER])
    assert fresh_key({Vault(KEY).head()[len(FORMAT) :]}, lambda length: next(drawn)) == OTHER


def test_a_vault_without_keys_learns_nothing_by_the_way(there: Rows) -> None:
    vault = KeptVault(KEY, there)
    vault.learn_if_new(states(there), there)
    assert not vault.opened and there.asked == 0


def test_a_pool_that_is_all_in_use_still_learns(postgres_url: str) -> None:
    """Each connection is held by a transaction that has just met an unknown key."""
    from tests import postgres

    with postgres.database(postgres_url) as url:
        make_world(url).database.close()
        small = Limits(statement=15, lock=2, idle_in_transaction=60, connections=2)
        pooled, gate = Database(url, KEY, small), Barrier(2)
        with pooled.read() as store, opened(url) as other:
            people = store.people.everybody()
            rotate(operator(other), other, quick())

        def look(_: int) -> int:
            with pooled.read() as store:
                gate.wait()
                return len(store.people.everybody())

        with ThreadPoolExecutor(2) as both:
            assert list(both.map(look, range(2))) == [len(people)] * 2
        with pooled.read() as store:
            assert len(rows(store.connection)) == 3
        pooled.close()

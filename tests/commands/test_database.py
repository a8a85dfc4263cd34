"""`assistor-console database`, and loading into PostgreSQL from two places at once."""

import io
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from sqlalchemy import Connection

from assistor_console.app import open_beside
from assistor_console.cli import main
from assistor_console.composing import Beside
from assistor_console.domain.errors import Refused
from assistor_console.records.people import make_people
from assistor_console.records.practice import write_files
from assistor_console.requests.operate import BeginLoad
from assistor_console.services import loading
from assistor_console.services.loading import Asked, digest_of, load_file
from assistor_console.store.bulk import add_drafts
from assistor_console.store.drafts import Draft
from assistor_console.store.vault import Vault
from tests.central import Central, central


@pytest.fixture
def empty(postgres_url: str, tmp_path: Path) -> Iterator[Central]:
    with central(postgres_url, tmp_path / "data") as made:
        yield made


@pytest.fixture
def prepared(empty: Central) -> Central:
    empty.prepare()
    return empty


def run(made: Central, url: str, *words: str, language: str = "en") -> tuple[int, str]:
    """The command's exit code and all it said."""
    said = io.StringIO()
    first, *rest = words
    folder = str(made.owner.data_dir)
    options = ["--data-dir", folder, "--language", language, "--practice", "--database", url]
    with redirect_stdout(said), redirect_stderr(said):
        code = main([first, *options, *rest])
    return code, said.getvalue()


def test_prepare_says_what_was_made(empty: Central) -> None:
    login = empty.logins.serving_login
    code, said = run(empty, empty.logins.owner, "database", "prepare", "--serving", login)
    assert code == 0
    assert "practice" in said and str(empty.owner.data_dir / "desk.key") in said and login in said
    again = run(empty, empty.logins.owner, "database", "prepare", "--serving", login)
    assert again == (code, said)


def test_prepare_without_a_serving_login_says_so(empty: Central) -> None:
    code, said = run(empty, empty.logins.owner, "database", "prepare")
    assert code == 0 and "--serving LOGIN" in said
    assert "can only do" not in run(empty, empty.logins.owner, "database", "status")[1]


def test_status_of_the_serving_login(prepared: Central) -> None:
    code, said = run(prepared, prepared.logins.serving, "database", "status")
    assert code == 0, said
    assert prepared.logins.serving_login in said and "This login can serve" in said
    code, said = run(prepared, prepared.logins.serving, "database", "status", language="es")
    assert code == 0 and "Este usuario puede servir" in said


def test_status_of_the_owner(prepared: Central) -> None:
    code, said = run(prepared, prepared.logins.owner, "database", "status")
    assert code == 1
    assert "owner of this database" in said and "cannot serve" in said


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("update alembic_version set version_num = '0001'", "database prepare"),
        ("update realm set realm = 'live'", "practice was asked for"),
        ("update realm set key_check = ''", "not the one of this database"),
        ("revoke insert on audit from {serving}", "lacks rights (insert audit."),
        ("grant delete on audit to {serving}", "can do more"),
        ("revoke select on realm from {serving}", "lacks rights"),
    ],
)
def test_status_says_what_is_wrong(prepared: Central, harm: str, says: str) -> None:
    with psycopg.connect(prepared.logins.owner) as owner:
        owner.execute(harm.format(serving=f'"{prepared.logins.serving_login}"').encode())
        if "revoke insert" in harm:
            columns = "(at, request, act, person, role, console, call_id, case_id, outcome, salt, leaf)"
            undo = f'revoke insert {columns} on audit from "{prepared.logins.serving_login}"'
            owner.execute(undo.encode())
    code, said = run(prepared, prepared.logins.serving, "database", "status")
    assert code == 1
    assert says in said, said


def test_status_of_a_key_that_is_gone(prepared: Central) -> None:
    (prepared.owner.data_dir / "desk.key").unlink()
    code, said = run(prepared, prepared.logins.serving, "database", "status")
    assert code == 1 and "There is no wrapping key at" in said


def test_status_of_an_empty_database(empty: Central) -> None:
    code, said = run(empty, empty.logins.owner, "database", "status")
    assert code == 1 and "not prepared" in said


def test_no_database_is_named(tmp_path: Path) -> None:
    said = io.StringIO()
    with redirect_stderr(said):
        assert main(["database", "--data-dir", str(tmp_path), "status"]) == 2
    assert "--database" in said.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return write_files(make_people(120, 3), tmp_path / "files")


@pytest.fixture
def operators(prepared: Central) -> Iterator[list[Beside]]:
    made = [open_beside(prepared.owner) for _ in range(2)]
    yield made
    for each in made:
        each.close()


def by_ten(batches: Iterable[list[Draft]], _: int) -> Iterator[list[Draft]]:
    """Batches of ten drafts."""
    for batch in batches:
        yield from (batch[at : at + 10] for at in range(0, len(batch), 10))


def test_two_operators_load_different_files_at_once(
    prepared: Central, operators: list[Beside], files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many short batches side by side; neither drops what the other is at."""
    monkeypatch.setattr(loading, "grouped", by_ten)
    gate = Barrier(2)

    def load(beside: Beside, mine: list[Path]) -> int:
        gate.wait()
        database = beside.pipeline.database
        return sum(load_file(beside.operator(), database, file, Asked()).totals.count for file in mine)

    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(load, operators, (files[::2], files[1::2])))
    with operators[0].pipeline.database.read() as store:
        renewed = store.connection.exec_driver_sql("select count(*) from audit where act = 'renew_load'")
        assert renewed.scalar_one() > 20
        rows = store.connection.exec_driver_sql("select sum(records), bool_and(complete) from files").one()
        there = store.connection.exec_driver_sql("select count(*) from records").scalar_one()
    assert (int(rows[0]), rows[1], there) == (sum(counts), True, sum(counts))


def test_a_file_that_another_is_loading_is_left_to_them(operators: list[Beside], files: list[Path]) -> None:
    first, second = operators
    begin = BeginLoad(name=files[0].name, digest=digest_of(files[0]), format="users")
    first.operator().send(begin)
    with pytest.raises(Refused) as told:
        load_file(second.operator(), second.pipeline.database, files[0], Asked())
    assert told.value.refusal.rule == "load.under_way"
    assert told.value.refusal.clears_at


def test_a_load_that_died_is_dropped_by_the_next_one(
    prepared: Central, operators: list[Beside], files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = operators
    monkeypatch.setattr(loading, "grouped", by_ten)

    class Killed(BaseException):
        """As a process that gets no further."""

    def dies(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(loading, "_abandon", dies)

        def adds_two(connection: Connection, vault: Vault, file: int, first: int, drafts: list[Draft]) -> int:
            if first % 2**32 > 20:
                raise Killed
            return add_drafts(connection, vault, file, first, drafts)

        patch.setattr(loading, "add_drafts", adds_two)
        with pytest.raises(Killed):
            load_file(first.operator(), first.pipeline.database, files[0], Asked())
    with psycopg.connect(prepared.logins.owner) as owner:
        assert owner.execute(b"select count(*) from records").fetchone() == (20,)
        owner.execute(b"update files set lease_ends = 0")
    load_file(second.operator(), second.pipeline.database, files[1], Asked())
    with psycopg.connect(prepared.logins.owner) as owner:
        assert owner.execute(b"select count(*), bool_and(complete) from files").fetchone() == (1, True)
        orphans = b"select count(*) from records where file_id not in (select id from files)"
        assert owner.execute(orphans).fetchone() == (0,)

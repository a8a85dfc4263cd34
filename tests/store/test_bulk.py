"""Records by the thousand into either database: each sealed in its own row, found by its indexes."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, create_engine, insert, select

from assistor_console.domain.records import (
    Address,
    EServicesUser,
    Filer,
    IncomeDocument,
    Record,
    TaxReturn,
)
from assistor_console.domain.terms import FilingStatus, Form, UserKind
from assistor_console.store import tables as t
from assistor_console.store.bulk import (
    NAME_PLACE,
    PLACE,
    TIN_PLACE,
    add_records,
    row_bytes,
    seal_drafts,
)
from assistor_console.store.drafts import KINDS, USER_KIND, draft_records
from assistor_console.store.record_codec import decode
from assistor_console.store.vault import Vault

VAULT = Vault(bytes(range(32)))
HOME = Address(("12 Oak St",), "Fresno", "CA", "93706")
ANNA, BOB = Filer("123004567", "Anna Smith", "SMIT"), Filer("124004567", "Bob Lee", "LEE")
W2 = IncomeDocument(2015, Form.W2, BOB, HOME, "001000007", "Acme", {"wages": 5})
RECORDS: list[Record] = [
    TaxReturn(2016, Form.F1040, FilingStatus.MARRIED_JOINTLY, ANNA, BOB, HOME, {"agi": 100}),
    W2,
    EServicesUser("123004567", "Anna Smith", "SMIT", date(1970, 1, 2), UserKind.E_SERVICES),
]


@pytest.fixture
def engine(database_url: str) -> Engine:
    engine = create_engine(database_url)
    t.meta.create_all(engine)
    with engine.begin() as connection:
        file = {
            "id": 7,
            "name": "a",
            "digest": b"1",
            "format": "efw2",
            "complete": True,
            "records": 0,
            "at": 0,
        }
        connection.execute(insert(t.files), file)
    return engine


def test_rows_are_sealed_numbered_and_indexed(engine: Engine) -> None:
    with engine.begin() as connection:
        assert add_records(connection, VAULT, 7, 100, RECORDS) == 3
        rows = connection.execute(select(t.records).order_by(t.records.c.id)).all()
    engine.dispose()
    assert [row.id for row in rows] == [100, 101, 102]
    assert {row.file_id for row in rows} == {7}
    anna, bob = VAULT.index(TIN_PLACE, ANNA.tin), VAULT.index(TIN_PLACE, BOB.tin)
    smith, lee = VAULT.index(NAME_PLACE, "SMIT"), VAULT.index(NAME_PLACE, "LEE")
    expected = [
        (KINDS[Form.F1040], 2016, anna, bob, smith),
        (KINDS[Form.W2], 2015, bob, None, lee),
        (USER_KIND, 0, anna, None, smith),
    ]
    for row in rows:
        at = RECORDS.index(decode(VAULT.open(PLACE, row_bytes(row.id), row.sealed)))
        assert (row.kind, row.tax_year, row.tin_index, row.spouse_index, row.name_index) == expected[at]


def test_rows_are_numbered_as_their_index_is_sorted_and_a_persons_stay_in_order() -> None:
    many = [replace(W2, recipient=replace(BOB, tin=f"{n % 50:03d}004567"), tax_year=n) for n in range(400)]
    rows = seal_drafts(VAULT, 7, 1, draft_records(many))
    assert [row[0] for row in rows] == list(range(1, 401))
    assert [(row[4], row[3]) for row in rows] == sorted((row[4], row[3]) for row in rows)


def test_more_rows_than_one_statement_takes(engine: Engine) -> None:
    with engine.begin() as connection:
        assert add_records(connection, VAULT, 7, 1, [W2] * 4_321) == 4_321
        ids = connection.execute(select(t.records.c.id)).scalars().all()
    engine.dispose()
    assert sorted(ids) == list(range(1, 4_322))


def test_nothing_is_added_for_no_records(engine: Engine) -> None:
    with engine.begin() as connection:
        assert add_records(connection, VAULT, 7, 1, []) == 0
    engine.dispose()


def test_no_value_of_a_record_stands_in_a_row() -> None:
    for row in seal_drafts(VAULT, 7, 1, draft_records(RECORDS)):
        whole = b"".join(value for value in row if isinstance(value, bytes))
        assert not [
            word for word in (b"123004567", b"124004567", b"Smith", b"SMIT", b"Acme") if word in whole
        ]


def test_the_numbers_of_kinds_never_change() -> None:
    assert KINDS[Form.F1040] == 1
    assert KINDS[Form.W2] == 4
    assert KINDS[Form.W2G] == 13
    assert max(KINDS.values()) < USER_KIND

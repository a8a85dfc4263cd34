"""A hundred thousand sealed rows: any one edit, deletion, insertion or swap is found and named."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, text

from assistor_console.domain.trail import Finding, Flaw
from assistor_console.store.leaves import NAMES, leaf
from assistor_console.store.seals import Seal
from tests.trail.made import ACTS, MadeTrail, checker, made_trail, put_back, row_of, rows

ROWS, UNDER_ONE_SEAL, SAMPLES = 100_000, 400, 120
EDITS: dict[str, Callable[[dict[str, Any], random.Random], Any]] = {
    "at": lambda row, draw: row["at"] - draw.randrange(1, 10**9),
    "request": lambda row, draw: f"{draw.getrandbits(128):032x}",
    "act": lambda row, draw: draw.choice([act for act in ACTS if act != row["act"]]),
    "person": lambda row, draw: None if row["person"] else f"{draw.getrandbits(128):032x}",
    "role": lambda row, draw: "tac",
    "console": lambda row, draw: row["console"] + " ",
    "call_id": lambda row, draw: None if row["call_id"] else f"{draw.getrandbits(128):032x}",
    "case_id": lambda row, draw: None if row["case_id"] else f"{draw.getrandbits(128):032x}",
    "outcome": lambda row, draw: row["outcome"] + "d",
    "reason": lambda row, draw: None if row["reason"] else "test",
    "salt": lambda row, draw: draw.randbytes(16),
    "leaf": lambda row, draw: draw.randbytes(32),
}


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[MadeTrail, list[Seal]]]:
    made = made_trail(f"sqlite:///{tmp_path_factory.mktemp('trail') / 'desk.db'}")
    draw = random.Random(7)
    # Numbers are left out here and there: somebody can put a row between two.
    ids = sorted(draw.sample(range(1, ROWS + ROWS // 50), ROWS))
    made.add_fast(rows(ROWS), ids)
    seals = made.seal_all(most=UNDER_ONE_SEAL)
    yield made, seals
    made.database.close()


def seal_of(seals: list[Seal], id: int) -> Seal:
    return next(seal for seal in seals if seal.top >= id)


def findings(made: MadeTrail, connection: Connection, seals: list[Seal], *ids: int) -> list[Finding]:
    """What the seals of these rows say."""
    touched = {seal.number: seal for seal in (seal_of(seals, id) for id in ids)}
    found = [
        checker(connection, made.database).check_some([seal]).findings for _, seal in sorted(touched.items())
    ]
    return [finding for each in found for finding in each]


def whole(made: MadeTrail, connection: Connection) -> list[Finding]:
    return checker(connection, made.database).check(lambda part: None).findings


def test_untouched_it_verifies(sealed: tuple[MadeTrail, list[Seal]]) -> None:
    made, seals = sealed
    parts: list[float] = []
    with made.database.read() as store:
        found = checker(store.connection, made.database).check(parts.append)
    assert (found.rows, found.seals, found.unsealed, found.flaws) == (ROWS, ROWS // UNDER_ONE_SEAL, 0, 0)
    assert found.newest == seals[-1]
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_any_edit_is_found(sealed: tuple[MadeTrail, list[Seal]]) -> None:
    """Of each column; with the leaf as it was, and with a true leaf for what stands there now."""
    made, seals = sealed
    draw, ids = random.Random(1), made.ids()
    for sample in range(SAMPLES):
        id, column = draw.choice(ids), [*EDITS][sample % len(EDITS)]
        with made.undone() as connection:
            row = row_of(connection, id)
            row[column] = EDITS[column](row, draw)
            if column not in ("salt", "leaf") and draw.random() < 0.5:
                row["leaf"] = true_leaf(row)
            put_back(connection, id, row)
            assert findings(made, connection, seals, id) == [
                Finding(Flaw.EDITED, seal_of(seals, id).number, id)
            ], column


def true_leaf(row: dict[str, Any]) -> bytes:
    uuids = ("request", "person", "call_id", "case_id")
    said = {name: dashed(row[name]) if name in uuids and row[name] else row[name] for name in NAMES}
    return leaf(row["salt"], said)


def dashed(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def test_any_deletion_is_found(sealed: tuple[MadeTrail, list[Seal]]) -> None:
    made, seals = sealed
    draw, ids = random.Random(2), made.ids()
    for id in draw.sample(ids, SAMPLES):
        with made.undone() as connection:
            connection.execute(text("delete from audit where id = :id"), {"id": id})
            assert findings(made, connection, seals, id) == [
                Finding(Flaw.DELETED, seal_of(seals, id).number, id)
            ]


def test_any_swap_is_found(sealed: tuple[MadeTrail, list[Seal]]) -> None:
    """Two rows with all they have, leaves too, in each other's place."""
    made, seals = sealed
    draw, ids = random.Random(3), made.ids()
    for sample in range(SAMPLES):
        place = draw.randrange(len(ids) - 1)
        other = place + 1 if sample % 2 else draw.randrange(len(ids))
        one, two = sorted({ids[place], ids[other]} | {ids[place - 1]})[:2]
        with made.undone() as connection:
            swap(connection, one, two)
            found = findings(made, connection, seals, one, two)
            assert {finding.row for finding in found} == {one, two}
            if seal_of(seals, one) is seal_of(seals, two):
                assert {(f.flaw, f.row, f.other) for f in found} == {
                    (Flaw.SWAPPED, one, two),
                    (Flaw.SWAPPED, two, one),
                }


def swap(connection: Connection, one: int, two: int) -> None:
    first, second = row_of(connection, one), row_of(connection, two)
    connection.execute(text("delete from audit where id in (:one, :two)"), {"one": one, "two": two})
    put_back(connection, one, second)
    put_back(connection, two, first)


def test_any_insertion_is_found(sealed: tuple[MadeTrail, list[Seal]]) -> None:
    """Between two rows or before the first: a row like its neighbour, with a true leaf."""
    made, _ = sealed
    ids = made.ids()
    draw, taken = random.Random(4), set(ids)
    gaps = [id for id in range(ids[0] + 1, ids[-1]) if id not in taken]
    one, *more = draw.sample(gaps, 6)
    for inserted in ([one], sorted([*more, 0, -5])):
        with made.undone() as connection:
            for id in inserted:
                like = row_of(connection, draw.choice(ids)) | {"request": f"{draw.getrandbits(128):032x}"}
                put_back(connection, id, like | {"leaf": true_leaf(like)})
            assert whole(made, connection) == [Finding(Flaw.INSERTED, None, id) for id in inserted]


def test_several_at_once_in_seals_far_apart(sealed: tuple[MadeTrail, list[Seal]]) -> None:
    made, seals = sealed
    ids = made.ids()
    edited, gone, one, two = ids[10], ids[50_000], ids[70_000], ids[99_990]
    with made.undone() as connection:
        connection.execute(text("update audit set console = 'x' where id = :id"), {"id": edited})
        connection.execute(text("delete from audit where id = :id"), {"id": gone})
        swap(connection, one, two)
        numbers = [seal_of(seals, id).number for id in (edited, gone, one, two)]
        assert whole(made, connection) == [
            Finding(Flaw.EDITED, numbers[0], edited),
            Finding(Flaw.DELETED, numbers[1], gone),
            Finding(Flaw.SWAPPED, numbers[2], one, two),
            Finding(Flaw.SWAPPED, numbers[3], two, one),
        ]

"""Thousands of records into the table `records` at once, each sealed in one blob and indexed blindly."""

from collections.abc import Callable, Sequence
from itertools import chain

from sqlalchemy import Connection

from assistor_console.domain.records import IncomeDocument, Record, TaxReturn
from assistor_console.domain.terms import Form

from .record_codec import encode
from .vault import Vault

PLACE, TIN_PLACE, NAME_PLACE = "records", "records.tin", "records.name"
USER_KIND = 100
KINDS = {form: number for number, form in enumerate(Form, start=1)}
"""The column `kind`: the form's number, USER_KIND for a row of the user list. Append to Form only."""

Row = tuple[int, int, int, int, bytes, bytes | None, bytes, bytes]
Index = Callable[[str], bytes]

_COLUMNS = ("id", "file_id", "kind", "tax_year", "tin_index", "spouse_index", "name_index", "sealed")
_AT_ONCE = 2_000  # rows in one statement: SQLite takes 32,766 values, PostgreSQL 65,535


def first_id(file_id: int) -> int:
    """The first record id of a file: every file has 2**32 ids of its own, so that loads never meet."""
    return (file_id << 32) + 1


def row_bytes(record_id: int) -> bytes:
    """A record's id as its sealed blob is bound to it."""
    return record_id.to_bytes(8, "big")


def add_records(
    connection: Connection, vault: Vault, file_id: int, first_id: int, records: Sequence[Record]
) -> int:
    """Adds records under ids from `first_id` on, within the caller's transaction; returns how many."""
    return insert_rows(connection, seal_records(vault, file_id, first_id, records))


def seal_records(vault: Vault, file_id: int, first_id: int, records: Sequence[Record]) -> list[Row]:
    """The table's rows for records under ids from `first_id` on. Needs no database: may run beside one."""
    ids = range(first_id, first_id + len(records))
    bound = [i.to_bytes(8, "big") for i in ids]
    sealed = vault.seal_all(PLACE, bound, [encode(record) for record in records])
    tin, name = vault.indexer(TIN_PLACE), _remembering(vault.indexer(NAME_PLACE))
    return [
        (i, file_id, *_keys(record, tin, name), blob)
        for i, record, blob in zip(ids, records, sealed, strict=True)
    ]


def insert_rows(connection: Connection, rows: Sequence[Row]) -> int:
    """Inserts rows of `seal_records` within the caller's transaction; returns how many.

    Thousands of rows in one statement, as the driver then works without holding up the sealing beside it.
    """
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        connection.exec_driver_sql(_statement(mark, len(some)), tuple(chain.from_iterable(some)))
    return len(rows)


def _statement(mark: str, rows: int) -> str:
    row = f"({','.join([mark] * len(_COLUMNS))})"
    return f"insert into records ({', '.join(_COLUMNS)}) values {','.join([row] * rows)}"


def _keys(record: Record, tin: Index, name: Index) -> tuple[int, int, bytes, bytes | None, bytes]:
    """Kind, tax year (0 for a user), and the indexes of TIN, spouse's TIN and name control."""
    if isinstance(record, IncomeDocument):
        who = record.recipient
        return KINDS[record.form], record.tax_year, tin(who.tin), None, name(who.name_control)
    if isinstance(record, TaxReturn):
        own = record.primary
        spouse = tin(record.spouse.tin) if record.spouse else None
        return KINDS[record.form], record.tax_year, tin(own.tin), spouse, name(own.name_control)
    return USER_KIND, 0, tin(record.tin), None, name(record.name_control)


def _remembering(index: Index) -> Index:
    """The same index, computed once per text: a batch has far fewer name controls than people."""
    known: dict[str, bytes] = {}

    def remembered(text: str) -> bytes:
        found = known.get(text)
        if found is None:
            found = known[text] = index(text)
        return found

    return remembered

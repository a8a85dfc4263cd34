"""Thousands of records into the table `records` at once, each sealed in one blob and indexed blindly."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from assistor_console.domain.records import Record

from .drafts import Draft, draft_records
from .vault import Vault

PLACE, TIN_PLACE, NAME_PLACE = "records", "records.tin", "records.name"

Row = tuple[int, int, int, int, bytes, bytes | None, bytes, bytes]
Index = Callable[[str], bytes]

_COLUMNS = ("id", "file_id", "kind", "tax_year", "tin_index", "spouse_index", "name_index", "sealed")
_INSERT = {
    mark: f"insert into records ({', '.join(_COLUMNS)}) values ({', '.join([mark] * len(_COLUMNS))})"
    for mark in ("?", "%s")
}


def first_id(file_id: int) -> int:
    """The first record id of a file: every file has 2**32 ids of its own, so that loads never meet."""
    return (file_id << 32) + 1


def row_bytes(record_id: int) -> bytes:
    """A record's id as its sealed blob is bound to it."""
    return record_id.to_bytes(8, "big")


def add_records(
    connection: Connection, vault: Vault, file_id: int, first_id: int, records: Sequence[Record]
) -> int:
    """Adds records under ids from `first_id` on, within the caller's transaction; returns how many.

    The order of their ids is not the records', but for those of one person.
    """
    return add_drafts(connection, vault, file_id, first_id, draft_records(records))


def add_drafts(
    connection: Connection, vault: Vault, file_id: int, first_id: int, drafts: Sequence[Draft]
) -> int:
    """As `add_records`, of records that were made ready elsewhere."""
    rows = seal_drafts(vault, file_id, first_id, drafts)
    if rows:
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        connection.exec_driver_sql(_INSERT[mark], rows)
    return len(rows)


def seal_drafts(vault: Vault, file_id: int, first_id: int, drafts: Sequence[Draft]) -> list[Row]:
    """The table's rows for drafts, numbered from `first_id` on in the order of their TIN's index.

    So both the table and its index grow in their own order: half the work of a random one. Records of one
    person stay in theirs.
    """
    tin_of, name_of = vault.indexer(TIN_PLACE), _remembering(vault.indexer(NAME_PLACE))
    tins = [tin_of(draft[2]) for draft in drafts]
    order = sorted(range(len(drafts)), key=tins.__getitem__)
    ids = range(first_id, first_id + len(drafts))
    bound = [i.to_bytes(8, "big") for i in ids]
    blobs = vault.seal_all(PLACE, bound, [drafts[at][-1] for at in order])
    rows = []
    for i, at, blob in zip(ids, order, blobs, strict=True):
        kind, year, _, spouse, name, _ = drafts[at]
        other = tin_of(spouse) if spouse else None
        rows.append((i, file_id, kind, year, tins[at], other, name_of(name), blob))
    return rows


def _remembering(index: Index) -> Index:
    """The same index, computed once per text: a batch has far fewer name controls than people."""
    known: dict[str, bytes] = {}

    def remembered(text: str) -> bytes:
        found = known.get(text)
        if found is None:
            found = known[text] = index(text)
        return found

    return remembered

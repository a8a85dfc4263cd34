"""`docs/centre.md` says of the serving login's rights what is granted."""

from assistor_console.store.engines import SERVING
from assistor_console.store.grants import GRANTS, SEQUENCES, Grant
from assistor_console.store.schema import LOCK_SECONDS
from tests.house.tree import ROOT

DOCUMENT = (ROOT / "docs" / "centre.md").read_text("utf-8")


def words(grant: Grant) -> str:
    """The verbs of a row as the document has them."""
    said = ["SELECT"]
    if grant.insert:
        said.append("INSERT" + (f" (not {' or '.join(grant.insert_not)})" if grant.insert_not else ""))
    if grant.update:
        said.append(f"UPDATE ({', '.join(grant.update)})")
    if grant.delete:
        said.append("DELETE")
    return ", ".join(said)


def table() -> str:
    """The document's table as it must be."""
    rows = [f"| `{name}` | {words(grant)} |" for name, grant in GRANTS.items()]
    return "\n".join(["| table | may |", "| --- | --- |", *rows])


def test_the_table_of_rights_is_the_one_that_is_granted() -> None:
    written = DOCUMENT.partition("<!-- grants -->")[2].partition("<!-- /grants -->")[0].strip()
    assert written == table()
    assert all(f"`{name}`" in DOCUMENT for name in SEQUENCES)


def test_the_numbers_are_those_in_force() -> None:
    limits = f"{SERVING.statement} s for a statement, {SERVING.lock} s for a lock, "
    assert limits + f"{SERVING.idle_in_transaction} s idle in a transaction" in DOCUMENT
    assert f"up to {SERVING.connections} connections" in DOCUMENT
    assert f"no longer than {LOCK_SECONDS:.0f} seconds for a lock" in DOCUMENT

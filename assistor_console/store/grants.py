"""What the serving login may do, table by table, and how it is granted: the least that handlers use.

The owner migrates, publishes, loads and grants. Servers own nothing: they make no table, empty none, and can
add to the trail but never change it. `update` names columns: whoever holds the serving login still cannot
change a person's role, a publication or the realm. (A row can be locked by whoever may update one column.)
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from ..domain.errors import Trouble
from . import rights


@dataclass(frozen=True, slots=True)
class Grant:
    """Verbs on one table; SELECT is always among them. `insert_not` are columns the database fills itself."""

    insert: bool = False
    insert_not: tuple[str, ...] = ()
    update: tuple[str, ...] = ()
    delete: bool = False


_CASE = ("state", "version", "since", "interviewer", "verifier", "back_to", "open")
_CALL = (
    *("state", "language", "ended_at", "version", "case_id"),
    *("eligible", "asked_again", "proven", "closing"),
)
_INTERVIEW = (
    *("stage", "identified", "frozen", "verdict", "scored_at"),
    *("asked_at", "paused_at", "expired"),
)
_PERSON = ("last_step", "last_sign_in", "sealed")
_ALERT = ("times", "last_at", "values", "open", "closed_by", "closed_at", "note")

GRANTS: dict[str, Grant] = {
    "alembic_version": Grant(),
    "realm": Grant(),
    "publications": Grant(),
    "files": Grant(),
    "records": Grant(),
    "counters": Grant(update=("value",)),
    "audit": Grant(insert=True, insert_not=("id", "tx")),
    "events": Grant(insert=True, insert_not=("id",)),
    "people": Grant(insert=True, update=_PERSON),
    "sessions": Grant(insert=True, update=("state", "bound"), delete=True),
    "recovery_codes": Grant(insert=True, update=("used_at",), delete=True),
    "resets": Grant(insert=True, update=("state", "decided_by", "decided_at")),
    "kin": Grant(insert=True),
    "flags": Grant(insert=True, update=("at", "person", "reason", "live")),
    "releases": Grant(insert=True),
    "opens": Grant(insert=True, insert_not=("id",), delete=True),
    "alerts": Grant(insert=True, update=_ALERT),
    "extensions": Grant(insert=True),
    "seals": Grant(insert=True),
    "purged": Grant(),
    "keys": Grant(),
    "attempts": Grant(insert=True, update=("good",)),
    "remembered": Grant(insert=True, delete=True),
    "cases": Grant(insert=True, update=_CASE),
    "calls": Grant(insert=True, update=_CALL),
    "interviews": Grant(insert=True, update=_INTERVIEW),
    "questions": Grant(insert=True, update=("shown_at", "burnt"), delete=True),
    "shown": Grant(insert=True),
    "signals": Grant(insert=True),
    "answers": Grant(insert=True, update=("live",)),
    "drafts": Grant(insert=True, delete=True),
    "accounts": Grant(insert=True, update=("password", "password_until")),
    "runs": Grant(insert=True, update=("state",)),
    "letters": Grant(insert=True, update=("state", "live", "deadline", "run_id", "code", "sealed")),
    "appointments": Grant(insert=True, update=("state", "sealed", "code", "code_index")),
    "seats": Grant(insert=True, update=("call_id", "until", "appointment_id"), delete=True),
}
SEQUENCES = ("audit_id_seq", "events_id_seq", "opens_id_seq")
"""Sequences a server draws from (USAGE); the others number what only the owner adds."""

_OTHER_SEQUENCES = ("files_id_seq",)


def grant(connection: Connection, login: str) -> None:
    """Gives the serving login exactly what stands above and takes everything else, from everybody too.

    Raises Trouble: database.login_unknown; database.login_mighty where it can do more by another way.
    """
    if not rights.may_log_in(connection, login):
        raise Trouble("database.login_unknown", login=login)
    for statement in _statements(connection, login):
        connection.exec_driver_sql(statement)
    refuse_mighty(connection, login)
    if more := rights.of(connection, login, GRANTS) - wanted(connection):
        raise Trouble("database.login_mighty", login=login, may=", ".join(sorted(more)[:5]))


def refuse_mighty(connection: Connection, login: str) -> None:
    """Raises Trouble("database.login_mighty") for a login that no server may have: an owner's, a superuser's,
    one that makes or empties tables or changes the trail."""
    if might := rights.might(connection, login):
        raise Trouble("database.login_mighty", login=login, may=", ".join(might[:5]))


def wanted(connection: Connection) -> set[str]:
    """Every right that stands above, as `rights.of` words them, of the columns there are."""
    return {
        right
        for name, given in GRANTS.items()
        for right in _rights(name, given, rights.columns(connection, name))
    }


def _rights(table: str, given: Grant, columns: list[str]) -> Iterator[str]:
    verbs = {"select": columns, "update": [*given.update]}
    if given.insert:
        verbs["insert"] = [column for column in columns if column not in given.insert_not]
    for verb, named in verbs.items():
        yield from (f"{verb} {table}.{column}" for column in named)
    if given.delete:
        yield f"delete {table}"


def _statements(connection: Connection, login: str) -> Iterator[str]:
    quote = connection.dialect.identifier_preparer.quote_identifier
    who = quote(login)
    database = quote(str(connection.exec_driver_sql("select current_database()").scalar_one()))
    yield "revoke create on schema public from public"
    for thing in (
        f"database {database}",
        *(f"table {quote(name)}" for name in GRANTS),
        *(f"sequence {quote(name)}" for name in SEQUENCES + _OTHER_SEQUENCES),
    ):
        yield f"revoke all on {thing} from public, {who}"
    yield f"revoke all on schema public from {who}"
    yield f"grant connect on database {database} to {who}"
    yield f"grant usage on schema public to {who}"
    for name in SEQUENCES:
        yield f"grant usage on sequence {quote(name)} to {who}"
    for name, given in GRANTS.items():
        columns = rights.columns(connection, name)
        yield f"grant {', '.join(_verbs(given, columns, quote))} on table {quote(name)} to {who}"


def _verbs(given: Grant, columns: list[str], quote: Callable[[str], str]) -> Iterator[str]:
    yield "select"
    if given.insert and given.insert_not:
        yield f"insert ({', '.join(quote(name) for name in columns if name not in given.insert_not)})"
    elif given.insert:
        yield "insert"
    if given.update:
        yield f"update ({', '.join(map(quote, given.update))})"
    if given.delete:
        yield "delete"

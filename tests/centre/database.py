"""The centre's PostgreSQL: a server that waits for the disk, an owner's login and one for servers."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg

from tests import postgres
from tests.centre.programs import Failed

NAME = "centre"
LONGEST_SOCKET = 90
"""How long a folder's path may be for a socket in it, in characters."""


@dataclass(frozen=True, slots=True)
class Logins:
    """URLs without passwords, the serving login's name, and what libpq finds in the environment."""

    owner: str
    serving: str
    serving_login: str
    environment: dict[str, str]


@contextmanager
def database(keep: Path | None) -> Iterator[Logins]:
    """A database for a centre; with the block it goes, server and all, unless it is to be kept in a folder.

    A server that `ASSISTOR_TEST_POSTGRES` names stays as it was; nothing of it is kept.
    """
    with ExitStack() as stack:
        try:
            made = _opened(stack, keep)
        except (OSError, RuntimeError, psycopg.Error) as failed:
            raise Failed(f"PostgreSQL did not come up. {failed}") from None
        yield _without_passwords(made)


def _opened(stack: ExitStack, keep: Path | None) -> postgres.Logins:
    """The database with its logins; the stack ends the server."""
    if keep is not None and os.environ.get(postgres.INSTALLED):
        raise Failed(f"--keep keeps a database of its own: not with {postgres.INSTALLED}.")
    if keep is not None:
        return _kept_logins(stack.enter_context(_kept(keep)))
    if os.environ.get(postgres.INSTALLED):
        url = stack.enter_context(postgres.server())
    else:
        url = stack.enter_context(postgres.own_server(durable=True)).url
    return stack.enter_context(postgres.owner_and_serving(url))


@contextmanager
def _kept(folder: Path) -> Iterator[str]:
    """A server whose files stay in a folder; its socket lies beside the files."""
    folder.mkdir(parents=True, exist_ok=True)
    if not postgres.may_reach(folder):
        raise Failed(f"{folder}: the user the database runs as (nobody) may not reach it; choose another.")
    if len(str(folder)) > LONGEST_SOCKET:
        raise Failed(f"{folder}: the path is too long for a socket; choose a folder nearer to the root.")
    server = postgres.Server(folder, ())
    server.start()
    try:
        yield server.url
    finally:
        server.stop()


def _kept_logins(url: str) -> postgres.Logins:
    """The same database and logins at every start."""
    owner, serving = f"{NAME}_owner", f"{NAME}_serving"
    with psycopg.connect(postgres.plain(url), autocommit=True) as connection:
        for login in (owner, serving):
            with suppress(psycopg.errors.DuplicateObject):
                connection.execute(f"CREATE ROLE {login} LOGIN".encode())
        with suppress(psycopg.errors.DuplicateDatabase):
            connection.execute(f"CREATE DATABASE {NAME} OWNER {owner}".encode())
    here = urlsplit(url)._replace(path=f"/{NAME}").geturl()
    return postgres.Logins(postgres.as_login(here, owner), postgres.as_login(here, serving), serving)


def _without_passwords(made: postgres.Logins) -> Logins:
    """A password in a URL would stand in a process list: libpq takes it from the environment as well."""
    password = urlsplit(made.owner).password
    environment = {"PGPASSWORD": unquote(password)} if password else {}
    return Logins(_bare(made.owner), _bare(made.serving), made.serving_login, environment)


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=f"{parts.username}@{parts.netloc.rpartition('@')[2]}").geturl()

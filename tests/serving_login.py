"""Who is served by a login that may do no more than a server needs, while the owner works beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistor_console.composing import pipeline_over
from assistor_console.store import grants
from assistor_console.store.database import Database
from assistor_console.store.engines import SERVING
from tests import postgres
from tests.worlds import World


def grant(url: str, database: Database) -> str:
    """Makes the login of servers and gives it its rights; its name."""
    login = postgres.serving_login(url)
    with database.write() as store:
        grants.grant(store.connection, login)
    return login


@contextmanager
def as_serving(world: World, granted: bool = False) -> Iterator[World]:
    """Within the block everything people send goes through a pipeline of the serving login.

    The world's operator and its `database` stay the owner's; `granted` where the login has its rights
    already. PostgreSQL only.
    """
    login = postgres.SERVING if granted else grant(world.url, world.database)
    database = Database(postgres.as_login(world.url, login), world.key, SERVING)
    owning, world.pipeline = world.pipeline, pipeline_over(database, lambda: world.now)
    world.pipeline.library = owning.library
    try:
        yield world
    finally:
        world.pipeline = owning
        database.close()

"""Who is served by a login that may do no more than a server needs, while the owner works beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistor_console.composing import pipeline_over
from assistor_console.store import grants
from assistor_console.store.database import Database
from assistor_console.store.engines import SERVING
from tests import postgres
from tests.worlds import World


@contextmanager
def as_serving(world: World) -> Iterator[World]:
    """Within the block everything people send goes through a pipeline of the serving login.

    The world's operator and its `database` stay the owner's. PostgreSQL only.
    """
    login = postgres.serving_login(world.url)
    with world.database.write() as store:
        grants.grant(store.connection, login)
    database = Database(postgres.as_login(world.url, login), world.key, SERVING)
    owning, world.pipeline = world.pipeline, pipeline_over(database, lambda: world.now)
    world.pipeline.library = owning.library
    try:
        yield world
    finally:
        world.pipeline = owning
        database.close()

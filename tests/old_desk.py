"""A desk of the time when one key in a file sealed and indexed everything, and no table held any key."""

from assistor_console.composing import PRACTICE_STARTS
from assistor_console.domain.terms import Realm
from assistor_console.store.database import Database
from assistor_console.store.opening import found
from assistor_console.store.schema import bring_up_to_date
from tests.worlds import KEY, STAFF, START, World


def old_world(url: str) -> World:
    """A desk on an empty database with all staff, adopted: what rests in it is sealed as it was then."""
    database = Database(url, KEY)
    bring_up_to_date(database.engine)
    with database.write() as store:
        found(store, Realm.PRACTICE, START, PRACTICE_STARTS)
    database.close()
    world = World(url)
    for name, (role, office) in STAFF.items():
        world.hire(name, role, office)
    return world

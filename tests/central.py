"""A prepared PostgreSQL with an owner and a serving login, and settings to open it with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assistor_console.app import open_served
from assistor_console.central import Served
from assistor_console.composing import Clock, key_path, real_time
from assistor_console.domain.terms import Language, Realm, Role
from assistor_console.owner import prepare
from assistor_console.settings import Settings, Theme
from assistor_console.store.key_file import read_key
from tests.postgres import Logins, owner_and_serving
from tests.worlds import World


@dataclass(frozen=True)
class Central:
    """The database, and settings of who owns and of who serves it."""

    logins: Logins
    owner: Settings

    @property
    def server(self) -> Settings:
        """The settings of a server."""
        return replace(self.owner, database=self.logins.serving)

    def prepare(self, clock: Clock = real_time) -> None:
        """As its owner does."""
        prepare(self.owner, self.logins.serving_login, clock)

    def hire(self, name: str, role: Role, office: str | None = None) -> str:
        """Somebody who is signed in; the session's token."""
        world = World(self.logins.owner, self.owner.realm, read_key(key_path(self.owner)))
        world.hire(name, role, office)
        world.database.close()
        return world.tokens[name]

    @contextmanager
    def served(self, clock: Clock = real_time) -> Iterator[Served]:
        """A server's desk, as long as the block lasts."""
        opened = open_served(self.server, clock)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def central(url: str, folder: Path, realm: Realm = Realm.PRACTICE) -> Iterator[Central]:
    """An empty database on the server at `url` with logins of its own, and a folder for its key."""
    with owner_and_serving(url) as logins:
        settings = Settings(realm, folder, Theme.SYSTEM, Language.EN, "front desk", database=logins.owner)
        yield Central(logins, settings)

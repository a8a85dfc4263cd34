"""What every test stands on: an off-screen Qt, fresh databases of both kinds, property-test profiles."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt: without a display and without this the whole process aborts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

from tests import postgres

# A slow machine is no failure; in `ci` the same examples come every time, so that a red run can be repeated.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long checks, so that they run beside everything else."""
    items.sort(key=lambda item: not item.path.is_relative_to(Path(__file__).parent / "house"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a running PostgreSQL (SQLAlchemy, psycopg 3), this process's own."""
    with postgres.server() as url:
        yield url


@pytest.fixture(scope="session")
def staffed_url(postgres_url: str) -> Iterator[str]:
    """The URL of a database with a desk, its staff and the servers' login, to be copied, not used."""
    from tests.serving_login import grant
    from tests.worlds import make_world

    with postgres.database(postgres_url) as url:
        world = make_world(url)
        grant(url, world.database)
        world.database.close()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh, empty database: each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'console.sqlite'}"
        return
    with postgres.database(request.getfixturevalue("postgres_url")) as url:
        yield url


@pytest.fixture(autouse=True)
def hashes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords cost little to hash; the mark `dear_hashes` leaves them as they are in earnest."""
    if "assistor_console" in sys.modules and not request.node.get_closest_marker("dear_hashes"):
        from tests.hashing import make_quick

        make_quick(monkeypatch)

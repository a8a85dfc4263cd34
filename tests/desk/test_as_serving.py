"""The main job, done as the serving login: a handler that needs one right more fails here."""

from collections.abc import Iterator

import pytest

from tests import postgres
from tests.services import test_first_supervisors, test_letter_runs, test_main_job, test_review
from tests.services.test_letter_runs import issued as issued
from tests.serving_login import as_serving
from tests.worlds import World

for _module in (test_first_supervisors, test_letter_runs, test_main_job, test_review):
    globals().update({name: it for name, it in vars(_module).items() if name.startswith("test_")})


def _served(like: str, staffed: bool) -> Iterator[World]:
    with postgres.database(like, like=like if staffed else "/template1") as url:
        made = World(url)
        with as_serving(made):
            yield made
        made.database.close()


@pytest.fixture
def world(staffed_url: str) -> Iterator[World]:
    """A fresh desk with staff, served by the serving login."""
    yield from _served(staffed_url, staffed=True)


@pytest.fixture
def bare(postgres_url: str) -> Iterator[World]:
    """A desk where nobody works yet, served by the serving login."""
    yield from _served(postgres_url, staffed=False)

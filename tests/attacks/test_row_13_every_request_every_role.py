"""Row 13: every request type × every role × no session. All are denied but the allowed."""

from pathlib import Path

import pytest

from tests.desk.matrix import CONDITIONS, try_all
from tests.worlds import make_world


def test_row_13_every_request_every_role_every_session(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Against what `assistor-console authority --json` prints; `python -m tests.desk.matrix` counts alone."""
    world = make_world(f"sqlite:///{tmp_path / 'desk.db'}")
    try:
        tried = try_all(world)
    finally:
        world.database.close()
    with capsys.disabled():
        print(f"\n{tried}")
    assert (tried.wrongly_allowed, tried.wrongly_refused, tried.otherwise) == ([], [], [])
    assert set(tried.counted) == set(CONDITIONS)
    # Nobody has no session that could live or have lived: two conditions are left of eight.
    assert tried.counted.total() == tried.requests * ((tried.roles - 1) * len(CONDITIONS) + 2)

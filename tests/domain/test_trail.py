"""When a row's time fits its seal's: to the microsecond."""

from datetime import timedelta

import pytest

from assistor_console.domain.trail import AHEAD, SLOWEST, Flaw, dated

SEALED = 1_512_000_000_000_000
_MICROSECOND = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("at", "flaw"),
    [
        (SEALED, None),
        (SEALED + AHEAD // _MICROSECOND, None),
        (SEALED + AHEAD // _MICROSECOND + 1, Flaw.POSTDATED),
        (SEALED - SLOWEST // _MICROSECOND, None),
        (SEALED - SLOWEST // _MICROSECOND - 1, Flaw.BACKDATED),
    ],
)
def test_a_row_s_time_fits_its_seal_s_within_policy_s_room(at: int, flaw: Flaw | None) -> None:
    assert dated(at, SEALED, SEALED) is flaw


def test_backdated_is_told_by_the_seal_that_had_nothing_left() -> None:
    earlier = SEALED - 3 * SLOWEST // _MICROSECOND
    assert dated(earlier - SLOWEST // _MICROSECOND, earlier, SEALED) is None
    assert dated(earlier - SLOWEST // _MICROSECOND - 1, earlier, SEALED) is Flaw.BACKDATED


def test_without_such_a_seal_no_row_is_backdated() -> None:
    assert dated(0, None, SEALED) is None

"""A sample of the fault run, on both databases; the whole is `python -m tests.interviews.faults`."""

from tests.interviews.faults import figures, walk

SEEDS, SHARED = 20, 2


def test_nothing_is_lost_doubled_shown_again_or_free() -> None:
    told, broken = walk(range(SEEDS))
    assert not broken, figures(told, broken)
    assert sum(one.faults.total() for one in told) > SEEDS


def test_nor_on_postgresql(staffed_url: str) -> None:
    told, broken = walk(range(SEEDS, SEEDS + SHARED), staffed_url)
    assert not broken, figures(told, broken)

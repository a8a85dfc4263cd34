"""A file read in another process gives what it gives in this one, and ends when nobody wants it."""

import multiprocessing
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.records.people import make_people
from assistor_console.records.practice import write_files
from assistor_console.services.reading import Asked, drafts_of, open_file
from assistor_console.store.drafts import Draft
from tests.benchmarks.made_w2s import write_w2s

ELSEWHERE = 0
"""A size from which on a file is large: every file is."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A practice set of every format."""
    return write_files(make_people(60), tmp_path_factory.mktemp("practice"))


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def drafts(path: Path, asked: Asked, large: int) -> list[Draft]:
    with closing(drafts_of(path, open_file(path, asked), asked, large)) as batches:
        return [draft for batch in batches for draft in batch]


def test_another_process_reads_the_same(files: list[Path]) -> None:
    for path in files[:4]:
        here, there = open_file(path, Asked()), open_file(path, Asked())
        expected = [draft for batch in drafts_of(path, here, Asked()) for draft in batch]
        assert [d for batch in drafts_of(path, there, Asked(), ELSEWHERE) for d in batch] == expected
        assert there.totals == here.totals and there.totals.count == len(expected)


def test_progress_and_refusals_come_across(files: list[Path], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    report = next(path for path in files if path.name.startswith("w2"))
    drafts(report, Asked(progress=lambda done, whole: told.append((done, whole))), ELSEWHERE)
    assert told == sorted(told) and told[-1] == (report.stat().st_size,) * 2
    cut = tmp_path / "cut.txt"
    cut.write_bytes(report.read_bytes()[:-600])
    with pytest.raises(Refused, match="records") as here:
        drafts(cut, Asked(), large=1 << 30)
    with pytest.raises(Refused, match="records") as there:
        drafts(cut, Asked(), ELSEWHERE)
    assert there.value.refusal == here.value.refusal


def test_it_stops_when_asked_to(files: list[Path]) -> None:
    with pytest.raises(Refused, match="records.cancelled"):
        drafts(files[0], Asked(cancelled=lambda: True), ELSEWHERE)


def test_it_ends_when_nobody_wants_more(files: list[Path]) -> None:
    batches = drafts_of(files[1], open_file(files[1], Asked()), Asked(), ELSEWHERE)
    assert next(batches)
    batches.close()


def test_a_process_that_is_ended_is_trouble(tmp_path: Path) -> None:
    path = tmp_path / "w2s.txt"
    write_w2s(path, 30_000, lambda said: None)

    def kill(done: int, whole: int) -> None:
        for child in multiprocessing.active_children():
            child.kill()

    with pytest.raises(Trouble, match="records.stopped"):
        drafts(path, Asked(progress=kill), ELSEWHERE)


PLANTED = "123-00-4417"


class Broken(type(Path())):  # type: ignore[misc]
    """A file whose reading strikes a bug that says what it was at."""

    def is_file(self) -> bool:
        raise ValueError(f"no number: {PLANTED}")


def test_a_bug_in_the_other_process_tells_where_and_never_what(
    capfd: pytest.CaptureFixture[str], files: list[Path]
) -> None:
    path, reading = Broken(files[0]), open_file(files[0], Asked())
    with (
        pytest.raises(Trouble, match="records.stopped"),
        closing(drafts_of(path, reading, Asked(), ELSEWHERE)) as batches,
    ):
        next(iter(batches))
    said = capfd.readouterr().err
    assert "ValueError" in said and "is_file" in said
    assert PLANTED not in said

"""A practice desk's first day: people to practise as, and synthetic taxpayers loaded from record files."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml

from .assets import resource
from .composing import Beside
from .domain.errors import refused
from .domain.terms import Realm
from .records.job import Cancelled
from .records.people import PracticePerson, make_people
from .records.practice import write_files
from .requests.sign_in import Hello
from .requests.staff import MakePracticeStaff, PracticeStaffMember
from .services.loading import Asked, Loaded, load_file

PEOPLE, SEED = 300, 1
Progress = Callable[[float, str], None]
"""How far it is (0.0–1.0), and the name of the file it is at."""


def is_empty(beside: Beside) -> bool:
    """Whether nobody works at this desk yet."""
    return not beside.desk().send(Hello()).has_staff


def prepare(
    beside: Beside,
    people: int = PEOPLE,
    seed: int = SEED,
    keep: Path | None = None,
    progress: Progress = lambda part, name: None,
    cancelled: Cancelled = lambda: False,
) -> list[Loaded]:
    """Makes staff where there is none, writes the people's records as files, and loads the files.

    `keep` is where the files stay; without it they go. Refused("realm.live") on a live desk.
    """
    if beside.settings.realm is not Realm.PRACTICE:
        raise refused("realm.live")
    made = make_people(people, seed)
    if keep is not None:
        return _load_written(beside, made, keep, progress, cancelled)
    with tempfile.TemporaryDirectory(prefix="practice-") as folder:
        return _load_written(beside, made, Path(folder), progress, cancelled)


def _load_written(
    beside: Beside, made: list[PracticePerson], folder: Path, progress: Progress, cancelled: Cancelled
) -> list[Loaded]:
    files = write_files(made, folder)
    steps = len(files) + 1
    loaded = []
    for number, file in enumerate(files):
        progress(number / steps, file.name)
        asked = Asked(cancelled=cancelled)
        loaded.append(load_file(beside.operator(), beside.pipeline.database, file, asked))
    progress(len(files) / steps, "staff")
    if is_empty(beside):
        beside.operator().send(MakePracticeStaff(people=practice_staff()))
    progress(1.0, "")
    return loaded


def practice_staff() -> tuple[PracticeStaffMember, ...]:
    """Everybody to practise as."""
    listed = yaml.safe_load(resource("practice", "staff.yaml").read_text("utf-8"))
    return tuple(PracticeStaffMember(**member) for member in listed["staff"])

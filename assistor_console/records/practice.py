"""A practice data set as files of the formats that are loaded: there is one way in."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, BinaryIO, cast

from assistor_console.domain.records import IncomeDocument, Record, TaxReturn
from assistor_console.domain.terms import Form

from .people import YEARS, PracticePerson
from .writers.efw2 import write_efw2
from .writers.mef1040 import write_mef1040
from .writers.pub1220 import write_pub1220
from .writers.users_csv import write_users

Progress = Callable[[int, int], None]
Write = Callable[[BinaryIO], int]


def write_files(
    people: Sequence[PracticePerson], directory: Path, progress: Progress | None = None
) -> list[Path]:
    """Writes everybody's records: per year one file of W-2s, of other documents, of returns; one of users.

    `directory` is made if need be. `progress` is told files written and how many there will be. Returns the
    files' paths, in the order they should be loaded.
    """
    directory.mkdir(parents=True, exist_ok=True)
    jobs = _jobs(people)  # a file without records would be none of its format
    paths = []
    for done, (name, write) in enumerate(jobs):
        if progress:
            progress(done, len(jobs))
        _write_over(directory / name, write)
        paths.append(directory / name)
    if progress:
        progress(len(jobs), len(jobs))
    return paths


def _write_over(path: Path, write: Write) -> None:
    """Writes a file in another's place: a link that lies there is replaced, never followed."""
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        try:
            write(cast(BinaryIO, file))
            file.close()
            os.replace(file.name, path)
        except BaseException:
            file.close()
            os.unlink(file.name)
            raise


def records_of(person: PracticePerson) -> list[Record]:
    """Everything on file about one person."""
    users = [person.user] if person.user else []
    return [*users, *person.returns, *person.documents]


def _jobs(people: Sequence[PracticePerson]) -> list[tuple[str, Write]]:
    users = [person.user for person in people if person.user]
    jobs: list[tuple[str, list[Any], Write]] = [("users.csv", users, partial(write_users, users=users))]
    for year in YEARS:
        returns, w2s, others = _year(people, year)
        jobs.append((f"returns-{year}.xml", returns, partial(write_mef1040, returns=returns)))
        jobs.append((f"w2-{year}.txt", w2s, partial(write_efw2, documents=w2s)))
        jobs.append((f"1099-{year}.txt", others, partial(write_pub1220, documents=others)))
    return [(name, write) for name, records, write in jobs if records]


def _year(
    people: Sequence[PracticePerson], year: int
) -> tuple[list[TaxReturn], list[IncomeDocument], list[IncomeDocument]]:
    """A year's returns (spouses share one), W-2s and other documents, these by payer."""
    shared = chain.from_iterable(person.returns for person in people)
    returns = {each.primary.tin: each for each in shared if each.tax_year == year}
    documents = chain.from_iterable(person.documents for person in people)
    chosen = sorted((each for each in documents if each.tax_year == year), key=_by_payer)
    w2s = [each for each in chosen if each.form is Form.W2]
    return list(returns.values()), w2s, [each for each in chosen if each.form is not Form.W2]


def _by_payer(document: IncomeDocument) -> tuple[str, str, str]:
    return document.payer_tin, document.form, document.recipient.tin

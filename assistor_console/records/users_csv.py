"""The list of e-Services users and Secure Access accounts: CSV in UTF-8 with a header.

`tin,name,name_control,birth,kind,phone,username,origin,created`, one person a row. `kind` is e_services,
tin_matching or letter_5903. Who has an account has all of `username`, `origin` (get_transcript, ip_pin,
view_balance, exception_processing) and `created`. Dates are YYYY-MM-DD; a blank `name_control` is made from
the last word of the name.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula: such a value is written with an
apostrophe before it, which reading takes away again.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import BinaryIO, TypeVar

from assistor_console.domain.errors import Refused
from assistor_console.domain.names import name_control
from assistor_console.domain.records import EServicesUser, Record, SecureAccess
from assistor_console.domain.terms import Origin, UserKind

from .job import SYNTHETIC_GROUP, Job, Mode

HEADER = ("tin", "name", "name_control", "birth", "kind", "phone", "username", "origin", "created")
USER = "user"
FORMULA = re.compile("'*[-=+@\t\r\uff0b\uff0d\uff1d\uff20]")
"""How a value begins that is written behind an apostrophe."""
_AT_ONCE = 1_000
_LONGEST = 10_000  # bytes of one line

Word = TypeVar("Word", bound=StrEnum)


def read_users(job: Job) -> Iterator[list[Record]]:
    """Batches of users; Refused with line and column name for anything wrong in a row."""
    found: list[Record] = []
    with job.path.open("rb") as file:
        for line, row in _rows(job, file):
            found.append(_user(_Row.of(job, line, row)))
            if len(found) == _AT_ONCE:
                yield found
                job.reached(file.tell())
                found = []
    yield found


def _rows(job: Job, file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, each with the number of its last line; blank lines are passed over."""
    rows = csv.reader(_lines(job, file), strict=True)
    try:
        if tuple(next(rows, ())) != HEADER:
            raise job.wrong("csv_header", line=1, expected=",".join(HEADER))
        for row in filter(None, rows):
            job.totals.add(USER, {})
            yield rows.line_num, row
    except csv.Error:
        raise job.wrong("csv_row", line=rows.line_num) from None


def _lines(job: Job, file: BinaryIO) -> Iterator[str]:
    """The file's lines as text."""
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            raise job.wrong("csv_long", line=number)
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise job.wrong("csv_encoding", line=number, byte=error.start + 1) from None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row's values by column, refused by line and column name."""

    job: Job
    line: int
    values: dict[str, str]

    @classmethod
    def of(cls, job: Job, line: int, row: list[str]) -> "_Row":
        """A row of as many values as the header has."""
        if len(row) != len(HEADER):
            raise job.wrong("csv_columns", line=line, expected=len(HEADER), found=len(row))
        values = (_plain(value.strip(" ")) for value in row)
        return cls(job, line, dict(zip(HEADER, values, strict=True)))

    def text(self, column: str, needed: bool = True) -> str:
        """A text without control or bidi marks."""
        text = self.values[column]
        if needed and not text:
            raise self.wrong("missing", column)
        if not text.isprintable():
            raise self.wrong("character", column)
        return text

    def tin(self, column: str) -> str:
        """Nine digits, of the synthetic group in synthetic mode."""
        text = self.text(column).replace("-", "")
        if not (len(text) == 9 and text.isascii() and text.isdecimal()):
            raise self.wrong("tin", column)
        if self.job.mode is Mode.SYNTHETIC and text[3:5] != SYNTHETIC_GROUP:
            raise self.wrong("not_synthetic", column)
        return text

    def day(self, column: str) -> date:
        """A date."""
        try:
            return date.fromisoformat(self.text(column))
        except ValueError:
            raise self.wrong("date", column) from None

    def word(self, column: str, words: type[Word]) -> Word:
        """One of a list of words."""
        try:
            return words(self.text(column))
        except ValueError:
            raise self.wrong("word", column) from None

    def wrong(self, rule: str, column: str) -> Refused:
        """The refusal of one value."""
        return self.job.wrong(f"csv_{rule}", line=self.line, column=column)


def _plain(value: str) -> str:
    return value[1:] if value[:1] == "'" and FORMULA.match(value) else value


def _user(row: _Row) -> EServicesUser:
    name = row.text("name")
    control = row.text("name_control", needed=False) or name_control(name.split()[-1])
    return EServicesUser(
        row.tin("tin"),
        name,
        control,
        row.day("birth"),
        row.word("kind", UserKind),
        row.text("phone", needed=False),
        _account(row),
    )


def _account(row: _Row) -> SecureAccess | None:
    if not any(row.values[column] for column in ("username", "origin", "created")):
        return None
    return SecureAccess(row.text("username"), row.word("origin", Origin), row.day("created"))

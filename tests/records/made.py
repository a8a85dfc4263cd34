"""Records and files that the tests of this folder make for themselves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, TypeVar

import pytest
from hypothesis import strategies as st

from assistor_console.domain.errors import Refusal, Refused
from assistor_console.domain.lines import DOCUMENT_AMOUNTS
from assistor_console.domain.names import name_control
from assistor_console.domain.records import (
    Address,
    Dependent,
    EServicesUser,
    Filer,
    IncomeDocument,
    Record,
    SecureAccess,
    TaxReturn,
)
from assistor_console.domain.terms import FilingStatus, Form, Origin, UserKind
from assistor_console.records.job import Mode
from assistor_console.records.reader import Reading, read_file
from assistor_console.records.writers.efw2 import write_efw2
from assistor_console.records.writers.mef1040 import write_mef1040
from assistor_console.records.writers.pub1220 import write_pub1220
from assistor_console.records.writers.users_csv import write_users

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéñüÁÖç"
T = TypeVar("T")


def word(most: int) -> st.SearchStrategy[str]:
    """A word of letters, accents among them."""
    return st.text(LETTERS, min_size=1, max_size=most)


def surnames() -> st.SearchStrategy[str]:
    """Surnames plain, hyphened, with an apostrophe or of several words, at most 20 characters."""
    pairs = st.tuples(word(8), word(8))
    return st.one_of(word(20), pairs.map("-".join), pairs.map("'".join), pairs.map(" ".join))


def tins() -> st.SearchStrategy[str]:
    """Synthetic TINs."""
    pairs = st.tuples(st.integers(1, 899), st.integers(1, 9999))
    return pairs.map(lambda pair: f"{pair[0]:03d}00{pair[1]:04d}")


@st.composite
def filers(draw: st.DrawFn, born: bool = False) -> Filer:
    """Somebody with a first name, perhaps a middle one, and a surname."""
    surname = draw(surnames())
    given = " ".join([draw(word(15)), *draw(st.lists(word(7), max_size=1))])
    birth = draw(st.dates(date(1930, 1, 1), date(2010, 1, 1))) if born and draw(st.booleans()) else None
    control = name_control(surname)
    return Filer(draw(tins()), f"{given} {surname}", control, birth)


@st.composite
def addresses(draw: st.DrawFn, lines: int = 2) -> Address:
    """An address of one or more short lines."""
    code = draw(st.integers(0, 99_999).map("{:05d}".format)) + draw(st.sampled_from(["", "1234"]))
    streets = draw(st.lists(word(20), min_size=1, max_size=lines))
    return Address(tuple(streets), draw(word(20)), draw(st.sampled_from(["CA", "PR", "AE"])), code)


@st.composite
def documents(draw: st.DrawFn, forms: tuple[Form, ...], year: int | None = None) -> IncomeDocument:
    """An income document of one of some forms."""
    form = draw(st.sampled_from(forms))
    boxes = st.dictionaries(st.sampled_from(DOCUMENT_AMOUNTS[form]), st.integers(1, 10**10))
    w2 = form is Form.W2
    return IncomeDocument(
        year or draw(st.integers(2010, 2020)),
        form,
        draw(filers()),
        draw(addresses(2 if w2 else 1)),
        draw(st.integers(0, 10**9 - 1).map("{:09d}".format)),
        draw(word(39)),
        draw(boxes),
        "" if w2 else draw(st.sampled_from(["", "0042"])),
        False if w2 else draw(st.booleans()),
    )


@st.composite
def returns(draw: st.DrawFn) -> TaxReturn:
    """An individual return, joint where its status is."""
    form = draw(st.sampled_from([Form.F1040, Form.F1040A, Form.F1040EZ]))
    plain = (FilingStatus.SINGLE, FilingStatus.MARRIED_JOINTLY)
    status = draw(st.sampled_from(plain if form is Form.F1040EZ else tuple(FilingStatus)))
    names = ["wages", "agi", "total_tax", "refund", "owed", "interest", "total_income"]
    amounts = st.dictionaries(st.sampled_from(names), st.integers(-(10**6), 10**9).map(lambda n: n * 100))
    dependents = st.builds(Dependent, st.tuples(word(9), word(9)).map(" ".join), tins(), st.just("SON"))
    return TaxReturn(
        *(draw(st.integers(1990, 2030)), form, status, draw(filers(born=True))),
        draw(filers(born=True)) if status is FilingStatus.MARRIED_JOINTLY else None,
        draw(addresses()),
        draw(amounts),
        tuple(draw(st.lists(dependents, max_size=3))),
        draw(st.none() | st.integers(0, 20)),
    )


def users() -> st.SearchStrategy[EServicesUser]:
    """A row of the user list."""
    days = st.dates(date(1930, 1, 1), date(2017, 12, 1))
    accounts = st.builds(SecureAccess, word(12), st.sampled_from(Origin), days)
    people = filers()
    return st.builds(
        lambda who, birth, kind, account: EServicesUser(
            who.tin, who.name, who.name_control, birth, kind, "202-555-0100", account
        ),
        *(people, days, st.sampled_from(UserKind), st.none() | accounts),
    )


def _written(write: Callable[[BinaryIO, T], int], records: T) -> bytes:
    file = BytesIO()
    write(file, records)
    return file.getvalue()


def w2(**changes: object) -> IncomeDocument:
    """One plain W-2."""
    return IncomeDocument(
        **{
            "tax_year": 2016,
            "form": Form.W2,
            "recipient": Filer("123004567", "Anna Maria Smith", "SMIT"),
            "recipient_address": Address(("12 Oak St", "Apt 4"), "Fresno", "CA", "93706"),
            "payer_tin": "001000007",
            "payer_name": "Acme Inc",
            "amounts": {"wages": 5_000_017, "withheld": 600_000},
            **changes,
        }  # type: ignore[arg-type]
    )


def interest(**changes: object) -> IncomeDocument:
    """One plain 1099-INT."""
    one_line = Address(("12 Oak St Apt 4",), "Fresno", "CA", "93706")
    amounts = {"interest": 12_345, "exempt": 8}
    return w2(**{"form": Form.INT, "recipient_address": one_line, "amounts": amounts, **changes})


def single(**changes: object) -> TaxReturn:
    """One plain return."""
    values: dict[str, object] = {
        "tax_year": 2016,
        "form": Form.F1040,
        "status": FilingStatus.SINGLE,
        "primary": Filer("123004567", "Anna Maria Smith", "SMIT", date(1970, 2, 3)),
        "spouse": None,
        "address": Address(("12 Oak St",), "Fresno", "CA", "93706"),
        "amounts": {"wages": 5_000_000, "agi": 5_012_300},
    }
    return TaxReturn(**{**values, **changes})  # type: ignore[arg-type]


def user() -> EServicesUser:
    """One plain user."""
    return EServicesUser("123004567", "Anna Smith", "SMIT", date(1970, 2, 3), UserKind.E_SERVICES)


def efw2_of(*records: IncomeDocument) -> bytes:
    """An EFW2 report."""
    return _written(write_efw2, records)


def pub1220_of(*records: IncomeDocument) -> bytes:
    """A transmission of Publication 1220."""
    return _written(write_pub1220, records)


def mef_of(*records: TaxReturn) -> bytes:
    """Returns as XML."""
    return _written(write_mef1040, records)


def users_of(*records: EServicesUser) -> bytes:
    """A user list."""
    return _written(write_users, records)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder of its own for one example of many."""
    with TemporaryDirectory() as name:
        yield Path(name)


def reading(folder: Path, content: bytes, format: str | None = None, mode: Mode = Mode.SYNTHETIC) -> Reading:
    """A file of this content, opened."""
    path = folder / "records"
    path.write_bytes(content)
    return read_file(path, format=format, mode=mode)


def read(
    folder: Path, content: bytes, format: str | None = None, mode: Mode = Mode.SYNTHETIC
) -> list[Record]:
    """Every record of a file of this content."""
    return [record for batch in reading(folder, content, format, mode) for record in batch]


def refusal(folder: Path, content: bytes, format: str | None = None, mode: Mode = Mode.SYNTHETIC) -> Refusal:
    """Why a file of this content is refused."""
    with pytest.raises(Refused) as caught:
        read(folder, content, format, mode)
    assert caught.value.refusal.values["file"] == "records"
    return caught.value.refusal


def patched(content: bytes, at: int, new: bytes) -> bytes:
    """A content with some bytes written over."""
    return content[:at] + new + content[at + len(new) :]

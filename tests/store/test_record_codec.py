"""Records as bytes: exact both ways, compact, and refused where they are not ours."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.errors import Trouble
from assistor_console.domain.lines import DOCUMENT_AMOUNTS
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
from assistor_console.store.record_codec import decode, encode

TEXTS = st.text(max_size=12) | st.sampled_from(["", "\x1f", "None", "é", "\ud800"])
DAYS = st.dates()
NUMBERS = st.integers(-(10**15), 10**15)
FILERS = st.builds(Filer, TEXTS, TEXTS, TEXTS, st.none() | DAYS)
ADDRESSES = st.builds(Address, st.lists(TEXTS, max_size=3).map(tuple), TEXTS, TEXTS, TEXTS)
FORMS = st.sampled_from(Form)
NAMES = sorted({name for names in DOCUMENT_AMOUNTS.values() for name in names})
AMOUNTS = st.dictionaries(st.sampled_from(NAMES) | TEXTS, NUMBERS, max_size=8)
DOCUMENTS = st.builds(
    IncomeDocument, NUMBERS, FORMS, FILERS, ADDRESSES, TEXTS, TEXTS, AMOUNTS, TEXTS, st.booleans()
)
RETURNS = st.builds(
    TaxReturn,
    *(NUMBERS, FORMS, st.sampled_from(FilingStatus), FILERS, st.none() | FILERS, ADDRESSES, AMOUNTS),
    st.lists(st.builds(Dependent, TEXTS, TEXTS, TEXTS), max_size=3).map(tuple),
    st.none() | NUMBERS,
)
ACCOUNTS = st.builds(SecureAccess, TEXTS, st.sampled_from(Origin), DAYS)
USERS = st.builds(
    EServicesUser, TEXTS, TEXTS, TEXTS, DAYS, st.sampled_from(UserKind), TEXTS, st.none() | ACCOUNTS
)
PLAIN = IncomeDocument(
    *(
        2016,
        Form.W2,
        Filer("123004567", "ANNA SMITH", "SMIT"),
        Address(("12 OAK ST",), "FRESNO", "CA", "93706"),
    ),
    *("001000007", "ACME INC", {"wages": 5_000_017, "tips": 3}),
)


@given(DOCUMENTS | RETURNS | USERS)
def test_a_record_comes_back_exactly(record: Record) -> None:
    back = decode(encode(record))
    assert back == record
    assert type(back) is type(record)


@pytest.mark.parametrize("form", DOCUMENT_AMOUNTS)
def test_every_box_of_every_form_comes_back(form: Form) -> None:
    amounts = {name: number for number, name in enumerate(DOCUMENT_AMOUNTS[form], start=1)}
    whole = IncomeDocument(2016, form, PLAIN.recipient, PLAIN.recipient_address, "1", "A", amounts)
    assert encode(whole)[:1] == b"\x02", "the compact form knows every box of the domain"
    assert decode(encode(whole)) == whole


def test_the_compact_form_stays_as_it_is() -> None:
    fields = (
        "2016 W-2 123004567 ANNA_SMITH SMIT _ FRESNO CA 93706 001000007 ACME_INC _ _ 5000017 None None None"
    )
    text = "\x1f".join(fields.split()).replace("ANNA_SMITH", "ANNA SMITH").replace("ACME_INC", "ACME INC")
    rest = ["None", "None", "3", "12 OAK ST"]
    assert encode(PLAIN) == b"\x02" + "\x1f".join([text, *rest]).replace("_", "").encode()


def test_a_birthday_of_a_recipient_comes_back() -> None:
    born = IncomeDocument(
        2016, Form.INT, Filer("1", "A", "A", date(1970, 1, 2)), PLAIN.recipient_address, "", "", {}
    )
    assert decode(encode(born)) == born


@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda data: b"\x01[" + data))
def test_bytes_of_another_maker_are_trouble(data: bytes) -> None:
    with pytest.raises(Trouble, match="records.codec"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"", b"\x01", b'\x01["document"]', b'\x01["x",1]', b"\x01{}", b"\x02", b"\x022016"]
)
def test_broken_bytes_are_trouble(data: bytes) -> None:
    with pytest.raises(Trouble, match="records.codec"):
        decode(data)

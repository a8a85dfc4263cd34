"""Who may be proved by telephone, and who need not be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.eligibility import Standing, closing_line, standing
from assistor_console.domain.records import SecureAccess
from assistor_console.domain.script import LINES
from assistor_console.domain.subject import Subject
from assistor_console.domain.terms import Origin, UserKind
from tests.domain.made import TIN, USER


@given(st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_only_an_individual_user_for_themselves_who_tried_online_goes_on(
    a: bool, b: bool, c: bool, d: bool
) -> None:
    line = closing_line(individual=a, own_behalf=b, eservices_user=c, tried_online=d)
    assert (line is None) is (a and b and c and d)
    assert line is None or line in LINES


def test_a_business_hears_why_before_anything_else() -> None:
    nothing = {"own_behalf": False, "eservices_user": False, "tried_online": False}
    assert closing_line(individual=False, **nothing) == "close_business"
    assert closing_line(individual=True, **nothing) == "close_representative"


@pytest.mark.parametrize("kind", UserKind)
def test_nobody_is_exempt_without_an_account(kind: UserKind) -> None:
    assert standing(Subject(TIN, replace(USER, kind=kind))) is Standing.NEEDS_PROOFING


@pytest.mark.parametrize("kind", UserKind)
@pytest.mark.parametrize("origin", Origin)
def test_an_account_of_any_origin_needs_no_new_one(kind: UserKind, origin: Origin) -> None:
    account = SecureAccess("mquintero47", origin, date(2016, 5, 1))
    assert standing(Subject(TIN, replace(USER, kind=kind, account=account))) is Standing.ALREADY_REGISTERED


def test_who_is_not_on_the_user_list_is_no_user() -> None:
    assert standing(Subject(TIN)) is Standing.NOT_A_USER

"""What the writers write, the readers read back exactly."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.records import EServicesUser, IncomeDocument, TaxReturn
from assistor_console.domain.terms import Form
from tests.records import made

OTHERS = tuple(form for form in Form if form.startswith(("1099", "1098", "W-2G")))


def back(content: bytes) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        return list(made.read(Path(folder), content))


@given(st.lists(made.documents((Form.W2,)), min_size=1, max_size=5))
def test_w2s(records: list[IncomeDocument]) -> None:
    assert back(made.efw2_of(*records)) == records


@given(
    st.sampled_from([2016, 2019, 2020, 2021, 2024]).flatmap(
        lambda year: st.lists(made.documents(OTHERS, year), min_size=1, max_size=5)
    )
)
def test_information_returns_in_both_layouts(records: list[IncomeDocument]) -> None:
    kept = [each for each in records if not (each.tax_year > 2019 and "nonemployee" in each.amounts)]
    if kept:
        assert back(made.pub1220_of(*kept)) == kept


@given(st.lists(made.returns(), min_size=1, max_size=4))
def test_returns(records: list[TaxReturn]) -> None:
    assert back(made.mef_of(*records)) == records


@given(st.lists(made.users(), min_size=1, max_size=4))
def test_users(records: list[EServicesUser]) -> None:
    assert back(made.users_of(*records)) == records

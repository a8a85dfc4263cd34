"""The person a case is about, with everything on record for them."""

from ..desk.work import Work
from ..domain.records import EServicesUser, IncomeDocument, TaxReturn
from ..domain.subject import Subject


def subject_of(work: Work, tin: str) -> Subject:
    """Every loaded record that names a TIN (nine digits); empty for an unknown one."""
    records = work.store.records.of_person(tin)
    users = [r for r in records if isinstance(r, EServicesUser)]
    return Subject(
        tin=tin,
        user=users[-1] if users else None,
        returns=tuple(r for r in records if isinstance(r, TaxReturn)),
        documents=tuple(r for r in records if isinstance(r, IncomeDocument)),
    )

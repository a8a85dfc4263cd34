"""The person a case is about, with everything on record for them."""

from ..desk.work import Work
from ..domain.records import EServicesUser, IncomeDocument, TaxReturn
from ..domain.subject import Subject


def subject_of(work: Work, tin: str) -> Subject:
    """Every loaded record that names a TIN (nine digits); empty for an unknown one.

    Refused("authority.own_record") where one also names somebody of the sender's household.
    """
    records = work.store.records.of_person(tin)
    returns = tuple(r for r in records if isinstance(r, TaxReturn))
    joint = {filer.tin for r in returns for filer in (r.primary, r.spouse) if filer} - {tin}
    work.guard.check_joint(work.store, work.who, tin, joint, work.now)
    users = [r for r in records if isinstance(r, EServicesUser)]
    return Subject(
        tin=tin,
        user=users[-1] if users else None,
        returns=returns,
        documents=tuple(r for r in records if isinstance(r, IncomeDocument)),
    )

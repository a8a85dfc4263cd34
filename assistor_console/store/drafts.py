"""Records made ready for the table `records`: encoded, but not yet sealed. Needs neither key nor database."""

from collections.abc import Iterable

from assistor_console.domain.records import IncomeDocument, Record, TaxReturn
from assistor_console.domain.terms import Form

from .record_codec import encode

USER_KIND = 100
KINDS = {form: number for number, form in enumerate(Form, start=1)}
"""The column `kind`: the form's number, USER_KIND for a row of the user list. Append to Form only."""

Draft = tuple[int, int, str, str | None, str, bytes]
"""Kind, tax year (0 for a user), TIN, the spouse's TIN, name control, the encoded record."""


def draft_records(records: Iterable[Record]) -> list[Draft]:
    """A draft of each record, in their order."""
    return [_draft(record) for record in records]


def _draft(record: Record) -> Draft:
    if isinstance(record, IncomeDocument):
        who = record.recipient
        return KINDS[record.form], record.tax_year, who.tin, None, who.name_control, encode(record)
    if isinstance(record, TaxReturn):
        own, spouse = record.primary, record.spouse.tin if record.spouse else None
        return KINDS[record.form], record.tax_year, own.tin, spouse, own.name_control, encode(record)
    return USER_KIND, 0, record.tin, None, record.name_control, encode(record)

"""The person an interview is about, and what their records say to the identity items."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from .addresses import canonical_address
from .names import canonical_name, same_control
from .records import Address, EServicesUser, Filer, IncomeDocument, TaxReturn
from .script import IDENTITY, Question, Script, join
from .terms import Section


@dataclass(frozen=True, slots=True)
class Subject:
    """A TIN, its row of the user list and every record that names it, as primary, spouse or recipient."""

    tin: str
    user: EServicesUser | None = None
    returns: tuple[TaxReturn, ...] = ()
    documents: tuple[IncomeDocument, ...] = ()

    @property
    def newest_return(self) -> TaxReturn | None:
        """The return of the newest year on which this person is primary or spouse."""
        own = [tax_return for tax_return in self.returns if self.filer(tax_return)]
        return max(own, key=lambda tax_return: tax_return.tax_year, default=None)

    @property
    def own_documents(self) -> tuple[IncomeDocument, ...]:
        """The documents this person received; never a spouse's."""
        return tuple(document for document in self.documents if document.recipient.tin == self.tin)

    @property
    def name(self) -> tuple[str, str]:
        """The name on the newest paper, and its name control; empty for somebody without records."""
        newest = self.newest_return
        filer = self.filer(newest) if newest else None
        if filer:
            return filer.name, filer.name_control
        return next(iter(_names(self)), ("", ""))

    @property
    def born(self) -> date | None:
        """The date of birth on record, or None."""
        newest = self.newest_return
        filer = self.filer(newest) if newest else None
        return next((p.birth for p in (filer, self.user) if p and p.birth), None)

    @property
    def address(self) -> Address | None:
        """The address of record: on the newest return, else on the newest income document."""
        if self.newest_return:
            return self.newest_return.address
        newest = max(self.own_documents, key=lambda d: d.tax_year, default=None)
        return newest.recipient_address if newest else None

    def filer(self, tax_return: TaxReturn) -> Filer | None:
        """This person on a return, or None."""
        people = (tax_return.primary, tax_return.spouse)
        return next((person for person in people if person and person.tin == self.tin), None)


def identity_questions(script: Script) -> tuple[Question, ...]:
    """The identity items as questions 1 to 5, with nothing accepted yet: nobody is known."""
    heading = script.headings[Section.IDENTITY]
    return tuple(
        Question(
            number,
            item.id,
            Section.IDENTITY,
            item.kind,
            heading,
            join(heading, item.label, ": "),
            item.text,
            item.hint,
            item.rephrase,
            item.choices,
        )
        for number, item in enumerate(script.identity, 1)
    )


def with_expected(questions: Sequence[Question], subject: Subject) -> tuple[Question, ...]:
    """Identity questions with what the subject's records accept; an item the records lack accepts nothing."""
    expected = dict(zip(IDENTITY, _expected(subject), strict=True))
    return tuple(replace(question, accepted=expected[question.item]) for question in questions)


def identified(tin: str, name: str, subject: Subject) -> bool:
    """Whether a canonical TIN and a name belong together: the TIN exactly, the name by its first four surname
    letters and first given letter (IRS TIN matching), on any of the subject's records.
    """
    known = {canonical_name(n, control) for n, control in _names(subject)}
    fits = [same_control(name, other) for other in known]
    return (tin == subject.tin) & any(fits)


def _expected(subject: Subject) -> tuple[tuple[str, ...], ...]:
    """Accepted answers in the order of IDENTITY."""
    newest = subject.newest_return
    filer = subject.filer(newest) if newest else None
    named = [(filer.name, filer.name_control)] if filer else _names(subject)
    births = {p.birth.isoformat() for p in (filer, subject.user) if p and p.birth}
    return (
        (subject.tin,),
        tuple(sorted({canonical_name(name, control) for name, control in named})),
        tuple(sorted(births)),
        _addresses(subject, newest),
        (newest.status.value,) if newest else (),
    )


def _addresses(subject: Subject, newest: TaxReturn | None) -> tuple[str, ...]:
    """The address on the newest return; without a return, that on the newest income documents."""
    if newest:
        return (canonical_address(newest.address),)
    documents = subject.own_documents
    year = max((document.tax_year for document in documents), default=0)
    return tuple(sorted({canonical_address(d.recipient_address) for d in documents if d.tax_year == year}))


def _names(subject: Subject) -> list[tuple[str, str]]:
    """Every name on record for the subject, with its name control."""
    filers = [subject.filer(tax_return) for tax_return in subject.returns]
    people = [subject.user, *filers, *(document.recipient for document in subject.own_documents)]
    return [(person.name, person.name_control) for person in people if person]

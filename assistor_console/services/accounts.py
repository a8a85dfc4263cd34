"""The account, its name, its temporary password and the letter that follows."""

import secrets
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from ..desk.work import Work
from ..domain.case import Case
from ..domain.codes import temporary_password
from ..domain.eligibility import Standing, standing
from ..domain.errors import refused
from ..domain.letter import Letter, LetterState
from ..domain.masking import masked_address
from ..domain.records import Address
from ..domain.spelling import say_username, spell
from ..domain.subject import Subject
from ..domain.usernames import suggest_username
from ..requests.accounts import AccountIssued, IssueAccount, ReplacePassword, Spelled
from ..store.accounts import Account
from .call_lines import line_values
from .call_view import call_seen
from .mailing import check_mailable, new_code, next_letter_number
from .passwords import hashed
from .subjects import subject_of


@IssueAccount.handler
def issue_account(request: IssueAccount, work: Work) -> AccountIssued:
    """One account a person: name, temporary password to read out once, and the letter queued."""
    subject = subject_of(work, work.case.tin)
    stands = standing(subject)
    if work.store.accounts.exists_for(subject.tin) or stands is Standing.ALREADY_REGISTERED:
        raise refused("account.exists")
    if stands is Standing.NOT_A_USER:
        raise refused("account.not_user")
    address = subject.address
    if address is None:
        raise refused("account.no_address")
    password = temporary_password(work.policy.temporary_password_length, secrets.randbelow)
    username = _username(work, subject)
    account = _account(work, subject, username, password)
    letter = _letter(work, account, subject, address, username)
    work.store.appointments.spend_continuation(work.case.id)
    case = work.case.after("issue_account", work.now)
    work.store.cases.save(case)
    work.store.cases.note(case.id, "issue_account", {"letter": letter.number}, work.now, work.person)
    return _issued(work, case, account, letter, password)


def _account(work: Work, subject: Subject, username: str, password: str) -> Account:
    account = Account(
        id=uuid4(),
        case_id=work.case.id,
        password_hash=hashed(password),
        password_until=work.now + timedelta(days=work.policy.temporary_password_days),
        issued_at=work.now,
        issued_by=work.person,
    )
    work.store.accounts.add(account, subject.tin, username)
    return account


def _username(work: Work, subject: Subject) -> str:
    name, control = subject.name
    while work.store.accounts.taken(username := suggest_username(name, control, secrets.randbelow)):
        continue
    return username


def _letter(work: Work, account: Account, subject: Subject, address: Address, username: str) -> Letter:
    name, _ = subject.name
    name = name.replace("<", " ")
    check_mailable(name, address)
    letter = Letter(
        id=uuid4(),
        number=next_letter_number(work),
        account_id=account.id,
        case_id=work.case.id,
        state=LetterState.QUEUED,
        live=True,
        language=work.call.language,
        queued_at=work.now,
        name=name,
        address=address,
        username=username,
        code=new_code(work),
    )
    work.store.letters.add(letter)
    return letter


@ReplacePassword.handler
def replace_password(request: ReplacePassword, work: Work) -> AccountIssued:
    """A different temporary password; the one before stops working. Never re-read, always new."""
    account, letter = work.store.accounts.of_case(work.case.id), work.store.letters.of_case(work.case.id)
    if account is None or letter is None:
        raise refused("account.none")
    password = temporary_password(work.policy.temporary_password_length, secrets.randbelow)
    until = work.now + timedelta(days=work.policy.temporary_password_days)
    work.store.accounts.replace_password(account.id, hashed(password), until)
    work.store.cases.note(work.case.id, "replace_password", {}, work.now, work.person)
    return _issued(work, work.case, replace(account, password_until=until), letter, password)


def _issued(work: Work, case: Case, account: Account, letter: Letter, password: str) -> AccountIssued:
    alphabet = work.library.tables(work.store, work.now).alphabet
    ending = work.script().line("small_letters", **line_values(work))
    policy = work.policy
    return AccountIssued(
        call=call_seen(work, case=case),
        username=letter.username,
        username_spelled=say_username(letter.username, alphabet, ending),
        password=tuple(Spelled(character=c, word=word) for c, word in spell(password, alphabet)),
        password_until=account.password_until,
        letter_number=letter.number,
        address_masked=masked_address(letter.address),
        mail_days_least=policy.mail_days_least,
        mail_days_most=policy.mail_days_most,
        code_days=policy.activation_code_days,
    )

"""Letter runs: lease, draw, confirm printed, confirm mailed."""

from datetime import timedelta
from uuid import UUID, uuid4

from ..assets import resource
from ..desk.work import Work
from ..domain.case import Case
from ..domain.errors import Refused, refused
from ..domain.letter import Letter, LetterState, Run
from ..domain.masking import masked_name
from ..domain.terms import Realm
from ..domain.times import end_of_day, local_day
from ..requests.base import Document
from ..requests.letters import (
    ConfirmMailed,
    ConfirmPrinted,
    LeaseRun,
    LetterDesk,
    LetterSeen,
    ReplaceRun,
    RunDocument,
    RunSeen,
    SeeLetters,
)
from .mailing import new_letter

SHOWN = 200


@SeeLetters.handler
def see_letters(request: SeeLetters, work: Work) -> LetterDesk:
    """What waits, without the letters of one's own household, and the runs under way."""
    runs = {run.id: run for run in work.store.letters.runs()}
    letters = work.store.letters.waiting(SHOWN)
    closed = {case.id for case in _closed(work, letters)}
    seen = tuple(_run_seen(run, work) for run in runs.values())
    return LetterDesk(
        now=work.now,
        queued=work.store.letters.count_queued(),
        uncertain=sum(run.letters for run in seen if run.state is LetterState.UNCERTAIN),
        letters=tuple(_seen(letter, runs, work) for letter in letters if letter.case_id not in closed),
        runs=seen,
    )


@LeaseRun.handler
def lease_run(request: LeaseRun, work: Work) -> RunSeen:
    """Takes the oldest letters; date and deadline are set now, because they are printed now."""
    most = min(request.most, work.policy.letters_per_run)
    letters = _printable(work, most)
    if not letters:
        waiting = work.store.letters.count_queued()
        raise refused("run.for_others" if waiting else "run.nothing_queued")
    today = local_day(work.now, work.policy.zone)
    number = work.store.next_number("run")
    ends = work.now + timedelta(minutes=work.policy.letter_lease_minutes)
    name = f"LR-{today:%y}-{number:04d}"
    run = Run(uuid4(), name, LetterState.LEASED, work.person, work.now, ends, len(letters))
    work.store.letters.add_run(run)
    last_day = today + timedelta(days=work.policy.activation_code_days)
    dates = {"notice": today, "last_day": last_day, "deadline": end_of_day(last_day, work.policy.zone)}
    for letter in letters:
        work.store.letters.save(letter.step(LetterState.LEASED, run_id=run.id, **dates))
    return _run_seen(run, work)


def _printable(work: Work, most: int) -> list[Letter]:
    """The oldest letters that this person may print; those of their household, and of cases they had a hand
    in, wait for somebody else."""
    kin = work.store.access.kin_count(work.person)
    letters = work.store.letters.queued(most + kin, work.person)
    closed = {case.id for case in _closed(work, letters)}
    return [letter for letter in letters if letter.case_id not in closed][:most]


def _closed(work: Work, letters: list[Letter]) -> list[Case]:
    """The cases of some letters whose records this person may not open."""
    cases = work.store.cases.some({letter.case_id for letter in letters})
    closed = work.closed_among(cases)
    return [case for case in cases if case.id in closed]


@RunDocument.handler
def run_document(request: RunDocument, work: Work) -> Document:
    """The run as one PDF, drawn anew each time and never stored; for whoever holds the lease."""
    # Not locked: drawing takes long, and who holds a row as long stalls the live topics of every server.
    run = _run(work, request.run_id, lock=False)
    if no := run.draw_refusal(work.who.person, work.now):
        raise Refused(no)
    for case in _closed(work, work.store.letters.of_run(run.id)):
        work.check_case(case)
    return Document(name=f"{run.number}.pdf", media_type="application/pdf", content=draw_run(work, run))


def draw_run(work: Work, run: Run) -> bytes:
    """The letters of a run as PDF, one page each."""
    from ..letters.activation import ActivationLetter, draw_activation_letters  # ReportLab is slow to import
    from ..letters.stationery import load_stationery

    policy = work.policy
    pages = [
        ActivationLetter(
            letter_number=letter.number,
            case_number=work.store.cases.number(letter.case_id),
            notice_date=letter.notice,
            name=letter.name,
            address=letter.address,
            account_name=letter.username,
            code=letter.code,
            deadline=letter.last_day,
            language=letter.language,
            serial=int(letter.number.rsplit("-", 1)[1]),
            desk_phone=policy.desk_phone,
            opens=policy.opens,
            closes=policy.closes,
            zone=policy.zone,
        )
        for letter in work.store.letters.of_run(run.id)
        if letter.notice and letter.last_day and letter.code
    ]
    stationery = load_stationery(resource("letters"))
    practice = work.realm is Realm.PRACTICE
    return draw_activation_letters(pages, stationery, practice=practice, progress=work.progress)


@ConfirmPrinted.handler
def confirm_printed(request: ConfirmPrinted, work: Work) -> RunSeen:
    """Every page came out: the codes are erased, only their keyed digests stay."""
    run = _counted(work, request.run_id, request.letters)
    printed = _step_run(work, run, LetterState.PRINTED)
    for letter in work.store.letters.of_run(run.id):
        if letter.state is LetterState.LEASED:
            work.store.letters.save(letter.step(LetterState.PRINTED, code=""))
    return _run_seen(printed, work)


@ConfirmMailed.handler
def confirm_mailed(request: ConfirmMailed, work: Work) -> RunSeen:
    """The post has them: every case goes on to letter mailed."""
    run = _counted(work, request.run_id, request.letters)
    mailed = _step_run(work, run, LetterState.MAILED)
    for letter in work.store.letters.of_run(run.id):
        if letter.state is LetterState.PRINTED:
            _mail(work, letter, run)
    return _run_seen(mailed, work)


def _mail(work: Work, letter: Letter, run: Run) -> None:
    work.store.letters.save(letter.step(LetterState.MAILED))
    case = work.store.cases.get(letter.case_id, lock=True)
    if case is None:
        raise refused("case.unknown")
    if case.is_open:  # one that was closed after the lease stays closed
        work.store.cases.save(case.after("mail", work.now))
    values = {"letter": letter.number, "run": run.number}
    work.store.cases.note(case.id, "mail", values, work.now, work.person)


@ReplaceRun.handler
def replace_run(request: ReplaceRun, work: Work) -> RunSeen:
    """For a run that was spoilt or is uncertain: every code is void, and a new letter waits for each."""
    run = _settled(work, request.run_id)
    replaced = _step_run(work, run, LetterState.SUPERSEDED)
    for letter in work.store.letters.of_run(run.id):
        work.store.letters.save(letter.step(LetterState.SUPERSEDED, live=False, code=""))
        work.store.letters.add(new_letter(work, letter))
        values = {"letter": letter.number, "run": run.number}
        work.store.cases.note(letter.case_id, "letter_replaced", values, work.now, work.person)
    return _run_seen(replaced, work)


def _run(work: Work, run_id: UUID, lock: bool = True) -> Run:
    run = work.store.letters.run(run_id, lock)
    if run is None:
        raise refused("run.unknown")
    return run


def _settled(work: Work, run_id: UUID) -> Run:
    run = _run(work, run_id)
    if no := run.step_refusal(work.who.person, work.now):
        raise Refused(no)
    return run


def _counted(work: Work, run_id: UUID, letters: int) -> Run:
    run = _settled(work, run_id)
    if letters != run.letters:
        raise refused("run.count", counted=letters, letters=run.letters)
    return run


def _step_run(work: Work, run: Run, state: LetterState) -> Run:
    stepped = run.step(state)
    work.store.letters.save_run(stepped, run.state)
    return stepped


def _run_seen(run: Run, work: Work) -> RunSeen:
    return RunSeen(
        run_id=run.id,
        number=run.number,
        state=run.standing(work.now),
        leased_at=run.leased_at,
        lease_ends=run.lease_ends,
        leased_by=work.store.people.name(run.person),
        letters=run.letters,
        mine=run.person == work.who.person,
    )


def _seen(letter: Letter, runs: dict[UUID, Run], work: Work) -> LetterSeen:
    run = runs.get(letter.run_id) if letter.run_id else None
    leased = run is not None and letter.state is LetterState.LEASED
    return LetterSeen(
        letter_id=letter.id,
        number=letter.number,
        case_number=work.store.cases.number(letter.case_id),
        name_masked=masked_name(letter.name),
        language=letter.language,
        state=run.standing(work.now) if run and leased else letter.state,
        queued_at=letter.queued_at,
        run=run.number if run else None,
    )

"""Which question stands now, and since when: the desk's side of the question clock."""

from dataclasses import replace

from ..desk.work import Work
from ..domain.call import Interview, Stage


def go_on(work: Work, interview: Interview) -> None:
    """What is open now is shown by the page, and stands from now on, if anything is."""
    progress = work.store.interviews.progress(interview.id)
    number = min(progress.asked - progress.answered, default=None)
    work.store.interviews.clock(interview.id, None if number is None else work.now)
    if number is not None and interview.stage is Stage.TAX:
        work.store.interviews.show(interview.id, number, work.now)


def begin_tax(work: Work, interview: Interview) -> None:
    """The first tax item is shown, and its clock runs."""
    work.store.interviews.save(replace(interview, asked_at=work.now))
    go_on(work, interview)

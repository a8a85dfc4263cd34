"""Drawing an interview's questions at the desk: with what this caller and others were asked before."""

from collections.abc import Sequence
from datetime import timedelta

from ..desk.work import Work
from ..domain.call import Interview
from ..domain.draw import Beside, TooThin, draw
from ..domain.script import Question
from ..domain.subject import Subject


def draw_for(work: Work, subject: Subject, interview: Interview) -> tuple[Question, ...] | TooThin:
    """The tax questions of an interview; what is drawn counts as shown to this taxpayer from now on."""
    drawn = draw(work.script(), subject, work.policy, interview.id.int, beside(work, subject))
    if not isinstance(drawn, TooThin):
        note_shown(work, subject, interview, drawn)
    return drawn


def note_shown(work: Work, subject: Subject, interview: Interview, questions: Sequence[Question]) -> None:
    """These are never drawn for this taxpayer again, on whatever call."""
    work.store.shown.add(subject.tin, interview.id, questions, work.now)


def beside(work: Work, subject: Subject) -> Beside:
    """What a draw for this taxpayer goes by."""
    since = work.now - timedelta(days=work.policy.exposure_days)
    return Beside(
        tables=work.library.tables(work.store, work.now),
        shown=work.store.shown.of(subject.tin),
        exposure=work.store.shown.exposure(since),
    )

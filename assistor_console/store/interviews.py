"""Interviews with their questions and answers. Questions rest sealed, with what they accept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from ..domain.call import Answer, Interview, Stage
from ..domain.flow import Progress
from ..domain.script import Question
from ..domain.terms import CallState, Response, Verdict
from . import tables as t
from .pack import maybe_moment, maybe_us, moment, us
from .vault import Vault

_I, _Q, _A, _D = t.interviews, t.questions, t.answers, t.drafts
_QUESTION = TypeAdapter(Question)
_MOVING = (
    *("stage", "identified", "frozen", "verdict", "scored_at"),
    *("asked_at", "paused_at", "expired"),
)
_OF_CALL = select(_I).where(_I.c.call_id == bindparam("call"))
_ADD = insert(_I)
_SAVE = (
    update(_I).where(_I.c.id == bindparam("interview")).values({name: bindparam(name) for name in _MOVING})
)
_FREEZE = update(_I).where(_I.c.id == bindparam("interview")).values(frozen=True)
_CLOCK = update(_I).where(_I.c.id == bindparam("interview")).values(asked_at=bindparam("asked_at"))
_COUNTS = (_Q.c.interview_id == bindparam("interview"), _Q.c.burnt.is_not(True))
_QUESTIONS = select(_Q.c.id, _Q.c.sealed).where(*_COUNTS).order_by(_Q.c.number)
_BURNT = (
    select(_Q.c.id, _Q.c.sealed)
    .where(_Q.c.interview_id == bindparam("interview"), _Q.c.burnt.is_(True))
    .order_by(_Q.c.number)
)
_ASKED = select(_Q.c.number, _Q.c.shown_at).where(*_COUNTS)
_SHOW = (
    update(_Q)
    .where(*_COUNTS, _Q.c.number == bindparam("n"), _Q.c.shown_at.is_(None))
    .values(shown_at=bindparam("shown_at"))
)
_BURN = (
    update(_Q)
    .where(_Q.c.interview_id == bindparam("interview"), _Q.c.number == bindparam("n"))
    .values(burnt=True)
)
_MOST = select(func.max(_Q.c.number)).where(_Q.c.interview_id == bindparam("interview"))
_BROKEN_OFF = (
    select(_I)
    .select_from(_I.join(t.calls, t.calls.c.id == _I.c.call_id))
    .where(
        t.calls.c.case_id == bindparam("case"),
        t.calls.c.id != bindparam("call"),
        t.calls.c.opened_at >= bindparam("since"),
        _I.c.stage == Stage.TAX.value,
        _I.c.frozen.is_(False),
    )
    .order_by(t.calls.c.opened_at.desc(), _I.c.id)
    .limit(1)
)
_STANDING = (
    select(_I)
    .select_from(_I.join(t.calls, t.calls.c.id == _I.c.call_id))
    .where(
        t.calls.c.state == CallState.OPEN.value,
        _I.c.asked_at < bindparam("before"),
        _I.c.stage != Stage.OVER.value,
        _I.c.frozen.is_(False),
    )
    .order_by(_I.c.asked_at)
    .limit(bindparam("most"))
)
_ANSWERED = select(_A.c.number).where(_A.c.interview_id == bindparam("interview"), _A.c.live.is_(True))
_ASK = insert(_Q)
_UNASK = delete(_Q).where(_Q.c.interview_id == bindparam("interview"), _Q.c.number == bindparam("n"))
_ANSWERS = (
    select(_A).where(_A.c.interview_id == bindparam("interview"), _A.c.live.is_(True)).order_by(_A.c.number)
)
_ANSWER = insert(_A)
_VOID = (
    update(_A)
    .where(_A.c.interview_id == bindparam("interview"), _A.c.number == bindparam("n"), _A.c.live.is_(True))
    .values(live=False)
)
_DRAFT = select(_D).where(_D.c.id == bindparam("interview"))
_KEEP = insert(_D)
_DROP = delete(_D).where(_D.c.id == bindparam("interview"))


class Interviews:
    """Repository of interviews."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def of_call(self, call_id: UUID) -> Interview | None:
        """The interview held on a call, or None."""
        row = self._connection.execute(_OF_CALL, {"call": call_id}).one_or_none()
        return _interview(row) if row else None

    def add(self, interview: Interview) -> None:
        """A new interview."""
        fixed = {"id": interview.id, "call_id": interview.call_id, "script_version": interview.script_version}
        self._connection.execute(_ADD, {**_moving(interview), **fixed})

    def save(self, interview: Interview) -> None:
        """Saves stage, freeze and verdict."""
        self._connection.execute(_SAVE, {**_moving(interview), "interview": interview.id})

    def clock(self, interview_id: UUID, asked_at: datetime | None) -> None:
        """Since when the question that is next has stood."""
        self._connection.execute(_CLOCK, {"interview": interview_id, "asked_at": maybe_us(asked_at)})

    def broken_off(self, case_id: UUID, call_id: UUID, since: datetime) -> Interview | None:
        """The newest interview of a case's other calls, opened since then, that showed its tax items and was
        never scored."""
        key = {"case": case_id, "call": call_id, "since": us(since)}
        row = self._connection.execute(_BROKEN_OFF, key).one_or_none()
        return _interview(row) if row else None

    def standing(self, before: datetime, most: int) -> list[Interview]:
        """Interviews on open calls whose next question has stood since before then, longest first."""
        rows = self._connection.execute(_STANDING, {"before": us(before), "most": most})
        return [_interview(row) for row in rows]

    def show(self, interview_id: UUID, number: int, now: datetime) -> None:
        """A console shows a question from now on; one that was shown before stays so."""
        values = {"interview": interview_id, "n": number, "shown_at": us(now)}
        self._connection.execute(_SHOW, values)

    def burn(self, interview_id: UUID, number: int) -> None:
        """A question counts no more: the line went dead while it stood. Its row stays."""
        self._connection.execute(_BURN, {"interview": interview_id, "n": number})

    def next_free(self, interview_id: UUID) -> int:
        """The number after the last one drawn, burnt ones included."""
        return int(self._connection.execute(_MOST, {"interview": interview_id}).scalar_one() or 0) + 1

    def freeze(self, interview_id: UUID) -> None:
        """No answer is taken any more."""
        self._connection.execute(_FREEZE, {"interview": interview_id})

    def ask(self, interview_id: UUID, questions: Iterable[Question]) -> None:
        """Adds questions, or puts one in the place of the same number."""
        for question in questions:
            self._connection.execute(_UNASK, {"interview": interview_id, "n": question.number})
            row_id = uuid4()
            sealed = self._vault.seal("questions", row_id.bytes, _QUESTION.dump_json(question))
            row = {"id": row_id, "interview_id": interview_id, "number": question.number, "sealed": sealed}
            self._connection.execute(_ASK, row)

    def questions(self, interview_id: UUID) -> list[Question]:
        """Every question that counts, in order, with what it accepts."""
        return self._opened(self._connection.execute(_QUESTIONS, {"interview": interview_id}))

    def burnt(self, interview_id: UUID) -> list[Question]:
        """The questions drawn that count no more, in order."""
        return self._opened(self._connection.execute(_BURNT, {"interview": interview_id}))

    def _opened(self, rows: Iterable[Row[Any]]) -> list[Question]:
        return [_QUESTION.validate_json(self._vault.open("questions", r.id.bytes, r.sealed)) for r in rows]

    def answer(self, interview_id: UUID, answer: Answer, waited_ms: int) -> None:
        """Keeps an answer; the one before it stays as history."""
        self.void(interview_id, answer.number)
        row_id = uuid4()
        row = {
            "id": row_id,
            "interview_id": interview_id,
            "number": answer.number,
            "response": answer.response.value,
            "at": us(answer.at),
            "waited_ms": waited_ms,
            "live": True,
            "sealed": self._vault.seal("answers", row_id.bytes, answer.text.encode()),
        }
        self._connection.execute(_ANSWER, row)

    def void(self, interview_id: UUID, number: int) -> None:
        """The answer to a question no longer counts; it stays as history."""
        self._connection.execute(_VOID, {"interview": interview_id, "n": number})

    def answers(self, interview_id: UUID) -> dict[int, Answer]:
        """The answers that count, by question number."""
        rows = self._connection.execute(_ANSWERS, {"interview": interview_id})
        return {row.number: self._answer(row) for row in rows}

    def said(self, interview_id: UUID) -> bytes:
        """Which answers count now, as bytes that differ whenever one was given anew."""
        rows = self._connection.execute(_ANSWERS, {"interview": interview_id})
        return b"".join(row.id.bytes for row in rows)

    def progress(self, interview_id: UUID) -> Progress:
        """Which questions are drawn, which have an answer that counts, and which a console has shown."""
        key = {"interview": interview_id}
        asked = self._connection.execute(_ASKED, key).all()
        answered = self._connection.execute(_ANSWERED, key).scalars()
        shown = frozenset(row.number for row in asked if row.shown_at is not None)
        return Progress(frozenset(row.number for row in asked), frozenset(answered), shown)

    def keep_draft(self, interview_id: UUID, number: int, text: str) -> None:
        """Keeps what is being typed, in the place of what was."""
        self.drop_draft(interview_id)
        sealed = self._vault.seal("drafts", interview_id.bytes, text.encode())
        self._connection.execute(_KEEP, {"id": interview_id, "number": number, "sealed": sealed})

    def draft(self, interview_id: UUID, number: int) -> str:
        """What was being typed for a question, or nothing."""
        row = self._connection.execute(_DRAFT, {"interview": interview_id}).one_or_none()
        if row is None or row.number != number:
            return ""
        return self._vault.open("drafts", interview_id.bytes, row.sealed).decode()

    def drop_draft(self, interview_id: UUID) -> None:
        """Forgets what was being typed."""
        self._connection.execute(_DROP, {"interview": interview_id})

    def _answer(self, row: Row[Any]) -> Answer:
        text = self._vault.open("answers", row.id.bytes, row.sealed).decode()
        return Answer(row.number, Response(row.response), text, moment(row.at))


def _moving(interview: Interview) -> dict[str, Any]:
    return {
        "stage": interview.stage.value,
        "identified": interview.identified,
        "frozen": interview.frozen,
        "verdict": interview.verdict.value if interview.verdict else None,
        "scored_at": maybe_us(interview.scored_at),
        "asked_at": maybe_us(interview.asked_at),
        "paused_at": maybe_us(interview.paused_at),
        "expired": interview.expired,
    }


def _interview(row: Row[Any]) -> Interview:
    verdict = Verdict(row.verdict) if row.verdict else None
    return Interview(
        row.id,
        row.call_id,
        Stage(row.stage),
        row.script_version,
        row.identified,
        row.frozen,
        verdict,
        maybe_moment(row.scored_at),
        maybe_moment(row.asked_at),
        maybe_moment(row.paused_at),
        bool(row.expired),
    )

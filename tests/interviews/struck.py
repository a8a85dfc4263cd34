"""One caller's interviews while everything goes wrong, drawn from a seed, and what must hold in the end.

Each request may be struck at any place of its transactions (a bug, the end of the process, a lost connection,
a full disk, a commit nobody hears of), lose its reply, or be sent twice; the line goes dead, the console
crashes, time runs out, another assistor takes the next call.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from sqlalchemy import select

from assistor_console.domain.answers import parse
from assistor_console.domain.errors import AlreadyDone, Refused, Trouble
from assistor_console.domain.script import AskedItem, Question
from assistor_console.domain.terms import Due, Language, Reason, Section, State, Verdict
from assistor_console.requests.base import R, Request
from assistor_console.requests.intake import (
    CallSeen,
    DropCall,
    EndCall,
    MyCall,
    RecordEligibility,
    ResumeCall,
    SeeCall,
    StartCall,
)
from assistor_console.requests.interview import (
    AnswerQuestion,
    CallerReady,
    CheckIdentity,
    ExpireInterview,
    FetchPapers,
    IdentifyCaller,
    ScoreInterview,
)
from assistor_console.store import tables as t
from tests.attacks.striking import BLOWS, Ended, Striking
from tests.callers import Persona, lie, persona, truth, w2
from tests.worlds import World

LATE_MS = 120_000
MOST_STEPS = 400
MOST_PLACES = 40
TRIALS: dict[Due, type[IdentifyCaller] | type[CheckIdentity] | type[ScoreInterview]] = {
    Due.IDENTIFY: IdentifyCaller,
    Due.CHECK_IDENTITY: CheckIdentity,
    Due.SCORE: ScoreInterview,
}


class Broken(AssertionError):
    """Something happened that never may."""


@dataclass
class Told:
    """What one walk has seen: faults by kind, calls, and what was acknowledged."""

    faults: Counter[str] = field(default_factory=Counter)
    calls: int = 0
    ended: str = ""


def rich(number: int) -> Persona:
    """Somebody with enough on file that a burnt item can be replaced a few times."""
    one = persona(
        f"12300{5000 + number % 5000:04d}", "MARISOL A<QUINTERO", "QUIN", 61_214_00 + number % 977 * 100
    )
    names = ("DELTA ORCHARDS INC", "KINGS RIVER LOGISTICS LLC", "SUMMIT TOOL WORKS INC", "OAK VALLEY CLINIC")
    more = tuple(
        w2(one.filer, 2016 - place % 2, name, f"11000001{place}", 9_876_00 + place * 3_141_00)
        for place, name in enumerate(names)
    )
    return Persona(one.filer, (*one.records, *more))


class Walk:
    """One seed: `run()` walks until the case is decided or nothing is left to try, and checks."""

    def __init__(self, world: World, seed: int) -> None:
        self._world, self._chance, self._seed = world, Random(seed), seed
        self._who = rich(seed)
        self._assistor = "ana"
        self._seen: CallSeen | None = None
        self._epoch = 0
        self._shown: dict[AskedItem, int] = {}
        self._kept: dict[AskedItem, set[str]] = {}
        self._liar = self._chance.random() < 0.4
        self.told = Told()
        world.load(*self._who.records)

    def run(self) -> Told:
        """Raises Broken where something was lost, doubled, shown again or free."""
        with Striking(self._world.database.engine) as self._striking:
            for _ in range(MOST_STEPS):
                if self._seen is None and self._over():
                    break
                self._step()
            else:
                raise Broken("never comes to an end")
        self._check()
        return self.told

    def _over(self) -> bool:
        """Decided, or enough calls for one caller."""
        with self._world.reading() as store:
            case = store.cases.open_for(self._who.filer.tin)
        self.told.ended = case.state.value if case else "none"
        decided = case is not None and case.state in (State.PASSED, State.REFERRED)
        return self.told.calls > 0 and (decided or self.told.calls > 6)

    # one step of a call

    def _step(self) -> None:
        seen, chance = self._seen, self._chance
        if seen is None:
            self.told.calls += 1
            self._take(StartCall(language=Language.EN, reason=Reason.NEW_PROOFING))
        elif seen.due is Due.RESUME:
            self._back_or_gone(seen)
        elif chance.random() < 0.04:
            self._fault("drop")
            self._take(DropCall(call_id=seen.call_id))
            self._epoch += 1
        elif chance.random() < 0.03:
            self._crash()
        else:
            self._go_on(seen)

    def _go_on(self, seen: CallSeen) -> None:
        if seen.due is Due.ELIGIBILITY:
            yes = dict.fromkeys(("individual", "own_behalf", "eservices_user", "tried_online"), True)
            self._take(RecordEligibility.model_validate({"call_id": seen.call_id, **yes}))
        elif seen.due in TRIALS:
            self._take(TRIALS[seen.due](call_id=seen.call_id))
        elif seen.papers:
            wanted = FetchPapers if not seen.papers_fetched and self._chance.random() < 0.3 else CallerReady
            self._take(wanted(call_id=seen.call_id))
        elif seen.due is Due.ANSWER and seen.question is not None:
            self._answer(seen)
        else:
            self._end(seen)

    def _back_or_gone(self, seen: CallSeen) -> None:
        """The caller is back on this line, or phones another assistor, today or tomorrow."""
        way = self._chance.random()
        if way < 0.5:
            self._take(ResumeCall(call_id=seen.call_id))
            return
        self._end(seen)
        if way > 0.9:
            self._fault("next day")
            self._world.later(days=1)

    def _end(self, seen: CallSeen) -> None:
        self._take(EndCall(call_id=seen.call_id))
        self._seen = None
        self._epoch += 1
        self._assistor = self._chance.choice(("ana", "ben"))

    def _crash(self) -> None:
        """The console is gone; the next one asks for the call that is open."""
        self._fault("crash")
        self._seen = self._world.send(self._assistor, MyCall()).call

    def _answer(self, seen: CallSeen) -> None:
        assert seen.question is not None
        question = self._look(seen)
        if self._chance.random() < 0.015:
            self._fault("time up")
            number = question.number
            self._take(
                ExpireInterview(call_id=seen.call_id, number=number, waited_ms=LATE_MS, idle_ms=LATE_MS)
            )
            return
        text = self._said(question)
        late = LATE_MS if self._chance.random() < 0.01 else 5_000
        self._world.later(seconds=5)
        request = AnswerQuestion(call_id=seen.call_id, number=question.number, text=text, idle_ms=late)
        self._take(request)
        if self._seen and question.number in {one.number for one in self._seen.recorded}:
            canonical = parse(
                question.kind, text, self._world.now.date(), [c.value for c in question.choices]
            )
            if question.asks:
                self._kept.setdefault(question.asks, set()).add(canonical)

    def _said(self, question: Question) -> str:
        if question.section is Section.IDENTITY:
            return self._who.identity[question.number]
        return lie(question) if self._liar and self._chance.random() < 0.3 else truth(question)

    def _look(self, seen: CallSeen) -> Question:
        """The question that is shown now, with what it accepts; a tax item never on two lines."""
        assert seen.question is not None
        with self._world.reading() as store:
            interview = store.interviews.of_call(seen.call_id)
            assert interview
            asked = {q.number: q for q in store.interviews.questions(interview.id)}
        question = asked[seen.question.number]
        if question.asks:
            first = self._shown.setdefault(question.asks, self._epoch)
            if first != self._epoch:
                raise Broken(f"{question.asks} was shown again")
        return question

    # sending while things go wrong

    def _take(self, request: Request[CallSeen]) -> None:
        """Sends until there is a definite answer; a refusal makes the console look again."""
        try:
            self._seen = self._sent(request)
        except (Refused, AlreadyDone):
            self._see(request)

    def _see(self, request: Request[CallSeen]) -> None:
        call = getattr(request, "call_id", None)
        mine = self._world.send(self._assistor, MyCall()).call
        if mine is None or (call is not None and mine.call_id != call):
            self._seen = mine
        else:
            self._seen = self._world.send(self._assistor, SeeCall(call_id=mine.call_id))

    def _sent(self, request: Request[R]) -> R:
        """The reply; the same envelope goes again until nothing is in the way."""
        envelope = self._world.envelope(self._assistor)
        for _ in range(self._chance.choice((0, 0, 0, 0, 1, 1, 2))):
            self._fault("struck")
            blow = self._chance.choice(BLOWS)
            with self._striking.at(self._chance.randrange(MOST_PLACES), blow) as plan:
                plan.committed = self._chance.random() < 0.7  # its first transaction, or what comes after
                with suppress(Trouble, Ended):
                    self._world.send(self._assistor, request, envelope)
        reply = self._world.send(self._assistor, request, envelope)
        if self._chance.random() < 0.15:
            self._fault("lost reply")
            again = self._world.send(self._assistor, request, envelope)
            if again != reply:
                raise Broken("another reply to the same request")
        return reply

    def _fault(self, kind: str) -> None:
        self.told.faults[kind] += 1

    # what must hold

    def _check(self) -> None:
        with self._world.reading() as store:
            connection = store.connection
            held = connection.execute(select(t.interviews)).all()
            spent = connection.execute(select(t.attempts).where(t.attempts.c["limit"] == "interview")).all()
            live = connection.execute(
                select(t.answers.c.interview_id, t.answers.c.number).where(t.answers.c.live.is_(True))
            ).all()
            if any(times > 1 for times in Counter(map(tuple, live)).values()):
                raise Broken("an answer twice")
            self._check_kept([row.id for row in held])
        tax = [row for row in held if row.verdict and row.frozen and row.stage == "over"]
        scored = [row for row in tax if self._has_tax(row.id)]
        if len(spent) != len(scored):
            raise Broken(f"{len(scored)} interviews decided, {len(spent)} attempts spent")
        if len(spent) > self._world.policy.interview_attempts:
            raise Broken("more attempts than policy has")
        passed = sum(row.verdict == Verdict.PASSED.value for row in scored)
        if sum(row.good is True for row in spent) != passed or (passed and self._lied()):
            raise Broken("an attempt that was free")
        if any(row.expired and row.verdict == Verdict.PASSED.value for row in held):
            raise Broken("a pass after time ran out")

    def _has_tax(self, interview: UUID) -> bool:
        with self._world.reading() as store:
            return any(q.section is not Section.IDENTITY for q in store.interviews.questions(interview))

    def _lied(self) -> bool:
        """Whether the interview that passed holds an answer that is not a true one."""
        with self._world.reading() as store:
            for row in store.connection.execute(select(t.interviews)).all():
                if row.verdict == Verdict.PASSED.value:
                    said = store.interviews.answers(row.id)
                    asked = [q for q in store.interviews.questions(row.id) if q.asks]
                    return any(q.accepted[0] != said[q.number].text for q in asked)
        return False

    def _check_kept(self, held: list[UUID]) -> None:
        """Every tax answer that was acknowledged rests as it was given, on whatever call."""
        with self._world.reading() as store:
            rests: dict[AskedItem, set[str]] = {}
            for interview in held:
                said = store.interviews.answers(interview)
                for question in store.interviews.questions(interview):
                    if question.asks and question.number in said:
                        rests.setdefault(question.asks, set()).add(said[question.number].text)
        for asks, texts in self._kept.items():
            if not texts <= rests.get(asks, set()):
                raise Broken(f"the answer to {asks} is lost")

"""All that is done at a desk, with values that can be told from all others; what came up of secrets."""

import base64
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.records import TaxReturn
from assistor_console.domain.terms import AccessReason
from assistor_console.requests.access import FlagRecord, Reveal, SeeAlerts, UnflagRecord
from assistor_console.requests.accounts import ReplacePassword
from assistor_console.requests.appointments import Slip, SlipCalendar
from assistor_console.requests.base import Reply, Request
from assistor_console.requests.intake import EndCall, ProveContinuation
from assistor_console.requests.interview import AnswerQuestion, IdentifyCaller, KeepDraft, ScoreInterview
from assistor_console.requests.letters import LeaseRun, RunDocument
from assistor_console.requests.review import SeeCase, SeeQueues
from assistor_console.requests.sign_in import LockScreen, NewRecoveryCodes, SignIn, Unlock
from assistor_console.requests.staff import ApproveReset, AskReset, LinkHousehold, SeeStaff
from tests.attacks.canary_forms import Canary
from tests.attacks.striking import Striking, bug
from tests.callers import Caller, Persona, persona
from tests.journeys import book, mail_letters, phones_again, verify
from tests.newcomers import Newcomer
from tests.worlds import PASSWORD, TOTP, World

PASSED, REFERRED, CUT_OFF = (
    persona("731004417", "ZELMIRA<QUASTROVIT", "QUAS", 81_234_567_89),
    persona("732005528", "HORTENSIA<VELLINGAARD", "VELL", 72_345_678_91),
    persona("733006639", "OSWALDINE<BRACKENMOOR", "BRAC", 63_456_789_12),
)
CHOSEN, GUESSED, DRAFT = "quince lantern barge 7", "zymurgy pelican 44", "Halfwritten Foundr"
STAFF_TIN, HOUSEHOLD_TIN = "734007741", "735008852"


@dataclass
class Haul:
    """What was planted, and every secret the desk made; in `asked` somebody saves what they ask for. `far` is
    true where the desk runs on other threads than the walk."""

    asked: Path
    far: bool = False
    canaries: list[Canary] = field(default_factory=list)

    def add(self, what: str, value: str, whose: str = "") -> None:
        """Something to look for; a token in the bytes it stands for too."""
        self.canaries.append(Canary(what, whose, value))
        if what == "session token":
            self.canaries.append(Canary(what, whose, base64.urlsafe_b64decode(value + "=")))

    def save(self, name: str, content: bytes) -> None:
        """As somebody does who is asked where to put a document."""
        (self.asked / name).write_bytes(content)


def walk(world: World, haul: Haul) -> None:
    """Loads, calls, visits, letters, staff, reviews, and bugs in the middle; the world's clock moves on."""
    for one in (PASSED, REFERRED, CUT_OFF):
        world.load(*one.records)
        _plant(one, haul)
    haul.add("password", PASSWORD)
    haul.add("totp secret", TOTP)
    _pass(world, haul)
    _cut_off(world, haul)
    _refer(world, haul)
    _review(world)
    _staff(world, haul)


def _plant(one: Persona, haul: Haul) -> None:
    whose = one.filer.tin
    haul.add("ssn", whose, whose)
    for record in one.records:
        if isinstance(record, TaxReturn):
            haul.canaries.append(Canary("agi", whose, record.amounts["agi"]))
    given, surname = one.filer.name.split("<")
    haul.add("name", given, whose)
    haul.add("name", surname, whose)
    haul.canaries.append(Canary("birth", "all", date(1978, 3, 4)))
    haul.add("address", "1184 Larkspur", "all")


def _pass(world: World, haul: Haul) -> None:
    """A pass on the second try at the name, with bugs on the way; the letter is mailed."""
    caller = Caller(world, PASSED)
    caller.start()
    caller.eligible()
    caller.answer(1, PASSED.tin)
    caller.answer(2, "Zelmira Otherwise")
    caller.send(IdentifyCaller(call_id=caller.seen.call_id))
    caller.identify()
    caller.identity()
    _bug_in_an_answer(world, caller, haul.far)
    caller.tax()
    caller.send(ScoreInterview(call_id=caller.seen.call_id))
    issued = caller.issue()
    again = world.send("ana", ReplacePassword(call_id=caller.seen.call_id))
    for account in (issued, again):
        haul.add("temporary password", "".join(spelled.character for spelled in account.password))
    _letter(world, haul, caller)
    caller.send(EndCall(call_id=caller.seen.call_id))
    haul.save("run.pdf", mail_letters(world))


def _bug_in_an_answer(world: World, caller: Caller, far: bool) -> None:
    """A bug while an answer is kept: its trouble has an id, and its log no value."""
    answer = AnswerQuestion(call_id=caller.seen.call_id, number=6, text="81,234,567.89")
    with Striking(world.pipeline.database.engine) as striking, striking.at(9, bug, everywhere=far) as plan:
        plan.committed = True  # there is no attempt before it
        assert _told(world, "ana", answer) == "desk.bug"


def _letter(world: World, haul: Haul, caller: Caller) -> None:
    assert caller.seen.case
    with world.reading() as store:
        letter = store.letters.of_case(caller.seen.case.id)
    assert letter and letter.code
    haul.add("activation code", letter.code, caller.who.filer.tin)


def _cut_off(world: World, haul: Haul) -> None:
    """The line goes dead in the middle of an answer."""
    caller = Caller(world, CUT_OFF)
    caller.reach_tax()
    world.send("ana", KeepDraft(call_id=caller.seen.call_id, number=6, text=DRAFT))
    haul.add("draft", DRAFT)
    caller.send(EndCall(call_id=caller.seen.call_id))


def _refer(world: World, haul: Haul) -> None:
    """A wrong answer, a visit, the return call, and a letter in a run that is under way."""
    caller = Caller(world, REFERRED)
    caller.reach_verdict(wrong=1)
    haul.add("continuation code", book(world, caller), REFERRED.filer.tin)
    haul.save("slip.pdf", world.send("ana", Slip(call_id=caller.seen.call_id)).content)
    haul.save("slip.ics", world.send("ana", SlipCalendar(call_id=caller.seen.call_id)).content)
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    again = phones_again(world, caller)
    code = next(str(one.value) for one in haul.canaries if one.what == "continuation code")
    _told(world, "ben", ProveContinuation(call_id=again.seen.call_id, code="0000-0000-0000-00"))
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code))
    again.issue()
    _letter(world, haul, again)
    again.send(EndCall(call_id=again.seen.call_id))
    run = world.send("ship", LeaseRun())
    haul.save("run under way.pdf", world.send("ship", RunDocument(run_id=run.run_id)).content)


def _review(world: World) -> None:
    """A supervisor looks, reveals and flags."""
    caller = Caller(world, CUT_OFF, "ben")
    caller.start()
    caller.eligible()
    caller.identify()
    assert caller.seen.case
    case = caller.seen.case.id
    caller.send(EndCall(call_id=caller.seen.call_id))
    requests: tuple[Request[Reply], ...] = (
        SeeQueues(),
        SeeCase(case_id=case),
        Reveal(case_id=case, why=AccessReason.CASE_REVIEW),
        FlagRecord(case_id=case, reason="A known person"),
    )
    for request in requests:
        world.send("sup", request)
    refused = Caller(world, CUT_OFF, "ben")
    refused.start()
    refused.eligible()
    refused.answer(1, CUT_OFF.tin)
    refused.answer(2, CUT_OFF.name)
    assert _told(world, "ben", IdentifyCaller(call_id=refused.seen.call_id)) == "authority.flagged"
    refused.send(EndCall(call_id=refused.seen.call_id))
    world.send("sup", SeeAlerts())
    world.send("ship", UnflagRecord(case_id=case, reason="Not so any more"))


def _staff(world: World, haul: Haul) -> None:
    """A colleague from the first password to a reset; wrong passwords and codes are typed too."""
    new = Newcomer(world, tin=STAFF_TIN)
    haul.add("first password", new.password)
    haul.add("ssn", STAFF_TIN, STAFF_TIN)
    haul.add("ssn", HOUSEHOLD_TIN, HOUSEHOLD_TIN)
    world.send("sup", LinkHousehold(person=new.id, household=(HOUSEHOLD_TIN,)))
    haul.add("session token", new.sign_in().token)
    new.enrol()
    haul.add("totp secret", new.secret)
    new.choose(CHOSEN)
    haul.add("password", CHOSEN)
    haul.add("password", GUESSED)
    _told(world, "", SignIn(staff_id=new.staff_id, password=GUESSED, code=new.code()))
    world.later(seconds=30)
    haul.add("session token", new.sign_in(new.codes[0]).token)
    new.send(LockScreen())
    new.send(Unlock(password=CHOSEN))
    world.later(seconds=30)
    made = new.send(NewRecoveryCodes(password=CHOSEN, code=new.code()))
    for code in (*new.codes, *made.codes):
        haul.add("recovery code", code.replace("-", ""))
    _reset(world, haul, new)


def _reset(world: World, haul: Haul, new: Newcomer) -> None:
    world.send("sup", AskReset(person=new.id, reason="Lost telephone"))
    (reset,) = [one.reset for one in world.send("ship", SeeStaff()).people if one.reset]
    again = world.send("ship", ApproveReset(reset_id=reset.reset_id))
    haul.add("first password", again.password)
    world.now += timedelta(seconds=30)


def _told(world: World, who: str, request: Request[Reply]) -> str:
    """What a request is refused by, or its trouble."""
    try:
        world.send(who, request)
    except Refused as no:
        return no.refusal.rule
    except Trouble as trouble:
        return trouble.code
    return ""

"""Row 21: SQL, HTML and format strings, NUL, bidi, zero-width, homoglyphs, 1 MB of text in every field.

Kept and shown as plain text, or refused with a reason; never a fault, and never in the log.
"""

import logging
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError
from pytestqt.qtbot import QtBot
from sqlalchemy import inspect

from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Language, Role
from assistor_console.requests.appointments import BookSlot
from assistor_console.requests.base import Envelope, Reply, Request
from assistor_console.requests.intake import FindCases, MyCall, SeeCall
from assistor_console.requests.interview import AnswerQuestion, KeepDraft
from assistor_console.requests.review import HoldCase, ReleaseCase, SeeCase
from assistor_console.requests.staff import AddStaff, AskReset, DeclineReset, SeeStaff
from assistor_console.requests.wire import kinds
from assistor_console.store import tables as t
from tests.attacks.hostile_text import HOSTILE, MARK, shown
from tests.callers import MARISOL, TEODOR, Caller
from tests.desk.made_requests import places
from tests.gui.real_desk import settle, window_of
from tests.worlds import WHERE, World, world

__all__ = ["world"]
pytestmark = pytest.mark.usefixtures("quiet")
at_this_machine = pytest.mark.parametrize("world", WHERE[:1], indirect=True)
over_https = pytest.mark.parametrize("world", WHERE[2:], indirect=True)
here_and_over_https = pytest.mark.parametrize("world", (WHERE[0], WHERE[2]), indirect=True)
SENDERS = {Role.ASSISTOR: "ana", Role.SUPERVISOR: "sup", Role.TAC: "tac"}
KINDS = sorted(kinds(), key=lambda kind: kind.__name__)
NEVER = {"nul", "surrogate", "long"}
"""What no field takes."""
WHOLE_FILES = {("long", "CheckScript.text"), ("long", "PublishScript.text")}
"""But where an operator sends a file."""


def sender(request: Request[Reply]) -> str:
    """Somebody who may send it; "" for what anybody may."""
    return next((name for role, name in SENDERS.items() if role in type(request).allow), "")


def send(world: World, request: Request[Reply]) -> Reply:
    """Sends as somebody who may."""
    beside = type(request).allow & {Role.OPERATOR, Role.SYSTEM}
    if beside:
        return OperatorDesk(world.beside, "operator", min(beside)).send(request)
    return world.send(sender(request), request)


def answer(world: World, request: Request[Reply]) -> str:
    """What comes of it: "" for done, else the rule that refuses it, or the code of the trouble."""
    try:
        send(world, request)
    except Refused as no:
        return no.refusal.rule
    except Trouble as trouble:
        return f"trouble {trouble.code}"
    return ""


@pytest.fixture
def quiet(world: World, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing of what was sent is in the log or on the trail, no fault was logged, and no table is gone."""
    tables = inspect(world.database.engine).get_table_names()
    with caplog.at_level(logging.DEBUG):
        yield
    assert MARK not in caplog.text
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    with world.reading() as store:
        rows = store.connection.execute(t.audit.select()).mappings().all()
    assert rows and not [row for row in rows if MARK in str({**row, "console": ""})]
    assert inspect(world.database.engine).get_table_names() == tables


def real(world: World) -> dict[str, UUID]:
    """A call in the middle of its questions, and a case that was referred."""
    world.load(*MARISOL.records, *TEODOR.records)
    asked, referred = Caller(world, MARISOL), Caller(world, TEODOR, "ben")
    referred.reach_verdict(wrong=1)
    asked.reach_tax()
    asked.ready()
    assert referred.seen.case
    return {"call_id": asked.seen.call_id, "case_id": referred.seen.case.id}


def contents(kind: type[Request[Reply]], text: str, known: dict[str, UUID]) -> Iterator[tuple[str, Any]]:
    """The request with a text in each of its places, otherwise about things that there are."""
    about = {name: id for name, id in known.items() if name in kind.model_fields}
    for where, put in places(kind):
        content: Any = put(text)
        yield where, content | {name: id for name, id in about.items() if name != where}


@at_this_machine
def test_row_21_no_text_in_any_field_of_any_request_is_a_fault(world: World) -> None:
    known, tried, taken, faults = real(world), 0, set[str](), list[str]()
    for name, text in HOSTILE.items():
        world.later(minutes=world.policy.sign_in_minutes)  # every guess is looked at
        for kind in KINDS:
            for where, content in contents(kind, text, known):
                tried += 1
                try:
                    request = kind.model_validate(content)
                except ValidationError as no:
                    assert MARK not in str(no) or where.endswith("{key}")
                    continue
                taken.add(f"{kind.__name__}.{where}")
                came = answer(world, request)
                never = name in NEVER and (name, f"{kind.__name__}.{where}") not in WHOLE_FILES
                if came.startswith("trouble") or never and came != "request.characters":
                    faults.append(f"{name} in {kind.__name__}.{where}: {came}")
    assert faults == []
    assert tried > 2_000 and len(taken) > 50


@over_https
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_row_21_a_console_that_checks_nothing_is_answered_over_https(world: World) -> None:
    """A sample: the text goes over the wire as it is."""
    known, tried = real(world), 0
    for name in ("sql", "html", "format", "nul", "line ends", "bidi", "long"):
        for kind in (AnswerQuestion, AskReset, BookSlot, FindCases):
            for where, content in contents(kind, HOSTILE[name], known):
                tried += 1
                came = answer(world, kind.model_construct(**content))
                assert not came.startswith("trouble"), f"{name} in {kind.__name__}.{where}"
                assert came or name not in NEVER, f"{name} in {kind.__name__}.{where}"
    assert tried > 100


@here_and_over_https
def test_row_21_what_is_kept_comes_back_as_it_was_typed(world: World) -> None:
    known, kept = real(world), dict.fromkeys(("name", "reason", "timeline", "draft"), 0)
    for number, (name, text) in enumerate(HOSTILE.items()):
        for what, came in (
            ("name", name_seen(world, number, text)),
            ("reason", reason_seen(world, text)),
            ("timeline", timeline_seen(world, known["case_id"], text)),
            ("draft", draft_seen(world, known["call_id"], text)),
        ):
            assert (came is None) if name in NEVER else came in (text, None), f"{name} as {what}"
            kept[what] += came == text
    least = len(HOSTILE) - len(NEVER)
    assert kept == {"name": least - 1, "reason": least, "timeline": least, "draft": least}


def name_seen(world: World, number: int, text: str) -> str | None:
    """The name of a new colleague as the list shows it; None where it is refused."""
    staff_id = f"{number:010d}"
    try:
        asked = AddStaff(name=text, staff_id=staff_id, role=Role.ASSISTOR, tin=f"12500{number:04d}")
        world.send("sup", asked)
    except (Refused, ValidationError):
        return None
    people = world.send("sup", SeeStaff()).people
    return next(each.name for each in people if each.staff_id == staff_id)


def reason_seen(world: World, text: str) -> str | None:
    """Why somebody is to be reset, as the other supervisor reads it."""
    try:
        world.send("sup", AskReset(person=world.people["ben"], reason=text))
    except (Refused, ValidationError):
        return None
    people = world.send("ship", SeeStaff()).people
    reset = next(each.reset for each in people if each.id == world.people["ben"])
    assert reset
    world.send("ship", DeclineReset(reset_id=reset.reset_id))
    return reset.reason


def timeline_seen(world: World, case: UUID, text: str) -> str | None:
    """Why a case was held, on its timeline."""
    try:
        world.send("sup", HoldCase(case_id=case, reason=text))
    except (Refused, ValidationError):
        return None
    world.later(minutes=1)
    world.send("ship", ReleaseCase(case_id=case, reason="Looked into"))
    events = world.send("sup", SeeCase(case_id=case)).timeline
    return next(str(each.values["reason"]) for each in events if each.event == "hold")


def draft_seen(world: World, call: UUID, text: str) -> str | None:
    """What is being typed, after a crash."""
    try:
        world.send("ana", KeepDraft(call_id=call, number=6, text=text))
    except (Refused, ValidationError):
        return None
    return world.send("ana", SeeCall(call_id=call)).draft


@at_this_machine
def test_row_21_no_token_and_no_name_of_a_console_is_a_fault(world: World) -> None:
    for text in HOSTILE.values():
        with pytest.raises(Refused, match=r"authority\.signed_out"):
            world.send("", MyCall(), Envelope(text))
        world.send("ana", MyCall(), Envelope("ana", console=text))


@at_this_machine
def test_row_21_a_window_shows_the_very_words(qtbot: QtBot, world: World) -> None:
    """Names, reasons and notes of every hostile kind, on the pages of a supervisor."""
    known = real(world)
    texts = {name: text for name, text in HOSTILE.items() if name not in NEVER | {"combining", "line ends"}}
    for number, text in enumerate(texts.values()):
        assert name_seen(world, number, text) == text
        assert timeline_seen(world, known["case_id"], text) == text
    window, seen = window_of(qtbot, world, "sup", Language.ES), set[str]()
    for number in range(len(window.pages)):
        window.show_page(number)
        settle(qtbot, window)
        seen |= shown(window)
    assert [name for name, text in texts.items() if not any(text in each for each in seen)] == []

"""What people do at their windows, each act a function of a seat: plain values in, plain values out.

A story can so be played with all windows in one program or with each in a program of its own.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..domain.terms import Due, Reason, State
from .at_booking import AtBooking
from .at_call import AtCall
from .at_letters import AtLetters
from .at_queue import AtQueue
from .at_window import AtWindow
from .caller import Caller
from .seat import Seat
from .slips import continuation_code

PICTURED = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """An interview when nothing is left to ask: how many answers, and where the case stands if it is over."""

    number: str
    answers: int
    over: State | None


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment: the office's name, when (in its zone), and the slip that was saved."""

    office: str
    starts: datetime
    slip: Path


def start_call(seat: Seat, caller: Caller, reason: Reason) -> None:
    """Somebody phones."""
    AtCall(seat, caller).start(reason)


def greet(seat: Seat, caller: Caller) -> str:
    """Greets and asks who it is; the case's number, "" while there is none."""
    call = AtCall(seat, caller)
    call.greet()
    return call.seen.case.number if call.seen.case else ""


def interview(seat: Seat, caller: Caller, spanish_from: int = 0) -> Asked:
    """Asks everything that is to be asked."""
    call = AtCall(seat, caller)
    due = call.interview(spanish_from, PICTURED)
    case = call.seen.case
    over = case.state if case and due is Due.CLOSE else None
    return Asked(case.number if case else "", len(call.seen.recorded), over)


def verdict(seat: Seat, caller: Caller) -> str:
    """Asks for the verdict; the one word."""
    call = AtCall(seat, caller)
    call.verdict()
    return str(call.seen.verdict)


def issue(seat: Seat, caller: Caller) -> str:
    """Creates the account, reads the password out and ends the call; the account's name."""
    return AtCall(seat, caller).issue()


def book(seat: Seat, caller: Caller) -> Booked:
    """Books the first free time for two forms of ID, saves the papers."""
    booked, slip = AtBooking(AtCall(seat, caller)).book()
    return Booked(booked.office, booked.starts, slip)


def end_call(seat: Seat, caller: Caller) -> None:
    """Ends a call."""
    AtCall(seat, caller).end()


def end_registered(seat: Seat, caller: Caller) -> None:
    """Ends the call of somebody who has an account already."""
    seat.picture("call-already-registered")
    end_call(seat, caller)


def recognize(seat: Seat, caller: Caller, slip: Path) -> None:
    """Finds the case of who phones again, in Spanish, and takes the code on their slip."""
    call = AtCall(seat, caller)
    call.due(Due.FIND_CASE)
    call.speak_spanish()
    call.find()
    call.prove(continuation_code(slip))


def verify(seat: Seat, number: str, name: str) -> None:
    """Checks a visitor's two forms of ID."""
    AtWindow(seat).verify(number, name)


def print_and_mail(seat: Seat) -> Path:
    """Prints and mails every queued letter; the PDF."""
    return AtLetters(seat).print_and_mail()


def look_up(seat: Seat, number: str) -> State:
    """Finds a case among the open ones and opens its timeline; where it stands."""
    return AtQueue(seat).look_up(number)


def keep_watch(seat: Seat) -> None:
    """Goes to the queue of every open case and stays there."""
    AtQueue(seat).keep_watch()


def see_come(seat: Seat, number: str, state: State) -> None:
    """Sees, without touching a key, the case come to a state."""
    AtQueue(seat).see_come(number, state)

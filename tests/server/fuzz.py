"""A schema-driven fuzz of the wire: what the OpenAPI document allows and what it does not, sent by everybody.

`python -m tests.server.fuzz EXAMPLES` runs longer than the test does.
"""

import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from assistor_console.domain.records import IncomeDocument, TaxReturn
from assistor_console.requests.intake import EndCall
from assistor_console.requests.letters import LeaseRun
from assistor_console.server.app import make_app
from tests.callers import MARISOL, TEODOR, Caller, Persona, persona
from tests.journeys import book
from tests.serving import FREE, Ready
from tests.worlds import World, make_world

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
SENDERS = ("", "junk", "ana", "ben", "tac", "sup", "ship")
OF_ROLE = {"assistor": ("ana", "ben"), "tac": ("tac",), "supervisor": ("sup", "ship")}
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@dataclass
class Fuzz:
    """A desk in the middle of its day, what its taxpayers' values look like, and what was sent."""

    world: World
    ids: dict[str, list[str]] = field(default_factory=dict)
    planted: set[bytes] = field(default_factory=set)
    sent: Counter[int] = field(default_factory=Counter)

    def run(self, examples: int) -> None:
        """Sends so many examples of every act in either mode; AssertionError where one goes wrong."""
        schema = schemathesis.openapi.from_asgi(
            "/v1/openapi.json", make_app(Ready(self.world.pipeline), FREE)
        )
        for found in schema.get_all_operations():
            assert isinstance(found, Ok)
            operation = found.ok()
            if operation.method == "post":  # what is got takes nothing; the stream has tests of its own
                for mode in MODES:
                    self._act(operation, mode, examples)

    def _act(self, operation: Any, mode: GenerationMode, examples: int) -> None:
        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        )
        @given(case=operation.as_strategy(generation_mode=mode), data=st.data())
        def once(case: Any, data: st.DataObject) -> None:
            if mode is GenerationMode.POSITIVE or data.draw(st.booleans()):
                self._make_real(case, data)
            answer = case.call()
            self.sent[answer.status_code] += 1
            case.validate_response(answer, checks=CHECKS)
            if answer.status_code >= 400:
                shown = [value for value in self.planted if value in answer.content.upper()]
                assert not shown, f"{operation.label}: a taxpayer's value in an error"

        once()

    def _make_real(self, case: Any, data: st.DataObject) -> None:
        """Somebody who is signed in, a whole envelope, and things that there are: so it gets further in."""
        roles = case.operation.definition.raw["x-roles"]
        allowed = [each for role in roles for each in OF_ROLE[role]] or [""]
        sender = data.draw(st.sampled_from([*SENDERS, *2 * allowed]))
        case.headers = {
            "authorization": f"Bearer {self.world.tokens.get(sender, sender)}",
            "idempotency-key": str(uuid4()),
            "reply-key": b64encode(bytes(32)).decode(),
        }
        if isinstance(case.body, dict):
            for name, known in self.ids.items():
                if name in case.body:
                    case.body[name] = data.draw(st.sampled_from(known))


def desk(folder: Path) -> Fuzz:
    """A practice desk with a caller in the middle, one who was referred and booked, and letters in a run."""
    world = make_world(f"sqlite:///{folder / 'desk.db'}")
    third = persona("123009911", "ZEPHANIAH<QUILLFEATHER", "QUIL", 77_777_13)
    people = (MARISOL, TEODOR, third)
    world.load(*(record for each in people for record in each.records))
    passing = Caller(world, third, "ana")
    passing.reach_verdict()
    passing.issue()
    passing.send(EndCall(call_id=passing.seen.call_id))
    run = world.send("ship", LeaseRun())
    booked, asked = Caller(world, TEODOR, "ben"), Caller(world, MARISOL, "ana")
    booked.reach_verdict(wrong=1)
    code = book(world, booked)
    asked.reach_tax()
    fuzz = Fuzz(world)
    cases = [each.seen.case.id for each in (passing, booked, asked) if each.seen.case]
    fuzz.ids = {
        "call_id": [str(each.seen.call_id) for each in (passing, booked, asked)],
        "case_id": [str(each) for each in cases],
        "run_id": [str(run.run_id)],
        "office_id": ["fresno-ca"],
    }
    fuzz.planted = {value.upper().encode() for each in people for value in _values(each)}
    fuzz.planted |= {code.upper().encode(), *_codes(world, passing)}
    return fuzz


def _values(one: Persona) -> Iterator[str]:
    """What is on file for somebody, as it may be written."""
    yield from (one.tin, one.filer.tin, one.name, one.filer.name, one.address)
    yield from one.filer.name.split("<")
    for record in one.records:
        amounts: dict[str, int] = {}
        if isinstance(record, TaxReturn):
            amounts = record.amounts
            yield from record.address.lines
        elif isinstance(record, IncomeDocument):
            amounts = record.amounts
            yield record.payer_name
        for cents in amounts.values():
            if cents >= 1_000_00:  # smaller ones are in any number
                yield from (str(cents), f"{cents / 100:.2f}", f"{cents / 100:,.2f}")


def _codes(world: World, caller: Caller) -> Iterator[bytes]:
    assert caller.seen.case
    with world.reading() as store:
        letters = [letter for letter in store.letters.waiting(10) if letter.code]
    yield from (letter.code.encode() for letter in letters if letter.code)


def main(examples: int) -> None:
    """Runs until something goes wrong or everything was sent; prints how many of each status."""
    with TemporaryDirectory() as folder:
        fuzz = desk(Path(folder))
        try:
            fuzz.run(examples)
        finally:
            print(f"{fuzz.sent.total()} requests: {dict(sorted(fuzz.sent.items()))}")


if __name__ == "__main__":
    main(int(sys.argv[1]))

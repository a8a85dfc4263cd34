"""Hostile text in every field: kept as plain text or refused with a reason, on both databases never a bug."""

import pytest
from pydantic import ValidationError
from sqlalchemy import inspect

from assistor_console.desk.local import OperatorDesk
from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Language, Reason, Role
from assistor_console.requests.base import Envelope, Reply, Request
from assistor_console.requests.intake import StartCall
from assistor_console.requests.wire import kinds
from tests.callers import MARISOL, Caller
from tests.desk.made_requests import minimal
from tests.worlds import World

HOSTILE = {
    "sql": "'; drop table cases; --",
    "nul": "a\0b",
    "bidi": "\u202eabc\u2066",
    "zero width": "a\u200bb\ufeff",
    "emoji": "😀" * 60,
    "long": "x" * 1_000_000,
    "html": "<img src=x onerror=alert(1)>",
    "format": "%s {0} {name} %n",
    "surrogate": "\ud800",
    "combining": "e" + "\u0301" * 100,
}
KINDS = sorted(kinds(), key=lambda kind: kind.__name__)


def sender(world: World, kind: type[Request[Reply]]) -> str:
    by_role = {Role.ASSISTOR: "ana", Role.SUPERVISOR: "sup", Role.TAC: "tac"}
    return next((name for role, name in by_role.items() if role in kind.allow), "")


def send(world: World, request: Request[Reply]) -> None:
    """Sends as somebody who may, from a console with an odd name too."""
    kind = type(request)
    if Role.OPERATOR in kind.allow or Role.SYSTEM in kind.allow:
        OperatorDesk(world.beside, "operator", next(iter(kind.allow))).send(request)
    else:
        world.send(sender(world, kind), request)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_in_any_field_is_a_bug(world: World, name: str) -> None:
    world.load(*MARISOL.records)
    caller = Caller(world, MARISOL)
    caller.start()
    caller.eligible()
    call, tables = caller.seen.call_id, inspect(world.database.engine).get_table_names()
    tried = 0
    for kind in KINDS:
        for field, info in kind.model_fields.items():
            if info.annotation is not str:
                continue
            tried += 1
            given = {"call_id": call} if "call_id" in kind.model_fields else {}
            try:
                send(world, minimal(kind, **given, **{field: HOSTILE[name]}))
            except (Refused, ValidationError):
                continue
            except Trouble as trouble:
                pytest.fail(f"{kind.__name__}.{field}: {trouble.code}")
    assert tried > 20
    assert inspect(world.database.engine).get_table_names() == tables


@pytest.mark.parametrize("name", HOSTILE)
def test_no_token_or_console_name_is_a_bug(world: World, name: str) -> None:
    start = StartCall(language=Language.EN, reason=Reason.NEW_PROOFING)
    with pytest.raises(Refused, match=r"authority\.signed_out"):
        world.pipeline.run(Envelope(HOSTILE[name]), start)
    world.pipeline.run(Envelope("ana", console=HOSTILE[name]), start)

"""The OpenAPI document: what is committed is what is served, and a change that breaks a console is found."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from assistor_console.requests import wire
from assistor_console.server.compatible import breaking
from assistor_console.server.openapi import document, main, text
from tests.house.tree import ROOT

FILE = ROOT / "docs" / "openapi.json"
ANSWER, HELLO = "/v1/interview/answer_question", "/v1/sign_in/hello"
Json = dict[str, Any]
MADE = document()


def test_the_committed_document_is_the_one_that_is_served() -> None:
    assert FILE.read_text("utf-8") == text(MADE), "run: python -m assistor_console.server.openapi"


def test_every_request_of_the_wire_is_in_it_and_no_other() -> None:
    assert {path for path in MADE["paths"] if path.count("/") == 3} == {
        wire.path(kind) for kind in wire.served()
    }


def test_a_document_does_not_break_itself() -> None:
    assert breaking(MADE, MADE) == []


def schema(made: Json, name: str) -> Json:
    found: Json = made["components"]["schemas"][name]
    return found


def gone(made: Json) -> None:
    del made["paths"][ANSWER]


def other_method(made: Json) -> None:
    made["paths"][ANSWER]["put"] = made["paths"][ANSWER].pop("post")


def role_lost(made: Json) -> None:
    made["paths"][ANSWER]["post"]["x-roles"] = ["supervisor"]


def header_required(made: Json) -> None:
    made["paths"][ANSWER]["post"]["parameters"][-1]["required"] = True


def header_narrowed(made: Json) -> None:
    made["paths"][ANSWER]["post"]["parameters"][-1]["schema"]["pattern"] = "^1"


def header_gone(made: Json) -> None:
    made["paths"][ANSWER]["post"]["parameters"].pop()


def topic_gone(made: Json) -> None:
    made["paths"][wire.LIVE]["get"]["parameters"][0]["schema"]["items"]["enum"].remove("queue")


def session_required(made: Json) -> None:
    made["paths"][HELLO]["post"]["security"] = [{"session": []}]


def field_gone(made: Json) -> None:
    del schema(made, "AnswerQuestion")["properties"]["waited_ms"]


def field_required(made: Json) -> None:
    schema(made, "AnswerQuestion")["required"].append("waited_ms")


def field_retyped(made: Json) -> None:
    schema(made, "AnswerQuestion")["properties"]["number"]["type"] = "string"


def limit_tightened(made: Json) -> None:
    schema(made, "AnswerQuestion")["properties"]["number"]["maximum"] = 9


def limit_new(made: Json) -> None:
    schema(made, "AnswerQuestion")["properties"]["text"]["minLength"] = 1


def pattern_new(made: Json) -> None:
    schema(made, "AnswerQuestion")["properties"]["text"]["pattern"] = "^x$"


def choice_refused(made: Json) -> None:
    schema(made, "Response")["enum"].remove("declines")


def choices_new(made: Json) -> None:
    schema(made, "AnswerQuestion")["properties"]["text"]["enum"] = ["yes", "no"]


def items_refused(made: Json) -> None:
    schema(made, "SeeQueue")["properties"]["states"]["items"] = False


def reply_field_gone(made: Json) -> None:
    del schema(made, "CallSeen")["properties"]["due"]


def reply_field_sometimes(made: Json) -> None:
    schema(made, "CallSeen")["required"].remove("due")


def reply_field_retyped(made: Json) -> None:
    schema(made, "CallSeen")["properties"]["question_seconds"]["type"] = "string"


def reply_choice_new(made: Json) -> None:
    schema(made, "Due")["enum"].append("something_else")


def reply_choices_lifted(made: Json) -> None:
    del schema(made, "Due")["enum"]


def reply_items_untold(made: Json) -> None:
    del schema(made, "CasePage")["properties"]["rows"]["items"]


def reply_other_media(made: Json) -> None:
    content = made["paths"][ANSWER]["post"]["responses"]["200"]["content"]
    content["text/plain"] = content.pop(wire.JSON)


def deep_field_gone(made: Json) -> None:
    """Several replies away: a case in the call."""
    del schema(made, "CaseFacts")["properties"]["number"]


BREAKS: tuple[Callable[[Json], None], ...] = (
    gone,
    other_method,
    role_lost,
    header_required,
    header_narrowed,
    header_gone,
    topic_gone,
    session_required,
    field_gone,
    field_required,
    field_retyped,
    limit_tightened,
    limit_new,
    pattern_new,
    choice_refused,
    choices_new,
    items_refused,
    reply_field_gone,
    reply_field_sometimes,
    reply_field_retyped,
    reply_choice_new,
    reply_choices_lifted,
    reply_items_untold,
    reply_other_media,
    deep_field_gone,
)


@pytest.mark.parametrize("change", BREAKS, ids=lambda change: change.__name__)
def test_what_breaks_an_older_console_is_found(change: Callable[[Json], None]) -> None:
    changed = deepcopy(MADE)
    change(changed)
    assert breaking(MADE, changed)


def path_new(made: Json) -> None:
    made["paths"]["/v1/review/newer"] = made["paths"][ANSWER]


def field_new(made: Json) -> None:
    schema(made, "AnswerQuestion")["properties"]["newer"] = {"type": "string", "default": ""}


def limit_lifted(made: Json) -> None:
    del schema(made, "AnswerQuestion")["properties"]["number"]["maximum"]


def header_new(made: Json) -> None:
    made["paths"][ANSWER]["post"]["parameters"].append(
        {"name": "newer", "in": "header", "required": False, "schema": {"type": "string"}}
    )


def topic_new(made: Json) -> None:
    made["paths"][wire.LIVE]["get"]["parameters"][0]["schema"]["items"]["enum"].append("something_else")


def role_new(made: Json) -> None:
    made["paths"][ANSWER]["post"]["x-roles"].append("supervisor")


def reply_field_new(made: Json) -> None:
    schema(made, "CallSeen")["properties"]["newer"] = {"type": "string"}
    schema(made, "CallSeen")["required"].append("newer")


@pytest.mark.parametrize(
    "change",
    [path_new, field_new, limit_lifted, header_new, topic_new, role_new, reply_field_new],
    ids=lambda change: change.__name__,
)
def test_what_an_older_console_survives_is_allowed(change: Callable[[Json], None]) -> None:
    changed = deepcopy(MADE)
    change(changed)
    assert breaking(MADE, changed) == []


def test_a_breaking_document_is_not_written(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    older = deepcopy(MADE)
    older["paths"]["/v1/review/older"] = older["paths"][ANSWER]
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(older))
    assert main([str(path)]) == 1
    assert "/v1/review/older: gone" in capsys.readouterr().err
    assert json.loads(path.read_text()) == older
    path.unlink()
    assert main([str(path)]) == 0
    assert path.read_text("utf-8") == text(MADE)

"""The OpenAPI document of the wire, made from the requests themselves.

`python -m assistor_console.server.openapi [FILE]` writes it, and refuses where it would break an older
console.
"""

import inspect
import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import JsonSchemaMode, models_json_schema

from ..domain.terms import Topic
from ..requests import wire
from ..requests.base import Command, Reply, Request, Trial
from .compatible import breaking

Json = dict[str, Any]
Kind = type[Request[Reply]]
COMMITTED = "docs/openapi.json"
_REF = "#/components/schemas/{model}"
_PROBLEMS = {
    "401": "Nobody is signed in, or the session is over.",
    "403": "Another role may do this.",
    "409": "A rule refuses it, or it was done before and its reply is no longer kept.",
    "413": "The body is too large.",
    "422": "The body is no such request; `values.where` names the fields.",
    "426": "The console is older than the oldest one served.",
    "429": "Too many requests; `values.seconds` says how long to wait.",
    "500": "A fault of the desk; `values.id` names it in its log.",
    "503": "The desk cannot answer now; the same request may be sent again.",
}
_HEADERS = (
    (wire.REQUEST_ID, True, {"type": "string", "format": "uuid"}, "Names the act; kept over every retry."),
    (
        wire.REPLY_KEY,
        True,
        {"type": "string", "contentEncoding": "base64", "pattern": "^[A-Za-z0-9+/]{43}=$"},
        "32 bytes of the console's own; the desk seals the reply it keeps under them.",
    ),
    (wire.CONSOLE, False, {"type": "string"}, "What the console is called, percent-encoded."),
    (wire.CONSOLE_VERSION, False, {"type": "string"}, "The console's version."),
)


def document() -> Json:
    """The whole document (OpenAPI 3.1)."""
    kinds = sorted(wire.served(), key=wire.path)
    wanted: list[tuple[Any, JsonSchemaMode]] = []
    for kind in kinds:
        wanted += [(kind, "validation"), (kind.reply(), "serialization")]
    wanted += [(wire.Problem, "serialization"), (wire.Line, "serialization")]
    named, schemas = models_json_schema(wanted, ref_template=_REF)
    refs = {(model.__name__, mode): ref for (model, mode), ref in named.items()}
    paths: Json = {wire.path(kind): {"post": _act(kind, refs)} for kind in kinds}
    paths[wire.LIVE] = {"get": _live()}
    paths["/health"] = {"get": _plain("health", "The process lives.")}
    paths["/ready"] = {"get": _plain("ready", "The desk can be used.", "503")}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Assistor desk", "version": "v1", "description": "One route for every request."},
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
        },
    }


def text(made: Json) -> str:
    """The document as it lies in the repository."""
    return json.dumps(made, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _act(kind: Kind, refs: dict[tuple[str, JsonSchemaMode], Any]) -> Json:
    reply = refs[kind.reply().__name__, "serialization"]
    content = {wire.JSON: {"schema": reply}}
    if kind.long:
        content = {wire.LINES: {"schema": refs[wire.Line.__name__, "serialization"]}}
    answers: Json = {"200": {"description": inspect.getdoc(kind.reply()) or "", "content": content}}
    return {
        "operationId": kind.__name__,
        "description": inspect.getdoc(kind) or "",
        "parameters": [_header(*header) for header in _HEADERS],
        "requestBody": {
            "required": True,
            "content": {wire.JSON: {"schema": refs[kind.__name__, "validation"]}},
        },
        "responses": answers | _problems(_PROBLEMS),
        "security": [{"session": []}] if kind.allow else [],
        "x-roles": sorted(kind.allow - wire.BESIDE),
        "x-sort": _sort(kind),
    }


def _sort(kind: Kind) -> str:
    if issubclass(kind, Trial):
        return "trial"
    return "command" if issubclass(kind, Command) else "query"


def _header(name: str, required: bool, schema: Json, words: str) -> Json:
    return {"name": name, "in": "header", "required": required, "schema": schema, "description": words}


def _problems(words: dict[str, str]) -> Json:
    schema = {"$ref": _REF.format(model=wire.Problem.__name__)}
    return {
        status: {"description": said, "content": {wire.JSON: {"schema": schema}}}
        for status, said in words.items()
    }


def _live() -> Json:
    topics = {"type": "array", "items": {"type": "string", "enum": sorted(Topic)}, "minItems": 1}
    return {
        "operationId": "live",
        "description": "Topics as somebody touches them, as server-sent events; a comment each second.",
        "parameters": [{"name": "topic", "in": "query", "required": True, "schema": topics}],
        "responses": {
            "200": {
                "description": "Events whose data are topics.",
                "content": {wire.EVENTS: {"schema": {"type": "string"}}},
            }
        }
        | _problems({key: _PROBLEMS[key] for key in ("401", "403", "422", "426", "429", "503")}),
        "security": [{"session": []}],
    }


def _plain(name: str, words: str, *others: str) -> Json:
    said = {
        "description": words,
        "content": {wire.JSON: {"schema": {"type": "object", "properties": {"status": {"type": "string"}}}}},
    }
    return {"operationId": name, "responses": dict.fromkeys(("200", *others), said)}


def main(arguments: list[str]) -> int:
    """Writes the file named, or the committed one; 1 where that would break an older console."""
    path, made = Path(*arguments[:1] or [COMMITTED]), document()
    if path.exists():
        problems = breaking(json.loads(path.read_text("utf-8")), made)
        if problems:
            print("\n".join(["An older console would break:", *problems]), file=sys.stderr)
            return 1
    path.write_text(text(made), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

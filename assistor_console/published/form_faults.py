"""What does not fit the form of a script, in words of its author rather than of the reader of the form."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..domain.faults import Fault, fault
from .marks import NAMES, row_names
from .script_form import ScriptForm

LANGUAGES = ("en", "es")
_CODES = {
    "string_type": "script.not_text",
    "int_type": "script.not_number",
    "int_parsing": "script.not_number",
    "bool_type": "script.not_yes_or_no",
    "bool_parsing": "script.not_yes_or_no",
    "date_type": "script.not_date",
    "date_parsing": "script.not_date",
    "date_from_datetime_parsing": "script.not_date",
    "date_from_datetime_inexact": "script.not_date",
    "tuple_type": "script.not_list",
    "frozen_set_type": "script.not_list",
    "dict_type": "script.not_keys",
    "model_type": "script.not_keys",
    "string_pattern_mismatch": "script.bad_id",
    "string_too_short": "script.empty",
    "too_short": "script.empty",
    "value_error": "script.when",
}


def validate(data: Any) -> tuple[list[Fault], ScriptForm | None]:
    """What does not fit the form, and the form; where it does not fit only in texts and keys too many, the
    form as it is without them, so that everything else can be looked at too."""
    try:
        return [], ScriptForm.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    faults = [_fault(data, one) for one in errors]
    try:
        return faults, ScriptForm.model_validate(_mended(data, errors))
    except ValidationError:
        return faults, None


def _fault(data: Any, error: ErrorDetails) -> Fault:
    loc = [step for step in error["loc"] if step != "[key]"]
    where, key = place(data, loc), str(loc[-1]) if loc else ""
    kind, given = error["type"], error.get("ctx", {})
    if key in LANGUAGES and kind in ("missing", "string_too_short"):
        return fault("script.untranslated", where)
    if kind == "missing":
        return fault("script.key_missing", place(data, loc[:-1]) or "–", key=key)
    if kind == "extra_forbidden":
        return fault("script.key_unknown", where, key=key)
    if kind in ("enum", "literal_error"):
        return fault("script.not_one_of", where, expected=str(given["expected"]))
    if kind in ("greater_than_equal", "less_than_equal"):
        return fault("script.out_of_range", where, limit=str(given.get("ge", given.get("le"))))
    if kind == "string_pattern_mismatch" and key == "version":
        return fault("script.bad_version", where)
    if kind in _CODES:
        return fault(_CODES[kind], where)
    return fault("script.unfit", where, reason=error["msg"])


def place(data: Any, loc: Sequence[int | str]) -> str:
    """A place as its author names it: "items.agi.text.es" for ("items", 3, "text", "es")."""
    where = ""
    for step in loc:
        if isinstance(step, int):
            rows = data if isinstance(data, list) else []
            places = row_names(where, [_name(row) for row in rows])
            where = places[step] if step < len(places) else f"{where}[{step + 1}]"
            data = rows[step] if step < len(rows) else None
        else:
            where = f"{where}.{step}" if where else step
            data = data.get(step) if isinstance(data, dict) else None
    return where


def _name(row: Any) -> str:
    named = row if isinstance(row, dict) else {}
    return next((str(named[name]) for name in NAMES if name in named), "")


def _mended(data: Any, errors: Sequence[ErrorDetails]) -> Any:
    """The data without keys too many, and with something for every text that is missing in a language."""
    mended = deepcopy(data)
    for error in errors:
        holder, key = mended, error["loc"][-1] if error["loc"] else ""
        for step in error["loc"][:-1]:
            holder = _step(holder, step)
        if isinstance(holder, dict) and error["type"] == "extra_forbidden":
            holder.pop(key, None)
        elif isinstance(holder, dict) and key in LANGUAGES:
            holder[key] = "?"
    return mended


def _step(holder: Any, step: int | str) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return holder[step] if isinstance(holder, list) and isinstance(step, int) and step < len(holder) else None


def follows(found: Fault, before: Sequence[Fault]) -> bool:
    """Whether a fault only follows from an earlier one: it is about a text that lacks a language."""
    missing = [one.where.rpartition(".")[0] for one in before if one.where.rpartition(".")[2] in LANGUAGES]
    return any(found.where == text or found.where.startswith(f"{text}.") for text in missing)

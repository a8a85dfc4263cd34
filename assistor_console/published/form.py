"""Reading a published text: YAML held against a pydantic form."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ..domain.errors import Trouble
from .yaml_text import load

F = TypeVar("F", bound=BaseModel)


def parse(form: type[F], text: str, kind: str) -> F:
    """The text as its form; Trouble("published.unreadable") names the kind and why it does not fit."""
    try:
        return form.model_validate(load(text, kind))
    except ValidationError as error:
        raise Trouble("published.unreadable", kind=kind, reason=str(error)) from error

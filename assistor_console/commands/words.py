"""What a command says to a person at a terminal."""

from ..domain.errors import Refused, Trouble
from ..domain.terms import Language
from ..gui.messages import refusal_text
from ..gui.texts import known, text


def sentence(no: Refused | Trouble, language: str | None) -> str:
    """A refusal or trouble in words, what and what to do; the bare code where there are no words for it."""
    spoken = Language(language or "en")
    if isinstance(no, Refused):
        return refusal_text(no.refusal, spoken)
    return text(no.code, spoken, **no.values) if known(no.code) else f"{no.code} {no.values or ''}".strip()

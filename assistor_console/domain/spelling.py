"""Spelling on the telephone."""

from .tables import Alphabet
from .terms import Text


def spell(text: str, alphabet: Alphabet) -> tuple[tuple[str, Text], ...]:
    """Each character with the word that spells it; spaces and dashes are left out.

    A character the alphabet has no word for spells itself.
    """
    return tuple((c, alphabet.get(c.upper(), Text(c, c))) for c in text if c not in " -")


def say_username(username: str, alphabet: Alphabet, ending: Text) -> Text:
    """How an account name is said: "M, quintero, four, seven. All small letters."; `ending` is its end."""
    word = username.rstrip("0123456789")
    digits = [alphabet[digit] for digit in username[len(word) :]]
    parts = [word[:1].upper(), word[1:]]
    return Text(
        ", ".join(filter(None, [*parts, *(d.en.lower() for d in digits)])) + f". {ending.en}",
        ", ".join(filter(None, [*parts, *(d.es.lower() for d in digits)])) + f". {ending.es}",
    )

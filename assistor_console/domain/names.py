"""Names of people: one canonical form, and published deterministic rules for when two are the same.

Surnames agree by their first four letters (IRS TIN matching). Given names agree when they are equal, one
is a nickname of the other, or the record holds an initial only.
"""

import unicodedata
from collections.abc import Iterator, Mapping

Given = tuple[str, ...]
SUFFIXES = frozenset({"JR", "SR", "II", "III", "IV"})
_CONTROL = 4
_SPECIAL = str.maketrans({"Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "TH"})


def fold(text: str) -> str:
    """Capitals without accents; other characters stay."""
    if text.isascii():
        return text.upper()
    plain = unicodedata.normalize("NFKD", text).upper().translate(_SPECIAL)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def name_control(surname: str) -> str:
    """The first four letters of a surname, folded."""
    return _letters(surname)[:_CONTROL]


def canonical_name(name: str, control: str = "") -> str:
    """A name as on record to "SURNAME, GIVEN MIDDLE".

    `control` (first four letters of the surname) tells where the surname begins; MeF's `<` and a comma do
    too.
    """
    given, surname = _split_record(name, _letters(control)[:_CONTROL])
    return f"{' '.join(surname)}, {' '.join(given)}"


def same_name(answer: str, accepted: str, nicknames: Mapping[str, frozenset[str]]) -> bool:
    """Whether an answer in any order is the person of a canonical name."""
    surname, given = _canonical_parts(accepted)
    return any(
        name_control("".join(own_surname)) == name_control(surname)
        and _same_given(own_given, given, nicknames)
        for own_given, own_surname in _readings(answer)
    )


def same_control(answer: str, accepted: str) -> bool:
    """The looser rule for finding a record: first four surname letters and first given letter agree."""
    surname, given = _canonical_parts(accepted)
    return bool(given) and any(
        name_control("".join(own_surname)) == name_control(surname) and own_given[0][0] == given[0][0]
        for own_given, own_surname in _readings(answer)
    )


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalpha())


def _words(text: str) -> Given:
    """Folded words without punctuation or generation suffix."""
    words = tuple(w for w in map(_letters, text.split()) if w)
    return words[:-1] if len(words) > 2 and words[-1] in SUFFIXES else words


def _canonical_parts(accepted: str) -> tuple[str, Given]:
    surname, _, given = accepted.partition(", ")
    return surname, tuple(given.split())


def _split_record(name: str, control: str) -> tuple[Given, Given]:
    if "<" in name:
        given, _, rest = name.partition("<")
        return _words(given), _words(rest.partition("<")[0])
    if "," in name:
        surname, _, given = name.partition(",")
        return _words(given), _words(surname)
    words = _words(name)
    for start in range(len(words) - 1, 0, -1):
        if control and "".join(words[start:])[:_CONTROL] == control:
            return words[:start], words[start:]
    if control and words and words[0][:_CONTROL] == control:
        return words[1:], words[:1]
    return words[:-1], words[-1:]


def _readings(answer: str) -> Iterator[tuple[Given, Given]]:
    """Every way to read an answer as given name and surname; both parts are never empty."""
    before, comma, after = answer.partition(",")
    if comma and _words(after) and not set(_words(after)) <= SUFFIXES:
        if _words(before):
            yield _words(after), _words(before)
        return
    words = _words(answer.replace(",", " "))
    for cut in range(1, len(words)):
        yield words[:cut], words[cut:]
        yield words[cut:], words[:cut]


def _same_given(answer: Given, record: Given, nicknames: Mapping[str, frozenset[str]]) -> bool:
    if not answer or not record:
        return False
    first, known = answer[0], record[0]
    if first == known or "".join(answer) == "".join(record):
        return True
    if len(known) == 1:
        return first.startswith(known)
    return bool(_formal(first, nicknames) & _formal(known, nicknames))


def _formal(name: str, nicknames: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return nicknames.get(name, frozenset()) | {name}

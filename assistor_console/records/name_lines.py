"""The name line of a return: who is on it, and where the surname begins.

Software marks the surname with `<` before it, on both sides of it, or not at all; a spouse of the same
surname shares it ("ANN & BOB<DOE"), one of another follows whole ("ANN<DOE<& BOB ROE").
"""

from assistor_console.domain.names import name_control
from assistor_console.domain.records import Filer

_SUFFIXES = {"JR", "SR", "II", "III", "IV"}


def split_names(line: str, control: str) -> tuple[str, str]:
    """The whole names of the filer and of the spouse ("" where there is none) of a name line.

    `control` is the filer's name control: it tells the surname where no `<` does.
    """
    before, _, after = line.partition("<")
    surname, _, rest = after.partition("<")
    if not surname:
        return _unmarked(before, control)
    suffix, _, other = rest.partition("&")
    given, _, spouse = before.partition("&")
    first = _joined(given, surname, suffix)
    return first, _joined(other) or (_joined(spouse, surname) if spouse.strip() else "")


def surname_of(name: str, control: str) -> str:
    """The surname in a whole name: from the word its name control begins, else the last word."""
    words = name.split()
    for start in range(len(words) - 1, 0, -1):
        if control and name_control("".join(words[start:])) == control:
            return " ".join(words[start:])
    return words[-1] if words else ""


def parted(name: str, control: str) -> tuple[str, str, str]:
    """Given names, surname and suffix ("" for none) of a whole name."""
    words, suffix = name.split(), ""
    if len(words) > 2 and words[-1].strip(".").upper() in _SUFFIXES:
        bare = " ".join(words[:-1])
        if name_control(surname_of(bare, control)) == control:
            *words, suffix = words
    surname = surname_of(" ".join(words), control)
    return " ".join(words[: len(words) - len(surname.split())]), surname, suffix


def joined_line(primary: Filer, spouse: Filer | None) -> str:
    """The name line of a return."""
    given, surname, suffix = parted(primary.name, primary.name_control)
    if spouse is None:
        return f"{given}<{surname}<{suffix}".rstrip("<")
    own, theirs, behind = parted(spouse.name, spouse.name_control)
    if theirs == surname and not behind:
        return f"{given} & {own}<{surname}<{suffix}".rstrip("<")
    return f"{given}<{surname}<{suffix} & {spouse.name}"


def _unmarked(line: str, control: str) -> tuple[str, str]:
    first, mark, spouse = line.partition("&")
    if not mark or len(first.split()) > 1 and name_control(surname_of(_joined(first), control)) == control:
        return _joined(first), _joined(spouse)
    return _joined(first, surname_of(_joined(spouse), control)), _joined(spouse)


def _joined(*parts: str) -> str:
    return " ".join(" ".join(parts).split())

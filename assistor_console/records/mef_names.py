"""The name line of a return: who is on it, and where the surname begins.

Software marks the surname with `<` before it, on both sides of it, or not at all; a spouse of the same
surname shares it ("ANN & BOB<DOE"), one of another follows whole ("ANN<DOE<& BOB ROE").
"""

from assistor_console.domain.names import name_control


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


def _unmarked(line: str, control: str) -> tuple[str, str]:
    first, mark, spouse = line.partition("&")
    if not mark or len(first.split()) > 1 and name_control(surname_of(_joined(first), control)) == control:
        return _joined(first), _joined(spouse)
    return _joined(first, surname_of(_joined(spouse), control)), _joined(spouse)


def _joined(*parts: str) -> str:
    return " ".join(" ".join(parts).split())

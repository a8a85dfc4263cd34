"""What may be shown of a taxpayer's data: the IRS transcript masking rules.

TIN: last four. Last name: first four letters (three of a name of four or fewer). Street: first six
characters. A mask never shows how long a value is.
"""

from .names import SUFFIXES
from .records import Address

DOTS = "••••••"
STARS = "****"
_NAME, _SHORT, _STREET = 4, 3, 6


def last_four(tin: str) -> str:
    """The last four digits of a TIN."""
    return tin[-4:]


def masked_name(name: str) -> str:
    """ "Osei, Abena" from "Abena Osei": surname cut to four letters and stars, given name whole."""
    surname, given = _parts(name)
    if not surname:
        return STARS
    kept = surname[: _NAME if len(surname) > _NAME else _SHORT]
    return f"{kept}{STARS}, {given}" if given else f"{kept}{STARS}"


def _parts(name: str) -> tuple[str, str]:
    """Surname and given name of a name on record; a generation suffix is no surname."""
    if "<" in name:  # MeF: given name < surname < suffix
        given, _, rest = name.partition("<")
        return rest.partition("<")[0].strip(), given.strip()
    if "," in name:
        surname, _, given = name.partition(",")
        return surname.strip(), given.strip()
    words = name.split()
    if len(words) > 2 and words[-1].upper().rstrip(".") in SUFFIXES:
        words.pop()
    return (words[-1], " ".join(words[:-1])) if words else ("", "")


def whole_address(address: Address) -> str:
    """Every line, city, state and ZIP: for who may see it unmasked."""
    zip_code = f"{address.zip[:5]}-{address.zip[5:]}" if len(address.zip) > 5 else address.zip
    return ", ".join((*address.lines, f"{address.city} {address.state} {zip_code}"))


def masked_address(address: Address) -> str:
    """Street cut to six characters, then city, state and five digits of ZIP."""
    street = address.lines[0][:_STREET] if address.lines else ""
    return f"{street}{DOTS}, {address.city} {address.state} {address.zip[:5]}"

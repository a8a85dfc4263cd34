"""What may be shown of a taxpayer's data: the IRS transcript masking rules.

TIN: last four. Last name: first four letters (three of a name of four or fewer). Street: first six
characters. A mask never shows how long a value is.
"""

from .records import Address

DOTS = "••••••"
STARS = "****"
_NAME, _SHORT, _STREET = 4, 3, 6


def last_four(tin: str) -> str:
    """The last four digits of a TIN."""
    return tin[-4:]


def masked_name(name: str) -> str:
    """ "Osei, Abena" from "Abena Osei": surname cut to four letters and stars, given name whole."""
    words = name.replace("<", " ").split()
    if not words:
        return STARS
    surname, given = words[-1], " ".join(words[:-1])
    kept = surname[: _NAME if len(surname) > _NAME else _SHORT]
    return f"{kept}{STARS}, {given}" if given else f"{kept}{STARS}"


def masked_address(address: Address) -> str:
    """Street cut to six characters, then city, state and five digits of ZIP."""
    street = address.lines[0][:_STREET] if address.lines else ""
    return f"{street}{DOTS}, {address.city} {address.state} {address.zip[:5]}"

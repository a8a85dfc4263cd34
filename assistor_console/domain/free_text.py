"""What no free text may hold: reasons and notes are kept and shown as they are typed."""

import re

_APART = r"[\s.\-_/\u00b7\u2010-\u2015]{1,3}"
_TIN = re.compile(rf"(?<!\d)(?:\d{{9}}|\d{{3}}{_APART}\d{{2}}{_APART}\d{{4}}|\d{{2}}{_APART}\d{{7}})(?!\d)")


def holds_tin(text: str) -> bool:
    """Whether something in a text looks like a taxpayer identification number: nine digits in a row, or
    grouped as an SSN (3-2-4) or an EIN (2-7). Digits of any script count; longer numbers are none."""
    return _TIN.search(text) is not None

"""Amounts of money as people say them."""

import re

from .errors import refused

_MONEY = re.compile(r"\$?\s?((?:[0-9]{1,3}(?:,[0-9]{3})+)|[0-9]+)(?:\.([0-9]{2}))?", re.ASCII)
_MOST_DIGITS = 11


def parse_money(text: str) -> int:
    """Cents from "6,214", "$6,214.50" or "6214"; a minus sign or brackets mean less than nothing.

    Refused("answer.money") for anything else, wrong grouping and more than eleven digits of dollars included.
    """
    bare, negative = _unsigned(text.strip())
    match = _MONEY.fullmatch(bare)
    dollars = match[1].replace(",", "") if match else ""
    if match is None or len(dollars) > _MOST_DIGITS:
        raise refused("answer.money", example="6,214.50")
    cents = int(dollars) * 100 + int(match[2] or 0)
    return -cents if negative else cents


def _unsigned(text: str) -> tuple[str, bool]:
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    if text.startswith("-"):
        return text[1:].strip(), True
    return text, False


def same_money(answer: int, accepted: int, tolerance: int) -> bool:
    """Whether two amounts (cents) are at most `tolerance` cents apart."""
    return abs(answer - accepted) <= tolerance

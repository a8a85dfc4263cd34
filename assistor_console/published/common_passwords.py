"""Passwords and words that others try first: the lists of `zxcvbn`, which come with the program."""

from functools import cache


@cache
def common_passwords() -> frozenset[str]:
    """About 90,000 leaked passwords, English words and names, in lower case; read once (0.1 s)."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(word for listed in FREQUENCY_LISTS.values() for word in listed)

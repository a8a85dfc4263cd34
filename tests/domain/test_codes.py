"""Codes: made as policy says, uniform in their alphabet, and read back as people type them."""

from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.codes import (
    CROCKFORD,
    PASSWORD_DIGITS,
    PASSWORD_LETTERS,
    activation_code,
    continuation_code,
    grouped,
    read_activation,
    read_continuation,
    read_password,
    temporary_password,
)
from assistor_console.domain.errors import Refused
from assistor_console.domain.spelling import say_username, spell
from assistor_console.domain.usernames import check_username, suggest_username
from tests.domain.made import script, tables

SEEDS = st.integers(0, 2**64 - 1)


def below(seed: int) -> Callable[[int], int]:
    return Random(seed).randrange


def listed(*numbers: int) -> Callable[[int], int]:
    """A source that gives these numbers in turn, and fails when it is asked for more."""
    left: Iterator[int] = iter(numbers)
    return lambda _: next(left)


@given(SEEDS, st.integers(6, 20))
def test_a_temporary_password_mixes_letters_and_digits_that_look_like_nothing_else(
    seed: int, length: int
) -> None:
    password = temporary_password(length, below(seed))
    assert len(password) == length
    assert set(password) & set(PASSWORD_DIGITS) and set(password) & set(PASSWORD_LETTERS)
    assert set(password) <= set(PASSWORD_DIGITS + PASSWORD_LETTERS)
    assert set(password).isdisjoint("O0I1L5S2Z8BAEU")
    assert read_password(grouped(password.lower(), 4, " ")) == password


def test_every_password_character_comes_up() -> None:
    source = below(7)
    seen = {c for _ in range(300) for c in temporary_password(12, source)}
    assert seen == set(PASSWORD_DIGITS + PASSWORD_LETTERS)


@given(SEEDS)
def test_an_activation_code_is_digits_without_pattern(seed: int) -> None:
    code = activation_code(8, below(seed))
    assert len(code) == 8 and code.isascii() and code.isdigit()
    assert read_activation(f" {code[:4]}-{code[4:]} ", 8) == code


@pytest.mark.parametrize("pattern", ["11111111", "12345678", "78901234", "98765432", "21098765"])
def test_patterns_are_drawn_again(pattern: str) -> None:
    assert activation_code(8, listed(*map(int, pattern), *map(int, "30718293"))) == "30718293"


@pytest.mark.parametrize("text", ["1234567", "123456789", "1234567a", "", "\uff11" * 8, "1234 56 7"])
def test_other_than_so_many_digits_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="code.activation"):
        read_activation(text, 8)


@given(SEEDS, st.sampled_from((40, 64, 80)))
def test_a_continuation_code_reads_back_in_every_way_it_is_typed(seed: int, bits: int) -> None:
    code = continuation_code(bits, below(seed))
    assert len(code) == -(-bits // 5) + 1 and set(code) <= set(CROCKFORD)
    assert read_continuation(grouped(code), bits) == code
    spoken = code.lower().replace("0", "o").replace("1", "l")
    assert read_continuation(f" {spoken} ", bits) == code


@given(SEEDS, st.integers(0, 13), st.sampled_from(CROCKFORD))
def test_one_wrong_symbol_is_noticed(seed: int, place: int, symbol: str) -> None:
    code = continuation_code(64, below(seed))
    wrong = code[:place] + symbol + code[place + 1 :]
    if wrong != code:
        with pytest.raises(Refused, match="code.continuation"):
            read_continuation(wrong, 64)


@given(SEEDS, st.integers(0, 11))
def test_two_swapped_symbols_are_noticed(seed: int, place: int) -> None:
    code = continuation_code(64, below(seed))
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(Refused, match="code.continuation"):
            read_continuation(wrong, 64)


def test_groups() -> None:
    assert grouped("R7KMWD3HPX9T") == "R7KM-WD3H-PX9T"
    assert grouped("12345", 4, " ") == "1234 5"


def test_spelling_in_both_languages() -> None:
    words = spell("R7-k", tables().alphabet)
    assert [(c, word.en, word.es) for c, word in words] == [
        ("R", "Romeo", "Roma"),
        ("7", "Seven", "Siete"),
        ("k", "Kilo", "Kilo"),
    ]


@given(SEEDS)
def test_every_secret_can_be_spelled(seed: int) -> None:
    code = temporary_password(12, below(seed)) + continuation_code(64, below(seed))
    assert all(len(word.en) > 1 and len(word.es) > 1 for _, word in spell(code, tables().alphabet))


def test_an_account_name_is_said_as_a_phrase() -> None:
    phrase = say_username("mquintero47", tables().alphabet, script().line("small_letters"))
    assert phrase.en == "M, quintero, four, seven. All small letters."
    assert phrase.es == "M, quintero, cuatro, siete. Todo en minúsculas."


@pytest.mark.parametrize(
    ("name", "control", "username"),
    [
        ("MARISOL A QUINTERO", "QUIN", "mquintero47"),
        ("José Peña", "PENA", "jpena47"),
        ("SHAUN O'NEIL-FITZGERALD", "ONEI", "soneilfitzge47"),
        ("WEI LI", "LI", "wli47"),
        ("李 伟", "", "user47"),
    ],
)
def test_account_names_come_from_names(name: str, control: str, username: str) -> None:
    assert suggest_username(name, control, listed(4, 7)) == username


@given(st.text(max_size=60), SEEDS)
def test_every_suggestion_keeps_the_rule(name: str, seed: int) -> None:
    check_username(suggest_username(name, "", below(seed)))


@pytest.mark.parametrize("username", ["abc", "Quintero", "4quintero", "m quintero", "a" * 33, "peña47", ""])
def test_other_account_names_are_refused(username: str) -> None:
    with pytest.raises(Refused, match="username.form"):
        check_username(username)

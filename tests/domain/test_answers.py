"""Reading answers: natural forms are taken, everything else is refused with a reason."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.answers import parse
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AnswerKind as K
from tests.domain.made import TODAY


def wide(text: str) -> str:
    """The same with full-width digits, which Python reads as numbers too."""
    return text.translate({ord("0") + n: 0xFF10 + n for n in range(10)})


def rule(kind: K, text: str) -> str:
    with pytest.raises(Refused) as caught:
        parse(kind, text, TODAY, ("single", "widowed"))
    return caught.value.refusal.rule


@pytest.mark.parametrize(
    ("kind", "text", "canonical"),
    [
        (K.MONEY, "6,214", "621400"),
        (K.MONEY, "$6,214.50", "621450"),
        (K.MONEY, "6214", "621400"),
        (K.MONEY, "$ 12,345,678.09", "1234567809"),
        (K.MONEY, "-1,200", "-120000"),
        (K.MONEY, "(1,200.00)", "-120000"),
        (K.DATE, "3/4/1978", "1978-03-04"),
        (K.DATE, "03-04-1978", "1978-03-04"),
        (K.DATE, "03041978", "1978-03-04"),
        (K.DATE, "1978-03-04", "1978-03-04"),
        (K.DATE, "March 4, 1978", "1978-03-04"),
        (K.DATE, "mar. 4th 1978", "1978-03-04"),
        (K.DATE, "4 of March 1978", "1978-03-04"),
        (K.DATE, "4 de marzo de 1978", "1978-03-04"),
        (K.DATE, "4 de Marzo del 1978", "1978-03-04"),
        (K.DATE, "1º de septiembre de 1978", "1978-09-01"),
        (K.DATE, "marzo 4 de 1978", "1978-03-04"),
        (K.DATE, "2/29/1976", "1976-02-29"),
        (K.TIN, "123-00-4417", "123004417"),
        (K.TIN, "123 00 4417", "123004417"),
        (K.TIN, "123004417", "123004417"),
        (K.COUNT, "03", "3"),
        (K.COUNT, "0", "0"),
        (K.LAST_FOUR, "44a7", "44A7"),
        (K.CHOICE, "single", "single"),
        (K.PERSON_NAME, "  José   O’Neil-Peña, Jr. ", "José O’Neil-Peña, Jr."),
        (K.BUSINESS_NAME, "AT&T  Corp.", "AT&T Corp."),
        (K.ADDRESS, "1184 Larkspur Ln,  Fresno CA 93706", "1184 Larkspur Ln, Fresno CA 93706"),
    ],
)
def test_natural_forms_are_taken(kind: K, text: str, canonical: str) -> None:
    assert parse(kind, text, TODAY, ("single", "widowed")) == canonical


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (K.MONEY, "6,21", "money"),
        (K.MONEY, "62,14", "money"),
        (K.MONEY, "6.2", "money"),
        (K.MONEY, "six", "money"),
        (K.MONEY, wide("6214"), "money"),
        (K.MONEY, "1" * 12, "money"),
        (K.MONEY, "--5", "money"),
        (K.DATE, "2/30/1978", "date_impossible"),
        (K.DATE, "13/1/1978", "date_impossible"),
        (K.DATE, "2/29/1978", "date_impossible"),
        (K.DATE, "12/12/2017", "date_future"),
        (K.DATE, "1/1/1880", "date_old"),
        (K.DATE, "3/4/78", "date"),
        (K.DATE, "4 de brumario de 1978", "date"),
        (K.DATE, wide("3/4/1978"), "date"),
        (K.TIN, "12-0044170", "ein"),
        (K.TIN, "12 0044170", "ein"),
        (K.TIN, "123-00-441", "tin"),
        (K.TIN, wide("123-00-4417"), "tin"),
        (K.COUNT, "31", "count"),
        (K.COUNT, "two", "count"),
        (K.COUNT, "-1", "count"),
        (K.COUNT, wide("3"), "count"),
        (K.LAST_FOUR, wide("4417"), "last_four"),
        (K.LAST_FOUR, "123", "last_four"),
        (K.CHOICE, "Single", "choice"),
        (K.PERSON_NAME, "Marisol", "name"),
        (K.PERSON_NAME, "Marisol 7", "name"),
        (K.BUSINESS_NAME, "...", "business"),
        (K.ADDRESS, "1184 Larkspur Ln, Fresno", "address"),
        (K.ADDRESS, "1184 Larkspur Ln 9370", "address"),
    ],
)
def test_other_forms_are_refused_with_the_reason(kind: K, text: str, why: str) -> None:
    assert rule(kind, text) == f"answer.{why}"


@pytest.mark.parametrize("kind", K)
def test_every_kind_refuses_hidden_empty_and_endless_text(kind: K) -> None:
    for hidden in ("\u202e", "\u200b", "\x00", "\x1b", "\n", "\u2066", "\ufeff"):
        assert rule(kind, f"12{hidden}34") == "answer.characters"
    assert rule(kind, "   ") == "answer.empty"
    assert rule(kind, "9" * 201) == "answer.long"


@given(st.integers(0, 10**12))
def test_money_reads_back_in_every_way_it_is_written(cents: int) -> None:
    for text in (f"{cents / 100:,.2f}", f"${cents // 100}.{cents % 100:02}"):
        assert parse(K.MONEY, text, TODAY) == str(cents)


MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


@given(st.dates(date(1900, 1, 1), TODAY))
def test_dates_read_back_in_every_way_they_are_written(day: date) -> None:
    ways = (
        f"{day.month}/{day.day}/{day.year}",
        day.strftime("%m-%d-%Y"),
        day.strftime("%B %d, %Y"),
        day.strftime("%d %b %Y"),
        f"{day.day} de {MONTHS[day.month - 1]} de {day.year}",
        day.isoformat(),
    )
    assert {parse(K.DATE, way, TODAY) for way in ways} == {day.isoformat()}


@given(st.integers(1, 40_000))
def test_no_date_after_today_is_taken(days: int) -> None:
    assert rule(K.DATE, (TODAY + timedelta(days)).isoformat()) == "answer.date_future"


@given(st.sampled_from(K), st.text(max_size=250))
def test_any_text_is_read_or_refused_and_reading_is_stable(kind: K, text: str) -> None:
    try:
        canonical = parse(kind, text, TODAY, ("single",))
    except Refused as refusal:
        assert refusal.refusal.rule.startswith("answer.")
        assert text not in refusal.refusal.values.values() or not text
        return
    if kind is not K.MONEY:
        assert parse(kind, canonical, TODAY, ("single",)) == canonical

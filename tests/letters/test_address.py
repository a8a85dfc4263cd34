"""The mailing block: what a carrier and a machine can read, and always wholly inside the window."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistor_console.domain.errors import Refused
from assistor_console.domain.records import Address
from assistor_console.letters import fonts
from assistor_console.letters.address import block_lines, mailing_block
from assistor_console.letters.paper import INCH, Box, safe_box
from tests.letters.samples import HOME, STATIONERY

LAYOUT = STATIONERY.layout
BOX = safe_box(LAYOUT.paper)


def rule(name: str = "Marisol Quintero", **changes: Any) -> str:
    address = replace(HOME, **changes)
    with pytest.raises(Refused) as caught:
        mailing_block(LAYOUT, name, address)
    return caught.value.refusal.rule


def test_lines_are_capitals_with_the_place_last() -> None:
    assert block_lines(LAYOUT.address, "Zoë  O'Neil-Núñez", HOME) == (
        "ZOË O'NEIL-NÚÑEZ",
        "1184 LARKMEAD AVE APT 6",
        "FRESNO CA 93706-3104",
    )


@pytest.mark.parametrize(
    ("city", "state", "code"),
    [
        ("APO", "AE", "09012"),
        ("Dpo", "ap", "96512-0001"),
        ("San Juan", "PR", "00926"),
        ("Hagåtña", "GU", "96910"),
    ],
)
def test_military_and_territories_are_known(city: str, state: str, code: str) -> None:
    lines = block_lines(LAYOUT.address, "Ann Lee", Address(("PSC 802 Box 74",), city, state, code))
    assert lines[-1] == f"{city.upper()} {state.upper()} {code}"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lines": ()}, "letters.address_lines"),
        ({"lines": ("1 A ST", "APT 2", "REAR")}, "letters.address_lines"),
        ({"lines": ("1 A ST", " ")}, "letters.address_empty"),
        ({"lines": ("",)}, "letters.address_empty"),
        ({"city": " "}, "letters.address_empty"),
        ({"lines": ("X" * 41,)}, "letters.address_long"),
        ({"lines": ("1 A B C D E F G H",)}, "letters.address_words"),
        ({"lines": ("(REAR) 12 OAK ST",)}, "letters.address_first"),
        ({"lines": ("<b>12 OAK ST</b>",)}, "letters.address_first"),
        ({"lines": ("--- ..",)}, "letters.address_alphanumeric"),
        ({"lines": ("12 OAK\u202eST",)}, "letters.address_character"),
        ({"lines": ("12 OAK\u200fST",)}, "letters.address_character"),
        ({"lines": ("12 OAK\nST",)}, "letters.address_character"),
        ({"lines": ("12 ОАК ST",)}, "letters.address_character"),
        ({"lines": ("12 OAK ST ★",)}, "letters.address_character"),
        ({"lines": ("No fixed address",)}, "letters.address_none"),
        ({"state": "ZZ"}, "letters.address_state"),
        ({"state": ""}, "letters.address_state"),
        ({"city": "APO"}, "letters.address_military"),
        ({"state": "AE"}, "letters.address_military"),
        ({"zip": "9370"}, "letters.address_zip"),
        ({"zip": "93706-31"}, "letters.address_zip"),
        ({"zip": "00000"}, "letters.address_zip"),
        ({"zip": "SW1A1AA"}, "letters.address_zip"),
        ({"lines": ("W" * 40,)}, "letters.address_box"),
    ],
)
def test_what_cannot_be_delivered_is_refused(changes: dict[str, Any], expected: str) -> None:
    assert rule(**changes) == expected


def test_a_refusal_names_the_line_and_never_repeats_it() -> None:
    with pytest.raises(Refused) as caught:
        mailing_block(LAYOUT, "Ann Lee", replace(HOME, lines=("12 OAK\u202eST",)))
    assert caught.value.refusal.values == {"line": 2, "character": "U+202E"}


def test_a_name_is_checked_like_a_line() -> None:
    assert rule(name="") == "letters.address_empty"
    assert rule(name="@nn") == "letters.address_first"
    assert rule(name="Ann\u2066Lee") == "letters.address_character"


def test_four_lines_and_a_barcode_fit() -> None:
    placed, _ = mailing_block(LAYOUT, "Ann Lee", replace(HOME, lines=("Urb. Las Gladiolas", "1184 Calle 6")))
    assert len(placed.lines) == 4
    assert placed.size >= 8


def test_a_window_too_small_for_the_barcode_and_four_lines_refuses() -> None:
    low = LAYOUT.paper.window.model_copy(update={"height": 1.125})
    small = LAYOUT.model_copy(update={"paper": LAYOUT.paper.model_copy(update={"window": low})})
    with pytest.raises(Refused, match=r"letters\.address_box"):
        mailing_block(small, "Ann Lee", replace(HOME, lines=("Urb. Las Gladiolas", "1184 Calle 6")))


TEXT = st.text(
    st.sampled_from("ABCdefWMwm 0123456789ÁÉñÜçŐØß-'.,/#&()@<\u202e\u200bĀ漢ЖΩ\t"), min_size=0, max_size=44
)
PLAIN = st.text(st.sampled_from("ABCDEFGHIJWM ÁÑÇŐ0123456789-."), min_size=1, max_size=40)
ADDRESSES = st.builds(
    Address,
    st.lists(TEXT | PLAIN, min_size=0, max_size=3).map(tuple),
    TEXT | PLAIN,
    st.sampled_from(["CA", "pr", "AE", "ZZ"]),
    st.from_regex(r"[0-9]{5}|[0-9]{9}|[0-9]{5}-[0-9]{4}|[0-9]{1,10}", fullmatch=True),
)


@given(TEXT | PLAIN, ADDRESSES)
@example("Ann Lee", HOME)
@example("ŐÁÇ" * 12, replace(HOME, lines=("Ő" * 30, "Ç" * 30)))
def test_a_block_is_wholly_inside_the_box_or_refused(name: str, address: Address) -> None:
    try:
        placed, barcode = mailing_block(LAYOUT, name, address)
    except Refused as error:
        assert error.refusal.rule.startswith("letters.address_")
        return
    wide, high = barcode.size
    under = BOX.top + high
    assert BOX.holds(Box(BOX.left, BOX.top, BOX.left + wide, under))
    for line, baseline in zip(placed.lines, placed.baselines, strict=True):
        right = placed.left + fonts.width(line, fonts.REGULAR, placed.size)
        top, bottom = baseline - 0.99 * placed.size, baseline + 0.24 * placed.size
        assert BOX.holds(Box(placed.left, top, right, bottom))
        assert top >= under - 1e-6
    assert placed.left >= BOX.left + INCH / 8

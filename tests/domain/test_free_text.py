"""What looks like a TIN in a reason or a note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.free_text import holds_tin

TINS = [
    "123004567",
    "123-00-4567",
    "123 00 4567",
    "123.00.4567",
    "123\u201100\u20114567",
    "123 - 00 - 4567",
    "12-3004567",
    "12 3004567",
    "\uff11\uff12\uff13\uff10\uff10\uff14\uff15\uff16\uff17",
]
NO_TINS = [
    "EP-17-000123",
    "staff ID 1000000017",
    "call back at 559-555-0123",
    "ZIP 93706-1234",
    "since 2017-12-11, 14:30",
    "12300456",
    "12345678901234",
    "moved 3 times in 2 years, 4567 Elm St",
    "",
]


@pytest.mark.parametrize("tin", TINS)
@pytest.mark.parametrize("around", ["{}", "her SSN is {}.", "TIN{}", "({})", "número {}, dijo"])
def test_a_tin_is_seen(tin: str, around: str) -> None:
    assert holds_tin(around.format(tin))


@pytest.mark.parametrize("text", NO_TINS)
def test_other_numbers_are_none(text: str) -> None:
    assert not holds_tin(text)


@given(st.text(alphabet="abc -.", max_size=30), st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_wherever_it_stands(words: str, tin: str) -> None:
    assert holds_tin(words + tin + words)
    assert not holds_tin(words)

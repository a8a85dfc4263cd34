"""The Intelligent Mail barcode against the example of USPS-B-3200, in fields and on paper."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Language
from assistor_console.letters.barcode import IntelligentMail, barcode_for
from assistor_console.letters.document import Document
from assistor_console.letters.settings import Mailer
from tests.letters.samples import HOME
from tests.letters.samples import content as page_content

EXAMPLE = IntelligentMail("01", "234", "567094", "987654321", "01234567891")
BARS = "AADTFFDFTDADTAADAATFDTDDAAADDTDTTDAFADADDDTFFFDDTTTADFAAADFTDAADA"


def test_the_published_example() -> None:
    assert EXAMPLE.tracking == "01234567094987654321"
    assert EXAMPLE.bars == BARS


def drawn() -> Iterator[tuple[float, float, float, float]]:
    document = Document("barcode", Language.EN)
    EXAMPLE.draw(document.canvas, 72, 500)
    document.end_page()
    content = page_content(document.finish()).decode("latin-1")
    for numbers in re.findall(r"([-\d. ]+) re", content):
        x, y, width, height = map(float, numbers.split())
        yield x, y, width, height


def test_what_is_drawn_reads_as_the_example() -> None:
    bars = list(drawn())
    top = max(y + height for _, y, _, height in bars)
    bottom = min(y for _, y, _, _ in bars)
    up = [abs(y + height - top) < 0.1 for _, y, _, height in bars]
    down = [abs(y - bottom) < 0.1 for _, y, _, _ in bars]
    letters = {(True, True): "F", (True, False): "A", (False, True): "D", (False, False): "T"}
    assert "".join(letters[pair] for pair in zip(up, down, strict=True)) == BARS
    assert 0.125 * 72 <= top - bottom <= 0.165 * 72


def test_pitch_and_width_are_within_the_standard() -> None:
    bars = list(drawn())
    steps = [after[0] - before[0] for before, after in zip(bars, bars[1:], strict=False)]
    assert all(20 <= 72 / step <= 24 for step in steps)
    assert all(0.015 * 72 <= width <= 0.025 * 72 for _, _, width, _ in bars)
    assert EXAMPLE.size[0] == pytest.approx(64 * 72 / 22 + 1.44 + 2 * 9, abs=0.01)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("identifier", "05"),
        ("identifier", "0"),
        ("service", "23"),
        ("service", "23x"),
        ("mailer", "56709"),
        ("mailer", "967094"),
        ("mailer", "123456789"),
        ("serial", "98765432"),
        ("serial", "98765432١"),
        ("routing", "0123"),
        ("routing", "0123456789"),
    ],
)
def test_a_bad_field_is_refused_by_name(field: str, value: str) -> None:
    fields = {"identifier": "01", "service": "234", "mailer": "567094", "serial": "987654321", "routing": ""}
    with pytest.raises(Refused) as caught:
        IntelligentMail(**fields | {field: value})
    assert caught.value.refusal.values == {"field": field}


@pytest.mark.parametrize(("mailer", "serial"), [("123456", "000000042"), ("912345678", "000042")])
def test_a_letter_is_routed_by_its_zip(mailer: str, serial: str) -> None:
    barcode = barcode_for(Mailer(identifier="00", service="300", mailer=mailer), 42, HOME)
    assert (barcode.serial, barcode.routing) == (serial, "937063104")


@pytest.mark.parametrize("serial", [-1, 10**9])
def test_a_serial_that_does_not_fit_is_refused(serial: int) -> None:
    with pytest.raises(Refused):
        barcode_for(Mailer(identifier="00", service="300", mailer="123456"), serial, HOME)


@given(st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1))
def test_two_serials_never_share_their_bars(one: int, other: int) -> None:
    mailer = Mailer(identifier="00", service="300", mailer="123456")
    first, second = (barcode_for(mailer, serial, HOME).bars for serial in (one, other))
    assert len(first) == 65
    assert (first == second) is (one == other)

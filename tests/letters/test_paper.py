"""Window and folds: the published safe boxes come out of the settings, and nothing else stands in them."""

import pytest
from pydantic import ValidationError

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import Language
from assistor_console.letters.activation_face import zones
from assistor_console.letters.document import Document
from assistor_console.letters.paper import INCH, Box, fold_boxes, safe_box, shown_box
from assistor_console.letters.settings import Paper
from assistor_console.letters.sheet import BODY, Sheet
from tests.letters.samples import STATIONERY

PAPER = STATIONERY.layout.paper


def paper(folds: tuple[float, float], height: float) -> Paper:
    window = PAPER.window.model_copy(update={"height": height})
    return PAPER.model_copy(update={"folds": folds, "window": window})


@pytest.mark.parametrize(
    ("folds", "height", "top", "bottom"),
    [
        ((3.667, 7.333), 1.5, 2.25, 3.042),
        ((3.667, 7.333), 1.125, 2.625, 3.042),
        ((4.0, 7.5), 1.125, 2.625, 3.375),
    ],
)
def test_the_safe_box_is_what_no_movement_hides(
    folds: tuple[float, float], height: float, top: float, bottom: float
) -> None:
    box = safe_box(paper(folds, height))
    inches = tuple(edge / INCH for edge in (box.left, box.top, box.right, box.bottom))
    assert inches == pytest.approx((1.0, top, 4.25, bottom), abs=0.001)


def test_what_can_be_seen_holds_what_must_be_seen() -> None:
    assert shown_box(PAPER).holds(safe_box(PAPER))
    assert not any(fold.touches(safe_box(PAPER)) for fold in fold_boxes(PAPER))


def test_boxes_that_only_meet_do_not_touch() -> None:
    left, right = Box(0, 0, 10, 10), Box(10, 0, 20, 10)
    assert not left.touches(right)
    assert left.touches(Box(9.9, 9.9, 20, 20))


@pytest.mark.parametrize("folds", [(3.0, 6.5), (4.5, 8.0), (3.667, 3.5)])
def test_folds_that_hide_the_address_are_refused(folds: tuple[float, float]) -> None:
    with pytest.raises(ValidationError):
        Paper.model_validate(PAPER.model_dump() | {"folds": folds})


def test_only_the_block_may_show_in_the_window() -> None:
    sheet = Sheet(Document("window", Language.EN).canvas, zones(PAPER))
    with pytest.raises(Refused, match=r"letters\.window"):
        sheet.text(300, 200, "EP-17-004182", BODY)
    assert sheet.text(392, 200, "EP-17-004182", BODY) > 392

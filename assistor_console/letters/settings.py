"""The form of `resources/letters/layout.yaml`: paper, barcode and address rules. Lengths are inches."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Inches = Annotated[float, Field(gt=0, lt=30)]


class Setting(BaseModel):
    """A part of the settings: fixed once read, and an unknown name is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Size(Setting):
    """A sheet or an envelope."""

    width: Inches
    height: Inches


class Window(Setting):
    """An envelope's window, measured from its left and bottom edges."""

    left: Inches
    bottom: Inches
    width: Inches
    height: Inches


class Paper(Setting):
    """How a sheet is folded and shown; the first panel carries the address and must be the tallest."""

    sheet: Size
    folds: tuple[Inches, Inches]
    fold_clear: Inches
    envelope: Size
    window: Window
    window_clear: Inches

    @model_validator(mode="after")
    def _folds_into_the_envelope(self) -> Self:
        first, second = self.folds
        others = max(second - first, self.sheet.height - second)
        if not 0 < others <= first + 0.001 or first > self.envelope.height:
            raise ValueError("the first panel must be the tallest and fit the envelope")
        if self.sheet.width > self.envelope.width:
            raise ValueError("the sheet is wider than the envelope")
        return self


class Mailer(Setting):
    """What every barcode of this sender carries (USPS-B-3200)."""

    identifier: str
    service: str
    mailer: str


class Block(Setting):
    """Type of the mailing block: sizes to try in points, largest first, and leading in parts of the size."""

    sizes: tuple[Annotated[float, Field(ge=8, le=14)], ...]
    leading: Annotated[float, Field(ge=1, le=2)]


class AddressRules(Setting):
    """What makes an address deliverable and readable by machine (USPS Publication 28)."""

    most_characters: int
    most_words: int
    most_lines: int
    odd_first: str
    punctuation: str
    military_cities: frozenset[str]
    military_states: frozenset[str]
    states: frozenset[str]
    nowhere: frozenset[str]


class Layout(Setting):
    """The whole file."""

    paper: Paper
    barcode: Mailer
    block: Block
    address: AddressRules

"""The Intelligent Mail barcode (USPS-B-3200): fields checked here, because ReportLab takes bad ones."""

import re
from dataclasses import dataclass

from reportlab.graphics.barcode.usps4s import USPS_4State
from reportlab.pdfgen.canvas import Canvas

from ..domain.errors import refused
from ..domain.records import Address
from .settings import Mailer

PITCH = 72 / 22  # 22 bars an inch, 2 more or less allowed
BAR_WIDTH = 1.44  # 0.020 inch, 0.005 more or less allowed
HEIGHT_SCALE = 0.5  # full bars of 0.145 inch, halfway between the least and the most


def _check(field: str, value: str, pattern: str) -> None:
    if not re.fullmatch(pattern, value, re.ASCII):
        raise refused("letters.barcode", field=field)


@dataclass(frozen=True, slots=True)
class IntelligentMail:
    """The fields of one barcode, digits only.

    Identifier 2 (its second 0 to 4), service type 3, mailer 6 or 9 (beginning with 9), serial 9 or 6,
    routing 0, 5, 9 or 11; anything else is Refused("letters.barcode") with the field's name.
    """

    identifier: str
    service: str
    mailer: str
    serial: str
    routing: str

    def __post_init__(self) -> None:
        _check("identifier", self.identifier, r"[0-9][0-4]")
        _check("service", self.service, r"[0-9]{3}")
        _check("mailer", self.mailer, r"[0-8][0-9]{5}|9[0-9]{8}")
        _check("serial", self.serial, rf"[0-9]{{{15 - len(self.mailer)}}}")
        _check("routing", self.routing, r"|[0-9]{5}|[0-9]{9}|[0-9]{11}")

    @property
    def tracking(self) -> str:
        """The 20 tracking digits."""
        return self.identifier + self.service + self.mailer + self.serial

    @property
    def bars(self) -> str:
        """The 65 bars: F full, A ascending, D descending, T tracking only."""
        return str(self._symbol().barcodes)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, with the clear space the standard asks for on all four sides."""
        symbol = self._symbol()
        return float(symbol.width), float(symbol.height)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw with the lower left corner of the clear space at x, y (points, from the lower left)."""
        self._symbol().drawOn(canvas, x, y)

    def _symbol(self) -> USPS_4State:
        return USPS_4State(
            self.tracking, self.routing, pitch=PITCH, barWidth=BAR_WIDTH, heightSize=HEIGHT_SCALE
        )


def barcode_for(mailer: Mailer, serial: int, address: Address) -> IntelligentMail:
    """The barcode of one letter; the routing digits are the address's ZIP (5 or 9)."""
    if serial < 0:
        raise refused("letters.barcode", field="serial")
    return IntelligentMail(
        identifier=mailer.identifier,
        service=mailer.service,
        mailer=mailer.mailer,
        serial=str(serial).zfill(15 - len(mailer.mailer)),
        routing=address.zip.replace("-", ""),
    )

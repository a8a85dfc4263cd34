"""A letter and a slip to vary, and what is read back from a PDF."""

from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from assistor_console.assets import resource
from assistor_console.domain.records import Address
from assistor_console.domain.terms import Language, Text
from assistor_console.letters.activation import ActivationLetter
from assistor_console.letters.slip import Slip
from assistor_console.letters.stationery import load_stationery

FOLDER: Path = resource("letters")
STATIONERY = load_stationery(FOLDER)

HOME = Address(("1184 Larkmead Ave Apt 6",), "Fresno", "CA", "937063104")

LETTER = ActivationLetter(
    letter_number="L-17-020916",
    case_number="EP-17-004182",
    notice_date=date(2017, 12, 13),
    name="Marisol Quintero",
    address=HOME,
    account_name="mquintero47",
    code="48271936",
    deadline=date(2018, 1, 12),
    language=Language.EN,
    serial=20916,
    desk_phone="1-888-841-4648",
    opens=time(7, 30),
    closes=time(19),
    zone="America/New_York",
)

SLIP = Slip(
    case_number="EP-17-004190",
    name="Teodor Albescu",
    office_name="Fresno Taxpayer Assistance Center",
    office_address=Address(("2525 Capitol Street", "Suite 200"), "Fresno", "CA", "93721"),
    starts=datetime(2017, 12, 15, 18, tzinfo=UTC),
    zone="America/Los_Angeles",
    minutes=60,
    documents=(
        Text("Driver’s license, issued by California", "Licencia de conducir, emitida por California"),
        Text("U.S. passport", "Pasaporte de EE. UU."),
    ),
    continuation_code="7Q4M9XKCT2WZ8",
    language=Language.EN,
    desk_phone="1-888-841-4648",
    tac_phone="844-545-5640",
)


def read(pdf: bytes) -> PdfReader:
    """The file as a reader sees it."""
    return PdfReader(BytesIO(pdf))


def words(pdf: bytes, page: int = 0) -> str:
    """The text of a page, every run of white space one space."""
    return " ".join(read(pdf).pages[page].extract_text().split())


def content(pdf: bytes) -> bytes:
    """The drawing operators of the first page."""
    stream = read(pdf).pages[0].get_contents()
    assert stream is not None
    return stream.get_data()


def language(pdf: bytes) -> str:
    """The language the whole file names."""
    return str(read(pdf).root_object["/Lang"])


def embedded(font: DictionaryObject) -> bool:
    """Whether a font brings its outlines."""
    descriptor = font["/FontDescriptor"].get_object()
    return isinstance(descriptor, DictionaryObject) and "/FontFile2" in descriptor


def fonts(pdf: bytes) -> list[DictionaryObject]:
    """Every font object in the file, used or not."""
    reader = read(pdf)
    objects = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    return [o for o in objects if isinstance(o, DictionaryObject) and o.get("/Type") == "/Font"]

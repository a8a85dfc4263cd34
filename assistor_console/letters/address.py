"""The mailing block: lines a carrier and a machine can read (USPS Publication 28), inside the window."""

import re
import unicodedata
from dataclasses import dataclass

from ..domain.errors import refused
from ..domain.records import Address
from . import fonts
from .barcode import IntelligentMail, barcode_for
from .paper import INCH, Box, safe_box
from .settings import AddressRules, Block, Layout

MOST_GAP = 4.0  # points between the barcode's clear space and the first line, where there is room
ZIP = re.compile(r"([0-9]{5})-?([0-9]{4})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """Lines ready to draw: `left` and each baseline in points from the top left, one size for all."""

    lines: tuple[str, ...]
    size: float
    left: float
    baselines: tuple[float, ...]


def mailing_block(
    layout: Layout, name: str, address: Address, serial: int = 0
) -> tuple[PlacedBlock, IntelligentMail]:
    """The block and barcode of one letter, or the refusal that keeps it from being printed.

    A letter can be asked for here before it is queued: nothing is drawn.
    """
    lines = block_lines(layout.address, name, address)
    barcode = barcode_for(layout.barcode, serial, address)
    return place_block(lines, layout.block, safe_box(layout.paper), barcode.size), barcode


def block_lines(rules: AddressRules, name: str, address: Address) -> tuple[str, ...]:
    """Name, street lines and place in capitals; Refused("letters.address_…") says why and which line."""
    _check_place(rules, address)
    place = f"{address.city} {address.state} {_zip(address.zip)}"
    lines = tuple(_capitals(line) for line in (name, *address.lines, place))
    if not 3 <= len(lines) <= rules.most_lines:
        raise refused("letters.address_lines", most=rules.most_lines)
    for number, line in enumerate(lines, start=1):
        _check_line(rules, number, line)
    return lines


def place_block(lines: tuple[str, ...], block: Block, box: Box, barcode: tuple[float, float]) -> PlacedBlock:
    """Lines under a barcode (width, height) inside the safe box, as large as fits.

    Refused("letters.address_box") where even the smallest size would leave the box.
    """
    left, top = box.left + 0.125 * INCH, box.top + barcode[1]
    room = Box(left, top, box.right, box.bottom)
    for size in block.sizes:
        leading = size * block.leading
        height = size * (fonts.INK_ABOVE + fonts.INK_BELOW) + leading * (len(lines) - 1)
        widest = max(fonts.width(line, fonts.REGULAR, size) for line in lines)
        if barcode[0] <= box.width and widest <= room.width and height <= room.height:
            first = top + size * fonts.INK_ABOVE + min(MOST_GAP, room.height - height)
            return PlacedBlock(lines, size, left, tuple(first + leading * row for row in range(len(lines))))
    raise refused("letters.address_box")


def _capitals(line: str) -> str:
    return re.sub(" +", " ", unicodedata.normalize("NFC", line).strip(" ")).upper()


def _zip(code: str) -> str:
    found = ZIP.fullmatch(code)
    if not found or found[1] == "00000":
        raise refused("letters.address_zip")
    return f"{found[1]}-{found[2]}" if found[2] else found[1]


def _check_place(rules: AddressRules, address: Address) -> None:
    state, city = _capitals(address.state), _capitals(address.city)
    if state not in rules.states:
        raise refused("letters.address_state")
    if (city in rules.military_cities) is not (state in rules.military_states):
        raise refused("letters.address_military")
    if not city:
        raise refused("letters.address_empty", line=len(address.lines) + 2)


def _check_line(rules: AddressRules, number: int, line: str) -> None:
    if not line:
        raise refused("letters.address_empty", line=number)
    if line in rules.nowhere:
        raise refused("letters.address_none")
    if len(line) > rules.most_characters:
        raise refused("letters.address_long", line=number, most=rules.most_characters)
    if len(line.split(" ")) > rules.most_words:
        raise refused("letters.address_words", line=number, most=rules.most_words)
    _check_characters(rules, number, line)


def _check_characters(rules: AddressRules, number: int, line: str) -> None:
    if line[0] in rules.odd_first:
        raise refused("letters.address_first", line=number, character=fonts.code_point(line[0]))
    if not any(character.isalnum() for character in line):
        raise refused("letters.address_alphanumeric", line=number)
    for character in line:
        if not _readable(rules, character):
            raise refused("letters.address_character", line=number, character=fonts.code_point(character))
    fonts.clean(line, fonts.REGULAR)


def _readable(rules: AddressRules, character: str) -> bool:
    latin = character.isalpha() and unicodedata.name(character, "").startswith("LATIN ")
    return latin or character in "0123456789 " or character in rules.punctuation

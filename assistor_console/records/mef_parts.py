"""Elements of one MeF return as they were found: values checked one by one, refused by line and element."""

from dataclasses import dataclass, field
from datetime import date

from assistor_console.domain.errors import Refused
from assistor_console.domain.records import Address

from .job import SYNTHETIC_GROUP, Job, Mode

_DOLLAR = 100
_LARGEST = 10**13  # dollars; more is no amount of a person


@dataclass(slots=True)
class Part:
    """The kept elements of a header or document: the first text of each path, and the line it is in."""

    job: Job
    name: str
    line: int
    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    groups: list["Part"] = field(default_factory=list)

    def keep(self, path: str, text: str, line: int) -> None:
        """Keeps an element's text, the first of its path."""
        if text and path not in self.texts:
            if not text.isprintable():
                mark = next(c for c in text if not c.isprintable())
                found = f"U+{ord(mark):04X}"
                raise self.job.wrong("xml_character", line=line, element=self._named(path), character=found)
            self.texts[path], self.lines[path] = text, line

    def text(self, path: str) -> str:
        """An element's text; nothing where it is missing."""
        return self.texts.get(path, "")

    def amount(self, *paths: str) -> int | None:
        """Whole dollars of the first element present, in cents; None where none is."""
        path = next((path for path in paths if path in self.texts), "")
        digits = self.text(path).removeprefix("-")
        if not path:
            return None
        if not (digits.isascii() and digits.isdecimal()) or int(digits) > _LARGEST:
            raise self.wrong("amount", path)
        return int(self.text(path)) * _DOLLAR

    def count(self, path: str) -> int | None:
        """A small number, None where it is missing."""
        text = self.text(path)
        if text and not (text.isascii() and text.isdecimal() and len(text) < 4):
            raise self.wrong("amount", path)
        return int(text) if text else None

    def year(self, path: str) -> int:
        """A year of four digits."""
        text = self.text(path)
        if not (text.isascii() and text.isdecimal() and len(text) == 4):
            raise self.wrong("year", path)
        return int(text)

    def day(self, path: str) -> date | None:
        """A date, None where it is missing."""
        try:
            return date.fromisoformat(self.text(path)) if self.text(path) else None
        except ValueError:
            raise self.wrong("date", path) from None

    def tin(self, path: str) -> str:
        """A TIN of a person: nine digits, of the synthetic group in synthetic mode."""
        text = self.payer_tin(path)
        if self.job.mode is Mode.SYNTHETIC and text[3:5] != SYNTHETIC_GROUP:
            raise self.wrong("not_synthetic", path)
        return text

    def payer_tin(self, path: str) -> str:
        """A TIN of an employer or payer: nine digits."""
        text = self.text(path)
        if not (text.isascii() and text.isdecimal() and len(text) == 9):
            raise self.wrong("tin", path)
        return text

    def address(self, path: str) -> Address:
        """A US address, or a foreign one with its country as state; `path` ends where its elements begin."""
        lines = (self.text(path + "AddressLine1Txt"), self.text(path + "AddressLine2Txt"))
        foreign = self.text(path + "ForeignPostalCd") or self.text(path + "CountryCd")
        state, code = ("CountryCd", "ForeignPostalCd") if foreign else ("StateAbbreviationCd", "ZIPCd")
        digits = self.text(path + code).replace("-", "")
        if not foreign and digits and not (digits.isdecimal() and len(digits) in (5, 9, 12)):
            raise self.wrong("zip", path + code)
        place = self.text(path + "CityNm"), self.text(path + state)
        return Address(tuple(filter(None, lines)), *place, self.text(path + code) if foreign else digits[:9])

    def wrong(self, rule: str, path: str) -> Refused:
        """The refusal of one element."""
        return self.job.wrong(f"xml_{rule}", line=self.lines.get(path, self.line), element=self._named(path))

    def _named(self, path: str) -> str:
        return f"{self.name}/{path}"

"""Fields of fixed-width records, checked one by one and refused by record and position."""

from dataclasses import dataclass

from .job import SYNTHETIC_GROUP, Job, Mode
from .positions import Positions

FIRST_YEAR, LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class Fields:
    """One record's fields by name, each refused with the file, the record's number and its positions."""

    job: Job
    number: int
    record: str
    positions: Positions

    def raw(self, name: str) -> str:
        """A field as it stands, blanks included."""
        first, last = self.positions[name]
        return self.record[first - 1 : last]

    def text(self, name: str) -> str:
        """A text: UTF-8 where it is that, ISO 8859-1 otherwise; control and bidi marks are refused."""
        raw = self.raw(name)
        text = _decoded(raw)
        if not text.isprintable():
            before = next(i for i, c in enumerate(text) if not c.isprintable())
            at = before if text == raw else len(text[:before].encode())
            mark = f"U+{ord(text[before]):04X}"
            position = str(self.positions[name][0] + at)
            raise self.job.wrong("character", record=self.number, position=position, character=mark)
        return " ".join(text.split())

    def amount(self, name: str) -> int:
        """A number zero-padded to the left; blank means none."""
        raw = self.raw(name).strip(" ")
        if raw and not raw.isdecimal():
            raise self.wrong("amount", name)
        return int(raw or 0)

    def amounts(self) -> dict[str, int]:
        """Every field of a table of amounts."""
        return {name: self.amount(name) for name in self.positions}

    def year(self, name: str) -> int:
        """A year of four digits."""
        raw = self.raw(name)
        if not raw.isdecimal() or not FIRST_YEAR <= int(raw) <= LAST_YEAR:
            raise self.wrong("year", name)
        return int(raw)

    def agree(self, name: str, counted: int) -> None:
        """A total or count of a trailer: refused unless it is what was counted."""
        if self.amount(name) != counted:
            raise self.wrong("total", name, item=name)

    def digits(self, name: str) -> str:
        """A number kept as text, or blank."""
        raw = self.raw(name).strip()
        if raw and not raw.isdecimal():
            raise self.wrong("digits", name)
        return raw

    def payer_tin(self, name: str) -> str:
        """A TIN of an employer or payer: nine digits."""
        raw = self.raw(name)
        if len(raw) != 9 or not raw.isdecimal():
            raise self.wrong("tin", name)
        return raw

    def tin(self, name: str) -> str:
        """A TIN of a person: nine digits, of the synthetic group in synthetic mode."""
        raw = self.payer_tin(name)
        if self.job.mode is Mode.SYNTHETIC and raw[3:5] != SYNTHETIC_GROUP:
            raise self.wrong("not_synthetic", name)
        return raw

    def zip(self, name: str) -> str:
        """A ZIP of five or nine digits, or none."""
        raw = self.raw(name).strip()
        if raw and not (raw.isdecimal() and len(raw) in (5, 9)):
            raise self.wrong("zip", name)
        return raw

    def wrong(self, rule: str, name: str, **values: str | int) -> Exception:
        """The refusal of one field."""
        first, last = self.positions[name]
        position = str(first) if first == last else f"{first}-{last}"
        return self.job.wrong(rule, record=self.number, position=position, **values)


def _decoded(raw: str) -> str:
    if raw.isascii():
        return raw
    try:
        return raw.encode("iso-8859-1").decode()
    except UnicodeDecodeError:
        return raw

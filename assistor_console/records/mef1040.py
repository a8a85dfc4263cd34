"""MeF 1040 XML: individual returns, one or many in a file, read as a stream.

A `Return` may be the root or lie deeper. Document types and entities are refused: nothing here needs them.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from assistor_console.domain.errors import Refused
from assistor_console.domain.records import Record

from .job import Job
from .mef_items import AMOUNTS, DEPENDENT, FORMS, INSIDE
from .mef_parts import Part
from .mef_return import Parts, records_of

_CHUNK = 1 << 16
_SPACES = re.compile(r"[ \t\r\n]+")
_DEEPEST = 100
_LONGEST = 1_000  # characters of one kept element
_LONGEST_TAG = 1_000_000  # bytes of a tag with its attributes, or of a comment
_MOST = 10_000  # documents and dependents of one return

_ADDRESS = ("AddressLine1Txt", "AddressLine2Txt", "CityNm", "StateAbbreviationCd", "ZIPCd")
_FOREIGN = ("AddressLine1Txt", "AddressLine2Txt", "CityNm", "CountryCd", "ForeignPostalCd")
_HEADER = {
    *("TaxYr", "ReturnTypeCd", "SelfSelectPINGrp/PrimaryBirthDt", "SelfSelectPINGrp/SpouseBirthDt"),
    *("Filer/PrimarySSN", "Filer/SpouseSSN", "Filer/NameLine1Txt"),
    *("Filer/PrimaryNameControlTxt", "Filer/SpouseNameControlTxt"),
    *(f"Filer/USAddress/{each}" for each in _ADDRESS),
    *(f"Filer/ForeignAddress/{each}" for each in _FOREIGN),
}
_FORM = {
    *("IndividualReturnFilingStatusCd", "TotalExemptionsCnt"),
    *(element for elements in AMOUNTS.values() for element in elements),
}
_DEPENDENT = {"DependentFirstNm", "DependentLastNm", "DependentSSN", "DependentRelationshipCd"}
_WANTED: dict[str, set[str]] = {
    "ReturnHeader": _HEADER,
    **dict.fromkeys(FORMS, _FORM | {f"{DEPENDENT}/{each}" for each in _DEPENDENT}),
    **{
        name: {
            i.tin,
            i.name,
            i.payer_tin,
            i.payer_name,
            *i.amounts.values(),
            *(i.address + a for a in _ADDRESS),
        }
        for name, i in INSIDE.items()
    },
}
"""The paths kept of each header or document, below it."""


def read_mef1040(job: Job) -> Iterator[list[Record]]:
    """Batches of returns and the documents inside; Refused with line and column, or line and element."""
    reader = _Reader(job)
    with job.path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield reader.feed(chunk)
            job.reached(file.tell())
    yield reader.feed(b"", last=True)
    if not reader.returns:
        raise job.wrong("no_return")


class _Reader:
    """Keeps what is wanted of the open return and turns it into records at its end."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.EntityDeclHandler = self._refuse_entity
        parser.StartDoctypeDeclHandler = self._in_doctype
        parser.EndDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self._path: list[str] = []
        self._top = 0  # how deep the open Return lies; 0 for none
        self._parts: Parts | None = None
        self._part: Part | None = None
        self._text: list[str] | None = None
        self._line = 0
        self._found: list[Record] = []
        self._fed, self._doctype = 0, False
        self.returns = 0

    def feed(self, chunk: bytes, last: bool = False) -> list[Record]:
        """The records that end in this chunk."""
        self._found = []
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise self._not_well_formed(error) from None
        except (LookupError, ValueError):  # Python knows no such encoding, or only one of several bytes
            raise self._job.wrong("xml_encoding", line=self._parser.CurrentLineNumber) from None
        self._fed += len(chunk)
        if self._doctype:  # what it declares is kept by the parser: it need not be read to its end
            self._refuse_doctype()
        # The parser begins a tag that has not ended anew with each chunk.
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise self._job.wrong("xml_long_tag", line=self._parser.CurrentLineNumber)
        return self._found

    def _not_well_formed(self, error: expat.ExpatError) -> Refused:
        where = {"line": error.lineno, "column": error.offset + 1}
        kind = expat.errors.messages.get(error.code, "")
        if kind == expat.errors.XML_ERROR_UNDEFINED_ENTITY:
            return self._job.wrong("xml_entity", line=error.lineno)
        if kind in (expat.errors.XML_ERROR_UNKNOWN_ENCODING, expat.errors.XML_ERROR_INCORRECT_ENCODING):
            return self._job.wrong("xml_encoding", line=error.lineno)
        return self._job.wrong("xml_not_well_formed", **where)

    def _refuse_entity(self, *_: object) -> None:
        raise self._job.wrong("xml_entity", line=self._parser.CurrentLineNumber)

    def _in_doctype(self, *_: object) -> None:
        self._doctype = True

    def _refuse_doctype(self) -> None:
        raise self._job.wrong("xml_doctype", line=self._parser.CurrentLineNumber)

    def _start(self, tag: str, _: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self._path.append(name)
        self._text = None
        depth = len(self._path)
        if depth > _DEEPEST:
            raise self._job.wrong("xml_deep", line=self._parser.CurrentLineNumber)
        if not self._top and name == "Return":
            self._top = depth
            self._parts = Parts(self._new("ReturnHeader"))
        elif self._parts and self._path[self._top :] == ["ReturnHeader"]:
            self._part = self._parts.header
        elif self._parts and depth == self._top + 2 and name in _WANTED and self._path[-2] == "ReturnData":
            self._part = self._new(name)
            self._add(self._parts.documents, self._part)
        elif self._part:
            self._inner(self._part)

    def _inner(self, part: Part) -> None:
        path = self._below()
        if path == DEPENDENT and part.name in FORMS:
            self._add(part.groups, self._new(DEPENDENT))
        elif path in _WANTED[part.name]:
            self._text, self._line = [], self._parser.CurrentLineNumber

    def _end(self, _: str) -> None:
        if self._text is not None and self._part:
            self._keep(self._part, "".join(self._text))
            self._text = None
        depth = len(self._path)
        if self._parts and depth == self._top:
            self._finish(self._parts)
        elif self._part and depth == self._base(self._part):
            self._part = None
        self._path.pop()

    def _keep(self, part: Part, text: str) -> None:
        path = self._below()
        group, slash, rest = path.partition("/")
        holder, path = (part.groups[-1], rest) if slash and group == DEPENDENT else (part, path)
        holder.keep(path, _SPACES.sub(" ", text).strip(" "), self._line)

    def _characters(self, text: str) -> None:
        if self._text is None:
            return
        self._text.append(text)
        if sum(map(len, self._text)) > _LONGEST:
            raise self._job.wrong("xml_long", line=self._line, element=self._path[-1])

    def _finish(self, parts: Parts) -> None:
        self.returns += 1
        for record in records_of(parts):
            self._found.append(record)
            self._job.totals.add(getattr(record, "form", ""), getattr(record, "amounts", {}))
        self._top, self._parts, self._part = 0, None, None

    def _new(self, name: str) -> Part:
        return Part(self._job, name, self._parser.CurrentLineNumber)

    def _add(self, parts: list[Part], part: Part) -> None:
        if len(parts) >= _MOST:
            raise self._job.wrong("xml_many", line=self._parser.CurrentLineNumber, element=part.name)
        parts.append(part)

    def _base(self, part: Part) -> int:
        """How deep the open header or document lies."""
        return self._top + (1 if part.name == "ReturnHeader" else 2)

    def _below(self) -> str:
        """The open element's path below its header or document."""
        assert self._part
        return "/".join(self._path[self._base(self._part) :])

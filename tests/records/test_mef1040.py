"""Returns as MeF XML: the traps of real files, and each way one can be wrong, by line and element."""

from datetime import date
from pathlib import Path

import pytest

from assistor_console.domain.records import Address, Dependent, Filer, IncomeDocument, TaxReturn
from assistor_console.domain.terms import FilingStatus, Form
from assistor_console.records.job import Mode
from tests.records import made

FILER = (
    "<PrimarySSN>123004567</PrimarySSN><NameLine1Txt>{name}</NameLine1Txt>"
    "<PrimaryNameControlTxt>SMIT</PrimaryNameControlTxt>{more}<USAddress><AddressLine1Txt>12 Oak St"
    "</AddressLine1Txt><CityNm>Fresno</CityNm><StateAbbreviationCd>CA</StateAbbreviationCd>"
    "<ZIPCd>93706</ZIPCd></USAddress>"
)
ADDRESS = Address(("12 Oak St",), "Fresno", "CA", "93706")
W2 = (
    "<IRSW2><EmployeeSSN>{tin}</EmployeeSSN><EmployerEIN>001000007</EmployerEIN><EmployerName>"
    "<BusinessNameLine1Txt>Acme</BusinessNameLine1Txt></EmployerName><EmployeeNm>ANNA SMITH</EmployeeNm>"
    "<WagesAmt>3000</WagesAmt><WithholdingAmt>0</WithholdingAmt></IRSW2>"
)


def xml(
    form: str = "<IndividualReturnFilingStatusCd>1</IndividualReturnFilingStatusCd>",
    name: str = "ANNA&lt;SMITH",
    more: str = "",
    element: str = "IRS1040",
    inside: str = "",
    version: str = "2016v1.0",
) -> str:
    """A return with some of its parts given."""
    return (
        f'<Return xmlns="http://www.irs.gov/efile" returnVersion="{version}"><ReturnHeader>'
        "<TaxYr>2016</TaxYr><ReturnTypeCd>1040</ReturnTypeCd>"
        f"<Filer>{FILER.format(name=name, more=more)}</Filer></ReturnHeader>"
        f"<ReturnData><{element}>{form}</{element}>{inside}</ReturnData></Return>"
    )


def one(tmp_path: Path, text: str) -> TaxReturn:
    records = made.read(tmp_path, text.encode())
    assert isinstance(records[0], TaxReturn)
    return records[0]


def test_the_tax_year_is_the_headers_and_not_the_versions(tmp_path: Path) -> None:
    assert one(tmp_path, xml(version="2023v4.0")).tax_year == 2016


@pytest.mark.parametrize("wrapped", ["{}", "<Envelope><Body>{}</Body></Envelope>", "<Returns>{}</Returns>"])
def test_a_return_may_lie_anywhere(tmp_path: Path, wrapped: str) -> None:
    assert one(tmp_path, wrapped.format(xml())).primary == Filer("123004567", "ANNA SMITH", "SMIT")


def test_prefixes_change_nothing(tmp_path: Path) -> None:
    text = xml().replace("</", "</e:").replace("<", "<e:").replace("<e:/e:", "</e:")
    assert one(tmp_path, text.replace("xmlns=", "xmlns:e=")) == one(tmp_path, xml())


@pytest.mark.parametrize(
    ("element", "form"), [("IRS1040", Form.F1040), ("IRS1040A", Form.F1040A), ("IRS1040EZ", Form.F1040EZ)]
)
def test_each_form(tmp_path: Path, element: str, form: Form) -> None:
    assert one(tmp_path, xml(element=element)).form is form


@pytest.mark.parametrize(("code", "status"), list(zip("12345", FilingStatus, strict=True)))
def test_each_status(tmp_path: Path, code: str, status: FilingStatus) -> None:
    text = xml(f"<IndividualReturnFilingStatusCd>{code}</IndividualReturnFilingStatusCd>", more=SPOUSE)
    found = one(tmp_path, text)
    assert found.status is status
    assert bool(found.spouse) == (status is FilingStatus.MARRIED_JOINTLY)


SPOUSE = "<SpouseSSN>124004567</SpouseSSN>"


@pytest.mark.parametrize(("more", "status"), [("", "single"), (SPOUSE, "married_jointly")])
def test_a_1040ez_tells_its_status_by_the_spouse(tmp_path: Path, more: str, status: str) -> None:
    assert one(tmp_path, xml("", more=more, element="IRS1040EZ")).status == status


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("ANNA &amp; BOB&lt;SMITH", "ANNA SMITH", "BOB SMITH"),
        ("ANNA&lt;SMITH&lt;&amp; BOB ROE", "ANNA SMITH", "BOB ROE"),
        ("ANNA&lt;SMITH&lt;JR &amp; BOB ROE", "ANNA SMITH JR", "BOB ROE"),
        ("ANNA &amp; BOB SMITH", "ANNA SMITH", "BOB SMITH"),
        ("ANNA SMITH &amp; BOB ROE", "ANNA SMITH", "BOB ROE"),
    ],
)
def test_the_surname_is_marked_once_twice_or_never(
    tmp_path: Path, name: str, first: str, second: str
) -> None:
    text = xml("<IndividualReturnFilingStatusCd>2</IndividualReturnFilingStatusCd>", name, SPOUSE)
    found = one(tmp_path, text)
    assert found.spouse
    assert (found.primary.name, found.spouse.name) == (first, second)


@pytest.mark.parametrize(
    ("elements", "wages"),
    [
        ("<WagesSalariesAndTipsAmt>30</WagesSalariesAndTipsAmt><WagesAmt>20</WagesAmt>", 3000),
        ("<WagesAmt>20</WagesAmt>", 2000),
        ("", None),
    ],
)
def test_either_element_of_wages_may_be_missing(tmp_path: Path, elements: str, wages: int | None) -> None:
    assert one(tmp_path, xml(elements)).amounts.get("wages") == wages


def test_nothing_owed_and_a_loss_are_kept_as_they_are(tmp_path: Path) -> None:
    form = "<OwedAmt>0</OwedAmt><AdjustedGrossIncomeAmt>-5</AdjustedGrossIncomeAmt>"
    assert one(tmp_path, xml(form)).amounts == {"owed": 0, "agi": -500}


def test_elements_of_other_documents_are_not_the_returns(tmp_path: Path) -> None:
    schedule = "<IRS1040Schedule8812><AdjustedGrossIncomeAmt>9</AdjustedGrossIncomeAmt></IRS1040Schedule8812>"
    assert one(tmp_path, xml(inside=schedule)).amounts == {}


def test_dependents_birthdays_and_exemptions(tmp_path: Path) -> None:
    expected = made.single(
        dependents=(Dependent("Kim Smith", "125004567", "SON"), Dependent("Lee Smith", "", "")),
        exemptions=3,
    )
    assert made.read(tmp_path, made.mef_of(expected)) == [expected]
    assert expected.primary.birth == date(1970, 2, 3)


def test_a_w2_inside_is_a_document_of_its_own(tmp_path: Path) -> None:
    reading = made.reading(tmp_path, xml(inside=W2.format(tin="123004567")).encode())
    records = [record for batch in reading for record in batch]
    who = Filer("123004567", "ANNA SMITH", "SMIT")
    assert records[1] == IncomeDocument(2016, Form.W2, who, ADDRESS, "001000007", "Acme", {"wages": 300_000})
    assert reading.totals.records == {"1040": 1, "W-2": 1}


def test_other_returns_are_counted_and_passed_over(tmp_path: Path) -> None:
    text = xml(element="IRS1120").replace(">1040<", ">1120<")
    reading = made.reading(tmp_path, f"<Returns>{text}{xml()}</Returns>".encode())
    assert sum(map(len, reading)) == 1
    assert reading.totals.skipped == {"return 1120": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_that_the_file_declares(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>' + xml(name="JOSÉ&lt;SMITH")
    found = made.read(tmp_path, text.encode(encoding))[0]
    assert isinstance(found, TaxReturn)
    assert found.primary.name == "JOSÉ SMITH"


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
WRONG: dict[str, tuple[str, str, dict[str, object]]] = {
    "unescaped mark": (f"<r>\n {xml(name='ANNA<SMITH')}</r>", "not_well_formed", {"line": 2}),
    "cut": (xml()[:-20], "not_well_formed", {"line": 1}),
    "empty": (" <", "not_well_formed", {"line": 1}),
    "entity": (xml(name="&who;"), "entity", {"line": 1}),
    "laughs": (LAUGHS + xml(name="&b;"), "entity", {"line": 1}),
    "outside": ('<!DOCTYPE r SYSTEM "file:///etc/passwd">\n' + xml(), "doctype", {"line": 1}),
    "file": ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + xml(name="&x;"), "entity", {}),
    "parameter": ('<!DOCTYPE r [<!ENTITY % x "y">%x;]>' + xml(), "entity", {}),
    "several bytes": ('<?xml version="1.0" encoding="utf-7"?>' + xml(), "encoding", {"line": 1}),
    "encoding": ('<?xml version="1.0" encoding="klingon"?>' + xml(), "encoding", {"line": 1}),
    "deep": ("<a>" * 101, "deep", {"line": 1}),
    "year": (xml().replace(">2016<", ">16<"), "year", {"element": "ReturnHeader/TaxYr"}),
    "no year": (xml().replace("<TaxYr>2016</TaxYr>", ""), "year", {"element": "ReturnHeader/TaxYr"}),
    "TIN": (xml().replace("123004567", "12300456"), "tin", {"element": "ReturnHeader/Filer/PrimarySSN"}),
    "real": (xml().replace("123004567", "123454567"), "not_synthetic", {"line": 1}),
    "status": (xml("<IndividualReturnFilingStatusCd>9</IndividualReturnFilingStatusCd>"), "status", {}),
    "amount": (xml("\n<OwedAmt>1,000</OwedAmt>"), "amount", {"line": 2, "element": "IRS1040/OwedAmt"}),
    "huge": (xml("<OwedAmt>" + "9" * 400 + "</OwedAmt>"), "amount", {"element": "IRS1040/OwedAmt"}),
    "long": (xml("<OwedAmt>" + "9" * 2000 + "</OwedAmt>"), "long", {"element": "OwedAmt"}),
    "ZIP": (xml().replace("93706", "9370"), "zip", {"element": "ReturnHeader/Filer/USAddress/ZIPCd"}),
    "bidi": (xml(name="AN\u202eNA"), "character", {"character": "U+202E"}),
    "employer": (xml(inside=W2.replace("001000007", "x").format(tin="123004567")), "tin", {"line": 1}),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_way_to_be_wrong_is_named(tmp_path: Path, name: str) -> None:
    text, rule, values = WRONG[name]
    refused = made.refusal(tmp_path, text.encode())
    assert refused.rule == f"records.xml_{rule}"
    assert values.items() <= refused.values.items()


def test_a_wrong_birthday_is_refused(tmp_path: Path) -> None:
    text = made.mef_of(made.single()).replace(b"1970-02-03", b"1970-02-30")
    refused = made.refusal(tmp_path, text)
    assert refused.rule == "records.xml_date"
    assert refused.values["element"] == "ReturnHeader/SelfSelectPINGrp/PrimaryBirthDt"


def test_a_file_without_a_return_is_refused(tmp_path: Path) -> None:
    assert made.refusal(tmp_path, b"<Returns/>").rule == "records.no_return"


def test_too_many_documents_are_refused(tmp_path: Path) -> None:
    text = xml(inside=W2.format(tin="123004567") * 10_000)
    assert made.refusal(tmp_path, text.encode()).rule == "records.xml_many"


def test_a_real_tin_is_read_in_production(tmp_path: Path) -> None:
    text = xml().replace("123004567", "123454567").encode()
    assert len(made.read(tmp_path, text, mode=Mode.PRODUCTION)) == 1

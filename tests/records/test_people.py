"""Synthetic people: of every kind, never real, the same each time, and their papers agree."""

from collections import Counter
from pathlib import Path

import pytest
import zipcodes

from assistor_console.domain.names import name_control
from assistor_console.domain.records import IncomeDocument
from assistor_console.domain.terms import FilingStatus, Form, Origin, UserKind
from assistor_console.records.people import Kind, PracticePerson, make_people
from assistor_console.records.practice import write_files
from assistor_console.records.reader import read_file

PEOPLE = make_people(600, seed=3)


def of(kind: Kind) -> list[PracticePerson]:
    return [person for person in PEOPLE if kind in person.kinds]


def household_documents(person: PracticePerson, year: int) -> list[IncomeDocument]:
    """The documents of everybody on this person's return of a year."""
    tins = {filer.tin for each in person.returns for filer in (each.primary, each.spouse) if filer}
    return [
        each for other in PEOPLE if other.tin in tins for each in other.documents if each.tax_year == year
    ]


def total(documents: list[IncomeDocument], box: str, form: Form | None = None) -> int:
    """A box's sum in whole dollars, in cents."""
    cents = sum(each.amounts.get(box, 0) for each in documents if form in (None, each.form))
    return (cents + 50) // 100 * 100


def test_the_same_seed_makes_the_same_people_however_many() -> None:
    assert make_people(50, seed=3) == PEOPLE[:50]
    assert make_people(50, seed=4) != PEOPLE[:50]


def test_every_kind_is_among_the_first_thirty() -> None:
    assert {kind for person in PEOPLE[:30] for kind in person.kinds} == set(Kind)


def test_no_tin_is_real_or_comes_twice() -> None:
    tins = [person.tin for person in PEOPLE]
    dependents = {each.tin for person in PEOPLE for r in person.returns for each in r.dependents}
    assert len(set(tins)) == len(tins)
    assert not dependents & set(tins)
    for tin in [*tins, *dependents]:
        assert tin[3:5] == "00"
        assert 1 <= int(tin[:3]) <= 899 and tin[:3] != "666" and tin[5:] != "0000"
    assert {each.payer_tin[:2] for person in PEOPLE for each in person.documents} == {"00"}


def test_a_return_agrees_with_its_documents() -> None:
    for person in PEOPLE[:-1]:
        for each in person.returns:
            documents = household_documents(person, each.tax_year)
            assert each.amounts.get("wages", 0) == total(documents, "wages")
            assert each.amounts.get("interest", 0) == total(documents, "interest", Form.INT)
            assert each.amounts.get("dividends", 0) == total(documents, "ordinary")
            assert each.amounts["withholding"] == total(documents, "withheld")


def test_a_return_agrees_with_itself() -> None:
    for each in (each for person in PEOPLE for each in person.returns):
        amounts = each.amounts
        assert all(cents >= 0 and cents % 100 == 0 for cents in amounts.values())
        assert amounts["refund"] - amounts["owed"] == amounts["withholding"] - amounts["total_tax"]
        assert not (amounts["refund"] and amounts["owed"])
        assert amounts["taxable_income"] <= amounts["agi"] <= amounts.get("total_income", amounts["agi"])
        assert ("total_income" in amounts) == (each.form is not Form.F1040EZ)
        assert (each.spouse is not None) == (each.status is FilingStatus.MARRIED_JOINTLY)
        assert each.exemptions == 1 + (each.spouse is not None) + len(each.dependents)


def test_the_kinds_are_what_they_say() -> None:
    assert all(len(person.returns) == 2 and len(person.documents) >= 4 for person in of(Kind.ORDINARY))
    assert all(person.user and not person.user.account for person in of(Kind.ORDINARY))
    assert all(len(person.returns) == 1 for person in of(Kind.THIN))
    assert all(not person.documents and person.returns for person in of(Kind.NO_DOCUMENTS))
    assert all(person.user is None and person.returns for person in of(Kind.NON_USER))
    assert all(
        {a.tax_year for a in person.documents} == {2016, 2015} for person in of(Kind.SEVERAL_EMPLOYERS)
    )
    assert {a.state for a in (p.address for p in of(Kind.MILITARY))} <= {"AE", "AP", "AA"}
    assert {a.state for a in (p.address for p in of(Kind.PUERTO_RICO))} == {"PR"}
    assert any(len([d for d in p.documents if d.form is Form.W2]) > 2 for p in of(Kind.SEVERAL_EMPLOYERS))
    for kind in (UserKind.TIN_MATCHING, UserKind.LETTER_5903):
        assert {person.user.kind for person in of(Kind(kind)) if person.user} == {kind}


def test_accounts_come_from_every_origin() -> None:
    accounts = [person.user.account for person in of(Kind.REGISTERED) if person.user]
    assert {account.origin for account in accounts if account} == set(Origin)
    assert len({account.username for account in accounts if account}) == len(accounts)


def test_spouses_share_their_returns_and_keep_their_own_documents() -> None:
    for spouse in of(Kind.SPOUSE):
        assert all(each.spouse == spouse.filer for each in spouse.returns)
        assert all(each.recipient.tin == spouse.tin for each in spouse.documents)


def test_unusual_names_keep_their_control() -> None:
    names = [person.filer for person in of(Kind.UNUSUAL_NAME)]
    assert any("'" in each.name for each in names)
    assert any("-" in each.name for each in names)
    assert any(not each.name.isascii() for each in names)
    assert any(each.name.endswith((" Jr", " III")) for each in names)
    assert all(name_control(each.name_control) == each.name_control for each in names)


def test_zips_belong_to_their_city_and_state() -> None:
    for person in PEOPLE[:60]:
        places = zipcodes.matching(person.address.zip)  # type: ignore[no-untyped-call]
        assert (person.address.city.lower(), person.address.state) in {
            (place["city"].lower(), place["state"]) for place in places
        }


def test_few_employers_pay_many() -> None:
    paid = Counter(each.payer_tin for person in PEOPLE for each in person.documents if each.form is Form.W2)
    counts = sorted(paid.values(), reverse=True)
    assert counts[0] > 5 * counts[len(counts) // 2]


@pytest.mark.parametrize("many", [1, 2, 40])
def test_the_files_hold_exactly_the_people(tmp_path: Path, many: int) -> None:
    told: list[tuple[int, int]] = []
    people = make_people(many, seed=5)
    paths = write_files(people, tmp_path / "new", lambda done, whole: told.append((done, whole)))
    read = [record for path in paths for batch in read_file(path) for record in batch]
    made: list[object] = [person.user for person in people if person.user]
    made += [each for person in people for each in person.documents]
    made += {(r.primary.tin, r.tax_year): r for person in people for r in person.returns}.values()
    assert sorted(map(repr, read)) == sorted(map(repr, made))
    assert told[0] == (0, len(paths)) and told[-1] == (len(paths), len(paths))

"""Which two documents are accepted together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.assets import resource
from assistor_console.domain.identity_documents import Document, Expiry, names_agree, weigh
from assistor_console.published.identity_documents import read_identity_documents

KINDS = read_identity_documents(resource("policy", "identity-documents-2017.yaml").read_text("utf-8"))
DAY = date(2017, 12, 15)
HOLDER = "Teodor Albescu"


def document(kind: str, expires: date | None = DAY, name: str = HOLDER, last_four: str = "4471") -> Document:
    """A document of a known kind that bears what it should."""
    row = KINDS.find(kind)
    assert row
    issuer = row.issuers[0] if row.issuers else "An agency"
    return Document(kind, issuer, expires, name, row.photo, last_four)


LICENSE, PASSPORT = document("drivers_license"), document("us_passport", last_four="0926")
names = st.sampled_from([row.kind for row in KINDS.kinds])
expiries = st.one_of(st.none(), st.integers(-3, 3).map(lambda n: DAY + timedelta(days=n)))
documents = st.builds(document, names, expiries, st.sampled_from((HOLDER, "Ana Albescu")))


@given(documents, documents)
def test_every_pair_is_decided_by_the_table(first: Document, second: Document) -> None:
    verdict = weigh(KINDS, first, second, DAY, HOLDER)
    for document, rule in ((first, verdict.first), (second, verdict.second)):
        assert rule == _expected(document)
    rows = [KINDS.find(first.kind), KINDS.find(second.kind)]
    different, seen = first.kind != second.kind, any(row and row.photo for row in rows)
    assert (verdict.together is None) == (different and seen)
    good = _expected(first) is None and _expected(second) is None
    assert verdict.accepted == (good and different and seen)


def _expected(document: Document) -> str | None:
    row = KINDS.find(document.kind)
    if row and document.expires is None and row.expiry is Expiry.ALWAYS:
        return "document.expiry_missing"
    if document.expires and document.expires < DAY:
        return "document.expired"
    return None if document.name == HOLDER else "document.name_differs"


@given(documents, documents)
def test_order_does_not_matter(first: Document, second: Document) -> None:
    one, other = weigh(KINDS, first, second, DAY, HOLDER), weigh(KINDS, second, first, DAY, HOLDER)
    assert (one.first, one.second, one.together) == (other.second, other.first, other.together)


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        (LICENSE, PASSPORT, (None, None, None)),
        (None, PASSPORT, ("document.missing", None, None)),
        (replace(LICENSE, kind="library_card"), PASSPORT, ("document.kind_unknown", None, None)),
        (replace(LICENSE, issuer="Ruritania"), PASSPORT, ("document.issuer_unknown", None, None)),
        (replace(document("tribal_id"), issuer=" "), PASSPORT, ("document.issuer_unknown", None, None)),
        (replace(LICENSE, expires=None), PASSPORT, ("document.expiry_missing", None, None)),
        (LICENSE, replace(PASSPORT, expires=date(2017, 11, 30)), (None, "document.expired", None)),
        (replace(LICENSE, last_four=""), PASSPORT, ("document.number_missing", None, None)),
        (replace(LICENSE, last_four=None), PASSPORT, (None, None, None)),
        (LICENSE, replace(PASSPORT, photo=False), (None, "document.photo_differs", None)),
        (LICENSE, replace(PASSPORT, name="T Albescu"), (None, "document.name_differs", None)),
        (LICENSE, replace(LICENSE, last_four="1111"), (None, None, "document.same_kind")),
        (LICENSE, LICENSE, (None, None, "document.same_document")),
        (
            document("birth_certificate", None),
            document("social_security_card", None),
            (None, None, "document.no_photo"),
        ),
    ],
)
def test_each_refusal_has_its_own_rule(
    first: Document | None, second: Document, rules: tuple[str | None, str | None, str | None]
) -> None:
    verdict = weigh(KINDS, first, second, DAY, HOLDER)
    assert (verdict.first, verdict.second, verdict.together) == rules


@pytest.mark.parametrize(
    "shown",
    [
        "TEODOR ALBESCU",
        "Teodor Mihai Albescu",
        "Albescu, Teodor M.",
        "ALBESCU TEODOR MIHAI",
        "teodor álbescu jr.",
        "\u2067Teodor Albescu\u2069",
        "Albescu Jr, Teodor",
    ],
)
def test_the_same_person_in_other_writing(shown: str) -> None:
    assert names_agree(shown, HOLDER)


@pytest.mark.parametrize(
    "shown",
    ["", "Teodor", "Albescu", "Teodora Albescu", "Mihai Teodor Albescu", "Teodor Albescuu", "Ted Albescu"],
)
def test_another_person(shown: str) -> None:
    assert not names_agree(shown, HOLDER)


def test_surnames_of_two_words_hyphens_and_apostrophes() -> None:
    assert names_agree("Lucía Peña Ortiz", "PENA ORTIZ, LUCIA")
    assert names_agree("Lucia Pena-Ortiz", "PENA ORTIZ, LUCIA")
    assert names_agree("Sean O'Malley", "SEAN OMALLEY")
    assert not names_agree("Lucia Ortiz", "PENA ORTIZ, LUCIA")


@pytest.mark.parametrize("name", ["TEODOR<ALBESCU", "Cher", "PENA ORTIZ, LUCIA", "Sean O’Malley Jr"])
def test_a_name_agrees_with_itself_however_it_is_filed(name: str) -> None:
    assert names_agree(name, name)
    assert not names_agree("", name)

"""Who may open a record: every standing, every number of openings, and what is reported."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.access import (
    ABOUT_A_RECORD,
    DONE_REPORTED,
    FLAGGED,
    OPEN,
    OWN,
    REPORTED,
    THROTTLED,
    Access,
    again_since,
    barred,
    clusters,
    clusters_since,
    kept_since,
    opens_since,
    throttled,
)
from assistor_console.domain.duties import another_flagged, not_flagged, not_printer, not_verifier
from assistor_console.domain.errors import Refusal
from assistor_console.domain.masking import STARS, masked_address, masked_name, whole_address
from assistor_console.domain.offers import ALWAYS, RULES, refusal, rules_of
from assistor_console.domain.records import Address
from assistor_console.domain.situation import Situation
from assistor_console.domain.terms import AlertKind, State
from tests.domain.made import policy
from tests.domain.test_case_table import NOW, case
from tests.domain.test_offers_table import ME, OTHER, SITUATIONS

BOOLS = (False, True)
STANDINGS = [
    Access(own, flagged, by if flagged else None, released, supervises)
    for own, flagged, by, released, supervises in product(BOOLS, BOOLS, (ME, OTHER), BOOLS, BOOLS)
]
MINUTES = st.integers(0, 10_000)


def rule(no: Refusal | None) -> str | None:
    return no.rule if no else None


@pytest.mark.parametrize("access", STANDINGS)
def test_own_is_never_opened_and_flagged_by_supervisors_and_the_released_only(access: Access) -> None:
    told = rule(barred(access))
    assert (told == OWN) == access.own
    assert (told is None) == (not access.own and (not access.flagged or access.supervises or access.released))


@pytest.mark.parametrize("act", sorted(RULES))
def test_what_closes_a_record_stands_before_every_rule_of_every_act(act: str) -> None:
    """But the line can be put down."""
    for one, access in product(SITUATIONS[:: len(SITUATIONS) // 40], STANDINGS):
        told, plain = (
            rule(refusal(act, replace(one, access=access))),
            rule(refusal(act, replace(one, access=OPEN))),
        )
        closed = rule(barred(access))
        if act in ALWAYS or closed is None:
            about_flags = act in ("flag_record", "unflag_record")
            assert told not in (OWN, FLAGGED) and (about_flags or told == plain)
        else:
            assert told == closed


@pytest.mark.parametrize("act", sorted(RULES))
def test_an_act_is_refused_with_a_code_that_its_rules_declare(act: str) -> None:
    declared = {code for one in rules_of(act) for code in one.codes}
    for one, access in product(SITUATIONS[::7], (OPEN, STANDINGS[-1], Access(flagged=True, supervises=True))):
        assert rule(refusal(act, replace(one, access=access))) in declared | {None}


@given(minutes=st.none() | MINUTES)
def test_a_limit_that_is_full_says_when_it_clears(minutes: int | None) -> None:
    filled_at = None if minutes is None else NOW - timedelta(minutes=minutes)
    no = throttled(filled_at, policy())
    if filled_at is None:
        assert no is None
    else:
        assert no and no.rule == THROTTLED
        assert no.clears_at == filled_at + timedelta(minutes=policy().record_opens_minutes)
        assert no.values == {"most": policy().record_opens, "minutes": policy().record_opens_minutes}


@given(opens=st.integers(1, 9999), again=st.integers(1, 9999), span=st.integers(1, 9999))
def test_nothing_is_forgotten_that_a_rule_looks_at(opens: int, again: int, span: int) -> None:
    given_policy = replace(
        policy(), record_opens_minutes=opens, record_again_minutes=again, cluster_minutes=span
    )
    looked_at = [since(NOW, given_policy) for since in (opens_since, again_since, clusters_since)]
    assert kept_since(NOW, given_policy) == min(looked_at) < NOW


@given(records=st.integers(0, 50), people=st.integers(0, 50))
def test_clusters_are_reported_from_policy_s_numbers_on(records: int, people: int) -> None:
    found = list(clusters(records, people, policy()))
    assert [one.by_person for one in found] == [True] * (records >= policy().cluster_names) + [False] * (
        people >= policy().cluster_staff
    )
    for one in found:
        assert one.values["minutes"] == policy().cluster_minutes
        assert one.values.get("records", records) == records and one.values.get("people", people) == people


def test_what_is_reported_and_what_tells_alerts_apart() -> None:
    assert set(REPORTED) == {OWN, FLAGGED, THROTTLED, "sign_in.altered"}
    kinds = {AlertKind.THROTTLED, AlertKind.ALTERED, *ABOUT_A_RECORD}
    assert set(REPORTED.values()) == kinds
    others = {AlertKind.CLUSTER, AlertKind.LOCKED_OUT, AlertKind.TRAIL, *DONE_REPORTED.values()}
    assert set(AlertKind) - set(REPORTED.values()) == others
    assert {AlertKind.OWN_RECORD, AlertKind.FLAGGED_RECORD} == ABOUT_A_RECORD


def test_two_supervisors_agree_that_a_record_is_sensitive_no_longer() -> None:
    plain = Situation(ME, NOW, policy())
    mine, theirs = (
        replace(plain, access=Access(flagged=True, flagged_by=by, supervises=True)) for by in (ME, OTHER)
    )
    assert (rule(another_flagged(plain)), rule(not_flagged(plain))) == ("record.not_flagged", None)
    assert (rule(another_flagged(mine)), rule(another_flagged(theirs))) == ("authority.flagger", None)
    assert rule(not_flagged(mine)) == "record.flagged"


@pytest.mark.parametrize("who", [ME, OTHER, None])
def test_nobody_does_two_of_four_duties(who: UUID | None) -> None:
    """Interviewing, verifying the visit, printing, approving."""
    held = replace(case(State.HELD, State.PASSED), interviewer=ME, verifier=OTHER)
    one = Situation(who, NOW, policy(), held, printed=who is None)
    expected = {ME: "authority.interviewer", OTHER: "authority.verifier", None: "authority.printer"}[who]
    for act in ("release_case", "close_case"):
        assert rule(refusal(act, one)) == expected
    assert rule(not_verifier(one)) == ("authority.verifier" if who == OTHER else None)
    assert rule(not_printer(one)) == ("authority.printer" if who is None else None)
    assert not_verifier(Situation(who, NOW, policy())) is None


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("MARISOL A<QUINTERO", "QUIN****, MARISOL A"),
        ("TEODOR<OSEI", "OSE****, TEODOR"),
        ("ANA<LI", "LI****, ANA"),
        ("JOHN<QUINTERO<JR", "QUIN****, JOHN"),
        ("MARY<DE LA CRUZ<", "DE L****, MARY"),
        ("Quintero, Marisol", "Quin****, Marisol"),
        ("MARISOL QUINTERO JR", "QUIN****, MARISOL"),
        ("Henry Ford II", "For****, Henry"),
        ("ALBESCU", "ALBE****"),
        ("", STARS),
        ("<", STARS),
    ],
)
def test_a_name_is_masked_by_the_transcript_rules(name: str, masked: str) -> None:
    """Four letters of a last name, three of one that has four only; a suffix is no last name."""
    assert masked_name(name) == masked


def test_a_street_is_masked_after_six_characters_and_shown_whole_when_revealed() -> None:
    home = Address(("1184 LARKSPUR LN", "APT 4"), "FRESNO", "CA", "937061234")
    assert masked_address(home) == "1184 L••••••, FRESNO CA 93706"
    assert whole_address(home) == "1184 LARKSPUR LN, APT 4, FRESNO CA 93706-1234"
    assert whole_address(replace(home, zip="93706")).endswith("FRESNO CA 93706")
    assert masked_address(replace(home, lines=())).startswith("••••••")

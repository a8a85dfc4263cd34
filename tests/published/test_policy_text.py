"""Reading a policy: every wrong value is named."""

from dataclasses import fields
from datetime import date, time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.policy import Policy
from assistor_console.published.policy import read_policy
from tests.domain.made import text_of

TEXT = text_of("policy/2017-12-10.yaml")
NAMES = [field.name for field in fields(Policy) if field.name not in ("version", "effective")]


def changed(name: str, value: object) -> str:
    file = yaml.load(TEXT, Loader=yaml.CSafeLoader)
    file["values"][name] = {"value": value, "source": "test"}
    return yaml.dump(file, Dumper=yaml.CSafeDumper)


def refusal(text: str) -> tuple[str, object]:
    with pytest.raises(Refused) as caught:
        read_policy(text)
    return caught.value.refusal.rule, caught.value.refusal.values["value"]


def test_the_first_version_is_read() -> None:
    policy = read_policy(TEXT)
    assert (policy.version, policy.effective) == ("2017.1", date(2017, 12, 10))
    assert (policy.opens, policy.closes, policy.activation_code_digits) == (time(7, 30), time(19), 8)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_value_is_named(name: str) -> None:
    file = yaml.load(TEXT, Loader=yaml.CSafeLoader)
    del file["values"][name]
    assert refusal(yaml.dump(file, Dumper=yaml.CSafeDumper)) == ("policy.missing", name)


@given(st.sampled_from(NAMES), st.sampled_from((True, 1.5, None, [], {})))
def test_a_value_that_is_no_number_or_text_is_refused(name: str, value: object) -> None:
    with pytest.raises(Trouble) as caught:
        read_policy(changed(name, value))
    assert name in str(caught.value.values["reason"])


@pytest.mark.parametrize("name", NAMES)
def test_an_ill_typed_value_is_named(name: str) -> None:
    good = yaml.load(TEXT, Loader=yaml.CSafeLoader)["values"][name]["value"]
    assert refusal(changed(name, "soon" if isinstance(good, int) else 7)) == ("policy.type", name)


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("opens", "25:00", "policy.type"),
        ("opens", "19:30", "policy.below"),
        ("zone", "America/Nowhere", "policy.type"),
        ("desk_phone", " ", "policy.type"),
        ("activation_code_digits", 0, "policy.positive"),
        ("money_tolerance_cents", -1, "policy.positive"),
        ("draw_income_documents", 1, "policy.below"),
        ("mail_days_most", 4, "policy.below"),
        ("trail_years", 6, "policy.below"),
        ("patience", 1, "policy.unknown"),
    ],
)
def test_impossible_values_are_named(name: str, value: object, rule: str) -> None:
    told, named = refusal(changed(name, value))
    assert told == rule and named == ("closes" if value == "19:30" else name)


def test_a_value_names_its_source() -> None:
    with pytest.raises(Trouble, match="published.unreadable"):
        read_policy(TEXT.replace('source: "CP301"', 'source: ""'))

"""Every request has what it takes, and stands in the table of authority as it is.

Whether the desk keeps to the table is tried request by request in `tests.attacks.test_row_13_…`.
"""

import json
from pathlib import Path

import pytest

from assistor_console.app import SERVICES
from assistor_console.cli import main as command
from assistor_console.desk.pipeline import handlers
from assistor_console.domain.duties import IN_HANDLERS
from assistor_console.domain.offers import RULES
from assistor_console.requests.base import Query, Reply, Request, Trial
from assistor_console.requests.wire import BESIDE, kinds, path, served
from tests.desk.made_requests import minimal
from tests.desk.matrix import printed

KINDS = sorted(kinds(), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.act())
def test_a_request_has_what_it_takes_to_be_sent(kind: type[Request[Reply]]) -> None:
    """A handler, a reply, a place on the wire, a form there and back; and a name that keeps its secrets."""
    request = minimal(kind)
    handler = handlers(SERVICES)[kind]
    assert handler.__name__ == kind.act()
    assert handler.__module__.rsplit(".")[-1] in (kind.__module__.rsplit(".")[-1], "staff", "operate")
    assert issubclass(kind.reply(), Reply)
    assert kind.model_validate_json(json.dumps(request.model_dump(mode="json"))) == request
    assert path(kind).startswith("/v1/")
    for secret in ("password", "code", "text", "secret"):
        assert f"{secret}=" not in repr(request)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.act())
def test_a_request_about_a_call_or_a_case_has_its_rules(kind: type[Request[Reply]]) -> None:
    about = {"call_id", "case_id"} & set(kind.model_fields)
    assert bool(about) == (kind.act() in RULES)


def test_every_rule_is_about_a_request_or_an_offer() -> None:
    offers = {"interview_again", "mail_letter"}
    assert set(RULES) - {kind.act() for kind in KINDS} == offers


def test_every_handler_has_its_request() -> None:
    assert set(handlers(SERVICES)) == set(KINDS)


def test_a_trial_names_a_limit_policy_knows() -> None:
    from assistor_console.domain.limits import LIMITS
    from assistor_console.services.interview import BY_PERSON, BY_TIN

    trials = {kind.act(): kind.limit for kind in KINDS if issubclass(kind, Trial)}
    beside = {rule.partition(".")[2] for rule in (BY_TIN, BY_PERSON)}
    assert set(trials.values()) | beside == set(LIMITS)


def test_a_query_touches_nothing() -> None:
    assert not [kind for kind in KINDS if issubclass(kind, Query) and kind.touches]


def test_every_request_module_is_found() -> None:
    import assistor_console.requests as room
    from assistor_console.requests.wire import MODULES

    files = {file.stem for file in Path(room.__file__).parent.glob("*.py")}
    assert files - {"__init__", "base", "live", "wire"} == set(MODULES)


def test_what_needs_the_database_s_machine_is_not_served() -> None:
    """Operators and the desk itself do not come over the wire, and nobody founds a desk from afar."""
    kept_back = {kind.__name__ for kind in set(kinds()) - set(served())}
    operators = {kind.__name__ for kind in kinds() if kind.allow and not kind.allow - BESIDE}
    assert kept_back == operators | {"NewEnrolment", "MakeFirstSupervisors"}


def test_the_table_says_of_every_request_what_it_declares() -> None:
    rows = {row["request"]: row for row in printed()["requests"]}
    assert set(rows) == {kind.act() for kind in KINDS}
    for kind in KINDS:
        row = rows[kind.act()]
        may = {sender for sender, allowed in row["may"].items() if allowed}
        assert may == set(kind.allow) if kind.allow else may == set(row["may"])
        assert row["opens"] == kind.opens and row["beside"] == (kind not in set(served()))
        assert row["limit"] == (kind.limit if issubclass(kind, Trial) else None)


def test_the_table_has_words_for_every_rule() -> None:
    table = printed()
    named = {code for row in table["requests"] for code in row["rules"]} | set(table["reported"])
    assert named == set(table["rules"])
    assert all(words.strip() for words in table["rules"].values())


def test_the_table_can_be_read_at_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["authority"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines[: len(KINDS) + 1])) <= 110
    assert any(line.startswith("see_case") and line.endswith("opens") for line in lines)
    assert "authority.own_record [reported: own_record]" in lines


def test_handlers_that_judge_who_asks_are_of_requests_there_are() -> None:
    assert set(IN_HANDLERS) <= {kind.act() for kind in KINDS}

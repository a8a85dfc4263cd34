"""Every request × every kind of sender: all are refused but those the request names."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistor_console.app import SERVICES
from assistor_console.desk.pipeline import handlers
from assistor_console.domain.errors import Refused
from assistor_console.domain.offers import RULES
from assistor_console.domain.terms import Role
from assistor_console.requests.base import Query, Reply, Request, Trial
from assistor_console.requests.wire import BESIDE, kinds, path, served
from tests.desk.made_requests import minimal
from tests.worlds import World, make_world

KINDS = sorted(kinds(), key=lambda kind: kind.__name__)
SENDERS = {"": None, "gone": None, "junk": None, "ana": "assistor", "tac": "tac", "sup": "supervisor"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One desk for all: what is refused changes nothing. `gone` has a session that ended."""
    made = make_world(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'desk.db'}")
    made.hire("gone", Role.SUPERVISOR)
    with made.database.write() as store:
        store.sessions.open(made.people["gone"], "gone", made.now, made.now, "")
    made.tokens["junk"] = "no such token"
    yield made
    made.database.close()


@pytest.mark.parametrize(
    ("kind", "sender"),
    [
        (kind, sender)
        for kind in KINDS
        for sender, role in SENDERS.items()
        if kind.allow and role not in kind.allow
    ],
    ids=lambda value: value if isinstance(value, str) else value.act(),
)
def test_only_the_roles_a_request_names_may_send_it(
    world: World, kind: type[Request[Reply]], sender: str
) -> None:
    wanted = "authority.signed_out" if SENDERS[sender] is None else "authority.role"
    with pytest.raises(Refused) as told:
        world.send(sender, minimal(kind))
    assert told.value.refusal.rule == wanted


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

    trials = {kind.act(): kind.limit for kind in KINDS if issubclass(kind, Trial)}
    assert set(trials.values()) == set(LIMITS)


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

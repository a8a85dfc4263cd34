"""The reasons a call can be begun for."""

import pytest

from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import SERVED_REASONS, Language, Reason
from assistor_console.requests.intake import StartCall
from tests.worlds import World


def test_a_reason_that_nothing_serves_yet_begins_no_call(world: World) -> None:
    desk = world.desk("ana")
    for reason in set(Reason) - set(SERVED_REASONS):
        with pytest.raises(Refused, match="call.reason_not_served"):
            desk.send(StartCall(language=Language.EN, reason=reason))
    assert desk.send(StartCall(language=Language.EN, reason=SERVED_REASONS[0])).reason is SERVED_REASONS[0]

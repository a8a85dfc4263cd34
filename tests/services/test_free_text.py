"""Reasons and notes rest as they are typed: a taxpayer's number in them is refused, and rests nowhere."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import String, Text, select

from assistor_console.desk.act import FREE_TEXT
from assistor_console.domain.errors import Refused
from assistor_console.requests.access import CloseAlert, FlagRecord, ReleaseRecord, UnflagRecord
from assistor_console.requests.base import Done, Request
from assistor_console.requests.review import CloseCase, HoldCase, ReleaseCase
from assistor_console.requests.shift import ExtendShift
from assistor_console.requests.staff import AskReset
from assistor_console.requests.wire import kinds
from assistor_console.store import tables as t
from tests.attacks.records import file_cases
from tests.worlds import WHERE, World

SAID = "caller gave 123-00-4567"
here = pytest.mark.parametrize("world", WHERE[:2], indirect=True)


def rests(world: World) -> bool:
    """Whether it stands anywhere in a text of the database."""
    with world.reading() as store:
        for table in t.meta.sorted_tables:
            texts = [column for column in table.c if isinstance(column.type, String | Text)]
            for row in store.connection.execute(select(*texts)) if texts else ():
                if any("123-00-4567" in str(value) for value in row):
                    return True
    return False


@here
def test_no_reason_and_no_note_holds_a_tin(world: World) -> None:
    (case,) = file_cases(world, 1)
    later = world.now + timedelta(hours=1)
    requests: list[Request[Done]] = [
        *(kind(case_id=case, reason=SAID) for kind in (FlagRecord, UnflagRecord)),
        *(kind(case_id=case, reason=SAID) for kind in (HoldCase, ReleaseCase, CloseCase)),  # type: ignore[list-item]
        ReleaseRecord(alert_id=uuid4(), reason=SAID),
        CloseAlert(alert_id=uuid4(), note=SAID),
        AskReset(person=world.people["ana"], reason=SAID),
        ExtendShift(until=later, reason=SAID),  # type: ignore[list-item]
    ]
    for request in requests:
        with pytest.raises(Refused, match=r"reason\.tin"):
            world.send("sup", request)
    assert not rests(world)
    world.send("sup", FlagRecord(case_id=case, reason="caller gave EP-17-000001, 559-555-0123"))


def test_whatever_is_said_in_free_words_is_looked_at() -> None:
    """A request that lets people write a sentence has it in a field that the desk looks into."""
    long = {
        (kind.act(), name)
        for kind in kinds()
        for name, field in kind.model_fields.items()
        if field.annotation is str and any(getattr(one, "max_length", 0) == 200 for one in field.metadata)
    }
    assert len(long) >= 9
    assert {name for _, name in long} <= set(FREE_TEXT)

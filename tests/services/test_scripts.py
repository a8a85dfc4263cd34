"""Publishing scripts: checked, immutable, sealed; a case goes on with the version it began with."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from assistor_console.domain.errors import Refused, Trouble
from assistor_console.domain.terms import Verdict
from assistor_console.requests.scripts import CheckScript, PublishScript, SeeScript, SeeScripts
from assistor_console.store import tables as t
from tests.callers import MARISOL, TEODOR, Caller
from tests.domain.made import text_of
from tests.published.test_scripts_guide import example
from tests.worlds import World

FIRST = text_of("scripts/exception-2017.yaml")


def version(name: str, effective: str, thanks: str = "Many thanks.") -> str:
    """The first version under another name and with other words."""
    text = FIRST.replace('version: "2017.1"', f'version: "{name}"')
    return text.replace("effective: 2017-12-10", f"effective: {effective}").replace(
        '"Thank you."', f'"{thanks}"'
    )


def test_a_case_goes_on_with_the_version_it_began_with_and_a_new_one_takes_the_new(world: World) -> None:
    world.load(*MARISOL.records, *TEODOR.records)
    before = Caller(world, MARISOL)
    began = before.reach_tax()
    made = world.operator.send(PublishScript(text=version("2017.9", "2017-12-11")))
    goes_on = before.finish()
    after = Caller(world, TEODOR, "ben").reach_tax()
    assert began.script == goes_on.script == "Exception 2017.1"
    assert after.script == "Exception 2017.9"
    assert (goes_on.thanks.en, after.thanks.en) == ("Thank you.", "Many thanks.")
    seen = world.operator.send(SeeScripts())
    assert [row.version for row in seen.versions] == ["2017.1", "2017.9"] and seen.in_force == made.version


def refusal(world: World, text: str) -> str:
    with pytest.raises(Refused) as caught:
        world.operator.send(PublishScript(text=text))
    return caught.value.refusal.rule


def test_a_published_version_never_changes(world: World) -> None:
    desk = world.operator
    made = desk.send(PublishScript(text=version("2018.1", "2018-01-08")))
    assert refusal(world, version("2018.1", "2018-01-08", "Thanks a lot.")) == "script.version_taken"
    again = desk.send(PublishScript(text=version("2018.1", "2018-01-08")))
    assert again.known and again.digest == made.digest
    assert desk.send(SeeScript(version="2018.1")).text == version("2018.1", "2018-01-08")
    assert refusal(world, version("2018.2", "2018-01-08")) == "script.same_day"
    assert refusal(world, version("2017.0", "2017-12-09")) == "script.past"
    assert refusal(world, version("2018.3", "2018-02-01", "It is 123-00-4567.")) == "script.tin"
    assert [row.version for row in desk.send(SeeScripts()).versions] == ["2017.1", "2018.1"]
    with pytest.raises(Refused, match="script.no_version"):
        desk.send(SeeScript(version="2018.2"))


def test_every_finding_is_told_before_anything_is_published(world: World) -> None:
    text = version("2018.1", "2018-01-08", "Thanks, {agi}.").replace("proof: visit", "proof: identity")
    found = world.operator.send(CheckScript(text=text)).findings
    assert {one.code for one in found} >= {"script.pipes_value", "script.proof_weak"}
    assert world.operator.send(CheckScript(text=FIRST)).findings == ()


def test_a_text_that_was_changed_in_the_database_is_trouble(world: World) -> None:
    desk = world.operator
    desk.send(PublishScript(text=version("2018.1", "2018-01-08")))
    with world.beside.database.write() as store:
        changed = version("2018.1", "2018-01-08", "Nothing.").encode()
        store.connection.execute(
            update(t.publications).where(t.publications.c.version == "2018.1").values(body=changed)
        )
    with pytest.raises(Trouble, match="published.altered"):
        desk.send(SeeScript(version="2018.1"))


def test_it_is_in_force_from_its_first_day(world: World) -> None:
    world.operator.send(PublishScript(text=version("2018.1", "2018-01-08")))
    with world.reading() as store:
        newest = store.publications.newest
        assert newest("script", datetime(2018, 1, 7, 23, tzinfo=UTC)) == "2017.1"
        assert newest("script", datetime(2018, 1, 8, 1, tzinfo=UTC)) == "2018.1"


def test_the_example_of_the_guide_publishes_and_plays(world: World) -> None:
    world.load(*MARISOL.records)
    today = example().replace("effective: 2018-01-08", "effective: 2017-12-11")
    world.operator.send(PublishScript(text=today.replace('version: "2018.1"', 'version: "guide.1"')))
    seen = Caller(world, MARISOL).reach_verdict()
    assert (seen.script, seen.verdict) == ("Small guide.1", Verdict.PASSED)

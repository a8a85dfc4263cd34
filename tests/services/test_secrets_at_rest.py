"""Planted values looked for in everything that rests, after the whole job was done with them.

A short number turns up in sealed bytes by chance: one of 3 bytes once in 16.8 million places. So many people
are planted, whose short numbers may be found no oftener than chance allows; longer ones are never found.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import select

from assistor_console.app import open_embedded
from assistor_console.domain.records import TaxReturn
from assistor_console.domain.terms import Language, Realm
from assistor_console.requests.intake import EndCall, ProveContinuation
from assistor_console.requests.interview import AnswerQuestion, KeepDraft, ScoreInterview
from assistor_console.requests.sign_in import BeginEnrolment, SignIn, Unlock
from assistor_console.requests.staff import LinkHousehold
from assistor_console.settings import Settings, Theme
from assistor_console.store import tables as t
from tests.callers import MARISOL, TEODOR, Caller, Persona, persona
from tests.journeys import book, mail_letters, phones_again, verify
from tests.newcomers import Newcomer
from tests.worlds import PASSWORD, TOTP, World, make_world

DRAFT, TYPED = "half a zyxwvut answer", "Zyxwvut Foundry Company"
MANY = 40
MOST_BY_CHANCE = {3: 64, 4: 5, 5: 1, 6: 0, 7: 0, 8: 0}
"""How many of the planted numbers (80 of 3 bytes, 120 of more) 5 MB may hold; all are, if they rest.

Chance finds more than these in fewer than one of a million runs.
"""


def crowd() -> list[Persona]:
    """People whose numbers are all different."""
    return [
        persona(
            f"7{n:02d}00{4417 + 37 * n}", f"ZELMIRA<QUASTO{'R' * (n % 9)}", "QUAS", 61_214_37 + n * 104_729
        )
        for n in range(MANY)
    ]


def agis(people: Iterable[Persona]) -> list[int]:
    return [r.amounts["agi"] for one in people for r in one.records if isinstance(r, TaxReturn)]


def the_whole_job(world: World, people: list[Persona]) -> dict[str, str]:
    """A pass, a fail with visit and return, a new colleague; every secret that came up, by what it is."""
    for one in (MARISOL, TEODOR, *people):
        world.load(*one.records)
    return passed(world) | failed(world) | staffed(world)


def passed(world: World) -> dict[str, str]:
    caller = Caller(world, MARISOL)
    caller.reach_tax()
    world.send("ana", KeepDraft(call_id=caller.seen.call_id, number=6, text=DRAFT))
    caller.tax()
    caller.send(ScoreInterview(call_id=caller.seen.call_id))
    issued = caller.issue()
    caller.send(EndCall(call_id=caller.seen.call_id))
    assert caller.seen.case
    with world.reading() as store:
        letter = store.letters.of_case(caller.seen.case.id)
    assert letter
    mail_letters(world)
    return {"temporary password": "".join(c.character for c in issued.password), "code": letter.code}


def failed(world: World) -> dict[str, str]:
    caller = Caller(world, TEODOR)
    caller.reach_tax()
    caller.tax()
    names = [q.number for q in caller.questions() if q.kind.value == "business_name"]
    world.send("ana", AnswerQuestion(call_id=caller.seen.call_id, number=names[0], text=TYPED))
    world.send("ana", KeepDraft(call_id=caller.seen.call_id, number=names[0], text=DRAFT + " of another"))
    caller.send(ScoreInterview(call_id=caller.seen.call_id))
    code = book(world, caller)
    caller.send(EndCall(call_id=caller.seen.call_id))
    verify(world, caller)
    again = phones_again(world, caller)
    again.send(ProveContinuation(call_id=again.seen.call_id, code=code))
    again.issue()
    return {"continuation code": code}


def staffed(world: World) -> dict[str, str]:
    """A new colleague, from the first password to a recovery code that was used; and an own household."""
    world.send("", SignIn(staff_id=world.staff_id("tac"), password=PASSWORD, code=world.code()))
    new = Newcomer(world)
    first, household = new.password, "125004471"
    world.send("sup", LinkHousehold(person=new.id, household=(household,)))
    new.sign_in()
    waiting = new.send(BeginEnrolment()).secret
    new.enrol()
    new.choose()
    used, left, *_ = new.codes
    signed = new.sign_in(used)
    wrong = "zyxwvut is no password"
    assert new.refused(Unlock(password=wrong)) == "password.wrong"
    bare = {f"{what} bare": code.replace("-", "") for what, code in (("used", used), ("left", left))}
    told = {"session": signed.token, "first password": first, "own password": new.password, "guess": wrong}
    totp = {"new totp": new.secret, "waiting totp": waiting}
    tins = {"own tin": new.tin, "household": household}
    return told | totp | tins | bare | {"used": used, "left": left}


def texts(secrets: dict[str, str]) -> dict[str, list[bytes]]:
    """Every planted text as it could rest: UTF-8 and UTF-16 both ways, in the cases it is written in."""
    told = secrets | {"draft": "zyxwvut", "totp": TOTP, "password": PASSWORD, "typed": TYPED}
    for one in (MARISOL, TEODOR):
        digits = one.filer.tin
        told |= {f"ssn {digits}": digits, f"said {digits}": one.tin, f"name {digits}": one.filer.name[:7]}
    told |= {"street": "Larkspur", "agi": "6121400", "agi said": "61214.00"}
    written = {what: {text, text.upper(), text.lower(), text.title()} for what, text in told.items()}
    ways = ("utf-8", "utf-16-le", "utf-16-be")
    return {what: [form.encode(way) for form in forms for way in ways] for what, forms in written.items()}


def forms(value: int, length: int) -> tuple[bytes, bytes]:
    """A number as that many bytes, both ways round."""
    return value.to_bytes(length, "big"), value.to_bytes(length, "little")


def check_numbers(rests: bytes, values: list[int]) -> None:
    """A longer form holds the shorter one: only what was found short need be looked for at length."""
    left = values
    for length, most in MOST_BY_CHANCE.items():
        fitting = [value for value in left if value < 256**length]
        found = [value for value in fitting if any(form in rests for form in forms(value, length))]
        assert len(found) <= most, f"{len(found)} numbers of {length} bytes"
        left = found + [value for value in left if value >= 256**length]


def check_texts(rests: bytes, secrets: dict[str, str]) -> None:
    found = {what for what, ways in texts(secrets).items() if any(form in rests for form in ways)}
    assert not found


def test_nothing_planted_is_in_the_files(tmp_path: Path) -> None:
    with_files = Settings(Realm.PRACTICE, tmp_path, Theme.SYSTEM, Language.EN, "front desk")
    embedded = open_embedded(with_files)
    embedded.close()
    key = (tmp_path / "desk.key").read_bytes()
    world = make_world(f"sqlite:///{tmp_path / 'desk.db'}", key=key)
    people = crowd()
    secrets = the_whole_job(world, people)
    values = [*(int(one.filer.tin) for one in people), *agis(people)]
    running = everything(tmp_path)
    world.database.close()
    for rests in (running, everything(tmp_path)):
        assert len(rests) > 300_000
        assert b"letter_mailed" in rests
        check_texts(rests, secrets)
        check_numbers(rests, values)


def everything(folder: Path) -> bytes:
    """All files of a data directory but the key, which opens them."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "desk.key"]
    assert files
    return b"\0".join(path.read_bytes() for path in files)


def test_nothing_planted_is_in_any_column(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Column by column a number is found however short it is, on PostgreSQL too."""
    people = crowd()
    secrets = the_whole_job(world, people)
    planted = {int(one.filer.tin) for one in (*people, MARISOL, TEODOR)} | set(agis((*people, MARISOL)))
    with world.reading() as store:
        cells = [
            cell
            for table in t.meta.sorted_tables
            if table.name != "publications"
            for row in store.connection.execute(select(table))
            for cell in row
        ]
    assert len(cells) > 3000
    assert not planted & {cell for cell in cells if isinstance(cell, int)}
    plain = b"\0".join(bytes(c) if isinstance(c, bytes) else str(c).encode() for c in cells)
    check_texts(plain, secrets)
    check_texts(caplog.text.encode(), secrets)


def test_the_search_finds_what_is_there() -> None:
    """The net has no hole: each planted form is found where it does rest."""
    for ways in texts({"code": "12345678"}).values():
        for form in ways:
            with pytest.raises(AssertionError):
                check_texts(b"xx" + form + b"yy", {"code": "12345678"})
    values = [int(one.filer.tin) for one in crowd()]
    for length in range(4, 9):
        for way in (0, 1):
            with pytest.raises(AssertionError, match="numbers of"):
                check_numbers(b"".join(forms(value, length)[way] for value in values), values)

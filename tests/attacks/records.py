"""Cases on file by the hundred, and whose records are whose, for attacks on who may see what."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid4

from assistor_console.domain.case import Case
from assistor_console.domain.errors import Refused
from assistor_console.domain.terms import AlertKind, Language, State
from assistor_console.requests.access import AlertSeen, SeeAlerts
from assistor_console.requests.base import Reply, Request
from assistor_console.store import tables as t
from assistor_console.store.tables_access import opens as t_opens
from tests.worlds import World


def file_cases(
    world: World, count: int, control: str = "", first: int = 1, born: date | None = None
) -> list[UUID]:
    """Cases of as many people, TINs in group 00; each with a surname of its own unless `control` is given."""
    found = []
    with world.database.write() as store:
        for number in range(first, first + count):
            surname = control or f"{_letters(number)}SON"
            case = Case(
                id=uuid4(),
                number=f"EP-17-{number:06d}",
                state=State.REFERRED,
                version=1,
                tin=f"{100 + number // 10_000:03d}00{number % 10_000:04d}",
                name=f"ANA<{surname}",
                language=Language.EN,
                opened_at=world.now,
                since=world.now,
                script_version="2017.1",
                policy_version="2017.1",
            )
            store.cases.add(case, surname[:4], born)
            found.append(case.id)
    return found


def _letters(number: int) -> str:
    """Four letters, other ones for each number."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(4))


def tin_of(world: World, case_id: UUID) -> str:
    with world.reading() as store:
        case = store.cases.get(case_id)
    assert case
    return case.tin


def link(world: World, who: str, case_id: UUID, relation: str) -> None:
    """The case is of this person's own record, or of their household."""
    tin = tin_of(world, case_id)
    with world.database.write() as store:
        store.access.link(world.people[who], tin, relation)


def alerts(world: World, reader: str, *kinds: AlertKind, open_only: bool = True) -> list[AlertSeen]:
    """What a supervisor is told of, newest first."""
    page = world.send(reader, SeeAlerts(open_only=open_only, limit=200))
    return [alert for alert in page.alerts if not kinds or alert.kind in kinds]


def outcomes(world: World, who: str) -> list[str]:
    """How each request of this person ended on the trail, oldest first."""
    rows = t.audit.select().where(t.audit.c.person == world.people[who]).order_by(t.audit.c.id)
    with world.reading() as store:
        return [row.outcome for row in store.connection.execute(rows)]


def opened(world: World, who: str) -> int:
    """How many openings of this person are counted."""
    rows = t_opens.select().where(t_opens.c.person == world.people[who])
    with world.reading() as store:
        return len(store.connection.execute(rows).all())


def shows(reply: object, secrets: Iterable[str]) -> list[str]:
    """Which of some strings stand in a reply."""
    said = str(reply)
    return [secret for secret in secrets if secret in said]


def rule_of(world: World, who: str, request: Request[Reply]) -> str | None:
    """The rule that refuses a request, None where it is answered."""
    try:
        world.send(who, request)
    except Refused as no:
        return no.refusal.rule
    return None

"""Who plays: practice people of the kinds the stories need, and the staff who meet them."""

from dataclasses import dataclass

from ..assets import resource
from ..domain.errors import Trouble
from ..domain.places import nearest
from ..domain.terms import Role
from ..practice import PEOPLE, SEED, practice_staff
from ..published.places import place
from ..published.policy import read_policy
from ..published.script import read_script
from ..published.tac import read_offices
from ..records.people import Kind, PracticePerson, make_people
from ..records.practice import records_of
from .caller import Caller

ASSISTOR, OTHER_ASSISTOR, SUPERVISOR = "Dana Whitfield", "Miguel Duarte", "Karina Alvarado"


@dataclass(frozen=True, slots=True)
class Cast:
    """The callers of the three stories; `window` is the TAC staff member nearest to the second."""

    passing: Caller
    failing: Caller
    registered: Caller
    window: str

    @property
    def roles(self) -> dict[str, Role]:
        """Who works as what."""
        assistors = dict.fromkeys((ASSISTOR, OTHER_ASSISTOR), Role.ASSISTOR)
        return assistors | {SUPERVISOR: Role.SUPERVISOR, self.window: Role.TAC}


def choose_cast() -> Cast:
    """The first practice people that fit."""
    people = make_people(PEOPLE, SEED)
    staffed = {s.office: s.name for s in practice_staff() if s.office}
    ordinary = [p for p in people if Kind.ORDINARY in p.kinds]
    failing = next((p for p in ordinary[1:] if _office(p) in staffed), None)
    registered = next((p for p in people if Kind.REGISTERED in p.kinds), None)
    if failing is None or registered is None:
        raise Trouble("demo.stuck", what="people who fit the stories")
    return Cast(
        _caller(ordinary[0]), _caller(failing, mistaken=True), _caller(registered), staffed[_office(failing)]
    )


def _office(person: PracticePerson) -> str:
    offices = read_offices(resource("tac", "offices-2017.yaml").read_text("utf-8")).offices
    return nearest(offices, person.address.zip, place)[0].office.id


def _caller(person: PracticePerson, mistaken: bool = False) -> Caller:
    script = read_script(resource("scripts", "exception-2017.yaml").read_text("utf-8"))
    policy = read_policy(resource("policy", "2017-12-10.yaml").read_text("utf-8"))
    return Caller(person.tin, records_of(person), script, policy, mistaken)

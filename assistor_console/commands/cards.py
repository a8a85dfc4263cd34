"""Cards to answer from: what a practice caller has before them when they telephone."""

from typing import TextIO

from ..assets import resource
from ..demonstration.caller import Caller
from ..published.policy import read_policy
from ..published.script import read_script
from ..records.people import Kind, make_people
from ..records.practice import records_of

EACH_KIND = 2


def print_cards(people: int, seed: int, out: TextIO) -> None:
    """Prints two people of every kind with the answer to everything they can be asked."""
    script = read_script(resource("scripts", "exception-2017.yaml").read_text("utf-8"))
    policy = read_policy(resource("policy", "2017-12-10.yaml").read_text("utf-8"))
    left = dict.fromkeys(Kind, EACH_KIND)
    for person in make_people(people, seed):
        kind = next(iter(sorted(person.kinds)))
        if left[kind]:
            left[kind] -= 1
            caller = Caller(person.tin, records_of(person), script, policy)
            out.write(_card(kind, caller))


def _card(kind: Kind, caller: Caller) -> str:
    head = f"{caller.name} ({kind.value.replace('_', ' ')})"
    rows = [f"  {label.en}: {answer}" for label, answer in caller.card()]
    return "\n".join([head, "-" * len(head), *rows, "", ""])

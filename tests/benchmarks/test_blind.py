"""Some interviews of the bench of blindness, and that its search has no hole."""

import sys

import pytest

from tests.benchmarks.bench_blind import Plan, hold
from tests.benchmarks.blind_forms import WIDTHS, Plants, binaries, texts
from tests.benchmarks.blind_net import Net
from tests.benchmarks.blind_people import callers

FEW = Plan(interviews=8, people=("ana",), by_keys=1, booked=2, back=1)


@pytest.mark.skipif(sys.platform != "linux", reason="memory of another process is looked into by /proc")
def test_no_expected_answer_reaches_a_console() -> None:
    result = hold(FEW, print)
    assert (result.interviews, result.planted > 12 * 8) == (8, True)
    assert not result.in_replies
    assert not result.in_memory
    assert not result.in_files


def test_the_net_finds_every_form_of_every_value_and_nothing_in_the_values_of_others() -> None:
    one, other = (person.plants for person in callers(4, 1)[1::2])
    net = Net(one)
    for form, text in texts(one):
        for width, way in WIDTHS.items():
            for ways in (way, way.replace("le", "be")):
                lying = b"\x07\0\0\0" + text.encode(ways) + b"\0\0\0\x09"
                assert (f"{form} {width}", text) in net.find(lying), (form, ways)
    for form, raw in binaries(one):
        assert (form, raw.hex()) in net.find(b"\x07\x01\x02" + raw + b"\xff")
    strange = [t.encode(way) for _, t in texts(other) for way in WIDTHS.values()]
    assert not net.find(b"\x07".join([*strange, *(raw for _, raw in binaries(other))]))


def test_callers_share_no_planted_value() -> None:
    people = callers(50, 3)
    together = Plants()
    for one in people:
        together |= one.plants
    assert len(together) == sum(len(one.plants) for one in people)
    assert {one.true for one in people} == {True, False}

"""A small part of the scoring benchmark: who tells the truth passes, and nobody else."""

from tests.benchmarks.bench_scoring import figures
from tests.benchmarks.scoring_run import hold


def test_the_truth_passes_and_one_wrong_answer_or_a_guess_does_not() -> None:
    tally = hold(people=240, interviews=200, first=0, step=1)
    found = {figure.name: figure.value for figure in figures(tally)}
    assert tally.interviews == 200 and len(tally.ways) > 8
    assert found["truthful_pass_rate"] == 1, tally.told
    assert found["one_wrong_pass_rate"] == 0, tally.told
    assert found["impostor_pass_rate"] <= 0.01

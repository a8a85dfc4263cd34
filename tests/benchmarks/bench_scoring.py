"""Whether the interview lets in who tells the truth, and nobody else: 10,000 interviews with practice people.

Each is held four times by the real draw, reading and verdict: truthfully with natural variation; with exactly
one answer wrong; and by an impostor with a masked transcript and the list of all payers by size, once naive,
once knowing which payers are never counted.
"""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from statistics import median

from tests.benchmarks.frame import Figure, at_least, at_most
from tests.benchmarks.scoring_run import Tally, hold

NAME = "scoring"
PEOPLE, INTERVIEWS, PROCESSES, PARTS = 5_000, 10_000, 2, 10
IMPOSTOR_LIMIT, DRAW_LIMIT, SCORE_LIMIT = 0.001, 20.0, 5.0
THIN_LIMIT = 0.25


def run(say: Callable[[str], None]) -> list[Figure]:
    """Rates (0 to 1) of callers who pass and of records too thin; milliseconds for each interview."""
    total = Tally()
    with ProcessPoolExecutor(PROCESSES) as pool:
        waiting: set[Future[Tally]] = {
            pool.submit(hold, PEOPLE, INTERVIEWS, part, PARTS) for part in range(PARTS)
        }
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for part in done:
                total.add(part.result())
            say(f"{total.interviews:,} of {INTERVIEWS:,} interviews")
    for line in total.told:
        say(line)
    say("wrong by " + ", ".join(f"{way} {times:,}" for way, times in total.ways.most_common()))
    return figures(total)


def figures(total: Tally) -> list[Figure]:
    """What was found, beside its goals."""
    many, able = total.interviews, total.people - total.thin
    return [
        at_least("truthful_pass_rate", total.truthful / many, "", 1),
        at_most("one_wrong_pass_rate", total.one_wrong / many, "", 0),
        at_most("impostor_pass_rate", total.naive / many, "", IMPOSTOR_LIMIT),
        at_most("impostor_cunning_pass_rate", total.cunning / many, "", IMPOSTOR_LIMIT),
        at_most("thin_rate", total.thin / total.people, "", THIN_LIMIT),
        at_most("thin_by_design_rate", total.made_thin / total.people, "", THIN_LIMIT),
        at_most("second_interview_thin_rate", total.again_thin / able, "", 1),
        at_most("draw_ms", 1000 * median(total.draw_times), "ms", DRAW_LIMIT),
        at_most("score_ms", 1000 * median(total.score_times), "ms", SCORE_LIMIT),
    ]

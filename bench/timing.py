"""How long a piece of work takes: the best of some rounds, since what else a machine does can only add to one."""

from collections.abc import Callable
from time import perf_counter, process_time
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds on the clock, and seconds of the processor in all threads: less depends on what else a machine does."""

    clock: float
    processor: float


def spent(work: Callable[[], object], rounds: int, before: Callable[[], object] = lambda: None) -> Spent:
    """Return the best of some rounds, either time for itself; before runs ahead of each, untimed."""
    found = []
    for _ in range(rounds):
        before()
        start = perf_counter(), process_time()
        work()
        found.append(Spent(perf_counter() - start[0], process_time() - start[1]))
    return Spent(min(each.clock for each in found), min(each.processor for each in found))


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the best processor time of some rounds, in milliseconds."""
    return 1000 * spent(work, rounds).processor

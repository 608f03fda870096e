"""A program under way that is measured from outside: its events go on happening, and its own time is told."""

from collections.abc import Callable
from time import perf_counter, process_time, sleep
from typing import NamedTuple

from PySide6.QtWidgets import QApplication


class Spent(NamedTuple):
    """Seconds on the clock, and seconds of the processor in all threads: less depends on what else a machine does."""

    clock: float
    processor: float


def until(ready: Callable[[], bool]) -> float:
    """Let the program run until something is so; return the longest time in which no event could happen."""
    longest = 0.0
    while not ready():
        start = perf_counter()
        QApplication.processEvents()
        longest = max(longest, perf_counter() - start)
        sleep(0.001)
    QApplication.processEvents()
    return longest


def spent(work: Callable[[], object], rounds: int, before: Callable[[], object] = lambda: None) -> Spent:
    """Return the best of some rounds, either time for itself; before runs ahead of each, untimed."""
    found = []
    for _ in range(rounds):
        before()
        start = perf_counter(), process_time()
        work()
        found.append(Spent(perf_counter() - start[0], process_time() - start[1]))
    return Spent(min(each.clock for each in found), min(each.processor for each in found))


class Line(NamedTuple):
    """What was spent on ours and by hand, and what is aimed at in milliseconds (None: nothing was asked)."""

    name: str
    ours: Spent
    by_hand: Spent
    aim: float | None = None

    def __str__(self) -> str:
        aim = "" if self.aim is None else f"{self.aim:.0f}"
        ratio = self.ours.processor / self.by_hand.processor
        clock, processor, by_hand = (
            1000 * each for each in (self.ours.clock, self.ours.processor, self.by_hand.processor)
        )
        return f"| {self.name} | {clock:,.1f} | {processor:,.1f} | {by_hand:,.1f} | {ratio:.2f} | {aim} |"


HEAD = """| what | on the clock | processor | by hand | ratio | aim |
|---|---|---|---|---|---|"""

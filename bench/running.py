"""A program under way that is measured from outside: its events go on happening, and its own time is told."""

import gc
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from bench.timing import Spent
from ui.settings import HOME_VARIABLE
from ui.theme import use_theme


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


def told(measured: Callable[[Path], Iterable[object]]) -> str:
    """Print each line as it is measured, off the screen and in a home of its own, and return them all.

    measured: is given an empty folder for the files it makes."""
    lines = []
    with tempfile.TemporaryDirectory() as name:
        os.environ[HOME_VARIABLE] = str(Path(name) / "home")
        gc.disable()  # as the program does, which collects between the events
        QApplication([])
        use_theme("light", 100)
        for each in measured(Path(name)):
            lines.append(str(each))
            print(each, flush=True)
    return "\n".join(lines)


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

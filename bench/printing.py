"""How long the window stands still while a report is laid out to be printed.

    python -m bench.printing [--write]

Beside it what it would stand still if the pages were laid out on the screen's thread before the dialog opens."""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from bench.files import PROVINCE
from bench.overview import made
from bench.page import made_with, write_part
from models.exchange.making import create_sample
from models.period import read_period
from models.store.database import open_database
from models.store.plans import plan_in_force
from reports.document import Document
from reports.kinds import KINDS, make_document
from ui.application import Collector
from ui.printing.pages import pages, report_printed
from ui.session import Session
from ui.settings import Settings
from ui.theme import use_theme
from ui.widgets.print_preview import Preview

AIM = 0.1
ROUNDS = 3
ON = date(2023, 7, 1)


@dataclass(frozen=True, slots=True)
class Measured:
    """One report: its pages, the longest time without an answer in seconds, until its first page and until all are
    there, and the time to lay all out at once."""

    name: str
    pages: int
    block: float
    first: float
    whole: float
    at_once: float


class Probe:
    """Asks the event loop for an answer every millisecond; longest is the longest it took."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._answered)
        self._timer.start(1)

    def _answered(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()


def shown(name: str, document: Document, session: Session, window: QMainWindow) -> Measured:
    """Open a report's preview some times; of the times, each is the best."""
    found = [_shown_once(name, document, session, window) for _ in range(ROUNDS)]
    best = (min(getattr(each, field) for each in found) for field in ("block", "first", "whole", "at_once"))
    return Measured(name, found[0].pages, *best)


def _shown_once(name: str, document: Document, session: Session, window: QMainWindow) -> Measured:
    """Open a report's preview, and wait until all of its pages are there."""
    gc.collect()  # what making the report left is not of the printing
    begun = perf_counter()
    count = len(list(pages(document)))
    at_once = perf_counter() - begun
    probe, begun = Probe(), perf_counter()
    preview = Preview(report_printed(document, "", "a.pdf"), session, window)
    preview.open()
    _wait(lambda: any(sheet.picture for sheet in preview.view.sheets))
    first = perf_counter() - begun
    _wait(lambda: preview.is_laid_out and preview.print.isEnabled())
    whole = perf_counter() - begun
    probe.stop()
    preview.close()
    return Measured(name, count, probe.longest, first, whole, at_once)


def _wait(until: Callable[[], bool]) -> None:
    """Let events happen until something is so; asleep in between, as the program is."""
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def measure(folder: Path) -> Iterator[Measured]:
    """Yield every kind of report for the sample, a district's, and for a province."""
    sample = folder / "sample.cchc"
    create_sample(sample)
    session, window = Session(Settings()), QMainWindow()
    window.resize(1366, 688)
    window.show()
    for name, path in (("district", sample), ("province", made(folder, PROVINCE))):
        db = open_database(path, read_only=True)
        period = read_period("2023-H1")
        plan = plan_in_force(db, period)
        for kind in KINDS:
            yield shown(f"{name}: {kind}", make_document(db, kind, plan, period, ON), session, window)
        db.close()
    session.close()


def main(words: list[str]) -> None:
    """Print the lines as a table in Markdown, and write them down where asked to."""
    app = QApplication([])
    use_theme("light", 100)
    collector = Collector(app)
    lines = [
        "| report | pages | longest without an answer s | aim | first page s | all pages s | all at once s |",
        "|---|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for each in measure(Path(folder)):
            times = f"{each.first:.3f} | {each.whole:.3f} | {each.at_once:.3f}"
            lines.append(f"| {each.name} | {each.pages} | {each.block:.3f} | {AIM:g} | {times} |")
            print(lines[-1], flush=True)
    del collector
    if "--write" in words:
        _write("\n".join(lines))


def _write(lines: str) -> None:
    write_part(
        "printing",
        f"""
## Printing without Word

`python -m bench.printing --write` opens the preview of the program's own pages and asks the event loop for an answer
every millisecond until all of them are there; the pages are laid out and drawn in the worker, in pieces of 50 ms. The
sample is a district of 13 units; the province has 130 communes and 100 indicators. "All at once" is how long the
window would stand still if they were laid out before the dialog opens. Best of three, {made_with()}.

{lines}
""",
    )


if __name__ == "__main__":
    main(sys.argv[1:])

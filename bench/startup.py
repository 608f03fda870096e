"""How long the window takes: process start to first paint, and to the figures of the last file.

`python -m bench.startup [rounds] [--write]` starts an empty PySide6 window, our frame and our figures in turn, each in
a process of its own, off screen, and prints medians and their ratios to the empty window in the same run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.page import made_with, write_part

ROOT = Path(__file__).parent.parent
FRAME_LIMIT, FIGURES_LIMIT = 1.6, 3.0

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
class Body(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        app.quit()
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Body())
window.resize(1366, 688)
window.show()
app.exec()
"""

OURS = """
import sys, time
def told():
    print(time.time(), flush=True)
    program.app.quit()
def watch(self, app, path, **words):
    global program
    made(self, app, path, **words)
    program, self.app = self, app
    self.window.resize(1366, 688)
    if sys.argv[1] == "frame":
        self.window.skeleton.painted.connect(told)
    else:
        self.moved_in.connect(lambda: self.session.file_changed.connect(opened))
def opened():
    from PySide6.QtCore import QEvent, QObject
    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and program.window.page("overview").table.model.rowCount():
                watched.removeEventFilter(self)
                told()
            return False
    program.eye = Painted()
    program.window.page("overview").table.view.viewport().installEventFilter(program.eye)
from ui.commandline import main
import ui.application
made, ui.application.Application.__init__ = ui.application.Application.__init__, watch
main([])
"""


def milliseconds(code: str, *words: str) -> float:
    """Run a child and return how long after its start it said that it has painted."""
    start = time.time()
    child = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return (float(child.stdout.split()[0]) - start) * 1000


def measure(rounds: int) -> dict[str, float]:
    """Return the median of each, taken in turn so that a busy machine is busy for all."""
    taken: dict[str, list[float]] = {"empty window": [], "frame": [], "figures": []}
    for code, words in ((EMPTY, ()), (OURS, ("figures",)), (OURS, ("figures",))):
        milliseconds(code, *words)  # the first of each compiles, fills the disk cache and makes the sample
    for _ in range(rounds):
        taken["empty window"].append(milliseconds(EMPTY))
        taken["frame"].append(milliseconds(OURS, "frame"))
        taken["figures"].append(milliseconds(OURS, "figures"))
    return {name: statistics.median(times) for name, times in taken.items()}


def main(words: list[str]) -> int:
    """Print the table, and write it down where asked to; exit 1 where an aim is missed."""
    rounds = next((int(word) for word in words if word.isdigit()), 9)
    with tempfile.TemporaryDirectory(prefix="cchc-bench-") as home:
        os.environ.update(CCHC_HOME=home, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
        found = measure(rounds)
    floor = found["empty window"]
    lines = ["| what | ms | ratio to the empty window | aim |", "|---|---|---|---|"]
    for name, limit in (("empty window", None), ("frame", FRAME_LIMIT), ("figures", FIGURES_LIMIT)):
        lines.append(f"| {name} | {found[name]:.0f} | {found[name] / floor:.2f} | {limit or ''} |")
    print(f"median of {rounds} starts, off screen", *lines, sep="\n")
    if "--write" in words:
        _write(rounds, "\n".join(lines))
    return int(found["frame"] > FRAME_LIMIT * floor or found["figures"] > FIGURES_LIMIT * floor)


def _write(rounds: int, table: str) -> None:
    write_part(
        "start",
        f"""
## The start of the window

`python -m bench.startup --write` starts an empty PySide6 window and ours in turns, each in a process of its own:
from the start of the process to the first paint of the frame, and to the figures of the last file.
Median of {rounds} starts off screen, {made_with()}.

{table}
""",
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Kill the program in the middle of writing, again and again: every acknowledged change is there, the file is whole.

    python -m bench.kill [rounds] [--write]

A child process saves cells and says so, one line each; it is killed (SIGKILL) at a random moment; then the file must
hold exactly what was acknowledged, or that and the one change that was on its way. A killed process is not a power
cut: what the system's cache holds survives it. Against that stands synchronous FULL, which a test holds."""

import random
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from time import perf_counter, sleep

from bench.page import write_part
from models.measure import Kind
from models.period import quarter
from models.plan import Actual, Indicator, Plan
from models.store.actuals import actuals, record
from models.store.changes import Author
from models.store.database import create_database, integrity_problems, open_database
from models.store.history import Subject, history
from models.store.indicators import save_indicators
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit

ROOT = Path(__file__).parent.parent
AUTHOR = Author("bench")
CELLS = 97
BLOCK = 60
LONGEST_WAIT_SECONDS = 0.12


@dataclass
class Expected:
    """What the file must hold after a number of changes."""

    changes: int = 0
    overwritten: int = 0
    cells: dict[int, int] = field(default_factory=dict)

    def advance(self) -> None:
        """Make the next change."""
        for cell in cells_of(self.changes):
            self.overwritten += cell in self.cells
            self.cells[cell] = self.changes
        self.changes += 1


def cells_of(change: int) -> list[int]:
    """Return the cells that a change writes: one, and now and then a block, as a paste does."""
    size = BLOCK if change % 7 == 6 else 1
    return [(change * 31 + step) % CELLS for step in range(size)]


def make_file(path: Path) -> None:
    """Make a data file with a cell for every number below CELLS."""
    with closing(create_database(path)) as db:
        save_units(db, [Unit(str(cell), "Đơn vị") for cell in range(CELLS)], AUTHOR)
        save_plan(db, Plan("KH", 2023, "Kế hoạch", "0"), AUTHOR)
        save_indicators(db, [Indicator("KH", "CT", "", "Chỉ tiêu", Kind.COUNT)], AUTHOR)


def write_until_killed(path: Path, change: int) -> None:
    """Save change after change, and say the number of each when the store has returned: the child's part."""
    with closing(open_database(path)) as db:
        while True:
            value = Decimal(change)
            record(db, [Actual("CT", str(cell), quarter(2023, 1), value=value) for cell in cells_of(change)], AUTHOR)
            print(change, flush=True)
            change += 1


def kill_once(path: Path, expected: Expected, wait_seconds: float) -> bool:
    """Run a child for a while, kill it and look; return whether it was in the middle of a write.

    Raises AssertionError where the file is not whole or does not hold what was acknowledged."""
    command = [sys.executable, "-m", "bench.kill", "--child", str(path), str(expected.changes)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline()]
        sleep(wait_seconds)
        child.kill()
        said += child.stdout.readlines()
    acknowledged = [int(line) for line in said if line.endswith("\n")]
    assert acknowledged, "the child wrote nothing"
    while expected.changes <= acknowledged[-1]:
        expected.advance()
    journal = path.with_name(f"{path.name}-journal")
    was_writing = journal.exists() and journal.stat().st_size > 0
    look(path, expected)
    return was_writing


def look(path: Path, expected: Expected) -> None:
    """Open the file and compare it with what was acknowledged, or that and one change more."""
    with closing(open_database(path)) as db:
        assert integrity_problems(db) == []
        found = {int(each.unit): int(each.value or 0) for each in actuals(db)}
        if found != expected.cells:
            expected.advance()
        assert found == expected.cells, "an acknowledged change is lost, or one is half there"
        assert sum(1 for _ in history(db, Subject.ACTUAL)) == expected.overwritten, "history does not match"


def main(rounds: int, write: bool) -> None:
    """Kill many times, print what was seen, and write it down where asked to."""
    chance, expected, in_the_middle = random.Random(), Expected(), 0
    started = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Kế hoạch.cchc"
        make_file(path)
        for _ in range(rounds):
            in_the_middle += kill_once(path, expected, chance.uniform(0, LONGEST_WAIT_SECONDS))
    told = (
        f"{rounds} kills in {perf_counter() - started:.0f} s, {in_the_middle} of them inside a transaction; "
        f"{expected.changes} changes, none of them lost, {expected.overwritten} rows of history; file whole each time."
    )
    print(told)
    if write:
        write_part("kill", f"## Killed while writing\n\n`python -m bench.kill --write`: {told}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        write_until_killed(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(next((int(word) for word in sys.argv if word.isdigit()), 200), "--write" in sys.argv)

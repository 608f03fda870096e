"""PySide6 must not lose references: 6.12.0 does on Python 3.11, and the process dies after some minutes."""

import subprocess
import sys

CALLS_AND_EMITS = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal(bool)

heard = 0
def hear(loud):
    global heard
    heard += loud

bell = Bell()
bell.rang.connect(hear)
before = sys.getrefcount(None), sys.getrefcount(True)
for _ in range(20_000):
    bell.rang.emit(True)
    bell.setObjectName("bell")
    bell.blockSignals(False)
after = sys.getrefcount(None), sys.getrefcount(True)
print(heard, *(abs(new - old) < 1_000 for new, old in zip(after, before, strict=True)))
"""


def test_20_000_calls_and_emits_leave_the_process_alive_and_its_references_whole() -> None:
    child = subprocess.run(
        [sys.executable, "-c", CALLS_AND_EMITS], capture_output=True, text=True, timeout=120, check=False
    )
    assert (child.returncode, child.stdout.split()) == (0, ["20000", "True", "True"]), child.stderr

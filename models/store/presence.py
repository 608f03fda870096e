"""Who else has a data file open: a small note beside it for each window, as office programs leave one."""

import json
import os
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

STALE_SECONDS = 600  # a note is renewed every minute; a machine that crashed or sleeps renews none

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Opener:
    """A window that has the file open: the machine, the person as history names them, and since when."""

    host: str
    who: str
    since: datetime


class Presence:
    """The note of one window on one file. Where the folder takes no note there is none, and nothing is said of it."""

    def __init__(self, path: Path, who: str) -> None:
        number = next(_numbers)  # two windows of one program are two
        host = socket.gethostname() or "?"
        self._path = path
        self.note = path.with_name(f"{_start(path)}{_plain(host)}-{os.getpid()}-{number}.open")
        said = {"host": host, "pid": os.getpid(), "who": who, "since": datetime.now().isoformat(timespec="seconds")}
        self._text = json.dumps(said, ensure_ascii=False)
        self.renew()

    def renew(self) -> None:
        """Say that the file is still open."""
        with suppress(OSError):
            self.note.write_text(self._text, "utf-8")

    def remove(self) -> None:
        """The file is closed."""
        with suppress(OSError):
            self.note.unlink(missing_ok=True)

    def others(self) -> list[Opener]:
        """Return who else has the file open, the longest first; notes that nobody renews any more are taken away."""
        found = []
        for note in _notes(self._path):
            if note.name == self.note.name:
                continue
            if (opener := self._opener(note)) is not None:
                found.append(opener)
        return sorted(found, key=lambda each: each.since)

    def _opener(self, note: Path) -> Opener | None:
        try:
            said = json.loads(note.read_text("utf-8"))
            opener = Opener(str(said["host"]), str(said["who"]), datetime.fromisoformat(said["since"]))
            gone = opener.host == socket.gethostname() and not _runs(int(said["pid"]))
            is_stale = gone or self._now() - note.stat().st_mtime > STALE_SECONDS
        except (OSError, ValueError, KeyError, TypeError):  # being written, or taken away just now
            return None
        if is_stale:
            with suppress(OSError):
                note.unlink()
        return None if is_stale else opener

    def _now(self) -> float:
        """Return the time by the clock of the disk, which may be another machine's."""
        try:
            return self.note.stat().st_mtime
        except OSError:
            return time.time()


def _notes(path: Path) -> list[Path]:
    start = _start(path)
    try:
        return [each for each in path.parent.iterdir() if each.name.startswith(start) and each.suffix == ".open"]
    except OSError:
        return []


def _start(path: Path) -> str:
    """Return how the notes on a file begin; not with its suffix, so that nobody takes them for data files."""
    return f".~{path.name.replace('.', '-')}."


def _plain(host: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in host)


def _runs(pid: int) -> bool:
    """Return whether a process of this machine is there; where that cannot be asked without harm, yes."""
    if sys.platform == "win32":  # pragma: no cover
        return True  # os.kill would end it; its note grows stale by itself
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True

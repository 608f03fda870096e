"""Who else has a file open: notes beside it, renewed while it is open, not believed when nobody renews them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.store.presence import STALE_SECONDS, Presence


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "kế hoạch 2023.cchc"
    made.touch()
    return made


def notes(path: Path) -> list[Path]:
    return sorted(path.parent.glob(".~*"))


def test_the_second_learns_of_the_first_and_the_first_of_the_second(path: Path) -> None:
    first, second = Presence(path, "Bà Hai"), Presence(path, "Ông Ba")
    assert [each.who for each in second.others()] == ["Bà Hai"]
    assert [each.who for each in first.others()] == ["Ông Ba"]
    first.remove()
    assert second.others() == []
    second.remove()
    assert notes(path) == []


def test_other_files_of_the_folder_are_other_files(path: Path) -> None:
    Presence(path.with_name("kế hoạch 2024.cchc"), "Bà Hai")
    assert Presence(path, "Ông Ba").others() == []


def test_a_note_of_another_machine_counts_while_it_is_renewed(path: Path) -> None:
    mine, other = Presence(path, "Ông Ba"), Presence(path, "Bà Hai")
    other.note.write_text(other.note.read_text("utf-8").replace(f'"pid": {os.getpid()}', '"pid": 999999999'), "utf-8")
    said = json.loads(other.note.read_text("utf-8"))
    other.note.write_text(json.dumps(said | {"host": "máy khác"}), "utf-8")
    assert [each.host for each in mine.others()] == ["máy khác"]
    long_ago = mine.note.stat().st_mtime - STALE_SECONDS - 1
    os.utime(other.note, (long_ago, long_ago))
    assert mine.others() == []
    assert notes(path) == [mine.note]
    other.renew()
    assert [each.who for each in mine.others()] == ["Bà Hai"]


def test_a_note_of_a_dead_process_of_this_machine_is_taken_away(path: Path) -> None:
    child = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    mine, other = Presence(path, "Ông Ba"), Presence(path, "Bà Hai")
    said = json.loads(other.note.read_text("utf-8"))
    other.note.write_text(json.dumps(said | {"pid": int(child.stdout)}), "utf-8")
    assert mine.others() == []
    assert notes(path) == [mine.note]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"host": "a", "who": "b", "since": "hôm qua", "pid": 1}'])
def test_a_note_that_is_none_is_left_alone(path: Path, text: str) -> None:
    mine, other = Presence(path, "Ông Ba"), Presence(path, "Bà Hai")
    other.note.write_text(text, "utf-8")
    assert mine.others() == []
    assert other.note.exists()


def test_a_process_of_somebody_else_counts_as_running(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(pid: int, signal: int) -> None:
        raise PermissionError

    mine, _other = Presence(path, "Ông Ba"), Presence(path, "Bà Hai")
    monkeypatch.setattr(os, "kill", refuse)
    assert len(mine.others()) == 1


def test_a_folder_that_takes_no_note_raises_nothing(path: Path) -> None:
    other = Presence(path, "Bà Hai")
    mine = Presence(path, "Ông Ba")
    mine.remove()
    mine.note = path.parent / "không có" / "ghi chú"
    mine.renew()
    mine.remove()
    assert [each.who for each in mine.others()] == ["Bà Hai"]
    other.remove()
    gone = Presence(path.parent / "không có" / "tệp.cchc", "Ông Ba")
    assert gone.others() == []

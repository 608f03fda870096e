"""A copy a day, the last ten kept; restoring one keeps what it replaces."""

import os
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from models.errors import KnownError
from models.plan import Plan
from models.store import database
from models.store.backup import (
    Content,
    CopyKind,
    content,
    copies,
    every_copy,
    keep_copy_before,
    keep_daily_copy,
    restore,
)
from models.store.changes import Author
from models.store.database import create_database, integrity_problems, open_database
from models.store.plans import save_plan
from models.store.units import save_unit, save_units, units
from models.unit import Unit
from tests.unit.models.store.conftest import damage_units

AN = Author("An")
TODAY = date(2023, 6, 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch 2023.cchc"
    with closing(create_database(path)) as db:
        save_unit(db, Unit("H", "UBND huyện"), AN)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Sao lưu" / "hằng ngày"


def add_unit(path: Path, code: str) -> None:
    with closing(open_database(path)) as db:
        save_unit(db, Unit(code, code), AN)


def codes(path: Path) -> list[str]:
    with closing(open_database(path)) as db:
        assert integrity_problems(db) == []
        return [each.code for each in units(db)]


def test_the_first_change_of_a_day_keeps_a_copy_and_the_next_ones_do_not(path: Path, folder: Path) -> None:
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    assert copy.name.startswith("Kế hoạch 2023 ")
    assert copy.name.endswith(" 2023-06-20.cchc")
    add_unit(path, "X1")
    assert keep_daily_copy(path, folder, TODAY) is None
    assert codes(copy) == ["H"]


def test_a_copy_before_something_large_stands_among_the_daily_ones_by_its_time(path: Path, folder: Path) -> None:
    daily = [keep_daily_copy(path, folder, TODAY + timedelta(days=n)) for n in range(2)]
    add_unit(path, "X1")
    noon = datetime(2023, 6, 20, 12)
    before = [keep_copy_before(path, folder, noon + timedelta(seconds=n), keep=2) for n in range(3)]
    assert copies(folder, path) == [daily[1], before[2], before[1], daily[0]]
    assert codes(before[2]) == ["H", "X1"]


def test_the_last_copies_are_kept(path: Path, folder: Path) -> None:
    made = [keep_daily_copy(path, folder, TODAY + timedelta(days=n), keep=3) for n in range(5)]
    assert copies(folder, path) == made[:1:-1]
    assert sorted(folder.iterdir()) == made[2:]


def test_files_of_one_name_in_two_folders_keep_their_own_copies(path: Path, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác" / path.name
    other.parent.mkdir()
    create_database(other).close()
    assert keep_daily_copy(path, folder, TODAY) is not None
    assert keep_daily_copy(other, folder, TODAY, keep=1) is not None
    assert [len(copies(folder, each)) for each in (path, other)] == [1, 1]


def test_a_folder_that_is_not_there_has_no_copies(path: Path, folder: Path) -> None:
    assert copies(folder, path) == []


def test_a_folder_that_cannot_be_made_is_said_in_words(path: Path) -> None:
    with pytest.raises(KnownError, match="Không tạo được thư mục sao lưu"):
        keep_daily_copy(path, path / "dưới một tệp", TODAY)


def test_a_restored_file_equals_the_copy_and_the_replaced_one_is_kept(path: Path, folder: Path) -> None:
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    add_unit(path, "X1")
    kept = restore(copy, path)
    assert kept is not None
    assert kept.parent == path.parent
    assert (codes(path), codes(kept), codes(copy)) == (["H"], ["H", "X1"], ["H"])
    assert sorted(each.suffix for each in path.parent.iterdir()) == ["", ".cchc", ".cchc"]


def test_a_lost_file_is_restored(path: Path, folder: Path) -> None:
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    path.unlink()
    assert restore(copy, path) is None
    assert codes(path) == ["H"]


def test_a_damaged_file_is_restored_and_kept_as_it_is(path: Path, folder: Path) -> None:
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    path.write_bytes(b"x" * 9000)
    kept = restore(copy, path)
    assert kept is not None
    assert kept.read_bytes() == b"x" * 9000
    assert codes(path) == ["H"]


def test_a_journal_left_by_a_power_cut_is_not_put_into_the_restored_file(path: Path, folder: Path) -> None:
    """GIVEN a journal in the middle of a change, its file lost; WHEN a copy is restored; THEN it equals the copy."""
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    journal = path.with_name(path.name + "-journal")
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA cache_size = 1")  # so that the change, and the journal before it, reach the disk
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT INTO grade VALUES (1, ?, ?, NULL)", ((n, "Tốt " * 100 + str(n)) for n in range(1, 99)))
        hot = journal.read_bytes()
    assert hot
    path.unlink()
    journal.write_bytes(hot)
    assert restore(copy, path) is None
    assert not journal.exists()
    assert codes(path) == ["H"]


def test_a_file_that_another_program_writes_to_is_not_replaced(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    add_unit(path, "X1")
    monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.01)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KnownError, match="phần mềm khác sử dụng"):
            restore(copy, path)
        other.rollback()
    assert codes(path) == ["H", "X1"]


def test_a_copy_that_is_not_whole_is_not_restored(path: Path, folder: Path) -> None:
    with closing(open_database(path)) as db:
        save_units(db, [Unit(f"X{n}", "Xã " * 100) for n in range(200)], AN)
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    damage_units(copy)
    before = path.read_bytes()
    with pytest.raises(KnownError, match="không dùng được"):
        restore(copy, path)
    assert path.read_bytes() == before


def test_a_restore_that_cannot_be_written_is_said_in_words(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = keep_daily_copy(path, folder, TODAY)
    assert copy is not None
    real = os.replace

    def refuses(source: Path, target: Path) -> None:
        if target == path:
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", refuses)
    with pytest.raises(KnownError, match="Không khôi phục được"):
        restore(copy, path)
    assert codes(path) == ["H"]
    assert not [each for each in path.parent.iterdir() if "arriving" in each.name]


def test_every_copy_is_listed_with_its_kind_and_size_the_newest_first(path: Path, folder: Path) -> None:
    daily = keep_daily_copy(path, folder, TODAY)
    before = keep_copy_before(path, folder, datetime(2023, 6, 20, 9, 0))
    upgraded = path.with_name(f"{path.stem} (trước nâng cấp 7){path.suffix}")
    for each, hour in ((daily, 8), (before, 9)):
        assert each is not None
        upgraded.write_bytes(each.read_bytes())
        os.utime(each, (hour * 3600, hour * 3600))
    os.utime(upgraded, (7 * 3600, 7 * 3600))
    path.with_name(f"{path.stem} (bản của tôi){path.suffix}").write_bytes(b"")
    kept = restore(before, path)
    found = every_copy(folder, path)
    assert [(each.path, each.kind) for each in found] == [
        (kept, CopyKind.BEFORE_RESTORING),
        (before, CopyKind.BEFORE_CHANGE),
        (daily, CopyKind.DAILY),
        (upgraded, CopyKind.BEFORE_UPGRADE),
    ]
    assert found[1].made_at == datetime.fromtimestamp(9 * 3600)
    assert found[1].size == before.stat().st_size


def test_a_look_into_a_copy_tells_what_is_in_it_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    with closing(open_database(path)) as db:
        save_plan(db, Plan("KH", 2023, "Kế hoạch năm 2023", "H"), AN)
    before = path.read_bytes()
    found = content(path)
    assert (found.plans, found.units, found.actuals, found.changed_by) == (("Kế hoạch năm 2023",), 1, 0, "An")
    assert found.changed_at is not None
    assert path.read_bytes() == before
    create_database(tmp_path / "trống.cchc").close()
    assert content(tmp_path / "trống.cchc") == Content((), 0, 0, None, "")


def test_a_look_into_a_damaged_copy_is_refused_in_words(path: Path) -> None:
    with closing(open_database(path)) as db:
        save_units(db, [Unit(f"X{n}", "Xã " * 20) for n in range(500)], AN)
    damage_units(path)
    with pytest.raises(KnownError, match="hỏng"):
        content(path)

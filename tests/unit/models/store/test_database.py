"""A data file is made, opened, refused in words, written all or nothing, and says when it is not whole."""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from sqlite_utils.migrations import Migrations

from models.errors import KnownError
from models.store import database
from models.store.changes import Author, Changes
from models.store.database import (
    Database,
    FileInUseError,
    copy_database,
    create_database,
    integrity_problems,
    known_errors,
    memory_database,
    open_database,
    writing,
)
from models.store.migrations import migrations
from models.store.units import save_unit, save_units, units
from models.unit import Unit
from tests.unit.models.store.conftest import damage_units

AN = Author("An")
STEPS = len(list(migrations.pending(Database(memory=True))))
NAME = "Kế hoạch “năm 2023” #1 100%?.cchc"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with one unit, in a folder and under a name that people use."""
    folder = tmp_path / "Cải cách hành chính"
    folder.mkdir()
    with closing(create_database(folder / NAME)) as db:
        save_unit(db, Unit("H", "UBND huyện"), AN)
    return folder / NAME


def test_a_new_file_carries_its_mark_and_version_and_is_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (0x43434843,)
        assert plain.execute("PRAGMA user_version").fetchone() == (STEPS,)
    with closing(open_database(path)) as db:
        assert [each.code for each in units(db)] == ["H"]
        assert integrity_problems(db) == []
    assert [each.name for each in path.parent.iterdir()] == [NAME]


def test_a_file_is_kept_safe_against_a_power_cut_and_against_loose_ends(path: Path) -> None:
    with closing(open_database(path)) as db:
        answers = [
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert answers == ["delete", 2, 1]


def test_an_existing_file_is_not_overwritten_by_a_new_one(path: Path) -> None:
    with pytest.raises(KnownError, match="chọn tên khác"):
        create_database(path)


def test_a_file_that_could_not_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(db: Database) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(database, "_apply", fails)
    with pytest.raises(ZeroDivisionError):
        create_database(tmp_path / "a.cchc")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"Không mở được tệp dữ liệu “a\.cchc”"):
        create_database(tmp_path / "không có" / "a.cchc")


def test_a_file_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không tìm thấy"):
        open_database(tmp_path / "a.cchc")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"Word, not a database. " * 100, b"PK\x03\x04"])
def test_what_is_no_data_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.cchc").write_bytes(content)
    with pytest.raises(KnownError, match="không phải là tệp dữ liệu"):
        open_database(tmp_path / "a.cchc")
    assert (tmp_path / "a.cchc").read_bytes() == content


def test_another_program_s_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.cchc")) as foreign:
        foreign.execute("CREATE TABLE unit (id)")
    with pytest.raises(KnownError, match="không phải là tệp dữ liệu"):
        open_database(tmp_path / "a.cchc")


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("PRAGMA user_version = 99", "phiên bản mới hơn"),
        (
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('cchc', 'm999_later', '')",
            "phiên bản mới hơn",
        ),
        ("CREATE TABLE stranger (id)", "bảng lạ stranger"),
        ("DROP TABLE report", "thiếu bảng report"),
    ],
)
def test_a_newer_or_altered_file_is_refused_and_left_alone(path: Path, statement: str, says: str) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(statement)
        plain.commit()
    before = path.read_bytes()
    with pytest.raises(KnownError, match=says):
        open_database(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_said_in_words(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = os.urandom(3996)
    path.write_bytes(content)
    with pytest.raises(KnownError, match="bị hỏng"):
        open_database(path)


def test_a_locked_file_is_said_in_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.01)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KnownError, match="phần mềm khác sử dụng"):
            open_database(path)
        other.rollback()
    open_database(path).close()


def test_a_write_while_another_program_holds_the_file_is_said_and_nothing_is_half_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.01)
    with closing(open_database(path)) as db, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="phần mềm khác sử dụng"):
            save_unit(db, Unit("X1", "Xã Một"), AN)
        other.rollback()
        assert not db.conn.in_transaction
        save_unit(db, Unit("X1", "Xã Một"), AN)
        assert [each.code for each in units(db)] == ["H", "X1"]


def test_a_full_disk_is_said_and_what_was_saved_stays(path: Path) -> None:
    with closing(open_database(path)) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        with pytest.raises(KnownError, match="đã đầy"):
            save_units(db, [Unit(f"X{n}", "Xã " * 50) for n in range(500)], AN)
        assert [each.code for each in units(db)] == ["H"]
        assert integrity_problems(db) == []


def test_a_file_opened_for_reading_takes_no_change(path: Path) -> None:
    before = path.read_bytes()
    with closing(open_database(path, read_only=True)) as db:
        with pytest.raises(KnownError, match="chỉ cho phép đọc"):
            save_unit(db, Unit("X1", "Xã Một"), AN)
        assert [each.code for each in units(db)] == ["H"]
    assert path.read_bytes() == before


def test_a_broken_constraint_is_a_bug_and_keeps_its_own_error(empty: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), writing(empty, AN):
        empty.execute("INSERT INTO unit (position, code, name, revision) VALUES (1, '', '', 1)")


def test_reads_of_a_damaged_file_can_be_said_in_words_too() -> None:
    error = sqlite3.DatabaseError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    with (
        pytest.raises(KnownError, match=r"Ổ đĩa báo lỗi khi đọc hoặc ghi tệp dữ liệu “a\.cchc”"),
        known_errors(Path("a.cchc")),
    ):
        raise error


def test_one_use_is_one_transaction(empty: Database) -> None:
    def saves_then_fails() -> None:
        with writing(empty, AN):
            save_unit(empty, Unit("H", "UBND huyện"), AN)
            save_unit(empty, Unit("H", "lần nữa"), AN)

    with pytest.raises(KnownError, match="Đã có đơn vị mang mã H"):
        saves_then_fails()
    assert units(empty) == []
    assert empty.execute("SELECT count(*) FROM revision").fetchone() == (0,)


def test_writes_inside_a_write_of_the_same_author_are_one_revision(empty: Database) -> None:
    with writing(empty, AN) as outer:
        with writing(empty, AN) as inner:
            assert inner == outer
        with writing(empty, Author("An", "undo")) as other:
            assert other != outer
        with writing(empty, AN) as again:
            assert again == outer
    with writing(empty, AN) as later:
        assert later != outer


def test_a_failed_part_of_a_write_can_be_left_out(empty: Database) -> None:
    with writing(empty, AN):
        save_unit(empty, Unit("H", "UBND huyện"), AN)
        with pytest.raises(KnownError):
            save_unit(empty, Unit("X1", "Xã Một", first_superior="không có"), AN)
    assert [each.code for each in units(empty)] == ["H"]


def test_an_older_file_is_copied_then_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = _with_a_later_step("ALTER TABLE unit ADD COLUMN seat TEXT")
    monkeypatch.setattr(database, "migrations", later)
    before = path.read_bytes()
    with closing(open_database(path)) as db:
        assert next(db.query("SELECT code, seat FROM unit")) == {"code": "H", "seat": None}
        assert db.execute("PRAGMA user_version").fetchone() == (STEPS + 1,)
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    kept = path.with_name(f"{path.stem} (trước nâng cấp {STEPS}).cchc")
    monkeypatch.setattr(database, "migrations", migrations)
    with closing(open_database(kept)) as db:
        assert [each.code for each in units(db)] == ["H"]
    assert path.read_bytes() != before
    with pytest.raises(KnownError, match="phiên bản mới hơn"):
        open_database(path)


def test_an_older_file_is_looked_at_without_being_touched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(database, "migrations", _with_a_later_step("ALTER TABLE unit ADD COLUMN seat TEXT"))
    with closing(open_database(path, read_only=True)) as db:
        assert next(db.query("SELECT code, seat FROM unit")) == {"code": "H", "seat": None}
        with pytest.raises(KnownError, match="chỉ cho phép đọc"):
            save_unit(db, Unit("X", "Xã"), AN)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [NAME]
    monkeypatch.setattr(database, "migrations", _with_a_later_step("UPDATE unit SET superior = 99"))
    with pytest.raises(KnownError, match="Không nâng cấp được"):
        open_database(path, read_only=True)


def test_a_step_that_breaks_references_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(database, "migrations", _with_a_later_step("UPDATE unit SET superior = 99"))
    with pytest.raises(KnownError, match="Không nâng cấp được"):
        open_database(path)
    assert path.read_bytes() == before


def _with_a_later_step(statement: str) -> Migrations:
    later = Migrations("cchc")
    for each in migrations._migrations:
        later(name=each.name)(each.fn)

    @later()
    def m002_later(db: Database) -> None:
        db.execute(statement)

    return later


def test_a_reference_to_nothing_is_reported(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE unit SET superior = 99")
        plain.commit()
    with closing(open_database(path)) as db:
        assert integrity_problems(db) == ["Bảng unit có 1 dòng trỏ tới mục không còn trong bảng unit."]


def test_a_trigger_that_is_gone_is_reported(empty: Database) -> None:
    empty.execute("DROP TRIGGER actual_updated")
    assert integrity_problems(empty) == [
        "Cấu trúc tệp đã bị sửa: trigger actual_updated không đúng như phần mềm tạo ra."
    ]


def test_damage_inside_the_file_is_reported_in_sentences(path: Path) -> None:
    with closing(open_database(path)) as db:
        save_units(db, [Unit(f"X{n}", "Xã " * 100) for n in range(200)], AN)
    damage_units(path)
    with closing(open_database(path)) as db:
        problems = integrity_problems(db)
    assert problems
    assert all(each.startswith("Tệp dữ liệu hỏng") for each in problems)


def test_a_copy_of_an_open_file_is_whole_and_equal(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "Bản sao.cchc"
    target.write_text("cũ", "utf-8")
    with closing(open_database(path)) as db:
        copy_database(db, target)
        copied = units(db)
    with closing(open_database(target)) as db:
        assert units(db) == copied
        assert integrity_problems(db) == []
    assert sorted(each.name for each in tmp_path.iterdir()) == ["Bản sao.cchc", path.parent.name]


def test_a_copy_is_not_written_over_the_open_file(path: Path) -> None:
    with closing(open_database(path)) as db, pytest.raises(KnownError, match="chính tệp đang mở"):
        copy_database(db, path.parent / ".." / path.parent.name / path.name)


def test_a_copy_to_where_nothing_can_be_written_is_said_in_words(path: Path, tmp_path: Path) -> None:
    (tmp_path / "thư mục").mkdir()
    with closing(open_database(path)) as db:
        with pytest.raises(KnownError, match="Không mở được"):
            copy_database(db, tmp_path / "không có" / "a.cchc")
        with pytest.raises(KnownError, match="Không ghi được bản sao"):
            copy_database(db, tmp_path / "thư mục")
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([path.parent.name, "thư mục"])


def test_a_copy_gives_up_in_words_when_another_program_keeps_the_file(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.1)
    with closing(open_database(path)) as db, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileInUseError, match=re.escape(f"Tệp dữ liệu “{NAME}” đang được một phần mềm")):
            copy_database(db, tmp_path / "bản sao.cchc")
        other.execute("ROLLBACK")
        copy_database(db, tmp_path / "bản sao.cchc")
    assert {each.name for each in tmp_path.iterdir()} == {"bản sao.cchc", path.parent.name}


def test_a_copy_waits_for_another_program_that_soon_lets_go(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.05)
    with closing(open_database(path)) as db, closing(sqlite3.connect(path, isolation_level=None)) as other:
        monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 60)
        other.execute("BEGIN EXCLUSIVE")
        tries: list[int] = []

        def patience(own: str) -> Callable[[int, int, int], None]:
            waited = given(own)

            def told(status: int, left: int, pages: int) -> None:
                tries.append(status)
                waited(status, left, pages)
                if len(tries) == 1:
                    other.execute("ROLLBACK")

            return told

        given = database._patience
        monkeypatch.setattr(database, "_patience", patience)
        copy_database(db, tmp_path / "bản sao.cchc")
    assert tries[0] == sqlite3.SQLITE_BUSY
    with closing(open_database(tmp_path / "bản sao.cchc")) as db:
        assert integrity_problems(db) == []


def test_a_copy_in_the_midst_of_a_write_of_ones_own_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.1)
    with closing(memory_database()) as db, writing(db, AN), pytest.raises(FileInUseError, match=r"^Tệp dữ liệu đang"):
        copy_database(db, tmp_path / "bản sao.cchc")
    assert list(tmp_path.iterdir()) == []


def test_changes_join() -> None:
    assert Changes(units=True) | Changes(actuals=True) == Changes(units=True, actuals=True)
    assert not Changes()
    assert all(getattr(Changes.all(), each.name) for each in fields(Changes) if each.name != "cells")


def test_changes_of_known_cells_stay_known_until_others_join_them() -> None:
    one, other = (Changes(actuals=True, cells=frozenset({("ratio", unit)})) for unit in ("X1", "X2"))
    assert (one | other).cells == {("ratio", "X1"), ("ratio", "X2")}
    assert (one | Changes(reports=True)).cells == one.cells
    assert (Changes(reports=True) | one).are_of_cells
    for unknown in (Changes(actuals=True), Changes.all()):
        assert not (one | unknown).cells
        assert not (unknown | one).are_of_cells
    for area in (Changes(units=True), Changes(plans=True), Changes(targets=True)):
        assert not (one | area).are_of_cells


def test_a_database_in_memory_is_like_a_file() -> None:
    with closing(memory_database()) as db:
        assert integrity_problems(db) == []


def test_a_file_that_cannot_be_read_through_is_reported_too(path: Path) -> None:
    with closing(open_database(path)) as db:
        path.write_bytes(os.urandom(path.stat().st_size))
        assert [each.partition(":")[0] for each in integrity_problems(db)] == ["Tệp dữ liệu hỏng, không đọc hết được"]


def test_a_text_whose_bytes_are_damaged_is_a_damaged_file(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace("UBND huyện".encode(), b"UBND huy\xff\xff\xffn"))
    with closing(open_database(path)) as db, pytest.raises(KnownError, match="bị hỏng"), known_errors(path):
        units(db)


def test_a_table_whose_name_is_damaged_is_a_damaged_file(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE unit (", b"CREATE TABLE \xffnit ("))
    for read_only in (True, False):
        with pytest.raises(KnownError, match="bị hỏng"):
            open_database(path, read_only=read_only)


def test_a_damaged_trigger_of_an_older_file_stays_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "migrations", _with_a_later_step("ALTER TABLE actual RENAME COLUMN note TO remark"))
    damaged = path.read_bytes().replace(b"OLD.denominator", b"\xb7LD.denominator")
    path.write_bytes(damaged)
    for read_only in (True, False):
        with pytest.raises(KnownError, match=r"Không nâng cấp được tệp .* bị hỏng"):
            open_database(path, read_only=read_only)
    assert path.read_bytes() == damaged


def test_an_older_file_that_another_program_keeps_is_not_waited_for_without_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "migrations", _with_a_later_step("ALTER TABLE unit ADD COLUMN seat TEXT"))
    copy = database._copied_into_memory

    def copied_while_held(db: Database, its: Path) -> Database:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.05)
            return copy(db, its)

    monkeypatch.setattr(database, "_copied_into_memory", copied_while_held)
    with pytest.raises(FileInUseError, match="phần mềm khác"):
        open_database(path, read_only=True)


def test_a_disk_that_is_full_stops_an_upgrade_in_its_own_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fills_the_disk(db: Database) -> None:
        db.execute("PRAGMA max_page_count = 1")
        db.execute("CREATE TABLE more (x)")
        db.executescript("INSERT INTO more SELECT randomblob(1000000)")

    monkeypatch.setattr(database, "migrations", _with_a_later_step("ALTER TABLE unit ADD COLUMN seat TEXT"))
    monkeypatch.setattr(database, "_apply", fills_the_disk)
    with pytest.raises(KnownError, match="đầy"):
        open_database(path)


def test_a_schema_with_a_name_that_is_no_text_is_a_damaged_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA writable_schema = ON")
        plain.execute("UPDATE sqlite_master SET name = CAST(x'ff' AS TEXT), sql = 'CREATE TABLE (' WHERE name = 'task'")
        plain.commit()
    with pytest.raises(KnownError, match="bị hỏng"):
        open_database(path)

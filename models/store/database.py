"""The data file: made, opened, refused in words, written in whole transactions, copied while open."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from time import monotonic
from urllib.parse import quote
from weakref import WeakKeyDictionary

from models.errors import KnownError, reason
from models.store.changes import Author
from models.store.lean import Database as Database
from models.store.migrations import migrations

APPLICATION_ID = 0x43434843  # "CCHC"
LOCK_TIMEOUT_SECONDS = 5.0

# fmt: off
TABLES = frozenset({
    "_sqlite_migrations", "revision", "unit", "unit_successor", "unit_event", "unit_event_side", "plan",
    "legal_basis", "reporting_window", "grade", "indicator", "plan_indicator", "assignment", "actual", "balance_rule",
    "explanation", "task", "dispatch", "report", "history", "submission_step", "evidence_file", "evidence",
    "acceptance", "check_limit", "group_member", "import_mapping", "report_part", "report_template", "day_off",
    "explanation_request", "plan_correction", "plan_text", "refused_draft", "target_source",
})
# fmt: on
NEW_REVISION = "INSERT INTO revision (at, who, how) VALUES (:at, :who, :how)"
TABLES_OF_FILE = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
PARTS_OF_FILE = """
SELECT type, name, sql FROM sqlite_master
WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name <> '_sqlite_migrations'
"""

_SENTENCES = {
    sqlite3.SQLITE_FULL: "Ổ đĩa đã đầy, thay đổi vừa rồi chưa được lưu; hãy dọn bớt ổ đĩa rồi thử lại. "
    "Số liệu đã lưu trước đó vẫn còn nguyên.",
    sqlite3.SQLITE_BUSY: "{file} đang được một phần mềm khác sử dụng; hãy đóng phần mềm đó rồi thử lại.",
    sqlite3.SQLITE_LOCKED: "{file} đang được một phần mềm khác sử dụng; hãy đóng phần mềm đó rồi thử lại.",
    sqlite3.SQLITE_READONLY: "{file} chỉ cho phép đọc nên không lưu được thay đổi; hãy chép tệp sang nơi ghi được.",
    sqlite3.SQLITE_READONLY_DBMOVED: "{file} đã bị xóa hoặc đổi chỗ trong lúc đang mở nên không lưu được thay đổi; "
    "hãy lưu bản sao của tệp đang mở, rồi mở bản sao đó.",
    sqlite3.SQLITE_CORRUPT: "{file} bị hỏng; hãy khôi phục từ một bản sao lưu hằng ngày.",
    sqlite3.SQLITE_NOTADB: "{file} không phải là tệp dữ liệu của phần mềm này.",
    sqlite3.SQLITE_CANTOPEN: "Không mở được {file}; hãy kiểm tra thư mục có tồn tại và được phép đọc, ghi.",
    sqlite3.SQLITE_PERM: "Không mở được {file}; hãy kiểm tra quyền đọc, ghi của thư mục.",
    sqlite3.SQLITE_IOERR: "Ổ đĩa báo lỗi khi đọc hoặc ghi {file}; hãy kiểm tra ổ đĩa rồi thử lại.",
}

_NO_TEXT = "Could not decode to UTF-8"  # what Python says, without a code, of a text whose bytes are damaged

_open_revisions: WeakKeyDictionary[Database, tuple[Author, int]] = WeakKeyDictionary()


class FileInUseError(KnownError):
    """Another program, or another window, is writing to the file."""


@contextmanager
def known_errors(path: Path | None = None) -> Iterator[None]:
    """Turn what SQLite says of disks, locks and damage into KnownError; a broken constraint stays as it is.

    The sentence names the file where a path is given."""
    try:
        yield
    except sqlite3.Error as error:
        extended = getattr(error, "sqlite_errorcode", 0)
        code = extended & 0xFF
        sentence = _SENTENCES.get(extended) or _SENTENCES.get(code)
        if sentence is None and str(error).startswith(_NO_TEXT):
            sentence = _SENTENCES[sqlite3.SQLITE_CORRUPT]
        if sentence is None:
            raise
        in_words = FileInUseError if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else KnownError
        text = sentence.format(file=f"tệp dữ liệu “{path.name}”" if path else "tệp dữ liệu")
        raise in_words(text[0].upper() + text[1:]) from error


def create_database(path: Path) -> Database:
    """Make a new data file and return it open; raises KnownError where a file of that name exists already."""
    if path.exists():
        raise KnownError(f"Đã có tệp “{path.name}” trong thư mục; hãy chọn tên khác.")
    with known_errors(path):
        db = _connected(path, "rwc")
        try:
            _prepare(db)
            _apply(db)
        except BaseException:
            db.close()
            path.unlink(missing_ok=True)
            raise
        return db


def open_database(path: Path, *, read_only: bool = False) -> Database:
    """Open a data file, bringing an older one up to date after a copy of it was kept.

    read_only: no statement can change it; an older file stays as it is and a copy in memory is looked at. Raises
    KnownError for a file that is not there, foreign, newer than the program, damaged or locked. The whole file is not
    checked here: see integrity_problems."""
    if not path.is_file():
        raise KnownError(f"Không tìm thấy tệp dữ liệu “{path}”.")
    with known_errors(path):
        db = _connected(path, "rw")
        try:
            _check_names(db)
            _check_ours(db, path)
            if migrations.pending(db):
                if read_only:
                    db = _copied_into_memory(db, path)
                else:
                    _keep_copy(db, path)
                _bring_up_to_date(db, path)
            _check_tables(db, path)
            _prepare(db)
            if read_only:
                db.execute("PRAGMA query_only = ON")
        except BaseException:
            db.close()
            raise
        return db


def memory_database() -> Database:
    """Return an empty database in memory, up to date: for tests and for drafts that are not kept."""
    db = Database(memory=True, execute_plugins=False)
    with closing(sqlite3.connect(":memory:")) as made:
        made.deserialize(_empty(migrations))
        made.backup(db.conn)
    _prepare(db)
    return db


@cache
def _empty(_steps: object) -> bytes:
    """Return an empty database that is up to date by some steps: copying what they make takes a tenth of their time."""
    with closing(Database(memory=True, execute_plugins=False)) as db:
        _prepare(db)
        _apply(db)
        return db.conn.serialize()


def memory_copy(db: Database) -> Database:
    """Return a copy of an open file that only memory holds, to try in it what is not to be kept."""
    copy = Database(memory=True, execute_plugins=False)
    db.conn.backup(copy.conn)
    _prepare(copy)
    return copy


@contextmanager
def writing(db: Database, author: Author) -> Iterator[int]:
    """Open one transaction and yield the id of its revision: who wrote when, and how.

    Everything is kept or, on any error, nothing. Inside another writing() of the same author it is part of that one.
    Raises KnownError where the disk is full, the file locked or read-only."""
    outer = _open_revisions.get(db)
    with known_errors(), db.atomic():
        if outer is not None and outer[0] == author:
            yield outer[1]
            return
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        revision = db.execute(NEW_REVISION, {"at": at, "who": author.who, "how": author.how}).lastrowid
        assert revision is not None
        _open_revisions[db] = author, revision
        try:
            yield revision
        finally:
            if outer is None:
                del _open_revisions[db]
            else:
                _open_revisions[db] = outer


def integrity_problems(db: Database) -> list[str]:
    """Return what is wrong with the file itself, in sentences; an empty list when it is whole.

    Reads the whole file: a quarter of a second for a province."""
    try:
        found = [str(text) for (text,) in db.execute("PRAGMA integrity_check(50)")]
        problems = [f"Tệp dữ liệu hỏng: {text}." for text in found if text != "ok"]
        return problems + _broken_references(db) + _altered_parts(db)
    except sqlite3.DatabaseError as error:
        return [f"Tệp dữ liệu hỏng, không đọc hết được: {error}."]


def copy_database(db: Database, target: Path) -> None:
    """Copy the open database into a file, by SQLite's own backup: to a temporary file first, then renamed.

    An older file of that name is replaced. Raises KnownError, the target then being as it was; FileInUseError when
    another program holds the file for longer than LOCK_TIMEOUT_SECONDS."""
    own = db.execute("PRAGMA database_list").fetchone()[2]
    if own and target.exists() and os.path.samefile(own, target):
        raise KnownError("Không thể lưu bản sao đè lên chính tệp đang mở; hãy chọn tên khác.")
    temporary = target.with_name(f".{target.name}.{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        with known_errors(target):
            with closing(sqlite3.connect(_uri(temporary, "rwc"), uri=True)) as copy:
                db.conn.backup(copy, progress=_patience(own))
            os.replace(temporary, target)
    except OSError as error:
        raise KnownError(f"Không ghi được bản sao “{target}”: {reason(error)}.") from error
    finally:
        temporary.unlink(missing_ok=True)


def _patience(own: str) -> Callable[[int, int, int], None]:
    """Return what gives a backup up: SQLite's own waits without a limit while somebody else writes."""
    until = monotonic() + LOCK_TIMEOUT_SECONDS

    def waited(status: int, _left: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() >= until:
            name = f"Tệp dữ liệu “{Path(own).name}”" if own else "Tệp dữ liệu"
            raise FileInUseError(_SENTENCES[status].format(file=name))

    return waited


def _connected(path: Path, mode: str) -> Database:
    connection = sqlite3.connect(_uri(path, mode), uri=True, timeout=LOCK_TIMEOUT_SECONDS)
    return Database(connection, execute_plugins=False)


def _uri(path: Path, mode: str) -> str:
    """Four slashes before a network name, three before a drive or a root: what SQLite takes on every system."""
    name = os.fsencode(path.absolute().as_posix().removeprefix("/"))
    return f"file:///{quote(name)}?mode={mode}"


def _prepare(db: Database) -> None:
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")  # else what a REPLACE takes away passes the triggers by


def _apply(db: Database) -> None:
    with db.atomic():
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(migrations.applied(db))}")


def _copied_into_memory(db: Database, path: Path) -> Database:
    """Return a copy of an open file that only memory holds; the file is closed."""
    copy = Database(memory=True, execute_plugins=False)
    try:
        db.conn.backup(copy.conn, progress=_patience(str(path)))
    except BaseException:
        copy.close()
        raise
    db.close()
    return copy


def _keep_copy(db: Database, path: Path) -> None:
    copy_database(db, path.with_name(f"{path.stem} (trước nâng cấp {_number(db, 'user_version')}){path.suffix}"))


def _bring_up_to_date(db: Database, path: Path) -> None:
    db.execute("PRAGMA foreign_keys = OFF")
    with db.atomic():
        try:
            _apply(db)
        except (sqlite3.OperationalError, UnicodeDecodeError) as error:
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) != sqlite3.SQLITE_ERROR:
                raise
            advice = "hãy khôi phục từ một bản sao lưu hằng ngày"
            raise KnownError(
                f"Không nâng cấp được tệp “{path.name}”, tệp vẫn như cũ: cấu trúc của tệp bị hỏng; {advice}."
            ) from error
        if problems := _broken_references(db):
            raise KnownError(f"Không nâng cấp được tệp “{path.name}”, tệp vẫn như cũ. {problems[0]}")


def _check_names(db: Database) -> None:
    """Raise DatabaseError where the names in the file are damaged, which Python would call an error of decoding."""
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except UnicodeDecodeError as error:
        raise sqlite3.OperationalError(f"{_NO_TEXT}: {error}") from error


def _check_ours(db: Database, path: Path) -> None:
    if _number(db, "application_id") != APPLICATION_ID:
        raise KnownError(f"Tệp “{path.name}” không phải là tệp dữ liệu của phần mềm này.")
    steps = {each.name for each in migrations._migrations}
    unknown = {each.name for each in migrations.applied(db)} - steps
    if _number(db, "user_version") > len(steps) or unknown:
        raise KnownError(
            f"Tệp “{path.name}” do phiên bản mới hơn của phần mềm tạo ra; hãy cập nhật phần mềm rồi mở lại."
        )


def _check_tables(db: Database, path: Path) -> None:
    tables = {name for (name,) in db.execute(TABLES_OF_FILE)}
    if missing := TABLES - tables:
        raise KnownError(f"Tệp “{path.name}” thiếu bảng {min(missing)}; hãy khôi phục từ một bản sao lưu hằng ngày.")
    if unknown := tables - TABLES:
        raise KnownError(f"Tệp “{path.name}” có bảng lạ {min(unknown)}, không do phần mềm này tạo ra.")


def _number(db: Database, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def _broken_references(db: Database) -> list[str]:
    broken: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        broken[table, parent] = broken.get((table, parent), 0) + 1
    return [
        f"Bảng {table} có {count} dòng trỏ tới mục không còn trong bảng {parent}."
        for (table, parent), count in broken.items()
    ]


def _altered_parts(db: Database) -> list[str]:
    """Compare tables, indexes and triggers with what they should be: without triggers no history would be written."""
    with closing(memory_database()) as model:
        wanted = set(model.execute(PARTS_OF_FILE))
    found = set(db.execute(PARTS_OF_FILE))
    return [
        f"Cấu trúc tệp đã bị sửa: {kind} {name} không đúng như phần mềm tạo ra."
        for kind, name in sorted({(kind, name) for kind, name, _ in wanted ^ found})
    ]

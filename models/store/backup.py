"""Copies kept beside the work: one a day, the last ten, a look into each, and the way back from one of them."""

import hashlib
import os
import re
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from models.errors import KnownError, reason
from models.store.database import FileInUseError, copy_database, integrity_problems, open_database
from models.store.plans import plans

_DAY, _TIME = r"\d{4}-\d{2}-\d{2}", r" \d{6}"
_BEFORE_RESTORING, _BEFORE_UPGRADE = "trước khôi phục", "trước nâng cấp"  # as the database names the latter

COUNTS = "SELECT (SELECT count(*) FROM unit) AS units, (SELECT count(*) FROM actual) AS actuals"
LAST_CHANGE = "SELECT at, who FROM revision ORDER BY id DESC LIMIT 1"


class CopyKind(StrEnum):
    """Why a copy was kept."""

    DAILY = "daily"
    BEFORE_CHANGE = "before_change"
    BEFORE_RESTORING = "before_restoring"
    BEFORE_UPGRADE = "before_upgrade"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a data file: where, why, when (local time) and how large, in bytes."""

    path: Path
    kind: CopyKind
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a data file or a copy: its plans' names, how many units and values, and who changed it last, when."""

    plans: tuple[str, ...]
    units: int
    actuals: int
    changed_at: datetime | None
    changed_by: str


def keep_daily_copy(path: Path, folder: Path, today: date, keep: int = 10) -> Path | None:
    """Copy a data file into a folder, once a day, and return the copy; None when today's is there already.

    Of this file's copies the last ones are kept, older ones deleted. Raises KnownError where it cannot be written."""
    target = folder / f"{_stem(path)}{today.isoformat()}{path.suffix}"
    if target.exists():
        return None
    _copy(path, target)
    for old in _named(folder, path, _DAY)[keep:]:
        old.unlink(missing_ok=True)
    return target


def keep_copy_before(path: Path, folder: Path, now: datetime, keep: int = 10) -> Path:
    """Copy a data file into a folder before something large is done to it, and return the copy.

    Of such copies the last ones are kept too. Raises KnownError where it cannot be written."""
    target = folder / f"{_stem(path)}{now:%Y-%m-%d %H%M%S}{path.suffix}"
    _copy(path, target)
    for old in _named(folder, path, _DAY + _TIME)[keep:]:
        old.unlink(missing_ok=True)
    return target


def copies(folder: Path, path: Path) -> list[Path]:
    """Return the copies of a data file, the newest first: the daily ones, and those made before large changes."""
    found = _named(folder, path, f"{_DAY}(?:{_TIME})?")
    return sorted(found, key=lambda each: each.name.removesuffix(path.suffix), reverse=True)


def every_copy(folder: Path, path: Path) -> list[Copy]:
    """Return all copies of a data file, the newest first: those of the folder, and those that lie beside the file
    because it was restored or upgraded."""
    daily = _named(folder, path, _DAY)
    found = [(each, CopyKind.DAILY) for each in daily]
    found += [(each, CopyKind.BEFORE_CHANGE) for each in _named(folder, path, _DAY + _TIME)]
    for words, kind in ((_BEFORE_RESTORING, CopyKind.BEFORE_RESTORING), (_BEFORE_UPGRADE, CopyKind.BEFORE_UPGRADE)):
        named = re.compile(re.escape(f"{path.stem} ({words} ") + r"[\d -]+" + re.escape(f"){path.suffix}"))
        found += [(each, kind) for each in _files(path.parent) if named.fullmatch(each.name)]
    made = [(each, kind, each.stat()) for each, kind in found]
    listed = [Copy(each, kind, datetime.fromtimestamp(its.st_mtime), its.st_size) for each, kind, its in made]
    return sorted(listed, key=lambda each: (each.made_at, each.path.name), reverse=True)


def content(path: Path) -> Content:
    """Look into a data file or a copy without changing it. Raises KnownError for one that is not whole."""
    with closing(open_database(path, read_only=True)) as db:
        if problems := integrity_problems(db):
            raise KnownError(problems[0])
        counts, last = next(db.query(COUNTS)), next(db.query(LAST_CHANGE), None)
        named = tuple(each.name for each in plans(db))
        at = datetime.fromisoformat(last["at"]) if last else None
        return Content(named, counts["units"], counts["actuals"], at, last["who"] if last else "")


def _copy(path: Path, target: Path) -> None:
    folder = target.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"Không tạo được thư mục sao lưu “{folder}”: {reason(error)}.") from error
    with closing(open_database(path, read_only=True)) as db:
        copy_database(db, target)


def _named(folder: Path, path: Path, when: str) -> list[Path]:
    named = re.compile(re.escape(_stem(path)) + when + re.escape(path.suffix))
    return sorted((each for each in _files(folder) if named.fullmatch(each.name)), reverse=True)


def _files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def restore(copy: Path, path: Path) -> Path | None:
    """Put a copy in the place of a data file and return where the replaced one is kept; None when there was none.

    The file must not be open. Raises KnownError, with nothing changed, for a copy that is not whole and for a file
    that another program writes to."""
    with closing(open_database(copy, read_only=True)) as db:
        if problems := integrity_problems(db):
            raise KnownError(f"Bản sao “{copy.name}” không dùng được. {problems[0]}")
        arriving = path.with_name(f".{path.name}.arriving")
        copy_database(db, arriving)
    try:
        kept = _keep_replaced(path)
        os.replace(arriving, path)
    except OSError as error:
        raise KnownError(f"Không khôi phục được “{path}”: {reason(error)}.") from error
    finally:
        arriving.unlink(missing_ok=True)
    return kept


def _keep_replaced(path: Path) -> Path | None:
    """Keep the file beside its place, and let no journal of it stay there: SQLite would put it into the copy."""
    kept = path.with_name(f"{path.stem} ({_BEFORE_RESTORING} {datetime.now():%Y-%m-%d %H%M%S}){path.suffix}")
    was_there = path.exists()
    if was_there:
        try:
            with closing(open_database(path, read_only=True)) as db:
                copy_database(db, kept)
        except FileInUseError:
            raise
        except KnownError:  # too damaged to be copied: kept as it is
            os.replace(path, kept)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        os.replace(journal, kept.with_name(f"{kept.name}-journal"))
    return kept if was_there else None


def _stem(path: Path) -> str:
    """Tell files of one name in several folders apart."""
    folder = hashlib.sha256(os.fsencode(path.resolve().parent)).hexdigest()[:6]
    return f"{path.stem} {folder} "

"""Copies kept beside the work: one a day, the last ten, and the way back from one of them."""

import hashlib
import os
import re
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from models.errors import KnownError, reason
from models.store.database import FileInUseError, copy_database, integrity_problems, open_database


def keep_daily_copy(path: Path, folder: Path, today: date, keep: int = 10) -> Path | None:
    """Copy a data file into a folder, once a day, and return the copy; None when today's is there already.

    Of this file's copies the last ones are kept, older ones deleted. Raises KnownError where it cannot be written."""
    target = folder / f"{_stem(path)}{today.isoformat()}{path.suffix}"
    if target.exists():
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"Không tạo được thư mục sao lưu “{folder}”: {reason(error)}.") from error
    with closing(open_database(path, read_only=True)) as db:
        copy_database(db, target)
    for old in copies(folder, path)[keep:]:
        old.unlink(missing_ok=True)
    return target


def copies(folder: Path, path: Path) -> list[Path]:
    """Return the daily copies of a data file, the newest first."""
    named = re.compile(re.escape(_stem(path)) + r"\d{4}-\d{2}-\d{2}" + re.escape(path.suffix))
    if not folder.is_dir():
        return []
    return sorted((each for each in folder.iterdir() if named.fullmatch(each.name)), reverse=True)


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
    kept = path.with_name(f"{path.stem} (trước khôi phục {datetime.now():%Y-%m-%d %H%M%S}){path.suffix}")
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

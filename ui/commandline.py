"""The program's jobs without a screen; the window where no job is named. Imports no Qt.

Everything heavy is imported where it is needed: the window and --version must start fast."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import KnownError

if TYPE_CHECKING:
    from argparse import Namespace

    from models.store.changes import Author
    from models.store.database import Database


def main(argv: Sequence[str]) -> int:
    """Do what the words ask and return the exit code: 0 done, 1 not possible (one sentence says why), 2 wrong usage."""
    _speak_utf8()
    try:
        return _do(argv)
    except BrokenPipeError:
        # Who read has read enough. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KnownError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; những gì chưa xong không được giữ lại.", file=sys.stderr)
        return 1
    except Exception as error:
        print(f"Phần mềm gặp lỗi không mong đợi; {_logged(error)}.", file=sys.stderr)
        return 1


def _do(argv: Sequence[str]) -> int:
    from ui.commands.arguments import command_words, parser, window_file

    words = list(argv)
    if not words or not (words[0].startswith("-") or words[0] in command_words()):
        return _window(window_file(words))
    asked = parser().parse_args(words)
    from models.store.database import known_errors

    with known_errors():
        JOBS[asked.command](asked)
        sys.stdout.flush()
    return 0


def _window(path: Path | None) -> int:
    from ui.application import run

    return run(path)


def _new(asked: Namespace) -> None:
    if asked.merged and not asked.sample:
        raise KnownError("Đợt sắp xếp năm 2025 chỉ đi cùng kế hoạch mẫu; hãy thêm --sample.")
    if asked.sample:
        from models.exchange.making import create_sample

        create_sample(asked.file, merged=asked.merged)
        also = " và đợt sắp xếp xã ngày 1/7/2025 (cần đối chiếu)" if asked.merged else ""
        print(f"Đã tạo {asked.file} với kế hoạch mẫu Nam Giang 2023{also}; số liệu trong đó là số liệu minh họa.")
        return
    from models.store.database import create_database

    create_database(asked.file).close()
    print(f"Đã tạo {asked.file}.")


def _import(asked: Namespace) -> None:
    from models.exchange.importer import import_workbook
    from models.store.database import open_database

    with closing(open_database(asked.file)) as db:
        result = import_workbook(db, asked.book, _author(), dry_run=asked.dry_run)
    for note in result.notes:
        print(f"Lưu ý: {note}")
    if not result.counts:
        print("Sổ không có dòng nào để nhập.")
        return
    print("Nếu nhập sổ này:" if asked.dry_run else "Đã nhập:")
    for count in result.counts:
        print(f"  {count}")


def _export(asked: Namespace) -> None:
    from models.exchange.workbook_writer import export_workbook

    with closing(_opened(asked.file)) as db:
        files = export_workbook(db, asked.book)
    print(f"Đã xuất toàn bộ dữ liệu ra {asked.book}.")
    if files is not None:
        print(f"Tệp minh chứng nằm trong thư mục {files}; hãy giữ thư mục này cùng với sổ.")


def _form(asked: Namespace) -> None:
    from models.exchange.unit_form.content import check_quarter
    from models.exchange.unit_form.writing import write_form, write_forms
    from models.store.plans import plan_in_force

    check_quarter(asked.period)
    with closing(_opened(asked.file)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        if asked.all:
            made = write_forms(db, plan, asked.period, asked.out, blank=asked.blank)
            print(f"Đã xuất {made.written} phiếu vào thư mục {made.folder}.")
            return
        write_form(db, plan, asked.unit, asked.period, asked.out, blank=asked.blank)
    print(f"Đã xuất phiếu của đơn vị {asked.unit} ra {asked.out}.")


def _submissions(asked: Namespace) -> None:
    from models.store.board import board
    from models.store.plans import plan_in_force
    from models.store.units import unit_tree
    from ui.commands.output import print_json
    from ui.commands.submissions import standing_lines, standing_record

    with closing(_opened(asked.file)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        found = board(db, plan, asked.period, asked.on or date.today())
        names = unit_tree(db).names()
    if asked.json:
        print_json(map(standing_record, found))
        return
    for line in standing_lines(found, names):
        print(line)


def _submission(asked: Namespace) -> None:
    from models.store.database import open_database
    from models.store.plans import plan_in_force
    from ui.commands.submissions import take_step

    with closing(open_database(asked.file)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        day = asked.on or date.today()
        print(take_step(db, plan, asked.step, asked.unit, asked.period, day, asked.reason, _author("command")))


def _progress(asked: Namespace) -> None:
    from ui.commands.progress import progress

    progress(asked)


def _remaining(asked: Namespace) -> None:
    from ui.commands.remaining import remaining

    remaining(asked)


def _plans(asked: Namespace) -> None:
    from ui.commands.plans import plans

    plans(asked)


def _plan(asked: Namespace) -> None:
    from ui.commands.plans import plan

    plan(asked, _author("command"))


def _units(asked: Namespace) -> None:
    from ui.commands.units import units

    units(asked)


def _unit_events(asked: Namespace) -> None:
    from ui.commands.units import unit_events

    unit_events(asked)


def _days_off(asked: Namespace) -> None:
    from ui.commands.days_off import days_off

    days_off(asked, _author("command"))


def _alerts(asked: Namespace) -> None:
    from ui.commands.alerts import alerts

    alerts(asked)


def _request(asked: Namespace) -> None:
    from ui.commands.alerts import request

    request(asked, _author("command"))


def _report(asked: Namespace) -> None:
    from ui.commands.reports import make

    make(asked, _author("command"))


def _report_template(asked: Namespace) -> None:
    from ui.commands.templates import report_template

    report_template(asked, _author("command"))


def _reports(asked: Namespace) -> None:
    from ui.commands.reports import reports

    reports(asked)


def _report_part(asked: Namespace) -> None:
    from ui.commands.report_parts import report_part

    report_part(asked, _author("command"))


def _verify(asked: Namespace) -> None:
    from ui.commands.reports import verify

    verify(asked)


def _check(asked: Namespace) -> None:
    from ui.commands.checks import check

    check(asked)


def _check_text(asked: Namespace) -> None:
    from ui.commands.checks import check_text

    check_text(asked)


def _draft_targets(asked: Namespace) -> None:
    from ui.commands.draft_targets import draft_targets

    draft_targets(asked)


JOBS: dict[str, Callable[[Namespace], None]] = {
    "new": _new,
    "import": _import,
    "export": _export,
    "form": _form,
    "submissions": _submissions,
    "submission": _submission,
    "plans": _plans,
    "plan": _plan,
    "units": _units,
    "unit-events": _unit_events,
    "days-off": _days_off,
    "progress": _progress,
    "alerts": _alerts,
    "request": _request,
    "remaining": _remaining,
    "report": _report,
    "report-part": _report_part,
    "report-template": _report_template,
    "reports": _reports,
    "verify": _verify,
    "check": _check,
    "check-text": _check_text,
    "draft-targets": _draft_targets,
}


def _opened(path: Path) -> Database:
    from models.store.database import open_database

    return open_database(path, read_only=True)


def _author(how: str = "import") -> Author:
    from getpass import getuser

    from models.store.changes import Author

    try:
        return Author(getuser(), how)
    except (OSError, KeyError):
        return Author("lệnh", how)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A file's name may hold bytes that are no text: they are printed as they are.
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _logged(error: Exception) -> str:
    """Write what nobody caught into the log of the program's own folder, and return the words that say where."""
    try:
        return f"chi tiết ở {_log(error)}"
    except (OSError, RuntimeError):  # no right to write there; no home at all
        return f"không ghi được nhật ký, lỗi là {type(error).__name__}: {error}"


def _log(error: Exception) -> Path:
    """Return the log's file. Raises OSError or RuntimeError where there is no place for one."""
    import logging

    logger = logging.getLogger(__name__)
    data = os.environ.get("XDG_DATA_HOME") or os.environ.get("APPDATA") or Path.home() / ".local" / "share"
    folder = Path(os.environ.get("CCHC_HOME") or Path(data) / "cchc" / "cchc")
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(folder / "cchc.log", encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    try:
        logger.critical("nobody caught", exc_info=error)
    finally:
        logger.removeHandler(handler)
        handler.close()
    return folder / "cchc.log"

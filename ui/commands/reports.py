"""Reports without a screen: made, issued, listed, compared, and held against their data. Imports no Qt."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import KnownError, reason
from models.number import format_date
from ui.commands.output import print_json

if TYPE_CHECKING:
    from models.store.changes import Author
    from models.store.reports import MadeReport
    from reports.document import Document
    from reports.verify import DataChange, Difference, HandChange, Verification

Record = dict[str, Any]


def make(asked: Namespace, author: "Author") -> None:
    """Make a report into a file; an issued one is also kept in the data file, as it left."""
    from models.store.database import open_database
    from models.store.plans import plan_in_force
    from models.store.report_parts import parts
    from models.store.report_templates import template_of
    from models.store.reports import save_report
    from reports.kinds import kind_of, make_document, make_report
    from ui.commands.report_files import report_files, write_report
    from ui.commands.report_parts import blank_lines
    from ui.commands.templates import tell_notes

    kind, files = kind_of(asked.kind), report_files(asked.out, with_pdf=asked.pdf)
    if asked.issue and files[0].suffix.lower() != ".docx":
        raise KnownError("Báo cáo phát hành cần tệp .docx; hãy đặt tên --out kết thúc bằng .docx, thêm --pdf nếu cần.")
    with closing(open_database(asked.file, read_only=not asked.issue)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        template = template_of(db, plan.unit, asked.kind)
        if template is not None:
            tell_notes(template, lambda words: print(words, file=sys.stderr))
        period = kind.period_of(asked.period)
        what = {"plan": plan, "kind": asked.kind, "period": period, "unit": asked.unit}
        on, is_draft = asked.on or date.today(), not asked.issue
        write_report(
            lambda out: make_report(db, out=out, on=on, is_draft=is_draft, **what),
            files,
            lambda out: _print_own(make_document(db, on=on, **what), out, is_draft, has_template=template is not None),
        )
        written = parts(db, plan.code, asked.kind, period, asked.unit)
        if asked.issue:
            kept = {**what, "plan": plan.code, "asked_on": on, "path": asked.out, "document": asked.out.read_bytes()}
            save_report(db, author=author, is_issued=True, **kept)
    names = " và ".join(map(str, files))
    print(f"Đã lập báo cáo {names}." if is_draft else f"Đã phát hành báo cáo {names}, giữ trong tệp dữ liệu.")
    for line in blank_lines(kind, written):
        print(line)


def _print_own(document: "Document", out: Path, is_draft: bool, *, has_template: bool) -> None:
    """Print a report as PDF without LibreOffice, by the built-in form."""
    from reports.word.seal import draft_words
    from ui.report_printing import print_pdf

    print_pdf(document, out, draft_words(document) if is_draft else "")
    if has_template:
        words = "Lưu ý: máy này chưa cài LibreOffice nên tệp PDF theo thể thức có sẵn, không theo mẫu của cơ quan."
        print(words, file=sys.stderr)


def reports(asked: Namespace) -> None:
    """List the reports that were made, write one out again as it left, or compare two."""
    from models.store.database import open_database
    from models.store.reports import document, made_reports
    from models.whole_file import whole_file
    from reports.verify import compared

    with closing(open_database(asked.file, read_only=True)) as db:
        if asked.compare:
            one, other = (document(db, number) for number in asked.compare)
            differences = compared(one, other)
            lines = [_difference_line(each) for each in differences]
            _print(asked.json, map(_difference_record, differences), lines or ["Hai báo cáo nêu các con số như nhau."])
        elif asked.open is not None:
            content = document(db, asked.open)
            out = asked.out or Path(f"bao-cao-{asked.open}.docx")
            with whole_file(out, "báo cáo") as temporary:
                temporary.write_bytes(content)
            print(f"Đã ghi báo cáo số {asked.open} ra {out}, như khi lập.")
        else:
            made = made_reports(db)
            _print(asked.json, map(_made_record, made), [*map(_made_line, made)] or ["Chưa có báo cáo nào."])


def verify(asked: Namespace) -> None:
    """Say which figures of a report a person changed, and which data changed since it was made."""
    from models.store.database import open_database
    from reports.verify import verify as verified

    with closing(open_database(asked.file, read_only=True)) as db:
        found = verified(_content(asked.report), db, asked.report.name)
    if not found.is_intact:
        print("Lưu ý: phần ghi gốc các con số trong báo cáo này đã bị sửa nên kết quả có thể thiếu.", file=sys.stderr)
    if asked.json:
        print_json(_verification_record(found))
        return
    for line in _verification_lines(found):
        print(line)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise KnownError(f"Không tìm thấy tệp “{path}”.") from problem
    except OSError as problem:
        raise KnownError(f"Không đọc được tệp “{path}”: {reason(problem)}.") from problem


def _print(as_json: bool, records: Iterable[Record], lines: Iterable[str]) -> None:
    if as_json:
        print_json(records)
        return
    for line in lines:
        print(line)


def _record(each: "HandChange | DataChange | Difference") -> Record:
    """Return what a change of any sort says; "" means nothing in particular and becomes null."""
    place = {"indicator": each.indicator or None, "unit": each.unit, "period": each.period or None}
    return {**place, "was": each.was, "is": each.found}


def _verification_record(found: "Verification") -> Record:
    return {
        "changed_by_hand": [{"sentence": each.sentence, **_record(each)} for each in found.changed_by_hand],
        "data_changed": [
            {**_record(each), "who": each.who, "when": each.when and each.when.isoformat()}
            for each in found.data_changed
        ],
        "figures": found.figures,
    }


def _verification_lines(found: "Verification") -> Iterable[str]:
    for each in found.changed_by_hand:
        now = f"nay là “{each.found}”" if each.found else "nay không còn"
        sentence = f" Câu: {each.sentence}" if each.sentence else ""
        yield f"Sửa tay: {_place(each)}: “{each.was}” {now}.{sentence}"
    for change in found.data_changed:
        now = f"“{change.was}” nay là “{change.found}”" if change.found else f"“{change.was}” nay không còn nêu"
        by = f" ({change.who} sửa ngày {format_date(change.when.astimezone().date())})" if change.when else ""
        yield f"Số liệu đổi: {_place(change)}: {now}{by}."
    hand, data = len(found.changed_by_hand), len(found.data_changed)
    yield f"Đã đối chiếu {found.figures} con số: {hand} bị sửa tay, {data} có số liệu đổi sau khi lập."


def _place(each: "HandChange | DataChange | Difference") -> str:
    return ", ".join(filter(None, (each.indicator, each.unit, each.period))) or "số đếm chung"


def _difference_record(each: "Difference") -> Record:
    return {**_record(each), "measure": each.measure}


def _difference_line(each: "Difference") -> str:
    from reports.figure_words import MEASURE_WORDS

    what = f", {MEASURE_WORDS[each.measure]}" if each.indicator else ""
    return f"{_place(each)}{what}: {each.was or 'không nêu'} → {each.found or 'không nêu'}"


def _made_record(each: "MadeReport") -> Record:
    return {
        "id": each.id,
        "kind": each.kind,
        "plan": each.plan,
        "period": each.period.code,
        "unit": each.unit,
        "on": each.asked_on.isoformat(),
        "issued": each.is_issued,
        "made_at": each.made_at.isoformat(),
        "made_by": each.made_by,
        "file": each.path.name,
    }


def _made_line(each: "MadeReport") -> str:
    state = "phát hành" if each.is_issued else "bản dự thảo"
    whose = f", {each.unit}" if each.unit else ""
    day = format_date(each.made_at.astimezone().date())
    return f"{each.id:>4}  {each.kind} {each.period.code}{whose}, {state} ngày {day}, {each.made_by}: {each.path.name}"

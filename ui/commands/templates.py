"""An office's own templates without a screen: kept, listed, written out again, taken away. Imports no Qt."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import KnownError, reason

if TYPE_CHECKING:
    from models.report import ReportTemplate
    from models.store.changes import Author
    from models.store.database import Database

NARROWEST_MM, WIDEST_MM = 154.5, 165.5  # P9, half a millimetre aside


def report_template(asked: Namespace, author: "Author") -> None:
    """Do with templates what was asked; list them where nothing was."""
    from models.store.database import open_database

    if asked.example is not None:
        _write_example(asked.example)
        return
    if asked.file is None:
        raise KnownError("Cần tên tệp dữ liệu .cchc, hoặc --example X.docx để ghi một mẫu ví dụ.")
    writes = asked.set is not None or asked.remove
    with closing(open_database(asked.file, read_only=not writes)) as db:
        unit, kind = _office(db, asked.unit), _kind(asked.kind)
        if asked.set is not None:
            _set(db, unit, kind, asked.set, author)
        elif asked.remove:
            _remove(db, unit, kind, author)
        elif asked.save is not None:
            _save(db, unit, kind, asked.save)
        else:
            _list(db, asked.unit)


def tell_notes(template: "ReportTemplate", tell: Callable[[str], None]) -> None:
    """Say which parts of a report a template has no place for, and where its form is not the decree's.

    Raises KnownError for one that cannot be used."""
    from reports.word.house_template import opened

    house = opened(template.content, template.name)
    if missing := house.places_missing():
        tell(f"Lưu ý: mẫu “{template.name}” không có ô cho {', '.join(missing)}; báo cáo sẽ không có các phần này.")
    if not NARROWEST_MM <= house.width <= WIDEST_MM:
        tell(
            f"Lưu ý: vùng chữ của mẫu “{template.name}” rộng {house.width:.0f} mm; theo Nghị định 30/2020/NĐ-CP là 155 "
            "đến 165 mm."
        )


def _write_example(out: Path) -> None:
    from models.whole_file import whole_file
    from reports.word.example_template import example_template

    if out.suffix.lower() != ".docx":
        raise KnownError(f"Tên mẫu “{out.name}” cần kết thúc bằng .docx.")
    with whole_file(out, "mẫu") as temporary:
        temporary.write_bytes(example_template())
    print(f"Đã ghi mẫu ví dụ ra {out}; sửa bằng Word rồi đặt làm mẫu bằng --set.")


def _office(db: "Database", unit: str | None) -> str:
    """Return the office that is meant: the one named, else the only one that has plans."""
    from models.store.plans import plans

    offices = {each.unit for each in plans(db)}
    if unit is not None:
        return unit
    if len(offices) != 1:
        known = ", ".join(sorted(offices)) or "chưa có"
        raise KnownError(f"Cần --unit cho biết mẫu là của đơn vị nào; các đơn vị có kế hoạch trong tệp: {known}.")
    return offices.pop()


def _kind(kind: str | None) -> str:
    from reports.kinds import KINDS

    if kind is not None and kind not in KINDS:
        raise KnownError(f"Không có loại báo cáo “{kind}”; các loại có: {', '.join(KINDS)}.")
    return kind or ""


def _set(db: "Database", unit: str, kind: str, path: Path, author: "Author") -> None:
    from models.report import ReportTemplate
    from models.store.report_templates import save_template

    new = ReportTemplate(unit, kind, path.name, _content(path))
    tell_notes(new, print)
    save_template(db, new, author)
    print(f"Đã đặt “{path.name}” làm mẫu {_whose(kind)} của đơn vị {unit}.")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnownError(f"Không đọc được mẫu “{path}”: {reason(error)}.") from error


def _remove(db: "Database", unit: str, kind: str, author: "Author") -> None:
    from models.store.report_templates import remove_template

    remove_template(db, unit, kind, author)
    print(f"Đã bỏ mẫu {_whose(kind)} của đơn vị {unit}.")


def _save(db: "Database", unit: str, kind: str, out: Path) -> None:
    from models.store.report_templates import template_of
    from models.whole_file import whole_file

    found = template_of(db, unit, kind)
    if found is None:
        raise KnownError(f"Đơn vị {unit} chưa có mẫu {_whose(kind)}; báo cáo theo thể thức có sẵn của phần mềm.")
    with whole_file(out, "mẫu") as temporary:
        temporary.write_bytes(found.content)
    print(f"Đã ghi mẫu “{found.name}” ra {out}.")


def _list(db: "Database", unit: str | None) -> None:
    from models.store.report_templates import templates

    found = templates(db, unit)
    for each in found:
        size = max(1, round(len(each.content) / 1024))
        print(f"{each.unit}: mẫu {_whose(each.kind)}: “{each.name}” ({size} KB)")
    if not found:
        print("Chưa có mẫu riêng; báo cáo theo thể thức có sẵn của phần mềm.")


def _whose(kind: str) -> str:
    return f"cho loại báo cáo {kind}" if kind else "chung cho mọi loại báo cáo"

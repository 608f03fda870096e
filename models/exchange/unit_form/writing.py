"""Forms by mail: a unit's form of one quarter as a workbook to fill in, and all forms of a quarter in a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.errors import KnownError, reason
from models.exchange.unit_form.content import FormContent, read_source
from models.exchange.unit_form.names import SUFFIX
from models.exchange.unit_form.names import file_name as file_name
from models.exchange.unit_form.sheets import FormSheets
from models.exchange.whole_book import whole_book
from models.period import Period
from models.plan import Plan
from models.store.database import Database

_MEANINGS = ("strings_to_numbers", "strings_to_formulas", "strings_to_urls")  # a note that begins with = is a note
_MADE_ON = datetime(2020, 1, 1)  # the same data give the same bytes

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class FormsWritten:
    """What came of writing all forms: how many of how many, and in which folder; fewer where it was stopped."""

    folder: Path
    written: int
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether every form was written."""
        return self.written == self.total


def write_form(db: Database, plan: Plan, unit: str, quarter: Period, out: Path, *, blank: bool = False) -> None:
    """Write a unit's form of a quarter as a workbook, in place of one of that name.

    What is reported already is filled in unless blank. Raises KnownError for a period that is no quarter, a unit that
    is unknown, ceased or asked nothing, and where the workbook cannot be written; what was there then stays."""
    if out.suffix.lower() != SUFFIX:
        raise KnownError(f"Tên phiếu “{out.name}” cần kết thúc bằng {SUFFIX}.")
    write_content(read_source(db, plan, quarter).content(unit, is_blank=blank), out)


def write_forms(
    db: Database,
    plan: Plan,
    quarter: Period,
    folder: Path,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    *,
    blank: bool = False,
) -> FormsWritten:
    """Write the forms of all units that have anything to report into a folder, which is made where there is none.

    progress gets how many are done, of how many, and the unit whose turn it is. Stopped between two forms, by
    is_cancelled or by an error that progress raises, only whole workbooks are left."""
    source = read_source(db, plan, quarter)
    units = source.units()
    if not units:
        raise KnownError(f"Kế hoạch {plan.code} chưa có đơn vị nào phải báo cáo trong kỳ {quarter}.")
    _make_folder(folder)
    taken: set[str] = set()
    for done, code in enumerate(units):
        if is_cancelled is not None and is_cancelled():
            return FormsWritten(folder, done, len(units))
        if progress is not None:
            progress(done, len(units), source.tree[code].name)
        content = source.content(code, is_blank=blank)
        write_content(content, folder / _unique(file_name(content.unit, quarter), taken))
    if progress is not None:
        progress(len(units), len(units), "")
    return FormsWritten(folder, len(units), len(units))


def write_content(content: FormContent, out: Path) -> None:
    """Write a form that was read already, by a temporary file beside its goal; raises KnownError."""
    options = {"in_memory": True} | dict.fromkeys(_MEANINGS, False)
    with whole_book(out, "phiếu", content.title, _MADE_ON, options) as book:
        FormSheets(book, content).write()


def _unique(name: str, taken: set[str]) -> str:
    """Return a name that no other form of the folder has, also where large and small letters are the same."""
    stem, number = name.removesuffix(SUFFIX), 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} {number}{SUFFIX}"
    taken.add(name.casefold())
    return name


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"Không tạo được thư mục “{folder}”: {reason(error)}.") from error

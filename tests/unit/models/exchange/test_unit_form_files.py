"""All forms of a quarter in one folder, and several of them taken back at once."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import KnownError
from models.exchange.importer import import_workbook
from models.exchange.unit_form.reader import is_unit_form
from models.exchange.unit_form.writing import file_name, write_forms
from models.period import read_period
from models.plan import Plan
from models.store.actuals import actuals
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.plans import plan, save_plan
from models.store.units import save_unit
from models.unit import Unit
from tests.unit_forms import FORM_SHEETS, fill
from tests.workbooks import make_workbook

WHO = Author("Người nhập")
Q2 = read_period("2023-Q2")


@pytest.fixture
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A file with a plan of two communes, and nothing reported."""
    with closing(memory_database()) as made:
        import_workbook(made, make_workbook(tmp_path_factory.mktemp("plan") / "plan.xlsx", FORM_SHEETS), WHO)
        yield made


def _plan(db: Database) -> Plan:
    return plan(db, "KH23")


def test_all_forms_of_a_quarter_go_into_a_folder_and_come_back(db: Database, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    made = write_forms(db, _plan(db), Q2, tmp_path / "quy-2", lambda *each: seen.append(each))
    names = sorted(each.name for each in (tmp_path / "quy-2").iterdir())
    assert (made.written, made.total, made.is_whole) == (2, 2, True)
    assert names == ["Quy-II-2023 - Xa Hai (X2).xlsx", "Quy-II-2023 - Xa Mot (X1).xlsx"]
    assert seen == [(0, 2, "Xã Một"), (1, 2, "Xã Hai"), (2, 2, "")]
    fill(tmp_path / "quy-2" / names[0], {"E14": 7})
    for name in names:
        import_workbook(db, tmp_path / "quy-2" / name, WHO)
    assert [(each.indicator, each.unit) for each in actuals(db)] == [("SL", "X2")]


def test_a_stopped_run_leaves_only_whole_forms_and_says_how_many(db: Database, tmp_path: Path) -> None:
    asked = iter([False, True])
    made = write_forms(db, _plan(db), Q2, tmp_path, is_cancelled=lambda: next(asked))
    assert (made.written, made.total, made.is_whole) == (1, 2, False)
    (only,) = tmp_path.iterdir()
    assert is_unit_form(only)


def test_names_of_files_are_safe_on_every_system() -> None:
    assert file_name(Unit("CADY", "xã Cà Dy"), Q2) == "Quy-II-2023 - Xa Ca Dy (CADY).xlsx"
    odd = file_name(Unit("A/B:1", 'Sở "KH&ĐT" <Đắk Lắk>?*' + "dài " * 60), Q2)
    assert not set(odd) & set('<>:"/\\|?*')
    assert odd.isascii()
    assert len(odd) < 180


def test_units_with_the_same_name_and_code_but_for_case_get_files_of_their_own(db: Database, tmp_path: Path) -> None:
    save_unit(db, Unit("x1", "Xã Một", first_superior="H"), WHO)
    made = write_forms(db, _plan(db), Q2, tmp_path)
    assert made.written == len({each.name.casefold() for each in tmp_path.iterdir()}) == 3


def test_a_plan_that_asks_nobody_has_no_forms(db: Database, tmp_path: Path) -> None:
    save_plan(db, Plan("KH24", 2024, "Kế hoạch 2024", "H"), WHO)
    with pytest.raises(KnownError, match="chưa có đơn vị nào phải báo cáo"):
        write_forms(db, plan(db, "KH24"), read_period("2024-Q1"), tmp_path / "trong")
    assert not (tmp_path / "trong").exists()

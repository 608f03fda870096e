"""A unit's form of one quarter: written as a workbook, filled in, and taken back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.errors import KnownError
from models.exchange.book import ImportRefusedError
from models.exchange.importer import ImportResult, import_workbook
from models.exchange.unit_form.mark import EXPLANATION_SHEET, FORM_SHEET
from models.exchange.unit_form.reader import is_unit_form
from models.exchange.unit_form.writing import write_form
from models.measure import Kind
from models.period import Period, quarter, read_period
from models.plan import Actual, Explanation, Plan
from models.store.actuals import actual, actuals, cell_history, record
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.explanations import explanation, save_explanation
from models.store.indicators import indicator, remove_indicator, save_indicator
from models.store.plans import plan, save_plan
from models.store.rules import save_rules
from models.store.submissions import submit
from models.store.units import save_unit, units
from models.unit import Unit
from tests.unit_forms import FORM_SHEETS, fill
from tests.workbooks import make_workbook

WHO = Author("Người nhập")
Q2 = read_period("2023-Q2")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that all tests here begin with, as a workbook."""
    return make_workbook(tmp_path_factory.mktemp("plan") / "plan.xlsx", FORM_SHEETS)


@pytest.fixture
def db(book: Path) -> Iterator[Database]:
    """A file with the plan, and nothing reported."""
    with closing(_file(book)) as made:
        yield made


def _file(book: Path) -> Database:
    made = memory_database()
    import_workbook(made, book, WHO)
    return made


def _plan(db: Database) -> Plan:
    return plan(db, "KH23")


def _plan_of(db: Database, code: str) -> Plan:
    return plan(db, code)


def _written(db: Database, path: Path, unit: str = "X1", of: Period = Q2, **how: bool) -> Path:
    write_form(db, _plan(db), unit, of, path, **how)
    return path


def _changed(result: ImportResult) -> list[tuple[str, int, int, int]]:
    return [(each.sheet, each.new, each.changed, each.removed) for each in result.counts]


def _shown(path: Path, place: str) -> Any:
    with closing(load_workbook(path, data_only=True)) as book:
        return book[FORM_SHEET][place].value


NUMBERS = st.decimals(0, 10**9, places=4).map(lambda each: each.normalize() + 0)
COUNTS = st.integers(0, 10**12).map(Decimal)


@st.composite
def reported(draw: st.DrawFn, unit: str = "X1") -> list[Actual]:
    """What a unit may report in one quarter: any part of it may be missing."""

    def maybe(what: st.SearchStrategy[Any]) -> Any:
        return draw(st.none() | what)

    rank, out_of = maybe(st.integers(1, 999).map(Decimal)), maybe(st.integers(1, 999))
    found = [
        Actual("TL", unit, Q2, maybe(NUMBERS), maybe(NUMBERS), note=draw(st.sampled_from(["", "Do mưa lũ"]))),
        Actual("TL.1", unit, Q2, maybe(COUNTS), maybe(COUNTS)),
        Actual("SL", unit, Q2, value=maybe(COUNTS)),
        Actual("DI", unit, Q2, value=maybe(NUMBERS)),
        Actual("HA", unit, Q2, value=rank, out_of=out_of if rank is not None else None),
        Actual("XL", unit, Q2, grade=draw(st.sampled_from(["", "Tốt", "Trung bình"]))),
        Actual("HT", unit, Q2, value=maybe(st.sampled_from([Decimal(0), Decimal(1)]))),
    ]
    return [each for each in found if each != Actual(each.indicator, unit, Q2)]


@given(values=reported())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_values_come_back_exactly_and_twice_changes_nothing(book: Path, values: list[Actual]) -> None:
    with closing(_file(book)) as sender, closing(_file(book)) as office, TemporaryDirectory() as folder:
        record(sender, values, WHO)
        form = _written(sender, Path(folder) / "phieu.xlsx")
        import_workbook(office, form, WHO)
        assert list(actuals(office)) == list(actuals(sender))
        again = import_workbook(office, form, WHO)
        assert all((new, changed, removed) == (0, 0, 0) for _, new, changed, removed in _changed(again))


def test_what_is_filled_in_is_taken_back_with_its_way_in_history(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {
        "E9": 131, "E10": 216.5, "E12": 3, "E13": 4, "E14": 12, "E16": 81.25, "E17": "50/63", "E18": "Khá", "E19": "Có",
        "G8": "Do mất điện",
    })  # fmt: skip
    result = import_workbook(db, form, WHO)
    assert _changed(result) == [("Số liệu", 7, 0, 0)]
    assert actual(db, "TL", "X1", Q2) == Actual("TL", "X1", Q2, Decimal(131), Decimal("216.5"), note="Do mất điện")
    assert actual(db, "HA", "X1", Q2) == Actual("HA", "X1", Q2, value=Decimal(50), out_of=63)
    assert actual(db, "XL", "X1", Q2) == Actual("XL", "X1", Q2, grade="Khá")
    assert actual(db, "HT", "X1", Q2) == Actual("HT", "X1", Q2, value=Decimal(1))
    assert cell_history(db, "SL", "X1", Q2)[0].how == "form"


def test_a_blank_form_wipes_nothing(db: Database, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    given = Actual("SL", "X1", Q2, value=Decimal(5), note="Đã có", is_illustrative=True)
    record(db, [given], WHO)
    assert _changed(import_workbook(db, form, WHO)) == [("Số liệu", 0, 0, 0)]
    assert actual(db, "SL", "X1", Q2) == given
    blank = _written(db, tmp_path / "trong.xlsx", blank=True)
    assert _shown(blank, "E14") is None
    import_workbook(db, blank, WHO)
    assert actual(db, "SL", "X1", Q2) == given


def test_the_word_for_clearing_takes_a_value_a_note_or_a_cause_away(db: Database, tmp_path: Path) -> None:
    record(
        db, [Actual("TL", "X1", Q2, Decimal(1), Decimal(2), note="Cũ"), Actual("SL", "X1", Q2, value=Decimal(5))], WHO
    )
    save_explanation(db, Explanation("TL", "X1", read_period("2023-H1"), "Thiếu máy", "Mua máy"), WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E10": "xóa", "G8": "Xoá", "E14": "XÓA"})
    fill(form, {"D4": "xóa"}, EXPLANATION_SHEET)
    import_workbook(db, form, WHO)
    assert actual(db, "TL", "X1", Q2) == Actual("TL", "X1", Q2, Decimal(1))
    assert actual(db, "SL", "X1", Q2) is None
    assert explanation(db, "TL", "X1", read_period("2023-H1")) == Explanation(
        "TL", "X1", read_period("2023-H1"), "", "Mua máy"
    )


def test_a_changed_value_is_a_real_one_and_loses_the_reason_it_was_accepted_for(db: Database, tmp_path: Path) -> None:
    old = Actual("SL", "X1", Q2, value=Decimal(5), accepted="Đúng", is_illustrative=True)
    record(db, [old], WHO)
    form = _written(db, tmp_path / "phieu.xlsx")
    import_workbook(db, form, WHO)
    assert actual(db, "SL", "X1", Q2) == old
    import_workbook(db, fill(form, {"E14": 6}), WHO)
    assert actual(db, "SL", "X1", Q2) == Actual("SL", "X1", Q2, value=Decimal(6))


def test_explanations_come_back_for_the_time_since_the_years_start(db: Database, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    fill(form, {"D4": "Thiếu máy", "E4": "Mua máy", "F4": "Phó Chủ tịch", "G4": date(2023, 9, 30)}, EXPLANATION_SHEET)
    assert _changed(import_workbook(db, form, WHO)) == [("Giải trình", 1, 0, 0)]
    given = Explanation("TL", "X1", read_period("2023-H1"), "Thiếu máy", "Mua máy", "Phó Chủ tịch", date(2023, 9, 30))
    assert explanation(db, "TL", "X1", read_period("2023-H1")) == given
    again = import_workbook(db, _written(db, tmp_path / "lai.xlsx"), WHO)
    assert _changed(again) == [("Giải trình", 0, 0, 0)]


def test_what_stands_outside_the_form_is_told_and_not_read(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": 5, "B30": "Thêm", "E30": 7, "J9": "x", "E24": "Họ tên"})
    notes = import_workbook(db, form, WHO).notes
    assert notes == ("Trang “Phiếu”: ô J9, E30 nằm ngoài phiếu nên không được đọc.",)


def test_a_rate_typed_without_its_parts_is_told(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E8": 0.65, "E11": 0.5, "E12": 1, "E13": 2})
    notes = import_workbook(db, form, WHO).notes
    assert notes == ("Trang “Phiếu”: ô E8 là tỷ lệ gõ tay nên không được đọc; hãy ghi tử số và mẫu số.",)
    assert actual(db, "TL", "X1", Q2) is None


@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [
        ("E14", 1.5, "số nguyên"),
        ("E14", -1, "không âm"),
        ("E14", "1.234", "ghi rõ ràng"),
        ("E9", "nhiều", "tử số"),
        ("E10", "#DIV/0!", "mẫu số"),
        ("E16", 1.23456, "thập phân"),
        ("E17", "hạng nhất", "thứ hạng"),
        ("E17", date(2023, 5, 1), "Văn bản"),
        ("E18", "Giỏi", "xếp loại"),
        ("E19", "chắc là có", "có"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    db: Database, tmp_path: Path, place: str, typed: Any, said: str
) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {place: typed, "E10" if place != "E10" else "E9": 5})
    with pytest.raises(ImportRefusedError) as refused:
        import_workbook(db, form, WHO)
    problem = refused.value.problems[0]
    assert (problem.sheet, problem.row, problem.column) == (FORM_SHEET, int(place[1:]), "Quý II năm 2023")
    assert said in problem.expected
    assert not list(actuals(db))


def test_a_text_number_in_either_notation_is_read(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E9": "1.234,5", "E10": "2345.75"})
    import_workbook(db, form, WHO)
    assert actual(db, "TL", "X1", Q2) == Actual("TL", "X1", Q2, Decimal("1234.5"), Decimal("2345.75"))


def test_a_formula_that_was_never_computed_is_refused(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": "=5+7"})
    with pytest.raises(ImportRefusedError, match="công thức này chưa được tính"):
        import_workbook(db, form, WHO)


@pytest.mark.parametrize("place", ["A1", "A2", "A8", "B9", "B14", "C14", "D9", "D14", "A15", "B18"])
def test_an_edited_label_is_refused_with_its_place(db: Database, tmp_path: Path, place: str) -> None:
    record(db, [Actual("TL", "X1", quarter(2023, 1), Decimal(98), Decimal(176))], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {place: "Chữ khác" if place[0] != "D" else 99, "E14": 3})
    with pytest.raises(ImportRefusedError) as refused:
        import_workbook(db, form, WHO)
    assert [each.row for each in refused.value.problems] == [int(place[1:])]
    assert not actual(db, "SL", "X1", Q2)


def test_rows_in_another_order_are_refused(db: Database, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    book = load_workbook(form)
    book[FORM_SHEET].move_range("A16:G16", rows=10)
    book[FORM_SHEET].move_range("A17:G17", rows=-1)
    book.save(form)
    with pytest.raises(ImportRefusedError, match="dòng không được đổi chỗ"):
        import_workbook(db, form, WHO)


def test_a_form_of_a_unit_that_the_file_does_not_know_is_refused(db: Database, book: Path, tmp_path: Path) -> None:
    save_unit(db, Unit("X3", "Xã Ba", first_superior="H"), WHO)
    form = _written(db, tmp_path / "phieu.xlsx", "X3")
    with closing(_file(book)) as other, pytest.raises(KnownError, match="Xã Ba"):
        import_workbook(other, form, WHO)


def test_a_form_of_a_unit_that_is_another_one_here_is_refused(db: Database, book: Path, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    with closing(_file(book)) as other:
        save_unit(other, Unit("X1", "Phường Mới", first_superior="H"), WHO, "X1")
        with pytest.raises(KnownError, match="mã X1 là của Phường Mới"):
            import_workbook(other, form, WHO)


def test_a_form_of_a_unit_that_has_ceased_is_refused(db: Database, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    one = next(each for each in units(db) if each.code == "X1")
    save_unit(db, replace(one, valid_to=date(2023, 5, 31)), WHO, "X1")
    with pytest.raises(KnownError, match="không hoạt động vào ngày cuối kỳ 14/6/2023"):
        import_workbook(db, form, WHO)
    with pytest.raises(KnownError, match="không hoạt động"):
        _written(db, tmp_path / "moi.xlsx")


def test_a_replaced_plan_takes_by_code_what_it_still_asks_and_tells_the_rest(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E9": 1, "E10": 2, "E14": 7})
    save_plan(db, Plan("KH23-2", 2023, "Kế hoạch mới", "H", issued_on=date(2023, 5, 1), replaces="KH23"), WHO)
    kept = indicator(db, "KH23", "TL")
    save_indicator(db, replace(kept, plan="KH23-2", numerator="Hồ sơ toàn trình"), WHO)
    result = import_workbook(db, form, WHO)
    assert actual(db, "TL", "X1", Q2) == Actual("TL", "X1", Q2, Decimal(1), Decimal(2))
    assert actual(db, "SL", "X1", Q2) is None
    notes = " ".join(result.notes)
    assert "KH23-2" in notes
    assert "Chỉ tiêu SL không còn trong kế hoạch KH23-2, nên không nhập: 7." in notes
    assert "Định nghĩa chỉ tiêu TL đã đổi" in notes


def test_an_indicator_that_became_another_kind_is_told_and_not_taken(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": 7})
    old = indicator(db, "KH23", "SL")
    save_rules(db, "KH23", [], WHO)
    remove_indicator(db, "KH23", "SL", WHO)
    save_indicator(db, replace(old, kind=Kind.RATIO, target=None), WHO)
    result = import_workbook(db, form, WHO)
    assert actual(db, "SL", "X1", Q2) is None
    assert "Chỉ tiêu SL nay có loại số đo khác, nên không nhập: 7." in result.notes


def test_a_form_of_another_files_plan_is_matched_by_codes(db: Database, book: Path, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": 7})
    with closing(_file(book)) as other:
        save_plan(other, replace(_plan(other), code="KH-KHAC"), WHO, "KH23")
        result = import_workbook(other, form, WHO)
        assert actual(other, "SL", "X1", Q2) == Actual("SL", "X1", Q2, value=Decimal(7))
        assert any("KH23 không có trong tệp" in note for note in result.notes)


def test_what_does_not_add_up_is_taken_in_and_told(db: Database, tmp_path: Path) -> None:
    record(db, [Actual("TL.1", "X1", quarter(2023, 1), Decimal(1), Decimal(4))], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E9": 9, "E10": 8, "E12": 3, "E14": 20})
    result = import_workbook(db, form, WHO)
    assert actual(db, "TL", "X1", Q2) == Actual("TL", "X1", Q2, Decimal(9), Decimal(8))
    notes = " ".join(result.notes)
    assert "tử số 9 lớn hơn mẫu số 8, lệch 1" in notes
    assert "chỉ tiêu TL.1: thiếu mẫu số" in notes
    assert "quy tắc QT-1" in notes
    assert "lệch 8" in notes


def test_a_trial_says_the_same_and_keeps_nothing(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": 7})
    assert _changed(import_workbook(db, form, WHO, dry_run=True)) == [("Số liệu", 1, 0, 0)]
    assert not list(actuals(db))


def test_a_form_that_was_sent_is_locked_but_the_same_values_pass(db: Database, tmp_path: Path) -> None:
    record(db, [Actual("SL", "X1", Q2, value=Decimal(5))], WHO)
    form = _written(db, tmp_path / "phieu.xlsx")
    submit(db, _plan(db), "X1", Q2, date(2023, 6, 18), WHO)
    assert _changed(import_workbook(db, form, WHO)) == [("Số liệu", 0, 0, 0)]
    with pytest.raises(KnownError, match="đã gửi"):
        import_workbook(db, fill(form, {"E14": 6}), WHO)
    assert actual(db, "SL", "X1", Q2) == Actual("SL", "X1", Q2, value=Decimal(5))


@pytest.mark.parametrize("note", ["=1+1", "https://vi.wikipedia.org", "0012", "+84 235", "@lý do", "{=A1}"])
def test_a_note_that_looks_like_something_else_comes_back_as_it_was(db: Database, tmp_path: Path, note: str) -> None:
    for code in ("TL", "SL"):
        record(db, [Actual(code, "X1", Q2, note=note)], WHO)
    result = import_workbook(db, _written(db, tmp_path / "phieu.xlsx"), WHO)
    assert _changed(result) == [("Số liệu", 0, 0, 0)]
    assert actual(db, "TL", "X1", Q2) == Actual("TL", "X1", Q2, note=note)


def test_a_form_of_an_unknown_plan_among_several_is_refused(db: Database, book: Path, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    with closing(_file(book)) as other:
        save_plan(other, replace(_plan(other), code="MOT"), WHO, "KH23")
        save_plan(other, replace(_plan_of(other, "MOT"), code="HAI"), WHO)
        with pytest.raises(KnownError, match="không biết thay bằng kế hoạch nào"):
            import_workbook(other, form, WHO)


def test_what_is_written_beside_the_form_is_told(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"J9": "Ghi thêm"})
    book = load_workbook(form)
    book.create_sheet("Trang của tôi")
    book.save(form)
    notes = import_workbook(db, form, WHO).notes
    assert any("J9" in note for note in notes)
    assert any("Trang của tôi" in note for note in notes)


def test_only_a_single_quarter_has_a_form(db: Database, tmp_path: Path) -> None:
    for code in ("2023", "2023-H1", "2023-9M"):
        with pytest.raises(KnownError, match="2023-Q1, 2023-Q2, 2023-Q3, 2023-Q4"):
            _written(db, tmp_path / "phieu.xlsx", of=read_period(code))
    with pytest.raises(KnownError, match="Không có đơn vị X9"):
        _written(db, tmp_path / "phieu.xlsx", "X9")
    with pytest.raises(KnownError, match="chưa giao chỉ tiêu nào"):
        _written(db, tmp_path / "phieu.xlsx", "H")
    with pytest.raises(KnownError, match=r"kết thúc bằng \.xlsx"):
        _written(db, tmp_path / "phieu.xls")
    assert not list(tmp_path.iterdir())


def test_an_ordinary_workbook_is_no_form(book: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.csv"
    text.write_text("a;b", encoding="utf-8")
    assert not is_unit_form(book)
    assert not is_unit_form(text)
    assert not is_unit_form(tmp_path / "none.xlsx")


def test_the_same_data_give_the_same_bytes(db: Database, tmp_path: Path) -> None:
    one, other = (_written(db, tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert one == other

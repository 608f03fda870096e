"""A form that comes back to a file that was changed meanwhile: what is taken, what stays, what a person must decide."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models.exchange.book import ImportRefusedError
from models.exchange.importer import import_workbook
from models.exchange.unit_form.mark import EXPLANATION_SHEET, FORM_SHEET
from models.exchange.unit_form.weighing import Outcome, outcome
from models.exchange.unit_form.writing import write_form
from models.period import read_period
from models.plan import Actual, Explanation
from models.store.actuals import actual, cell_history, record
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.explanations import explanation, save_explanation
from models.store.plans import plan
from tests.unit_forms import FORM_SHEETS, fill
from tests.workbooks import make_workbook

WHO, OFFICE = Author("Người nhập"), Author("Văn phòng")
Q2, H1 = read_period("2023-Q2"), read_period("2023-H1")
FIRST_RELEASE = Path(__file__).parents[3] / "data" / "unit_form_1.xlsx"


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


def _written(db: Database, path: Path, **how: bool) -> Path:
    write_form(db, plan(db, "KH23"), "X1", Q2, path, **how)
    return path


def _count(value: int | None, note: str = "") -> Actual:
    return Actual("SL", "X1", Q2, value=None if value is None else Decimal(value), note=note)


def _ratio(numerator: int | None, denominator: int | None) -> Actual:
    above, below = (None if each is None else Decimal(each) for each in (numerator, denominator))
    return Actual("TL", "X1", Q2, above, below)


def test_a_cell_left_as_it_was_written_leaves_what_the_office_has_changed(db: Database, tmp_path: Path) -> None:
    record(db, [_ratio(131, 216), _count(5, "Cũ")], WHO)
    form = _written(db, tmp_path / "phieu.xlsx")
    record(db, [_ratio(140, 216), _count(None)], OFFICE)
    result = import_workbook(db, form, WHO)
    assert not result.changes_anything
    assert actual(db, "TL", "X1", Q2) == _ratio(140, 216)
    assert actual(db, "SL", "X1", Q2) is None
    (told,) = [note for note in result.notes if "Tệp đã đổi từ khi xuất phiếu" in note]
    assert "TL, tử số (tệp: 140, phiếu: 131); SL (tệp: trống, phiếu: 5); SL, ghi chú (tệp: trống, phiếu: Cũ)" in told


def test_what_a_person_changed_beside_it_is_taken(db: Database, tmp_path: Path) -> None:
    record(db, [_ratio(131, 216)], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E10": 300})
    record(db, [_ratio(140, 216)], OFFICE)
    import_workbook(db, form, WHO)
    assert actual(db, "TL", "X1", Q2) == _ratio(140, 300)


def test_what_both_changed_is_refused_with_both_values_and_a_way_out(db: Database, tmp_path: Path) -> None:
    record(db, [_ratio(131, 216)], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E9": 1150, "E14": 8})
    record(db, [_ratio(1140, 2160)], OFFICE)
    with pytest.raises(ImportRefusedError) as refused:
        import_workbook(db, form, WHO)
    (problem,) = refused.value.problems
    assert (problem.sheet, problem.row, problem.column) == (FORM_SHEET, 9, "Quý II năm 2023")
    assert problem.found == "1.150"
    at = cell_history(db, "TL", "X1", Q2)[0].at.astimezone()
    assert problem.expected == (
        f"“1.140” như tệp đang có (Văn phòng ghi lúc {at:%H:%M} ngày {at.day}/{at.month}/{at.year}; khi xuất phiếu: "
        "131); tệp và phiếu đã đổi ô này khác nhau, hãy xuất phiếu mới hoặc sửa ô cho khớp"
    )
    assert actual(db, "TL", "X1", Q2) == _ratio(1140, 2160)
    assert actual(db, "SL", "X1", Q2) is None
    import_workbook(db, fill(form, {"E9": 1140}), WHO)
    assert actual(db, "TL", "X1", Q2) == _ratio(1140, 2160)
    assert actual(db, "SL", "X1", Q2) == _count(8)


def test_the_same_change_on_both_sides_is_no_quarrel(db: Database, tmp_path: Path) -> None:
    record(db, [_count(5)], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": "6"})
    record(db, [_count(6)], OFFICE)
    assert not import_workbook(db, form, WHO).changes_anything


def test_who_changed_another_part_of_the_cell_later_is_not_blamed(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E9": 7})
    record(db, [_ratio(6, None)], OFFICE)
    record(db, [_ratio(6, 9)], Author("Người khác"))
    with pytest.raises(ImportRefusedError, match="Văn phòng ghi lúc"):
        import_workbook(db, form, WHO)


def test_an_emptied_cell_leaves_alone_and_the_word_for_clearing_clears_what_was_seen(
    db: Database, tmp_path: Path
) -> None:
    record(db, [_count(5, "Cũ")], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": None, "G14": None})
    record(db, [_count(6, "Cũ")], OFFICE)
    assert not import_workbook(db, form, WHO).changes_anything
    with pytest.raises(ImportRefusedError) as refused:
        import_workbook(db, fill(form, {"E14": "xóa"}), WHO)
    assert refused.value.problems[0].found == "xóa"
    record(db, [_count(5, "Cũ")], OFFICE)
    import_workbook(db, form, WHO)
    assert actual(db, "SL", "X1", Q2) == _count(None, "Cũ")


@pytest.mark.parametrize("is_blank", [True, False])
def test_a_value_typed_where_the_form_was_empty_meets_what_the_office_typed(
    db: Database, tmp_path: Path, is_blank: bool
) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx", blank=is_blank), {"E14": 7})
    record(db, [_count(6)], OFFICE)
    with pytest.raises(ImportRefusedError, match=r"dòng 14.*“7”; cần “6” như tệp đang có.*khi xuất phiếu: trống"):
        import_workbook(db, form, WHO)


def test_a_blank_form_replaces_and_clears_what_the_file_had_when_it_was_written(db: Database, tmp_path: Path) -> None:
    record(db, [_count(5, "Cũ"), _ratio(1, 2)], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx", blank=True), {"E14": 7, "E9": "xóa", "E10": 2})
    import_workbook(db, form, WHO)
    assert actual(db, "SL", "X1", Q2) == _count(7, "Cũ")
    assert actual(db, "TL", "X1", Q2) == _ratio(None, 2)


def test_a_value_typed_into_a_blank_form_was_typed_also_where_it_is_the_old_one(db: Database, tmp_path: Path) -> None:
    record(db, [_count(5)], WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx", blank=True), {"E14": 5})
    record(db, [_count(6)], OFFICE)
    with pytest.raises(ImportRefusedError, match="“6” như tệp đang có"):
        import_workbook(db, form, WHO)


def test_a_unit_may_correct_the_form_that_it_sent_before(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": 7})
    import_workbook(db, form, WHO)
    result = import_workbook(db, fill(form, {"E14": 8}), WHO)
    assert actual(db, "SL", "X1", Q2) == _count(8)
    assert "Phiếu sửa lại ô đã nhận từ phiếu trước: SL (từ 7 thành 8)." in result.notes
    record(db, [_count(9)], OFFICE)
    with pytest.raises(ImportRefusedError, match="“9” như tệp đang có"):
        import_workbook(db, form, WHO)


def test_a_form_of_another_file_brings_what_this_one_never_had(db: Database, book: Path, tmp_path: Path) -> None:
    record(db, [_ratio(131, 216), _count(5)], WHO)
    form = _written(db, tmp_path / "phieu.xlsx")
    with closing(_file(book)) as office:
        record(office, [_count(6)], OFFICE)
        import_workbook(office, form, WHO)
        assert actual(office, "TL", "X1", Q2) == _ratio(131, 216)
        assert actual(office, "SL", "X1", Q2) == _count(6)


LONG = "Do mưa lũ kéo dài.\n" * 40


@pytest.mark.parametrize("old", ["Do mưa", LONG, "#1", "mục_xem", "Cà\u00a0Dy", "x" * 61])
def test_a_note_is_weighed_as_a_value_is(db: Database, tmp_path: Path, old: str) -> None:
    record(db, [_count(5, old)], WHO)
    form = _written(db, tmp_path / "phieu.xlsx")
    assert not import_workbook(db, form, WHO).changes_anything
    record(db, [_count(5, "Của văn phòng")], OFFICE)
    assert not import_workbook(db, form, WHO).changes_anything
    record(db, [_count(5, "Của văn phòng")], OFFICE)
    with pytest.raises(ImportRefusedError, match="cột “Ghi chú”: thấy “Của đơn vị”"):
        import_workbook(db, fill(form, {"G14": "Của đơn vị"}), WHO)
    assert actual(db, "SL", "X1", Q2) == _count(5, "Của văn phòng")


def test_an_explanation_is_weighed_part_by_part(db: Database, tmp_path: Path) -> None:
    save_explanation(db, Explanation("TL", "X1", H1, "Thiếu máy", LONG, "Phó Chủ tịch", date(2023, 9, 30)), WHO)
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"F4": "Chủ tịch"}, EXPLANATION_SHEET)
    save_explanation(db, Explanation("TL", "X1", H1, "Khác", "Khác", "Phó Chủ tịch", date(2023, 10, 1)), OFFICE)
    told = " ".join(import_workbook(db, form, WHO).notes)
    assert explanation(db, "TL", "X1", H1) == Explanation("TL", "X1", H1, "Khác", "Khác", "Chủ tịch", date(2023, 10, 1))
    assert "TL, nguyên nhân (tệp: Khác, phiếu: Thiếu máy)" in told
    assert "TL, hạn (tệp: 1/10/2023, phiếu: 30/9/2023)" in told
    with pytest.raises(ImportRefusedError) as refused:
        import_workbook(db, fill(form, {"E4": "Mua máy", "G4": date(2023, 11, 1)}, EXPLANATION_SHEET), WHO)
    assert [(each.row, each.column, each.found) for each in refused.value.problems] == [
        (4, "Giải pháp", "Mua máy"),
        (4, "Hạn", "1/11/2023"),
    ]
    assert "Văn phòng ghi lúc" in refused.value.problems[0].expected


def test_a_form_of_the_first_release_is_taken_as_it_stands(db: Database) -> None:
    record(db, [_ratio(140, 300), _count(6, "Của văn phòng")], OFFICE)
    save_explanation(db, Explanation("TL", "X1", H1, "Khác", "Khác", "Chủ tịch"), OFFICE)
    import_workbook(db, FIRST_RELEASE, WHO)
    assert actual(db, "TL", "X1", Q2) == Actual("TL", "X1", Q2, Decimal(131), Decimal(216), note="Do mưa lũ")
    assert actual(db, "SL", "X1", Q2) == _count(5, "Của văn phòng")
    assert explanation(db, "TL", "X1", H1) == Explanation("TL", "X1", H1, "Thiếu máy", "Mua máy", "Chủ tịch")


TEXTS = st.sampled_from(["", "1", "2", "3"])


@given(written=TEXTS, now=TEXTS, returned=TEXTS, is_blank=st.booleans())
def test_the_file_changes_only_by_what_was_typed_and_nothing_is_lost(
    written: str, now: str, returned: str, is_blank: bool
) -> None:
    found = outcome(written, now, returned, is_blank=is_blank)
    if now == written:  # the file stood still: as if there were no three sides
        assert found is (Outcome.KEEP if returned == now else Outcome.TAKE)
    elif returned == now or (returned == written and returned and not is_blank):
        assert found is Outcome.KEEP
    else:
        assert found is Outcome.CLASH


# code, cell, what the file may have there, and how the cell says it
CELLS: dict[str, tuple[str, st.SearchStrategy[Any]]] = {
    "SL": ("E14", st.integers(0, 10**12).map(lambda each: {"value": Decimal(each)})),
    "DI": ("E16", st.decimals(0, 100, places=4).map(lambda each: {"value": each.normalize() + 0})),
    "HA": ("E17", st.integers(1, 63).map(lambda each: {"value": Decimal(each), "out_of": 63})),
    "XL": ("E18", st.sampled_from(["Tốt", "Khá", "Trung bình"]).map(lambda each: {"grade": each})),
    "HT": ("E19", st.sampled_from([0, 1]).map(lambda each: {"value": Decimal(each)})),
}  # fmt: skip


def _typed(code: str, values: dict[str, Any]) -> Any:
    if code == "HA":
        return f"{values['value']}/{values['out_of']}"
    if code == "HT":
        return "có" if values["value"] else "không"
    return values.get("grade") or float(values["value"])


@st.composite
def three_sides(draw: st.DrawFn) -> tuple[str, Any, Any, Any]:
    """A cell: what it had, what the office made of it, and what the unit typed; None for nothing."""
    code = draw(st.sampled_from(sorted(CELLS)))
    some = draw(st.lists(CELLS[code][1], min_size=1, max_size=3))
    sides = st.none() | st.sampled_from(some)
    return code, draw(sides), draw(sides), draw(sides)


@given(sides=three_sides())
@example(sides=("SL", {"value": Decimal(5)}, {"value": Decimal(6)}, {"value": Decimal(5)}))
@example(sides=("SL", {"value": Decimal(5)}, {"value": Decimal(6)}, {"value": Decimal(7)}))
@example(sides=("DI", None, {"value": Decimal("0.5")}, {"value": Decimal("0.1")}))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cell_ends_as_the_three_sides_say(book: Path, sides: tuple[str, Any, Any, Any]) -> None:
    code, written, now, typed = sides

    def holding(values: dict[str, Any] | None) -> Actual:
        return Actual(code, "X1", Q2, **(values or {}))

    with closing(_file(book)) as db, TemporaryDirectory() as folder:
        record(db, [holding(written)], WHO)
        form = _written(db, Path(folder) / "phieu.xlsx")
        fill(form, {CELLS[code][0]: None if typed is None else _typed(code, typed)})
        record(db, [holding(now)], OFFICE)
        if typed is not None and typed not in (written, now) and now != written:
            with pytest.raises(ImportRefusedError):
                import_workbook(db, form, WHO)
            wanted = now
        else:
            import_workbook(db, form, WHO)
            wanted = typed if typed is not None and now == written else now
        assert (actual(db, code, "X1", Q2) or holding(None)) == holding(wanted)

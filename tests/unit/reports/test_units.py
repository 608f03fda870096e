"""The report by unit: ranks and counts are the figures', who lags is told by what, who is late by how much."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.number import format_rate
from models.period import Period, periods_of, quarter
from models.plan import Plan
from models.progress import Figure, State
from models.store.changes import Author
from models.store.database import Database, open_database
from models.store.figures import progress_by_unit
from models.store.groups import watched_members
from models.store.plans import plan_in_force
from models.store.submissions import give_back, submit
from models.submission import Standing, SubmissionState
from models.unit import Unit
from reports.chart import CountChart
from reports.document import NBSP, Document, Heading, Measure, Paragraph, Row, Table, cell_text, plain_text
from reports.kinds import make_document
from reports.units import KIND, units_document
from reports.units_words import UnitsContext
from tests.sample import sample_file
from tests.unit.reports.bound_figures import figures, numbers_without_source, say_one_thing_each
from tests.unit.reports.builders import H1, UNITS, a_context, a_ratio, judged, with_units

ON = date(2024, 1, 5)
AUTHOR = Author("An")
RATIOS = [a_ratio(f"T-{n}", short_name=f"Chỉ tiêu {letter}") for n, letter in enumerate("ABCDEF")]
MET, NEAR, MISSED = "70", "64", "10"
Q1, Q2 = H1.quarters


def of_unit(unit: str, *parts: str | None) -> list[Figure]:
    """A unit's figures, one an indicator: what was reached of 100, or nothing."""
    return [
        judged(ratio, *([part, "100"] if part else []), unit=unit) for ratio, part in zip(RATIOS, parts, strict=False)
    ]


def a_report(*units: list[Figure], **changes: object) -> UnitsContext:
    """A context of the district of the builders, with these units' figures."""
    whole = [judged(each, "50", "100") for each in RATIOS[: max(map(len, units), default=0)]]
    base = UnitsContext(**vars(a_context(whole, [each for its in units for each in its])))
    return replace(base, **changes)  # type: ignore[arg-type]


def a_form(unit: str, quarter: Period, day: date | None = None, **changes: object) -> Standing:
    """A form that was sent on a day, or was not sent."""
    state = SubmissionState.SUBMITTED if day else SubmissionState.DRAFT
    due = date(2023, 3 * quarter.number, 20)
    days = max(((day or date(2023, 6, 28)) - due).days, 0)
    return replace(Standing(unit, state, day, due, days, day is None and days > 0, 2, 4), **changes)  # type: ignore[arg-type]


def text_of(document: Document) -> str:
    lines = (plain_text(block.text) for block in document.blocks if isinstance(block, Paragraph))
    return "\n".join(lines).replace(NBSP, " ")


def said(context: UnitsContext) -> str:
    return text_of(units_document(context))


def texts(row: Row) -> list[str]:
    return [plain_text(cell_text(each)) for each in row]


def tables(document: Document, title: str) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table) and block.title.startswith(title)]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = open_database(sample_file(tmp_path_factory.mktemp("units")), read_only=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def plan(db: Database) -> Plan:
    return plan_in_force(db, H1)


@pytest.mark.parametrize("period", periods_of(2023), ids=str)
def test_every_count_and_rank_of_the_sample_is_that_of_the_stores_figures(
    db: Database, plan: Plan, period: Period
) -> None:
    document = make_document(db, KIND.code, plan, period, ON)
    watched = watched_members(db, plan.code)
    its: dict[str, list[State]] = {}
    for each in progress_by_unit(db, plan, period, ON):
        if each.indicator.kind.rolls_up and each.indicator.code not in watched:
            its.setdefault(str(each.unit), []).append(each.state)
    (ranking,) = tables(document, "Xếp hạng")
    merits = {unit: merit(states) for unit, states in its.items()}
    shown = {source: text for source, text in figures(document) if source.unit in its and not source.indicator}
    for unit, states in its.items():
        counts = {source.what: text for source, text in shown.items() if source.unit == unit}
        assert counts["met"] in (format_rate(merits[unit][0]), str(states.count(State.MET)))
        assert counts["missed"] == str(states.count(State.MISSED))
        assert int(counts["judged"]) + int(counts["others"]) == len(states)
        (rank,) = {text for source, text in shown.items() if (source.unit, source.measure) == (unit, Measure.RANK)}
        assert int(rank) == 1 + sum(other > merits[unit] for other in merits.values())
    assert len(ranking.rows) == len(its) == 13
    assert say_one_thing_each(document)
    assert numbers_without_source(document) == []


def merit(states: list[State]) -> tuple[Fraction, Fraction]:
    met, near, missed = (states.count(state) for state in (State.MET, State.NEAR, State.MISSED))
    return Fraction(100 * met, met + near + missed), Fraction(met + near, met + near + missed)


def test_ranks_are_shared_and_left_free_and_who_is_not_judged_stands_apart() -> None:
    units = {code: Unit(code, f"Xã {code}") for code in "ABCDE"}
    its = [
        of_unit("A", MET, MISSED), of_unit("B", MET, MET), of_unit("C", MISSED, MET), of_unit("D", MISSED, MISSED),
        of_unit("E", None, None),
    ]  # fmt: skip
    (table,) = tables(units_document(a_report(*its, tree=with_units(*units.values()))), "Xếp hạng")
    assert [texts(row)[:2] for row in table.rows] == [
        ["1", "Xã B"],
        ["2", "Xã A"],
        ["2", "Xã C"],
        ["4", "Xã D"],
        ["Không xếp hạng"],
        ["–", "Xã E"],
    ]
    assert texts(table.rows[1])[2:] == ["1", "0", "1", "2", "0", "50,00%"]
    assert texts(table.rows[5])[2:] == ["0", "0", "0", "0", "2", "–"]
    note = plain_text(cell_text(table.note))
    assert "xếp hạng theo tỷ lệ chỉ tiêu đạt trên số chỉ tiêu được đánh giá" in note
    assert "Chỉ tiêu gần đạt là chỉ tiêu chưa đạt nhưng còn thiếu không quá 5%" in note
    assert "để tham khảo" not in note


def test_the_form_of_a_unit_that_ended_is_asked_of_who_took_over() -> None:
    gone = {code: Unit(code, f"Xã {code}", valid_to=date(2023, 4, 30), succeeded_by=("A",)) for code in "CD"}
    gone |= {"E": Unit("E", "Xã E", valid_to=date(2023, 4, 30))}
    tree = with_units(Unit("A", "Xã A"), Unit("B", "Xã B"), *gone.values())
    its = [of_unit(code, MET, MET) for code in "ABCDE"]
    forms = {Q1: tuple(a_form(code, Q1) for code in "BCDE")}
    text = said(a_report(*its, tree=tree, standings=forms))
    assert "chưa gửi: 4 đơn vị (trong đó 3 đơn vị nay đã kết thúc hoạt động), quá hạn" in text.lower()
    assert "Đôn đốc 2 đơn vị gửi ngay phiếu báo cáo quá hạn (kể cả của đơn vị cũ): xã B và xã A." in text


def test_a_unit_that_ceased_is_told_without_a_rank() -> None:
    units = {code: Unit(code, f"Xã {code}") for code in "AB"} | {"C": Unit("C", "Xã C", valid_to=date(2023, 4, 30))}
    its = [of_unit("A", MISSED, MET), of_unit("B", MET, MET), of_unit("C", MET, MET)]
    context = a_report(*its, tree=with_units(*units.values()))
    (table,) = tables(units_document(context), "Xếp hạng")
    assert [texts(row)[:2] for row in table.rows] == [
        ["1", "Xã B"],
        ["2", "Xã A"],
        ["Không xếp hạng"],
        ["–", "Xã C (cũ)"],
    ]
    assert texts(table.rows[3])[2:] == ["2", "0", "0", "2", "0", "100,00%"]
    assert "giao chỉ tiêu cho 3 đơn vị; 6 tháng đầu năm 2023 có 2 đơn vị có chỉ tiêu được đánh giá" in said(context)
    alone = a_report(of_unit("C", MET, MET), tree=with_units(*units.values()))
    assert "Xã C có 2 chỉ tiêu được đánh giá: 2 chỉ tiêu đạt" in said(alone)


def test_a_rank_by_few_indicators_is_marked_and_the_mark_explained() -> None:
    few = of_unit("CADY", MET, None, None)
    (table,) = tables(units_document(a_report(of_unit("PCM", MET, MET, MISSED), few)), "Xếp hạng")
    assert [texts(row)[0] for row in table.rows] == ["1*", "2"]
    assert "thứ hạng để tham khảo" in plain_text(cell_text(table.note))


def test_the_overview_counts_units_by_how_much_they_met() -> None:
    its = [of_unit("PCM", MET, MET), of_unit("CADY", MET, MISSED), of_unit("ZUOIH", MISSED, NEAR)]
    assert (
        "Kế hoạch cải cách hành chính năm 2023 giao chỉ tiêu cho 3 đơn vị; 6 tháng đầu năm 2023 có 3 đơn vị có chỉ "
        "tiêu được đánh giá: 1 đơn vị đạt tất cả các chỉ tiêu được đánh giá, 1 đơn vị đạt từ một nửa số chỉ tiêu trở "
        "lên, 1 đơn vị đạt dưới một nửa số chỉ tiêu." in said(a_report(*its))
    )


def test_who_leads_and_who_lags_is_told_worst_first_with_the_indicators() -> None:
    its = [
        of_unit("PCM", MET, MET, MET, MET, MET),
        of_unit("CADY", MISSED, "20", "30", "40", NEAR),
        of_unit("ZUOIH", MET, MISSED, MET, NEAR, MET),
    ]
    text = said(a_report(*its))
    assert "Xếp hạng nhất: Phòng chuyên môn (đạt 5/5 chỉ tiêu)." in text
    assert (
        "- Xã Cà Dy (hạng 3): đạt 0/5 chỉ tiêu; chưa đạt chỉ tiêu A (còn thiếu 55,00 điểm phần trăm), chỉ tiêu B "
        "(còn thiếu 45,00 điểm phần trăm), chỉ tiêu C (còn thiếu 35,00 điểm phần trăm), 1 chỉ tiêu khác; gần đạt "
        "1 chỉ tiêu;\n- Xã Zuôih đạt 3/5 chỉ tiêu (hạng 2), trong đó chưa đạt chỉ tiêu B" in text
    )
    assert "Chỉ tiêu có nhiều đơn vị chưa đạt nhất: chỉ tiêu B (2/3 đơn vị)." in text
    assert "Yêu cầu xã Cà Dy xây dựng giải pháp khắc phục do mới đạt dưới một nửa số chỉ tiêu." in text
    assert "Tập trung thực hiện các chỉ tiêu nhiều đơn vị chưa đạt: chỉ tiêu B." in text
    assert "Duy trì kết quả, phổ biến cách làm của Phòng chuyên môn." in text


def test_many_leaders_and_many_behind_are_cut_short() -> None:
    units = {f"X{n}": Unit(f"X{n}", f"Xã {chr(65 + n)}") for n in range(18)}
    its = [of_unit(unit, *([MET, MET] if n < 10 else [MISSED, MET])) for n, unit in enumerate(units)]
    text = said(a_report(*its, tree=with_units(*units.values())))
    assert "xã H (đạt 2/2 chỉ tiêu) và 2 đơn vị khác." in text
    assert "Các đơn vị có tỷ lệ chỉ tiêu đạt thấp nhất:" in text
    assert text.count("(hạng 11)") == 5
    assert [text.index(f"- Xã {name}") for name in "KLMNO"] == sorted(text.index(f"- Xã {name}") for name in "KLMNO")


def test_units_that_are_all_alike_have_no_leader() -> None:
    same = said(a_report(of_unit("PCM", MET, MISSED), of_unit("CADY", MISSED, MET)))
    assert "Dẫn đầu" not in same
    assert "Tập trung thực hiện các chỉ tiêu chưa đạt, gần đạt nêu tại báo cáo này." in same
    all_met = said(a_report(of_unit("PCM", MET), of_unit("CADY", MET)))
    assert "Các đơn vị đều đạt mức đề ra ở các chỉ tiêu được đánh giá." in all_met
    assert "Duy trì kết quả, phổ biến cách làm của 2 đơn vị: Phòng chuyên môn và xã Cà Dy." in all_met


def test_nobody_judged_gives_no_leaders_and_no_shares() -> None:
    text = said(a_report(of_unit("PCM", None), of_unit("CADY", None)))
    assert "trong kỳ chưa có đơn vị có chỉ tiêu được đánh giá." in text
    assert "DẪN ĐẦU" not in text


def test_who_is_late_is_told_quarter_by_quarter() -> None:
    late, early = date(2023, 3, 24), date(2023, 3, 17)
    returned = a_form("ZUOIH", Q1, state=SubmissionState.RETURNED, reason="thiếu minh chứng.")
    standings = {
        Q1: (a_form("PCM", Q1, early), a_form("CADY", Q1, late), returned),
        Q2: (a_form("PCM", Q2, date(2023, 6, 19)), a_form("CADY", Q2), a_form("ZUOIH", Q2, filled=4)),
    }
    its = [of_unit(unit.code, MET) for unit in UNITS[1:]]
    document = units_document(a_report(*its, standings=standings, on=date(2023, 6, 28)))
    text = text_of(document)
    assert (
        "Phiếu báo cáo quý I năm 2023 (hạn gửi: ngày 20/3/2023): 2/3 đơn vị đã gửi.\n"
        "- Gửi chậm: 1 đơn vị, chậm nhất 4 ngày làm việc (xã Cà Dy);\n"
        "- Bị trả lại, chưa gửi lại: 1 đơn vị (xã Zuôih: thiếu minh chứng)." in text
    )
    assert (
        "- Chưa gửi: 2 đơn vị, quá hạn 8 ngày làm việc, trong đó 1 đơn vị đã nhập đủ số liệu (xã Cà Dy và xã Zuôih)."
        in text
    )
    assert "Đôn đốc 2 đơn vị gửi ngay phiếu báo cáo quá hạn: xã Cà Dy và xã Zuôih." in text
    (table,) = tables(document, "Tình hình gửi phiếu")
    assert [texts(row)[1:] for row in table.rows] == [
        ["Phòng chuyên môn", "Đã gửi 17/3/2023", "0", "Đã gửi 19/6/2023", "0"],
        ["Xã Cà Dy", "Đã gửi 24/3/2023", "4", "Chưa đủ số liệu", "8"],
        ["Xã Zuôih", "Bị trả lại", "100", "Chưa gửi", "8"],
    ]
    assert say_one_thing_each(document)
    assert numbers_without_source(document) == []


def test_all_sent_in_time_is_said_and_so_is_what_is_not_due() -> None:
    its = [of_unit("PCM", MET), of_unit("CADY", MET)]
    sent = {Q1: tuple(a_form(unit, Q1, date(2023, 3, 17), filled=4) for unit in ("PCM", "CADY"))}
    assert "2/2 đơn vị đã gửi, đều đúng hạn." in said(a_report(*its, standings=sent))
    unsent = {Q1: tuple(a_form(unit, Q1, days_late=0, is_overdue=False, filled=4) for unit in ("PCM", "CADY"))}
    text = said(a_report(*its, standings=unsent, period=Q1, on=date(2023, 3, 16)))
    assert "- Chưa gửi: 2 đơn vị, chưa đến hạn, đều đã nhập đủ số liệu (" in text
    early = said(a_report(*its, standings=unsent, period=Q1, on=date(2023, 2, 1)))
    assert "Đến ngày 1/2/2023, chưa hết thời gian lấy số liệu của kỳ" in early


def test_a_reason_that_is_not_told_and_many_that_came_back() -> None:
    units = {f"X{n}": Unit(f"X{n}", f"Xã {chr(65 + n)}") for n in range(10)}
    back = {Q1: tuple(a_form(unit, Q1, state=SubmissionState.RETURNED) for unit in units)}
    context = a_report(*[of_unit(unit, MET) for unit in units], tree=with_units(*units.values()), standings=back)
    assert "xã H: không nêu lý do và 2 đơn vị khác)." in said(context)


def test_a_unit_without_a_form_of_a_quarter_has_a_dash() -> None:
    standings = {
        Q1: (a_form("PCM", Q1, date(2023, 3, 17)), a_form("CADY", Q1, date(2023, 3, 17))),
        Q2: (a_form("PCM", Q2, date(2023, 6, 17)), a_form("NAMGIANG", Q2, date(2023, 6, 17))),
    }
    its = [of_unit("PCM", MET), of_unit("CADY", MET)]
    (table,) = tables(units_document(a_report(*its, standings=standings)), "Tình hình gửi phiếu")
    assert [texts(row)[1:] for row in table.rows] == [
        ["Phòng chuyên môn", "Đã gửi 17/3/2023", "0", "Đã gửi 17/6/2023", "0"],
        ["Xã Cà Dy", "Đã gửi 17/3/2023", "0", "–", ""],
    ]


def test_a_unit_alone_is_ranked_among_nobody(db: Database, plan: Plan) -> None:
    document = make_document(db, KIND.code, plan, H1, date(2023, 6, 28), "CADY")
    text = text_of(document)
    assert "Xã Cà Dy có 8 chỉ tiêu được đánh giá: 3 chỉ tiêu đạt, 3 chỉ tiêu gần đạt, 2 chỉ tiêu chưa đạt." in text
    assert "hạng " not in text
    assert "- Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần: còn thiếu 6,58 điểm phần trăm." in text
    assert "Đôn đốc xã Cà Dy gửi ngay phiếu báo cáo quá hạn." in text
    assert tables(document, "Xếp hạng") == []
    assert "Xã Cà Dy chưa có chỉ tiêu được đánh giá trong kỳ." in said(a_report(of_unit("CADY", None)))


def test_one_units_results_are_not_said_again_as_those_of_all(db: Database, plan: Plan) -> None:
    def totals(unit: str | None) -> int:
        made = make_document(db, "units", plan, H1, ON, unit)
        tables = [each for section in made.sections for each in section.blocks if isinstance(each, Table)]
        return sum(cell_text(row[0])[0].text == "Chung" for table in tables for row in table.rows if row)

    assert totals(None) > 0
    assert totals("CADY") == 0


def test_figures_that_cannot_be_right_are_to_be_checked() -> None:
    doubtful = [judged(RATIOS[0], "215", "206", unit="CADY")]
    text = said(a_report(of_unit("PCM", MET), doubtful))
    assert "Kiểm tra, xác nhận số liệu của xã Cà Dy." in text


def test_a_plan_that_gives_nothing_to_anybody_says_so() -> None:
    document = units_document(a_report())
    assert "Kế hoạch cải cách hành chính năm 2023 chưa giao chỉ tiêu cho đơn vị nào." in text_of(document)
    assert len(document.sections) == 1


@pytest.mark.parametrize("units, annexes", [(25, 1), (26, 2), (170, 2)])
def test_a_long_ranking_stands_in_an_annex(units: int, annexes: int) -> None:
    every = {f"X{n}": Unit(f"X{n}", f"Xã {chr(65 + n % 20)}") for n in range(units)}
    its = [of_unit(unit, MET if n % 3 else MISSED, NEAR) for n, unit in enumerate(every)]
    document = units_document(a_report(*its, tree=with_units(*every.values())))
    (ranking,) = tables(document, "Xếp hạng")
    assert len(document.sections) == 1 + annexes
    assert ranking in document.sections[annexes - 1].blocks
    assert ranking.width == pytest.approx(247 if annexes == 2 else 160)
    assert len(ranking.rows) == units


@pytest.mark.parametrize("units, charts", [(1, 0), (2, 1), (15, 1), (16, 0)])
def test_a_few_units_are_drawn_best_first(units: int, charts: int) -> None:
    every = {f"X{n}": Unit(f"X{n}", f"Xã {chr(65 + n)}") for n in range(units)}
    its = [of_unit(unit, MISSED if n == 0 else MET) for n, unit in enumerate(every)]
    document = units_document(a_report(*its, tree=with_units(*every.values())))
    drawn = [block for block in document.blocks if isinstance(block, CountChart)]
    assert [chart.names[-1] for chart in drawn] == ["Xã A"] * charts
    assert all(len(chart.names) == units for chart in drawn)


@pytest.mark.parametrize("quarters", [1, 2, 3, 4])
def test_the_table_of_forms_fits_the_page(quarters: int) -> None:
    period = (quarter(2023, 1), H1, periods_of(2023)[2], Period(2023))[quarters - 1]
    standings = {each: (a_form("PCM", each), a_form("CADY", each)) for each in period.quarters}
    its = [of_unit("PCM", MET), of_unit("CADY", MET)]
    document = units_document(a_report(*its, period=period, standings=standings, on=ON))
    (table,) = tables(document, "Tình hình gửi phiếu")
    assert table.width == pytest.approx(247)
    assert len(table.columns) == 2 + 2 * quarters
    assert min(column.width for column in table.columns[1::2][:1]) > 40


def test_what_people_wrote_is_printed() -> None:
    written = {"causes": "Thiếu người.", "proposals": "Bổ sung biên chế."}
    text = said(a_report(of_unit("PCM", MET), of_unit("CADY", MET), written=written))
    assert "\nThiếu người.\n" in text
    assert "\nBổ sung biên chế.\n" in text


def test_forms_sent_and_returned_in_a_file_are_told(tmp_path: Path) -> None:
    db = open_database(sample_file(tmp_path))
    plan = plan_in_force(db, H1)
    submit(db, plan, "CADY", Q2, date(2023, 6, 22), AUTHOR)
    submit(db, plan, "PCM", Q2, date(2023, 6, 19), AUTHOR)
    give_back(db, "PCM", Q2, date(2023, 6, 21), "sai mẫu số", AUTHOR)
    text = text_of(make_document(db, KIND.code, plan, Q2, date(2023, 6, 28)))
    assert "1/13 đơn vị đã gửi.\n- Chưa gửi: 11 đơn vị, quá hạn 6 ngày làm việc" in text
    assert "- Gửi chậm: 1 đơn vị, chậm nhất 2 ngày làm việc (xã Cà Dy);" in text
    assert "- Bị trả lại, chưa gửi lại: 1 đơn vị (Phòng chuyên môn: sai mẫu số)." in text
    db.close()


@given(st.lists(st.lists(st.sampled_from([MET, NEAR, MISSED, None]), min_size=1, max_size=6), max_size=3))
def test_any_results_give_a_report_with_one_number_a_source(rows: list[list[str | None]]) -> None:
    its: Iterable[list[Figure]] = [of_unit(unit.code, *row) for unit, row in zip(UNITS[1:], rows, strict=False)]
    document = units_document(a_report(*its))
    assert say_one_thing_each(document)
    assert numbers_without_source(document) == []
    assert "None" not in text_of(document)
    assert all(table.rows for table in tables(document, ""))


def test_one_units_report_speaks_of_no_others() -> None:
    document = units_document(a_report(of_unit("CADY", MET, NEAR), unit="CADY"))
    headings = {block.text for block in document.blocks if isinstance(block, Heading)}
    assert "CÁC CHỈ TIÊU CHƯA ĐẠT, GẦN ĐẠT" in headings
    assert "CỦA CÁC ĐƠN VỊ" not in text_of(document).upper()
    assert "THEO ĐƠN VỊ" not in text_of(document)


def test_where_all_stand_alike_their_number_is_said_once() -> None:
    text = said(a_report(of_unit("CADY", MET, MISSED, MISSED), of_unit("ZUOIH", MET, MISSED, MISSED)))
    assert "có 2 đơn vị có chỉ tiêu được đánh giá: đều đạt dưới một nửa số chỉ tiêu." in text


def test_a_unit_alone_has_its_indicators_with_their_targets_in_one_annex() -> None:
    document = units_document(a_report(of_unit("CADY", MET, MISSED), unit="CADY"))
    assert len(document.sections) == 2
    (table,) = tables(document, "")
    assert [column.title for column in table.columns][1:3] == ["Chỉ tiêu", "Mức"]


def test_nothing_judged_draws_no_chart() -> None:
    nothing = [of_unit(unit.code, None) for unit in UNITS[1:]]
    assert not any(isinstance(block, CountChart) for block in units_document(a_report(*nothing)).blocks)

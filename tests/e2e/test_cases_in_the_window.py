"""The five published cases set up from nothing in the window: page Bắt đầu, dialogs, tabs, grid and side panel.

Figures that were not published are marked as ours beside them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.measure import Kind
from models.period import Period, Span
from models.plan import Explanation, Indicator
from models.progress import State
from models.store.database import open_database
from models.store.explanations import explanation
from models.store.indicators import indicators
from models.store.plans import legal_bases
from tests.officer import Officer
from tests.sample import TARGETS, sample_file
from tests.unit.models.drafting.nam_giang import TEXT
from ui.pages.entry.form import Filter
from ui.pages.plans.new_plan import Way
from ui.pages.plans.versions.issue_dialog import IssueDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")  # offscreen, of popups
COMMUNES = (
    *("Thị trấn Thạnh Mỹ", "Xã Cà Dy", "Xã Chà Vàl", "Xã Chơ Chun", "Xã Đắc Pre", "Xã Đắc Pring"),
    *("Xã Đắc Tôi", "Xã La Dêê", "Xã La Êê", "Xã Tà Bhing", "Xã Tà Pơơ", "Xã Zuôih"),
)
Q1 = Period(2023, Span.Q1)


def asked(its: list[Indicator]) -> list[tuple[object, ...]]:
    """Return what a plan asks for, without the words."""
    return [(each.code, each.kind, each.accumulation, each.parent, each.target) for each in its]


def test_a_a_districts_units_are_pasted_and_its_targets_come_from_its_text(officer: Officer, qtbot: QtBot) -> None:
    session = officer.session
    # WHEN the district, its departments and its communes are pasted on the empty page of units
    officer.begin(Way.TEXT)
    officer.make_units(["UBND huyện Nam Giang", "Phòng chuyên môn\tPCM", *COMMUNES])
    # THEN they stand below the district, each with its kind
    units = list(session.tree.units.values())
    assert [each.name for each in units[2:]] == list(COMMUNES)
    assert {each.first_superior for each in units[1:]} == {units[0].code}
    assert [each.kind for each in units[:4]] == ["huyện", "phòng", "thị trấn", "xã"]
    # WHEN the plan is drafted from its text, and each proposal looked at and accepted with Enter
    officer.make_plan(2023, way=Way.TEXT)
    drafting = officer.plans.drafting
    QGuiApplication.clipboard().setText(TEXT)
    drafting.panel.paste_button.click()
    table = drafting.panel.table
    qtbot.waitUntil(lambda: not session.runner.is_busy and not drafting.is_reading)
    assert len(table.drafts.rows) == TARGETS
    table.setCurrentIndex(table.drafts.index(0, 0))
    for _ in table.drafts.rows:
        QTest.keyClick(table, Qt.Key.Key_Return)
    # THEN the plan asks for what the sample asks for, which was entered by hand
    assert session.path is not None
    sample = open_database(sample_file(session.path.parent))
    by_hand = indicators(sample, "KH-2023")[:TARGETS]
    sample.close()
    assert asked(indicators(session.db, "KH-2023")) == asked(by_hand)


COUNTS = {
    "DVC": ("Dịch vụ công trực tuyến", "297"),
    "DVC-H": ("Dịch vụ công trực tuyến cấp huyện", "216"),
    "DVC-X": ("Dịch vụ công trực tuyến cấp xã", "81"),
    "TN-X": ("Hồ sơ cấp xã tiếp nhận", "11.072"),
    "SH-X": ("Hồ sơ cấp xã trả sớm hạn", "458"),
    "DH-X": ("Hồ sơ cấp xã trả đúng hạn", "10.614"),
    "KS": ("Lượt đánh giá", "5.952"),
    "KS-1": ("Rất hài lòng", "6.597"),
    "KS-2": ("Hài lòng", "335"),
    "KS-3": ("Bình thường", "20"),
}
RATES = {
    "DH-H": ("Hồ sơ cấp huyện trả trong hạn", ("2.647", "2.647")),
    "KSTT": ("Xã thực hiện kiểm soát thủ tục hành chính", ("8", "8")),
}
RULES = (
    ("DVC", "DVC", "=", "DVC-H + DVC-X", "0", "lỗi", "Tổng dịch vụ công bằng huyện cộng xã"),
    ("XA", "TN-X", "=", "SH-X + DH-X", "0", "lỗi", "Hồ sơ tiếp nhận bằng sớm hạn cộng đúng hạn"),
    ("KS", "KS", "=", "KS-1 + KS-2 + KS-3", "0", "lỗi", "Tổng lượt đánh giá bằng các mức cộng lại"),
)


def test_b_a_total_that_is_wrong_by_1000_is_told_and_the_right_sums_are_not(officer: Officer) -> None:
    # GIVEN a plan of nothing, with the district's counts, rates and sums
    officer.begin(Way.SETS)
    officer.make_plan(2023, office="UBND huyện Châu Thành", way=Way.EMPTY)
    for code, (name, _) in COUNTS.items():
        officer.add_indicator(Kind.COUNT, code, name)
    for code, (name, _) in RATES.items():
        officer.add_indicator(Kind.RATIO, code, name, "= 100%")
    officer.add_rows(officer.plans.rules_tab.rules, RULES)
    # WHEN the published figures are typed and the form is checked
    values = {code: (value,) for code, (_, value) in COUNTS.items()}
    officer.enter(Q1, values | {code: parts for code, (_, parts) in RATES.items()})
    page = officer.entry
    page.head.check.click()
    # THEN the survey is off by 1.000, and nothing else is odd
    (told,) = page.issues.texts()
    assert told.startswith("Lệch 1.000: quy tắc KS")
    assert "vế trái 5.952, vế phải 6.952" in told
    # AND of the sums that are right, the panel says that they are
    for code, said in (("DVC", "huyện cộng xã: 297 = 297"), ("TN-X", "cộng đúng hạn: 11.072 = 11.072")):
        page.reveal(code)
        assert any(each.endswith(said) for each in page.panel.checks.texts())
    figures = officer.look(Q1, date(2023, 4, 20))
    assert {(figures[code].value, figures[code].state) for code in RATES} == {(100, State.MET)}


BASES = (
    ("Chương trình", "12-CTr/TU", "26/3/2021"),
    ("Quyết định", "1850/QĐ-UBND", "06/9/2021"),
    ("Quyết định", "384/QĐ-UBND", "16/02/2022"),
    ("Kế hoạch", "97/KH-UBND", "30/12/2022"),
    ("Kế hoạch", "22/KH-UBND", "14/3/2023"),
    ("Quyết định", "876/QĐ-BNV", "10/11/2022"),
)


def test_c_a_provinces_index_and_the_documents_it_rests_on(officer: Officer) -> None:
    session = officer.session
    officer.begin(Way.SETS)
    officer.make_plan(2022, office="UBND tỉnh Trà Vinh", way=Way.SETS, sets=["indices"])
    # WHEN targets and legal bases are typed, and the plan is issued
    officer.set_target("CSO-01", "80")
    officer.set_target("CSO-02", "hơn năm trước")
    officer.add_rows(officer.plans.bases, BASES)
    assert [each.number for each in legal_bases(session.db, "KH-2022")] == [number for _, number, _ in BASES]
    officer.plans.head.step_button.click()
    (issue,) = officer.plans.findChildren(IssueDialog)
    issue.values["number"] = "01/KH-UBND"  # ours
    issue.issue_button.click()
    assert session.plan.number == "01/KH-UBND"
    # AND last year's rank and this year's results are entered
    officer.enter(Period(2021), {"CSO-02": ["52/63"]})
    officer.enter(Period(2022), {"CSO-01": ["83"], "CSO-02": ["50/63"]})
    # THEN the score is met by three points, and the rank is two places better
    figures = officer.look(Period(2022), date(2023, 6, 30))
    score, rank = figures["CSO-01"], figures["CSO-02"]
    assert (score.value, score.state, score.gap) == (83, State.MET, 3)
    assert (rank.value, rank.out_of, rank.state, rank.gap) == (50, 63, State.MET, 2)
    officer.wait_until_said("83", "50/63")


def test_d_an_index_that_fell_with_its_group_and_why_by_whom_and_until_when(officer: Officer) -> None:
    session, year = officer.session, Period(2019)
    officer.begin(Way.SETS)
    officer.make_plan(2019, office="UBND tỉnh Lạng Sơn", way=Way.SETS, sets=["indices"])
    # GIVEN the groups of that year, and an indicator that is one of them
    grades = [("Nhóm A", "90"), ("Nhóm B", "80"), ("Nhóm C", "70")]
    officer.add_rows(officer.plans.plan_tab.grades, grades)
    officer.set_target("CSO-01", "> 80")
    officer.set_target("CSO-02", "hơn năm trước")
    officer.add_indicator(Kind.GRADE, "CSO-05", "PAR INDEX: nhóm", "từ nhóm a")
    # WHEN the published results are typed, and why places were lost
    officer.enter(Period(2018), {"CSO-02": ["26/63"]})
    officer.enter(year, {"CSO-01": ["80,33"], "CSO-02": ["42/63"], "CSO-05": ["nhom b"]})
    why = ("Tài liệu kiểm chứng chưa đủ", "Giao từng tiêu chí cho từng sở", "Giám đốc Sở Nội vụ")  # ours
    officer.explain("CSO-02", *why, "30/9/2020")
    # THEN the index is met, rank and group are not, and the gap has cause, remedy, position and deadline
    figures = officer.look(year, date(2020, 6, 30))
    found = {code: (figures[code].value, figures[code].gap, figures[code].state) for code in ("CSO-02", "CSO-05")}
    assert found == {"CSO-02": (42, -16, State.MISSED), "CSO-05": (2, -1, State.MISSED)}
    assert (float(figures["CSO-01"].value or 0), figures["CSO-01"].state) == (80.33, State.MET)
    assert figures["CSO-02"].out_of == 63
    assert explanation(session.db, "CSO-02", session.plan.unit, year) == Explanation(
        "CSO-02", session.plan.unit, year, *why, date(2020, 9, 30)
    )
    officer.wait_until_said("80,33", "42/63", "Nhóm B")


def test_e_a_directive_with_every_late_unit_explained_and_three_indices_followed(officer: Officer) -> None:
    session, half = officer.session, Period(2023, Span.H1)
    # GIVEN the district with two communes, which ones was not published, and 100% of which nothing is near
    officer.begin(Way.SETS)
    officer.make_units(["UBND huyện Núi Thành", "Xã thứ nhất", "Xã thứ hai"])
    district, first, second = session.tree.units
    officer.make_plan(2023, way=Way.SETS, sets=["indices"])
    synchronised = "Hồ sơ đồng bộ, công khai trên Cổng quốc gia"
    officer.add_indicator(Kind.RATIO, "DB-01", synchronised, "= 100%", near_threshold="0")
    for code in ("CSO-02", "CSO-03", "CSO-04"):
        officer.set_target(code, "hơn năm trước")
    # WHEN one commune reaches all and one does not, which it explains; figures and words are ours
    session.set_day(date(2023, 3, 20))
    officer.enter(Q1, {"DB-01": ["120", "120"]}, first)
    officer.enter(Q1, {"DB-01": ["9.999", "10.000"]}, second)
    form, panel = officer.entry.form, officer.entry.panel
    assert form is not None
    assert form.counts()[Filter.TO_EXPLAIN] == 1
    officer.explain("DB-01", "Một hồ sơ trễ hạn", "Trả hồ sơ, xin lỗi bằng văn bản", "Chủ tịch UBND xã", "30/4/2023")
    # THEN nothing is left to explain there
    assert form.counts()[Filter.TO_EXPLAIN] == 0
    assert panel.wanted.text() == "đã đủ"
    # AND 99,9901% is not 100%, and the indices wait for their month, then for their figures
    figures = officer.look(half, date(2023, 6, 19))
    assert figures["DB-01"].state is State.MISSED
    assert (figures["DB-01"].numerator, figures["DB-01"].denominator) == (10_119, 10_120)
    for day, state in ((date(2023, 12, 31), State.NOT_DUE), (date(2024, 6, 1), State.NO_DATA)):
        figures = officer.look(Period(2023), day)
        assert {figures[code].state for code in ("CSO-02", "CSO-03", "CSO-04")} == {state}
    officer.wait_until_said("PAR INDEX: vị thứ", "SIPAS: vị thứ", "PAPI: vị thứ")
    assert district == session.plan.unit

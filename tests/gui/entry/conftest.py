"""A small plan with every kind of measure, three communes, and a page that shows one of them."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, quarter
from models.plan import Actual, Grade, Indicator, Plan
from models.store.actuals import actual, record
from models.store.changes import Author
from models.store.database import create_database
from models.store.indicators import save_indicator
from models.store.plans import save_grades, save_plan
from models.store.units import save_unit
from models.unit import Unit
from ui.pages.entry.form import Column
from ui.pages.entry.page import EntryPage
from ui.session import Session
from ui.settings import HOME_VARIABLE, Settings

SAMPLE, TYPED = Author("Mẫu", "sample"), Author("Cán bộ")
AREA_1, AREA_2 = "Cải cách thủ tục hành chính", "Chỉ đạo, điều hành"
Q1, Q2, Q3, Q4 = (quarter(2023, number) for number in (1, 2, 3, 4))


def at_least(value: int) -> Target:
    return Target(Operator.AT_LEAST, Decimal(value))


INDICATORS = (
    Indicator(
        "KH", "TT-01", AREA_1, "Hồ sơ giải quyết trực tuyến một phần", Kind.RATIO, short_name="Hồ sơ trực tuyến",
        numerator="hồ sơ trực tuyến", denominator="tổng số hồ sơ", accumulation=Accumulation.FLOW,
        target=at_least(65), source="Cổng DVC tỉnh",
    ),
    Indicator(
        "KH", "TT-02", AREA_1, "Số hóa hồ sơ", Kind.RATIO, numerator="đã số hóa", denominator="phải số hóa",
        accumulation=Accumulation.STOCK, target=at_least(60),
    ),
    Indicator("KH", "TT-03", AREA_1, "Số cuộc kiểm tra", Kind.COUNT, accumulation=Accumulation.FLOW),
    Indicator("KH", "TT-04", AREA_1, "Hài lòng", Kind.RATIO, numerator="hài lòng", denominator="đánh giá",
              target=at_least(90)),
)  # fmt: skip
OFFICE_INDICATORS = (
    Indicator("KH", "CS-01", AREA_2, "Điểm tự chấm", Kind.SCORE, scale=Decimal(100), target=at_least(80)),
    Indicator("KH", "CS-02", AREA_2, "Vị thứ SIPAS", Kind.RANK, target=at_least(10)),
    Indicator("KH", "CS-03", AREA_2, "Xếp loại", Kind.GRADE, target=Target(Operator.AT_LEAST, grade="Khá")),
    Indicator("KH", "CS-04", AREA_2, "Ban hành kế hoạch", Kind.YES_NO, target=Target(Operator.EQUAL, Decimal(1))),
)
GRADES = ("Tốt", "Khá", "Trung bình", "Yếu")


@pytest.fixture(scope="session")
def made_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small plan, made once."""
    path = tmp_path_factory.mktemp("plan") / "thử.cchc"
    db = create_database(path)
    save_unit(db, Unit("H", "UBND huyện Nam Giang"), SAMPLE)
    for code, name in (("CD", "xã Cà Dy"), ("DP", "xã Đắc Pre"), ("ZU", "xã Zuôih")):
        save_unit(db, Unit(code, name, first_superior="H"), SAMPLE)
    save_plan(db, Plan("KH", 2023, "Kế hoạch CCHC 2023", "H"), SAMPLE)
    save_grades(db, "KH", [Grade("KH", place, name) for place, name in enumerate(GRADES, 1)], SAMPLE)
    for indicator in (*INDICATORS, *OFFICE_INDICATORS):
        save_indicator(db, indicator, SAMPLE)
    record(db, [Actual("TT-01", "CD", Q1, Decimal(98), Decimal(176), is_illustrative=True)], SAMPLE)
    db.close()
    return path


@pytest.fixture
def session(made_plan: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    made = Session(Settings())
    made.open(Path(shutil.copy(made_plan, tmp_path)))
    made.set_day(date(2023, 6, 16))
    yield made
    made.close()


@dataclass
class Desk:
    """The page of one unit's quarter, with the hands and eyes of a person."""

    page: EntryPage

    @property
    def session(self) -> Session:
        return self.page.session

    def go(self, code: str, field: str = "numerator", column: int = Column.Q2) -> None:
        """Put the cursor on a cell, as a click does."""
        self.page.grid.go_to(self.row(code, field), column)

    def row(self, code: str, field: str | None = "numerator") -> int:
        rows = self.page.model.rows
        return next(
            number
            for number, row in enumerate(rows)
            if row.indicator and row.indicator.code == code and (row.field or None) == field
        )

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other, each where the focus is then."""
        for key in keys:
            QTest.keyClick(self.focused(), key, modifiers)

    def type(self, text: str) -> None:
        """Type a text, letter by letter, each where the focus is then."""
        for letter in text:
            QTest.keyClicks(self.focused(), letter)

    def focused(self) -> QWidget:
        """Where keys go: the editor when one is open."""
        return self.page.grid.entry_delegate.editor or self.page.focusWidget()

    def text(self, code: str, field: str | None = "numerator", column: int = Column.Q2) -> str:
        """Read what a cell shows."""
        return self.page.model.cell(self.page.model.index(self.row(code, field), column)).text

    def stored(self, code: str, period: Period = Q2, unit: str = "CD") -> Actual | None:
        """Read from the file what is kept."""
        return actual(self.session.db, code, unit, period)

    @property
    def here(self) -> tuple[str, str | None, int]:
        """Where the cursor is: indicator, field, column."""
        index = self.page.grid.currentIndex()
        row = self.page.model.rows[index.row()]
        assert row.indicator is not None
        return row.indicator.code, row.field, index.column()


@pytest.fixture
def desk_of(session: Session, qtbot: QtBot) -> Callable[..., Desk]:
    """Open the page on a unit and quarter."""

    def opened(unit: str = "CD", period: Period = Q2) -> Desk:
        session.set_view(EntryPage.view)
        session.set_period(period)
        session.set_unit(unit)
        page = EntryPage(session)
        session.changed.connect(lambda changes, source: None if source is page else page.refresh(changes))
        qtbot.addWidget(page)
        page.resize(1340, 640)
        with qtbot.waitExposed(page):
            page.show()
        page.refresh(None)
        page.grid.setFocus()
        return Desk(page)

    return opened


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    return desk_of()

"""Xếp hạng đơn vị: the units beside one another for the chosen indicator, and who makes up half of the shortfall."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.exchange.figure_book import FigureCell, FigureTable
from models.number import format_date, format_rate
from models.progress import Figure
from models.unit import Unit, UnitTree
from models.unit_ranking import FEW_CASES, Ranked, Shortfall, are_over, half_of_shortfall, ranked
from ui.pages.analysis.asking import Figures
from ui.pages.analysis.panel import Panel
from ui.pages.analysis.ranking.drawing import (
    CHANGE,
    HEAD_UNITS,
    LACKING,
    NAME,
    RANK,
    RATE,
    RankRow,
    column_widths,
    heads,
    paint_rank,
    paint_rank_heads,
    paint_ranking,
    rank_rows,
)
from ui.pages.analysis.rows import LEAST_UNITS, RowsView
from ui.pages.analysis.words import figure_cells, figure_headings
from ui.texts import NOTHING, figure_target_text, unit_text
from ui.theme import Theme, theme
from ui.widgets.elided_label import ElidedLabel, wrapped
from ui.widgets.figure_drawing import spoken
from ui.widgets.row_model import Index, RowModel

NAMED = 4
FOOT_LINES, MOST_LINES, FOOT_LINE_UNITS = 2, 9, 18  # on the screen; on paper and pictures as many as it takes


class RankModel(RowModel):
    """A RankRow a row. few_cases: rates of fewer are marked."""

    rows: Sequence[RankRow] = ()
    few_cases = FEW_CASES

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = heads(())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(row)
        return None

    def _words(self, row: RankRow) -> str:
        rank = row.ranked.rank
        parts = [row.name, self.tr("rank {rank}").format(rank=rank) if rank else self.tr("no rank")]
        parts.append(spoken(row.ranked.figure))
        if row.lacking != NOTHING:
            parts.append(self.tr("lacking {amount}").format(amount=row.lacking))
        if row.ranked.has_few_cases:
            parts.append(self.tr("few cases: fewer than {count}").format(count=self.few_cases))
        return ", ".join(parts)


def _text(row: RankRow, column: int) -> str:
    texts = {RANK: row.ranked.rank, NAME: row.name, RATE: row.rate, LACKING: row.lacking, CHANGE: row.change}
    return str(texts.get(column) or NOTHING) if column in (RANK, *texts) else ""


class RankHead(QWidget):
    """The words above the columns."""

    def __init__(self, model: RankModel) -> None:
        super().__init__()
        self._model = model
        self.room = 0
        self.setFixedHeight(theme().px(HEAD_UNITS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_rank_heads(painter, QRectF(0, 0, self.room, self.height()), self._model.rows, theme())
        painter.end()


class RankingPanel(Panel):
    """chosen(unit): a person chose a unit. opened(unit): its figures are to be entered."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("ranking", self.tr("Ranking of units"))
        self.model = RankModel(self)
        self._shown: tuple[Sequence[Figure], Figures, UnitTree, str, date] | None = None
        self.view = RowsView(self.model, self._paint_cell, self.title.text())
        self.view.horizontalHeader().hide()
        self.head = RankHead(self.model)
        self.foot = ElidedLabel()
        self.foot.setProperty("role", "secondary")
        self._feet: Sequence[str] = [""]  # with all names first, then with fewer
        line = QWidget()
        self.foot.setParent(line)
        self._foot_line = line
        for part in (self.head, self.view, line):
            self.column.addWidget(part, 1 if part is self.view else 0)
        self.view.row_chosen.connect(self._row_chosen)
        self.view.opened.connect(self._row_opened)

    def set_few_cases(self, count: int) -> None:
        """Mark rates of fewer cases from now on."""
        if count != self.model.few_cases:
            self.model.few_cases = count
            if self._shown is not None:
                self.show_figures(*self._shown)

    def show_figures(self, figures: Sequence[Figure], then: Figures, tree: UnitTree, code: str, day: date) -> None:
        """Show units, or their figures of another indicator; those that were there no more on a day stand apart."""
        self._shown = figures, then, tree, code, day
        self.set_awaited(False)
        ceased = {each.unit for each in figures if each.unit and _ended(tree[each.unit], day)}
        rows = ranked(figures, self.model.few_cases, ceased)
        names = [self._name(each, tree) for each in rows]
        self.view.clearSpans()
        self.model.show_rows(rank_rows(rows, names, then))
        for place in (place for place, each in enumerate(rows) if each.has_ceased):
            self.view.setSpan(place, NAME, 1, 2)  # there is no bar
        title = self.tr("Ranking of units, {code}").format(code=code) if code else self.tr("Ranking of units")
        self.set_title(title)
        self.view.setAccessibleName(self.title.text())
        self.view.setColumnHidden(CHANGE, not any(row.change for row in self.model.rows))
        self.hint.setText(self._hint())
        short = half_of_shortfall(rows)
        self._feet = self._foot_texts(short, tree) if short else [""]
        self._fit()

    def _name(self, each: Ranked, tree: UnitTree) -> str:
        if each.figure.unit is None:
            return ""
        unit = tree[each.figure.unit]
        if not each.has_ceased or unit.valid_to is None:
            return unit_text(unit)
        return self.tr("{unit} (until {day})").format(unit=unit_text(unit), day=format_date(unit.valid_to))

    def follow(self, unit: str | None) -> None:
        """Show which unit is chosen."""
        units = [row.ranked.figure.unit for row in self.model.rows]
        self.view.follow(units.index(unit) if unit in units else None)

    def _hint(self) -> str:
        rows = [row for row in self.model.rows if row.ranked.rank is not None]
        if not rows:
            return self.tr("No unit has reported in this period yet")
        targets = {figure_target_text(row.ranked.figure) for row in rows if row.target is not None}
        line = self.tr("line: each unit's own target") if len(targets) > 1 else ""
        if len(targets) == 1:
            line = self.tr("line: target {target}").format(target=targets.pop())
        few = any(row.ranked.has_few_cases for row in rows)
        return " · ".join(
            filter(
                None, (line, self.tr("° fewer than {count} cases").format(count=self.model.few_cases) if few else "")
            )
        )

    def _foot_texts(self, short: Shortfall, tree: UnitTree) -> list[str]:
        """Return in words who makes up half of the shortfall: with all names that are said, then with fewer."""
        units = [each for each in short.units if each in tree]
        return [
            self._foot_text(short, [unit_text(tree[each]) for each in units[:named]]) for named in range(NAMED, 0, -1)
        ]

    def _foot_text(self, short: Shortfall, names: list[str]) -> str:
        if len(short.units) > len(names):
            names = [*names, self.tr("and %n other(s)", None, len(short.units) - len(names))]
        count = len(short.units)
        text = self.tr("The %n unit(s) lacking most make up {share} of the shortfall: {names}", None, count)
        if are_over(row.ranked for row in self.model.rows):
            text = self.tr("The %n unit(s) over most make up {share} of what is too much: {names}", None, count)
        return text.format(share=format_rate(short.share * 100, 1), names=", ".join(names))

    def _fit(self) -> None:
        width = self.view.viewport().width()
        for column, size in column_widths(width, theme(), self.model.rows).items():
            self.view.setColumnWidth(column, round(size))
        self.head.room = width
        self.head.update()
        self._fit_foot()
        self.view.fit_rows()

    def _fit_foot(self) -> None:
        """Say as many names as have room in whole words: on two lines, or on one where rows would have to go."""
        look, metrics = theme(), self.foot.fontMetrics()
        width, pad = self.width() - look.px(26), look.px(6)
        counts = [len(wrapped(text, metrics, width, MOST_LINES)) for text in self._feet]
        room = self.body.height() - self.head.height() - FOOT_LINES * metrics.lineSpacing() - pad
        place = _first_that_fits(counts, has_room=len(self.model.rows) * look.px(LEAST_UNITS) <= room)
        lines = min(max(counts[place], 1), FOOT_LINES)
        self.foot.setText(self._feet[place])
        self.foot.setToolTip(self._feet[0])
        self.foot.set_lines(lines)
        height = lines * metrics.lineSpacing()
        self._foot_line.setFixedHeight(height + pad)
        self.foot.setGeometry(look.px(12), look.px(4), width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        paint_rank(painter, rect, self.model.rows[index.row()], index.column(), theme())

    def _row_chosen(self, row: int) -> None:
        self.chosen.emit(self.model.rows[row].ranked.figure.unit)

    def _row_opened(self, row: int) -> None:
        self.opened.emit(self.model.rows[row].ranked.figure.unit)

    # -- out of the program

    def table(self) -> FigureTable | None:
        rows = self.model.rows
        if not rows:
            return None
        headings = [
            self.tr("Rank"),
            self.tr("Unit"),
            *figure_headings(),
            self.tr("Over") if are_over(row.ranked for row in rows) else self.tr("Lacking"),
            self.tr("Change"),
            self.tr("Note"),
        ]
        lines = [self._cells(row) for row in rows]
        return FigureTable(self.title.text(), [self.hint.text(), self._feet[0]], headings, lines)

    def _cells(self, row: RankRow) -> list[FigureCell]:
        each = row.ranked
        few = self.tr("few cases: fewer than {count}").format(count=self.model.few_cases) if each.has_few_cases else ""
        provisional = self.tr("provisional") if each.figure.is_provisional else ""
        return [
            FigureCell(_text(row, RANK), None if each.rank is None else Fraction(each.rank)),
            FigureCell(row.name),
            *figure_cells(each.figure),
            FigureCell(row.lacking, each.lacking),
            FigureCell(row.change),
            FigureCell("; ".join(filter(None, (few, provisional)))),
        ]

    def draw(self, painter: QPainter, rect: QRectF, look: Theme) -> str:
        painter.setFont(look.font(12))
        lines = wrapped(self._feet[0], painter.fontMetrics(), int(rect.width()), MOST_LINES)
        line = look.px(FOOT_LINE_UNITS)
        room = rect.adjusted(0, 0, 0, -len(lines) * line - look.px(4))
        rows = self.model.rows
        drawn = paint_ranking(painter, room, rows, look)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        for place, words in enumerate(lines):
            below = QRectF(rect.left(), room.bottom() + look.px(4) + place * line, rect.width(), line)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return self.tr("and %n more unit(s)", None, len(rows) - drawn) if drawn < len(rows) else ""


def _ended(unit: Unit, day: date) -> bool:
    return unit.valid_to is not None and unit.valid_to < day


def _first_that_fits(counts: Sequence[int], *, has_room: bool) -> int:
    """Return the place of the first text of few enough lines, else the last; without room one line is preferred."""
    for most in (FOOT_LINES,) if has_room else (1, FOOT_LINES):
        for place, count in enumerate(counts):
            if count <= most:
                return place
    return len(counts) - 1

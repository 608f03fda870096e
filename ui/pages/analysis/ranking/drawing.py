"""A unit in the ranking: rank, state and name, bar with the target line, rate, what it is lacking."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from models.measure import Kind
from models.number import format_number
from models.progress import Figure, State
from models.same_period import Before, change
from models.unit_ranking import Ranked, are_over
from ui.pages.analysis.asking import Figures
from ui.pages.analysis.measuring import widest
from ui.texts import NOTHING, value_text
from ui.theme import Theme
from ui.widgets.state_mark import paint_state_mark

RANK, NAME, BAR, RATE, LACKING, CHANGE = range(6)
RANK_UNITS, LEAST_BAR_UNITS = 36, 42
FEW, PARTIAL = "°", "*"
HEAD_UNITS = 22
_BARS = (Kind.RATIO, Kind.COUNT, Kind.SCORE)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class RankRow:
    """A unit with its texts; share and target are places on the bar's track, None without them."""

    ranked: Ranked
    name: str
    rate: str
    lacking: str
    change: str
    share: float | None
    target: float | None


def rank_rows(rows: Sequence[Ranked], names: Sequence[str], then: Figures) -> list[RankRow]:
    """Return the rows with their texts, on one track."""
    drawn = [each for each in rows if each.figure.indicator.kind in _BARS]
    numbers = [float(each.figure.value) for each in drawn if each.rank is not None and each.figure.value is not None]
    targets = [float(each.figure.threshold.value) for each in drawn if each.figure.threshold]
    top = max([*numbers, *targets], default=0.0) * 1.04 or 1.0
    return [_row(each, name, then.get(each.figure.unit or ""), top) for each, name in zip(rows, names, strict=True)]


def _row(each: Ranked, name: str, then: Figure | None, top: float) -> RankRow:
    figure = each.figure
    is_drawn = figure.indicator.kind in _BARS and each.rank is not None and figure.value is not None
    has_target = figure.indicator.kind in _BARS and figure.threshold is not None and not each.has_ceased
    few, partial = FEW if each.has_few_cases else "", PARTIAL if figure.is_provisional else ""
    return RankRow(
        each,
        name,
        value_text(figure) + partial + few,
        NOTHING if not each.lacking else format_number(each.lacking),
        _change_text(each, then),
        float(figure.value) / top if is_drawn and figure.value is not None else None,
        float(figure.threshold.value) / top if has_target and figure.threshold else None,
    )


def _change_text(each: Ranked, then: Figure | None) -> str:
    if then is None:
        return ""
    value = None if then.state is State.TO_CHECK else then.value
    before = Before(then.period, then.numerator, then.denominator, value, is_complete=not then.is_provisional)
    difference = change(each.figure, before)
    if difference is None:
        return NOTHING
    if not difference:
        return "="
    return ("▲ " if difference > 0 else "▼ ") + format_number(abs(difference), 2 if difference.denominator > 1 else 0)


def paint_rank(painter: QPainter, rect: QRectF, row: RankRow, column: int, look: Theme) -> None:
    """Draw one cell."""
    painter.save()
    figure = row.ranked.figure
    painter.setFont(look.font(12, bold=column == RATE))
    is_quiet = column in (RANK, LACKING, CHANGE) or row.ranked.has_ceased
    painter.setPen(look.colour("text2" if is_quiet else "text"))
    pad = look.px(6)
    if column == RANK:
        painter.drawText(rect.adjusted(0, 0, -pad, 0), RIGHT, _rank_text(row))
    elif column == NAME:
        size = look.px(12)
        paint_state_mark(
            painter, QRectF(rect.left() + pad, rect.center().y() - size / 2, size, size), figure.state, look
        )
        words = rect.adjusted(pad * 2 + size, 0, -pad, 0)
        label = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, LEFT, label)
    elif column == BAR:
        _paint_bar(painter, rect.adjusted(pad, 0, -pad, 0), row, look)
    else:
        text = {RATE: row.rate, LACKING: row.lacking, CHANGE: row.change}[column]
        painter.drawText(rect.adjusted(0, 0, -pad * 2, 0), RIGHT, text)
    painter.restore()


def _rank_text(row: RankRow) -> str:
    return NOTHING if row.ranked.rank is None else str(row.ranked.rank)


def _paint_bar(painter: QPainter, room: QRectF, row: RankRow, look: Theme) -> None:
    height = min(room.height() * 0.5, look.px(12))
    if row.share is not None:
        colours = look.state(row.ranked.figure.state)
        painter.setPen(QPen(colours.fill, look.px(1)))
        painter.setBrush(colours.soft)
        bar = QRectF(room.left(), room.center().y() - height / 2, room.width() * max(row.share, 0.0), height)
        painter.drawRect(bar)
    if row.target is not None:
        x = room.left() + room.width() * row.target
        painter.setPen(QPen(look.colour("text"), look.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))


def column_widths(width: float, look: Theme, rows: Sequence[RankRow]) -> dict[int, float]:
    """Return the widths of all columns within a width: each as wide as it needs, the bar takes what is left."""
    return _laid_out(width, look, rows)[0]


def heads(rows: Sequence[RankRow], *, with_noun: bool = True) -> list[str]:
    """Return the words above the columns; what is lacking with what is counted, or without."""
    counted = next((row.ranked.figure.indicator.measured_in for row in rows), "")
    over, short = QCoreApplication.translate("Analysis", "over"), QCoreApplication.translate("Analysis", "lacking")
    lacking = over if are_over(row.ranked for row in rows) else short
    return [
        QCoreApplication.translate("Analysis", "rank"),
        QCoreApplication.translate("Analysis", "unit"),
        "",
        QCoreApplication.translate("Analysis", "result"),
        f"{lacking} ({counted})" if with_noun and counted and len(counted) < 9 else lacking,
        QCoreApplication.translate("Analysis", "change"),
    ]


def _laid_out(width: float, look: Theme, rows: Sequence[RankRow]) -> tuple[dict[int, float], list[str]]:
    """Return the columns' widths and heads; a bar that has little room takes that of the noun."""
    texts, unit = _widths_of_texts(look, rows), heads(rows)[NAME]
    here = (row.name for row in rows if not row.ranked.has_ceased)  # those that are gone have the bar's room too
    names = float(max(widest(here, look.font(12)), widest([unit], look.font(11))) + look.px(34))
    for with_noun in (True, False):
        words = heads(rows, with_noun=with_noun)
        found = {RANK: float(look.px(RANK_UNITS)), CHANGE: 0.0}
        for column, needed in texts.items():
            found[column] = float(max(needed, widest([words[column]], look.font(11))) + look.px(18))
        left = max(0.0, width - sum(found.values()))
        if left >= names + look.px(LEAST_BAR_UNITS):
            break
    found[NAME] = min(max(left * 0.72, left - look.px(LEAST_BAR_UNITS)), names)
    found[BAR] = left - found[NAME]
    return found, words


def _widths_of_texts(look: Theme, rows: Sequence[RankRow]) -> dict[int, int]:
    """Return how wide the numbers of each column are; changes only where there are any."""
    found = {
        RATE: widest((row.rate for row in rows), look.font(12, bold=True)),
        LACKING: widest((row.lacking for row in rows), look.font(12)),
    }
    changes = widest((row.change for row in rows), look.font(12))
    return found | {CHANGE: changes} if changes else found


def paint_rank_heads(painter: QPainter, rect: QRectF, rows: Sequence[RankRow], look: Theme) -> None:
    """Draw the words above the columns, and the target above its line."""
    painter.save()
    pad = look.px(6)
    left = rect.left()
    widths, words = _laid_out(rect.width(), look, rows)
    for column, width in sorted(widths.items()):
        room = QRectF(left, rect.top(), width, rect.height())
        painter.setFont(look.font(11))
        painter.setPen(look.colour("text2"))
        if column == BAR:
            _paint_target(painter, room.adjusted(pad, 0, -pad, 0), rows, look)
        elif column == NAME:
            painter.drawText(room.adjusted(pad, 0, 0, 0), LEFT, words[column])
        elif width:
            air = pad if column == RANK else 2 * pad
            painter.drawText(room.adjusted(-look.px(40), 0, -air, 0), RIGHT, words[column])
        left += width
    painter.restore()


def _paint_target(painter: QPainter, room: QRectF, rows: Sequence[RankRow], look: Theme) -> None:
    """Above the line stands the number of the target that most units have."""
    levels = Counter(
        (row.target, row.ranked.figure.threshold.value)
        for row in rows
        if row.target is not None and row.ranked.figure.threshold is not None
    )
    if not levels:
        return
    (place, value), _ = levels.most_common(1)[0]
    x = room.left() + room.width() * place
    painter.setFont(look.font(11, bold=True))
    painter.setPen(look.colour("text"))
    half = look.px(40)
    box = QRectF(x - half, room.top(), 2 * half, room.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, format_number(value))


def _of_row(row: RankRow, widths: dict[int, float]) -> dict[int, float]:
    """Return the columns' widths in a row: a unit that has ceased has no bar, and its name takes the bar's room."""
    if not row.ranked.has_ceased:
        return widths
    return widths | {NAME: widths[NAME] + widths[BAR], BAR: 0.0}


def paint_ranking(painter: QPainter, rect: QRectF, rows: Sequence[RankRow], look: Theme) -> int:
    """Draw the heads and all rows that have room; return how many were drawn."""
    head = look.px(HEAD_UNITS)
    paint_rank_heads(painter, QRectF(rect.left(), rect.top(), rect.width(), head), rows, look)
    room = rect.height() - head
    height = min(max(room / max(1, len(rows)), look.px(14)), look.px(26))
    count = min(len(rows), int(room // height))
    widths = column_widths(rect.width(), look, rows)
    for place, row in enumerate(rows[:count]):
        left, top = rect.left(), rect.top() + head + place * height
        for column, width in sorted(_of_row(row, widths).items()):
            if width:
                paint_rank(painter, QRectF(left, top, width, height), row, column, look)
            left += width
    return count

"""What is drawn of figures that have no scale: rank, grade, yes or no; and which paint function a drawing takes."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from models.progress import State
from ui.theme import Theme, theme
from ui.widgets.bullet import BulletValues, paint_bullet
from ui.widgets.state_mark import paint_state_mark


@dataclass(frozen=True, slots=True)
class RankValues:
    """How many places a rank went up (negative: down) since last year, and the words for it."""

    steps: int
    text: str


@dataclass(frozen=True, slots=True)
class GradeValues:
    """The plan's grades, best first; the one reached, and the first and last that meet the target, counted from 0."""

    state: State
    names: tuple[str, ...]
    reached: int | None
    met: tuple[int, int]


@dataclass(frozen=True, slots=True)
class YesNoValues:
    """Done or not: shape and word."""

    state: State
    text: str


Drawing = BulletValues | RankValues | GradeValues | YesNoValues


def paint_drawing(
    painter: QPainter, rect: QRectF, drawing: Drawing, look: Theme | None = None, *, height_units: float = 7
) -> None:
    """Draw whatever a figure is drawn as into a rectangle: the same on screen, paper and pictures."""
    look = look or theme()
    match drawing:
        case BulletValues():
            paint_bullet(painter, rect, drawing, look, height_units=height_units)
        case RankValues():
            _paint_rank(painter, rect, drawing, look)
        case GradeValues():
            _paint_grades(painter, rect, drawing, look)
        case YesNoValues():
            _paint_yes_no(painter, rect, drawing, look)


def _paint_rank(painter: QPainter, rect: QRectF, rank: RankValues, look: Theme) -> None:
    """Draw an arrow up or down and how many places, from the left; where there is little room the arrow says which."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size, middle = look.px(8), rect.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("text2"))
    if rank.steps:
        tip, base = (middle - size / 2, middle + size / 2) if rank.steps > 0 else (middle + size / 2, middle - size / 2)
        left = rect.left()
        corners = [QPointF(left + size / 2, tip), QPointF(left, base), QPointF(left + size, base)]
        painter.drawPolygon(QPolygonF(corners))
        rect = rect.adjusted(size + look.px(4), 0, 0, 0)
    painter.setFont(look.font(12))
    painter.setPen(look.colour("text2"))
    text = rank.text
    if rank.steps and painter.fontMetrics().horizontalAdvance(text) > rect.width():
        text = QCoreApplication.translate("Figures", "{steps} places").format(steps=abs(rank.steps))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def _paint_grades(painter: QPainter, rect: QRectF, grades: GradeValues, look: Theme) -> None:
    """Draw a box for each grade, worst on the left; the reached one filled, those that meet the target framed.

    Names stand in the boxes where all of them fit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    number, gap = len(grades.names), look.px(3)
    height = min(rect.height(), look.px(20))
    width = (rect.width() - gap * (number - 1)) / number
    painter.setFont(look.font(11))
    metrics = QFontMetricsF(painter.font())
    has_names = max(map(metrics.horizontalAdvance, grades.names)) + look.px(4) <= width and height >= metrics.height()
    height = height if has_names else min(height, look.px(9))
    for place in range(number):
        grade = number - 1 - place
        box = QRectF(rect.left() + place * (width + gap), rect.center().y() - height / 2, width, height)
        _draw_box(painter, box, grades, grade, look)
        if has_names:
            is_reached = grade == grades.reached
            painter.setFont(look.font(11, bold=is_reached))
            painter.setPen(look.state(grades.state).text if is_reached else look.colour("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, grades.names[grade])
    painter.restore()


def _draw_box(painter: QPainter, box: QRectF, grades: GradeValues, grade: int, look: Theme) -> None:
    is_reached = grade == grades.reached
    colours = look.state(grades.state)
    first, last = grades.met
    frame = QPen(look.colour("text"), look.px(2)) if first <= grade <= last else QPen(look.colour("border"), 1)
    filled = colours.soft if box.height() > look.px(9) else colours.fill  # words stand on the soft one
    painter.setPen(frame)
    painter.setBrush(filled if is_reached else look.colour("track"))
    painter.drawRect(box.adjusted(1, 1, -1, -1))


def _paint_yes_no(painter: QPainter, rect: QRectF, values: YesNoValues, look: Theme) -> None:
    """Draw shape and word in the middle."""
    painter.save()
    size, air = min(rect.height(), look.px(14)), look.px(6)
    painter.setFont(look.font(12, bold=True))
    width = size + air + QFontMetricsF(painter.font()).horizontalAdvance(values.text)
    left = max(rect.left(), rect.center().x() - width / 2)
    paint_state_mark(painter, QRectF(left, rect.center().y() - size / 2, size, size), values.state, look)
    painter.setPen(look.state(values.state).text)
    words = rect.adjusted(left - rect.left() + size + air, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, values.text)
    painter.restore()

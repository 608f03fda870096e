"""Eight small trends of the last six quarters, where the screen is large."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from models.measure import Kind
from models.period import Period, quarter
from models.progress import Figure, State
from ui.texts import figure_target_text, period_text, value_text
from ui.theme import theme
from ui.widgets.trend import Trend, TrendValues

QUARTERS = 6
COLUMNS, ROWS = 4, 2
HEIGHT_UNITS = 208
DRAWN = (Kind.RATIO, Kind.COUNT, Kind.SCORE)

Series = Mapping[str, Sequence[Figure]]


def last_quarters(period: Period) -> list[Period]:
    """Return the six quarters up to the end of a period, oldest first."""
    last = period.year * 4 + period.number - 1
    return [quarter(place // 4, place % 4 + 1) for place in range(last - QUARTERS + 1, last + 1)]


class TrendsPanel(QFrame):
    """The worst eight that have values; hidden where there are none. opened(code): a double click on one."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "panel")
        self.setFixedHeight(look.px(HEIGHT_UNITS))
        title = QLabel(self.tr("The last six quarters"))
        title.setProperty("role", "section")
        self._hint = QLabel()
        self._hint.setProperty("role", "secondary")
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(title)
        head.addWidget(self._hint, 1)
        grid = QGridLayout()
        grid.setSpacing(look.px(14))
        self.trends = [Trend() for _ in range(COLUMNS * ROWS)]
        for place, trend in enumerate(self.trends):
            grid.addWidget(trend, place // COLUMNS, place % COLUMNS)
            trend.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(8))
        column.addLayout(head)
        column.addLayout(grid, 1)

    def set_series(self, figures: Sequence[Figure], series: Series, period: Period) -> None:
        """Show the worst figures with what each quarter alone had."""
        quarters = last_quarters(period)
        text = self.tr("{first} – {last}, each quarter alone; dashed: the target")
        self._hint.setText(text.format(first=period_text(quarters[0]), last=period_text(quarters[-1])))
        lines = [series.get(each.indicator.code, ()) for each in figures]
        drawn = [line for line in lines if any(_value(each) is not None for each in line)]
        for place, trend in enumerate(self.trends):
            trend.set_values(self._values(drawn[place]) if place < len(drawn) else None)

    def _values(self, line: Sequence[Figure]) -> TrendValues:
        last = line[-1]
        value, target = value_text(last), figure_target_text(last)
        spoken = self.tr("{name}: {value} in {quarter}, target {target}")
        return TrendValues(
            title=last.indicator.label,
            code=last.indicator.code,
            state=last.state,
            text=value,
            target_text=self.tr("target {target}").format(target=target),
            values=[_value(each) for each in line],
            target=_level(last),
            spoken=spoken.format(
                name=last.indicator.label, value=value, quarter=period_text(last.period), target=target
            ),
        )


def _level(figure: Figure) -> float | None:
    """A count's target is the year's: no level that a quarter could be held against."""
    if figure.threshold is None or figure.indicator.kind is Kind.COUNT:
        return None
    return float(figure.threshold.value)


def _value(figure: Figure) -> float | None:
    """What a quarter adds to its line; a figure that cannot be right leaves a gap."""
    is_drawn = figure.indicator.kind in DRAWN and figure.state is not State.TO_CHECK
    return float(figure.value) if is_drawn and figure.value is not None else None

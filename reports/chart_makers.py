"""Charts made from figures: how far off, how many stand where, how it went. Builders for every kind of report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil

from models.measure import Kind
from models.number import format_number, format_rate
from models.period import Period
from models.progress import Figure, State, worst_first
from models.store.figures import Point
from reports.chart import Chart, CountChart, GapChart, Line, LineLook, TrendChart
from reports.document import NBSP, Block, Caption, Paragraph, Run, Style
from reports.figure_words import STATE_WORDS, gap_text, target_text

BARS_PER_CHART = 12
MOST_TRENDS = 2
_QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
_STATES = (
    State.MET,
    State.NEAR,
    State.MISSED,
    State.TO_CHECK,
    State.NO_DATA,
    State.NOT_DUE,
    State.NOT_APPLICABLE,
    State.NO_TARGET,
)


def captioned(chart: Chart, note: str = "") -> Iterator[Block]:
    """Yield a chart below its caption, and what must be known of it."""
    yield Caption("Biểu đồ", chart.title)
    yield chart
    if note:
        yield Paragraph((Run(f"Ghi chú: {note[:1].lower()}{note[1:]}"),), Style.NOTE)


def gap_charts(figures: Iterable[Figure], title: str) -> list[GapChart]:
    """Return the gaps of everything that is measured in points, worst first, in charts of one scale.

    A single gap is no picture: nothing then."""
    shown = [each for each in worst_first(figures) if each.indicator.kind is Kind.RATIO and each.gap is not None]
    shown.sort(key=_gap)
    charts = ceil(len(shown) / BARS_PER_CHART) if len(shown) > 1 else 0
    stretches = [shown[len(shown) * n // charts : len(shown) * (n + 1) // charts] for n in range(charts)]
    return [_gap_chart(title, stretch, (_gap(shown[0]), _gap(shown[-1]))) for stretch in stretches]


def count_chart(groups: Sequence[tuple[str, Sequence[Figure]]], title: str) -> CountChart:
    """Return how many figures of each group stand in each state; a group is a name and its figures."""
    counts = tuple(tuple(sum(each.state is state for each in figures) for state in _STATES) for _, figures in groups)
    names, states = tuple(name for name, _ in groups), tuple(STATE_WORDS[state] for state in _STATES)
    told = "; ".join(
        f"{name}: " + ", ".join(f"{count} {state.lower()}" for count, state in zip(row, states, strict=True) if count)
        for (name, _), row in zip(groups, counts, strict=True)
        if any(row)
    )
    return CountChart(title, _described("Biểu đồ thanh xếp chồng", title, told), names, states, counts)


def worth_a_trend(figures: Iterable[Figure]) -> list[Figure]:
    """Return the few figures that are most behind and are reported by the quarter."""
    behind = (each for each in worst_first(figures) if each.state in (State.MISSED, State.NEAR))
    return [each for each in behind if each.indicator.kind in (Kind.RATIO, Kind.COUNT)][:MOST_TRENDS]


def trend_quarters(period: Period) -> list[Period]:
    """Return the quarters of a trend: all of the year before, and this year's up to the period's end."""
    last = period.last_quarter.number
    return [*Period(period.year - 1).quarters, *Period(period.year).quarters[:last]]


def trend_chart(figure: Figure, points: Iterable[Point], title: str) -> TrendChart | None:
    """Return an indicator's quarters of this year and the year before, with its target; None for fewer than two."""
    known = {point.period: point for point in points if _can_be_right(figure, point)}
    year = figure.period.year
    found = [_line(figure, known, year, LineLook.THIS_YEAR), _line(figure, known, year - 1, LineLook.LAST_YEAR)]
    lines = [line for line in found if any(line.labels)]
    if sum(bool(label) for line in lines for label in line.labels) < 2:
        return None
    told = [f"{line.name}: {', '.join(_told(line))}" for line in lines]
    if target := target_text(figure):
        told.append(f"Mức đề ra: {target}")
    return TrendChart(
        title=title,
        description=_described("Biểu đồ đường", title, "; ".join(told)),
        places=_QUARTERS,
        lines=(*lines, *_target_lines(figure)),
        is_percent=figure.indicator.kind is Kind.RATIO,
    )


def _gap_chart(title: str, figures: Sequence[Figure], ends: tuple[Fraction, Fraction]) -> GapChart:
    names = tuple(each.indicator.label for each in figures)
    labels = tuple(gap_text(each) for each in figures)
    told = "; ".join(f"{name}: {label}" for name, label in zip(names, labels, strict=True))
    return GapChart(
        title=title,
        description=_described("Biểu đồ thanh", title, told),
        below_title="Chưa đạt mức đề ra",
        above_title="Bằng hoặc tốt hơn mức đề ra",
        names=names,
        values=tuple(map(_gap, figures)),
        labels=labels,
        least=ends[0],
        most=ends[1],
    )


def _gap(figure: Figure) -> Fraction:
    return figure.gap or Fraction(0)


def _line(figure: Figure, known: Mapping[Period, Point], year: int, look: LineLook) -> Line:
    values = tuple(known[each].value if each in known else None for each in Period(year).quarters)
    written = format_rate if figure.indicator.kind is Kind.RATIO else format_number
    return Line(f"Năm {year}", look, values, tuple("" if value is None else written(value) for value in values))


def _target_lines(figure: Figure) -> Iterator[Line]:
    """Yield the target's line; a range has two."""
    if figure.threshold is not None:
        for value in (figure.threshold.value, figure.threshold.value_to):
            if value is not None:
                name = f"Mức đề ra: {target_text(figure)}"
                yield Line(name, LineLook.TARGET, (value,) * len(_QUARTERS))


def _told(line: Line) -> Iterator[str]:
    for quarter, label in zip(_QUARTERS, line.labels, strict=True):
        yield f"{quarter[:1].lower()}{quarter[1:]} {label or 'không có số liệu'}"


def _can_be_right(figure: Figure, point: Point) -> bool:
    """Return whether a quarter's value may be shown: a part above its whole must be looked at first."""
    if point.value is None:
        return False
    return figure.indicator.kind is not Kind.RATIO or (point.numerator or 0) <= (point.denominator or 0)


def _described(sort: str, title: str, told: str) -> str:
    """Return a chart in words, for those who do not see it."""
    return f"{sort}. {title}. {told}.".replace(NBSP, " ")

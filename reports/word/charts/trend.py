"""Lines over the quarters: this year whole and dark, last year dashed, the target dotted and without marks."""

import math
from collections.abc import Iterator
from fractions import Fraction

from models.number import format_number
from reports.chart import Line, LineLook, TrendChart
from reports.word.charts import pieces, workbook
from reports.word.charts.pieces import Picture

_COUNTS = "[$-42A]#,##0"  # thousands parted as Vietnamese does
_STEPS, _HEIGHT_MM = 6, 62.0
_AXIS_MM, _LEGEND_MM, _LINES_IN_LEGEND = 9.0, 6.0, 3
_EDGE_MM, _DIGIT_MM = 6.0, 2.2
_LOOKS = {
    LineLook.THIS_YEAR: (28_575, "solid", "circle", pieces.BLACK),
    LineLook.LAST_YEAR: (15_875, "dash", "square", pieces.WHITE),
    LineLook.TARGET: (19_050, "sysDot", "none", ""),
}


def picture(chart: TrendChart, width: float, relation: str) -> Picture:
    """Return the chart drawn for a width in millimetres; relation leads from it to its workbook."""
    return Picture(_chart_xml(chart, relation, width), _workbook(chart), width, _HEIGHT_MM)


def _chart_xml(chart: TrendChart, relation: str, width: float) -> str:
    """Return the chart part: a series a line; where nothing was reported, the line has a gap."""
    least, most, step = _scale([value for line in chart.lines for value in line.values if value is not None])
    series = "".join(_series(chart, order, line) for order, line in enumerate(chart.lines))
    left = (_EDGE_MM + _DIGIT_MM * len(format_number(most))) / width
    legend = math.ceil(len(chart.lines) / _LINES_IN_LEGEND)
    plot = (
        pieces.layout_xml(round(left, 4), 0.05, 0.98 - left, 0.95 - (_AXIS_MM + _LEGEND_MM * legend) / _HEIGHT_MM)
        + f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        + f'<c:axId val="{pieces.NAME_AXIS}"/><c:axId val="{pieces.VALUE_AXIS}"/></c:lineChart>'
        + pieces.name_axis_xml("b", "minMax")
        + pieces.line_value_axis_xml(least, most, step, '0"%"' if chart.is_percent else _COUNTS)
    )
    return pieces.space_xml(plot, relation)


def _workbook(chart: TrendChart) -> bytes:
    """Return the workbook: a row a quarter, a column a line, then the labels of those that have any."""
    labelled = _labelled(chart)
    rows = [
        (place, *(line.values[row] for line in chart.lines), *(_label_cell(chart, line, row) for line in labelled))
        for row, place in enumerate(chart.places)
    ]
    heads = ("Kỳ", *(line.name for line in chart.lines), *(f"Nhãn {line.name}" for line in labelled))
    return workbook.book(chart.title, heads, rows)


def _label_cell(chart: TrendChart, line: Line, row: int) -> tuple[str, str]:
    cell = f"{_column(chart.lines.index(line))}{row + 2}"
    written = workbook.written_number(cell, line.labels[row] or next(filter(None, line.labels), ""))
    return f'=IF({cell}="","",{written})', line.labels[row]


def _series(chart: TrendChart, order: int, line: Line) -> str:
    width, dash, mark, fill = _LOOKS[line.look]
    column = _column(order)
    stroke = f'<a:ln w="{width}" cap="flat">{pieces.BLACK}<a:prstDash val="{dash}"/><a:round/></a:ln>'
    marker = f'<c:symbol val="{mark}"/>'
    if fill:
        marker += f'<c:size val="7"/><c:spPr>{fill}{pieces.EDGE}</c:spPr>'
    labels = kept = ""
    if line.labels:
        labels = pieces.cell_labels_xml(order, _labels(chart, line), "t")
        kept = pieces.label_range_xml(_column(len(chart.lines) + _labelled(chart).index(line)), line.labels)
    return (
        f"<c:ser>{pieces.series_name_xml(order, column, line.name)}<c:spPr>{stroke}</c:spPr>"
        f"<c:marker>{marker}</c:marker>{labels}{pieces.series_data_xml(column, chart.places, line.values)}"
        f'<c:smooth val="0"/>{kept}</c:ser>'
    )


def _labels(chart: TrendChart, line: Line) -> Iterator[tuple[int, str, str]]:
    """Yield each point's label: above the higher of two lines, below the lower, so that they do not meet."""
    others = [each for each in _labelled(chart) if each is not line]
    for place, value in enumerate(line.values):
        if value is not None:
            is_lower = any(value < (each.values[place] or 0) for each in others)
            is_level = any(value == each.values[place] for each in others)
            below = is_lower or (is_level and line.look is not LineLook.THIS_YEAR)
            yield place, line.labels[place], "b" if below else "t"


def _labelled(chart: TrendChart) -> list[Line]:
    return [line for line in chart.lines if line.labels]


def _column(order: int) -> str:
    return chr(ord("B") + order)


def _scale(values: list[Fraction]) -> tuple[int, int, int]:
    """Return the ends of the axis and its step: whole numbers, with room above and below for the labels."""
    low, high = min(values), max(values)
    reach = max(high - low, Fraction(1))
    step = _round_step(reach * Fraction(3, 2) / _STEPS)
    least = math.floor((low - reach / 4) / step) * step
    most = math.ceil((high + reach / 4) / step) * step
    return max(least, 0) if low >= 0 else least, most, step


def _round_step(least: Fraction) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, 50, ... that is not below a number."""
    scale = 1
    while True:
        for factor in (1, 2, 5):
            if factor * scale >= least:
                return factor * scale
        scale *= 10

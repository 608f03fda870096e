"""Bars on both sides of zero: what is behind dark, what is not hatched, each with its value."""

import math
from fractions import Fraction

from reports.chart import GapChart
from reports.word.charts import pieces, workbook
from reports.word.charts.pieces import Picture

_BELOW, _ABOVE = pieces.DARK, pieces.pattern("wdUpDiag")
_ROW_MM, _LINE_MM, _FRAME_MM = 2.5, 4.5, 14.0


def picture(chart: GapChart, width: float, relation: str) -> Picture:
    """Return the chart drawn for a width in millimetres; relation leads from it to its workbook."""
    return Picture(_chart_xml(chart, relation, width), _workbook(chart, width), width, _height_mm(chart, width))


def _height_mm(chart: GapChart, width: float) -> float:
    """Return the chart's height, which grows with its bars and the lines of their names."""
    lines = max((pieces.shown_name(name, width).count("\n") + 1 for name in chart.names), default=1)
    return _FRAME_MM + (_ROW_MM + _LINE_MM * lines) * max(len(chart.names), 3)


def _chart_xml(chart: GapChart, relation: str, width: float) -> str:
    """Return the chart part: two series over the same names, one below zero and one from zero on."""
    series = _series(chart, 0, chart.below_title, _BELOW, width) + _series(chart, 1, chart.above_title, _ABOVE, width)
    plot = (
        pieces.layout_xml(pieces.NAMES_SHARE, 0.02, 0.5, 1 - _FRAME_MM / _height_mm(chart, width))
        + '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        + f'{series}<c:gapWidth val="60"/><c:overlap val="100"/>'
        + f'<c:axId val="{pieces.NAME_AXIS}"/><c:axId val="{pieces.VALUE_AXIS}"/></c:barChart>'
        + pieces.name_axis_xml("l", "maxMin")
        + pieces.hidden_value_axis_xml(*_scale(chart))
    )
    return pieces.space_xml(plot, relation)


def _workbook(chart: GapChart, width: float) -> bytes:
    """Return the workbook; its labels follow its numbers."""
    rows = [
        (
            pieces.shown_name(name, width),
            *((value, None) if value < 0 else (None, value)),
            (_label_formula(row, label), label),
        )
        for row, (name, value, label) in enumerate(zip(chart.names, chart.values, chart.labels, strict=True), start=2)
    ]
    return workbook.book(chart.title, ("Chỉ tiêu", chart.below_title, chart.above_title, "Nhãn"), rows)


def _label_formula(row: int, label: str) -> str:
    value = f"B{row}+C{row}"
    return f'=IF({value}>0,"+","")&{workbook.written_number(value, label)}'


def _series(chart: GapChart, order: int, title: str, fill: str, width: float) -> str:
    column = "BC"[order]
    mine = [index for index, value in enumerate(chart.values) if (value >= 0) == bool(order)]
    labels = ((index, chart.labels[index], "outEnd") for index in mine)
    names = [pieces.shown_name(name, width) for name in chart.names]
    values = [value if index in mine else None for index, value in enumerate(chart.values)]
    return (
        f"<c:ser>{pieces.series_name_xml(order, column, title)}"
        f'<c:spPr>{fill}{pieces.EDGE}</c:spPr><c:invertIfNegative val="0"/>'
        f"{pieces.cell_labels_xml(order, labels, 'outEnd')}{pieces.series_data_xml(column, names, values)}"
        f"{pieces.label_range_xml('D', chart.labels)}</c:ser>"
    )


def _scale(chart: GapChart) -> tuple[int, int]:
    """Return the ends of the axis, with room for the labels."""
    low, high = min(Fraction(0), chart.least), max(Fraction(0), chart.most)
    room = (high - low) * Fraction(1, 5) or Fraction(1)
    return math.floor(low - room) if low < 0 else 0, math.ceil(high + room) if high > 0 or low == 0 else 0

"""A bar a name, parted by states: every state has a pattern of its own, and its count stands on it."""

from reports.chart import CountChart
from reports.word.charts import pieces, workbook
from reports.word.charts.pieces import Picture

# By the place of the state: those that are judged are told apart most.
_FILLS = (
    pieces.pattern("wdUpDiag"),
    pieces.GREY,
    pieces.DARK,
    pieces.pattern("smGrid"),
    pieces.WHITE,
    pieces.pattern("horz"),
    pieces.pattern("vert"),
    pieces.pattern("wdDnDiag"),
)
_ROW_MM, _LINE_MM, _FRAME_MM = 4.0, 4.5, 14.0


def picture(chart: CountChart, width: float, relation: str) -> Picture:
    """Return the chart drawn for a width in millimetres; relation leads from it to its workbook."""
    return Picture(_chart_xml(chart, relation, width), _workbook(chart, width), width, _height_mm(chart, width))


def _height_mm(chart: CountChart, width: float) -> float:
    """Return the chart's height, which grows with its bars and the lines of their names."""
    lines = max((pieces.shown_name(name, width).count("\n") + 1 for name in chart.names), default=1)
    return _FRAME_MM + (_ROW_MM + _LINE_MM * lines) * max(len(chart.names), 2)


def _chart_xml(chart: CountChart, relation: str, width: float) -> str:
    """Return the chart part: a series a state, one stacked on the other."""
    names = [pieces.shown_name(name, width) for name in chart.names]
    series = "".join(
        f"<c:ser>{pieces.series_name_xml(order, chr(ord('B') + order), chart.states[place])}"
        f'<c:spPr>{_FILLS[place]}{pieces.EDGE}</c:spPr><c:invertIfNegative val="0"/>{pieces.value_labels_xml("#")}'
        f"{pieces.series_data_xml(chr(ord('B') + order), names, _counts(chart, place))}</c:ser>"
        for order, place in enumerate(chart.shown)
    )
    plot = (
        pieces.layout_xml(pieces.NAMES_SHARE, 0.02, 0.5, 1 - _FRAME_MM / _height_mm(chart, width))
        + '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        + f'{series}<c:gapWidth val="50"/><c:overlap val="100"/>'
        + f'<c:axId val="{pieces.NAME_AXIS}"/><c:axId val="{pieces.VALUE_AXIS}"/></c:barChart>'
        + pieces.name_axis_xml("l", "maxMin")
        + pieces.hidden_value_axis_xml(0, max((sum(row) for row in chart.counts), default=0) or 1)
    )
    return pieces.space_xml(plot, relation)


def _workbook(chart: CountChart, width: float) -> bytes:
    """Return the workbook: a row a name, a column a state."""
    places = chart.shown
    columns = [_counts(chart, place) for place in places]
    rows = [
        (pieces.shown_name(name, width), *(column[row] for column in columns)) for row, name in enumerate(chart.names)
    ]
    return workbook.book(chart.title, ("Nhóm", *(chart.states[place] for place in places)), rows)


def _counts(chart: CountChart, place: int) -> list[int | None]:
    """Return a state's counts; nothing is no bar and has no label."""
    return [row[place] or None for row in chart.counts]

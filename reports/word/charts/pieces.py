"""What the charts have in common: letters, fills, axes, a series' cells in the workbook, and the workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from models.number import plain
from reports.word.charts.workbook import SHEET
from reports.word.markup import CHART, DRAWING, HEADER, RELATIONS, escaped
from reports.word.text_width import even_lines

NAME_AXIS, VALUE_AXIS = "111111", "222222"
BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
PALE = '<a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill>'
DARK = '<a:solidFill><a:srgbClr val="404040"/></a:solidFill>'
GREY = '<a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill>'
EDGE = f'<a:ln w="9525">{BLACK}</a:ln>'
NO_FILL = "<c:spPr><a:noFill/></c:spPr>"
NAMES_SHARE = 0.48  # of a chart's width that names of bars take; they break where they would leave it

_FONT = '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
_NAME_POINTS, _NAME_LINES, _NAME_MARGIN_MM = 11, 2, 4.0
# A drawn frame: without it LibreOffice stretches what is drawn, letters too, to the size of the chart.
_FRAME = f'<a:ln w="6350">{GREY}</a:ln>'
_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_FROM_CELLS = (
    f'<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" xmlns:c15="{_C15}">'
    '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart drawn: the markup of its part, its workbook, its size in millimetres."""

    markup: str
    workbook: bytes
    width: float
    height: float


@lru_cache(maxsize=1_024)
def shown_name(name: str, width: float) -> str:
    """Return a bar's name in two lines at most, for a chart of a width in millimetres."""
    room = NAMES_SHARE * width - _NAME_MARGIN_MM
    lines = even_lines(name, _NAME_POINTS, room)
    if len(lines) > _NAME_LINES:
        fitting = name.split()
        while len(even_lines(" ".join(fitting) + "…", _NAME_POINTS, room)) > _NAME_LINES:
            fitting.pop()
        lines = even_lines(" ".join(fitting) + "…", _NAME_POINTS, room)
    return "\n".join(lines)


def pattern(name: str) -> str:
    """Return a black pattern on white."""
    return (
        f'<a:pattFill prst="{name}"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )


def letters(points: int) -> str:
    """Return the looks of a chart's letters."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{points * 100}" b="0">{BLACK}{_FONT}</a:defRPr>'
        '</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def space_xml(plot: str, relation: str) -> str:
    """Return the chart part around what is plotted; relation leads to the workbook."""
    return (
        f'{HEADER}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}">'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{plot}{NO_FILL}</c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{letters(11)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_FRAME}</c:spPr>{letters(11)}"
        f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def layout_xml(left: float, top: float, width: float, height: float) -> str:
    """Return where the plot stands, in shares of the chart."""
    sides = f'<c:x val="{left}"/><c:y val="{top}"/><c:w val="{width:.4g}"/><c:h val="{height:.4g}"/>'
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{sides}</c:manualLayout></c:layout>"
    )


def series_name_xml(order: int, column: str, title: str) -> str:
    """Return the first children of a series: its place and its name, which stands over its column."""
    return (
        f'<c:idx val="{order}"/><c:order val="{order}"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/>{_points([(0, title)])}</c:strCache></c:strRef></c:tx>'
    )


def series_data_xml(column: str, names: Sequence[str], values: Sequence[Fraction | int | None]) -> str:
    """Return a series' names and values; a value that is None is left out."""
    last, count = len(names) + 1, f'<c:ptCount val="{len(names)}"/>'
    known = _points((place, plain(value, 15)) for place, value in enumerate(values) if value is not None)
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>"
        f"<c:strCache>{count}{_points(enumerate(names))}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{count}{known}</c:numCache></c:numRef></c:val>"
    )


def value_labels_xml(form: str) -> str:
    """Return labels that say the values themselves, on white so that they are read on any pattern."""
    return (
        f'<c:dLbls><c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr>{WHITE}</c:spPr>{letters(11)}'
        f'<c:dLblPos val="ctr"/>{_SHOWN.format(value=1)}</c:dLbls>'
    )


def cell_labels_xml(order: int, labels: Iterable[tuple[int, str, str]], place: str) -> str:
    """Return labels taken from the workbook's cells (Office 2013 and newer; else the words kept here).

    They stand on white, so that they are read where a line passes behind them.
    order is the series' place; labels: which point, its words, where they stand; place is where new ones would."""
    each = "".join(_cell_label(order, *label) for label in labels)
    others = f'<c:dLblPos val="{place}"/>{_SHOWN.format(value=0)}{_FROM_CELLS}'
    return f"<c:dLbls>{each}{NO_FILL}{letters(11)}{others}</c:dLbls>"


def label_range_xml(column: str, labels: Sequence[str]) -> str:
    """Return where a series' labels stand in the workbook, with what stands there."""
    return (
        f'<c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="{_C15}"><c15:datalabelsRange>'
        f"<c15:f>{SHEET}!${column}$2:${column}${len(labels) + 1}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(labels)}"/>{_points((place, text) for place, text in enumerate(labels) if text)}'
        "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
    )


def name_axis_xml(side: str, order: str) -> str:
    """Return the axis of names: for bars left (l) with the first on top (maxMin), for lines below (b, minMax)."""
    return (
        f'<c:catAx><c:axId val="{NAME_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/>{_ticks("low")}<c:spPr>{EDGE}</c:spPr>{letters(11)}<c:crossAx val="{VALUE_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def hidden_value_axis_xml(least: int, most: int) -> str:
    """Return an axis of bars' values that is not drawn: each bar says its value."""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>{_scaling(least, most)}<c:delete val="1"/><c:axPos val="b"/>'
        f'{_ticks("nextTo")}<c:crossAx val="{NAME_AXIS}"/><c:crosses val="max"/><c:crossBetween val="between"/>'
        "</c:valAx>"
    )


def line_value_axis_xml(least: int, most: int, step: int, form: str) -> str:
    """Return the axis of a line's values, with thin lines across."""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>{_scaling(least, most)}<c:delete val="0"/><c:axPos val="l"/>'
        f'<c:majorGridlines><c:spPr><a:ln w="6350">{PALE}</a:ln></c:spPr></c:majorGridlines>{_ticks("nextTo", form)}'
        f'<c:spPr>{EDGE}</c:spPr>{letters(11)}<c:crossAx val="{NAME_AXIS}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{step}"/></c:valAx>'
    )


def _cell_label(order: int, index: int, label: str, place: str) -> str:
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:fld id="{{5B0F30A1-2020-4030-800{order}-{index:012X}}}" type="CELLRANGE"><a:rPr lang="vi-VN"/>'
        f'<a:t>{escaped(label)}</a:t></a:fld><a:endParaRPr lang="vi-VN"/></a:p></c:rich></c:tx>'
        f'<c:spPr>{WHITE}</c:spPr><c:dLblPos val="{place}"/>{_SHOWN.format(value=0)}{_FROM_CELLS}</c:dLbl>'
    )


def _ticks(place: str, form: str = "General") -> str:
    return (
        f'<c:numFmt formatCode="{escaped(form)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>'
    )


def _scaling(least: int, most: int) -> str:
    return f'<c:scaling><c:orientation val="minMax"/><c:max val="{most}"/><c:min val="{least}"/></c:scaling>'


def _points(points: Iterable[tuple[int, str]]) -> str:
    return "".join(f'<c:pt idx="{index}"><c:v>{escaped(text)}</c:v></c:pt>' for index, text in points)

"""A native Word chart with its workbook: bars on both sides of zero, editable, legible in black and white."""

import math
from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from io import BytesIO

import xlsxwriter

from models.number import MINUS, plain
from reports.document import Chart
from reports.word.markup import CHART, DRAWING, EMU_PER_MM, HEADER, IN_WORD, RELATIONS, escaped
from reports.word.text_width import even_lines

SHEET = "Sheet1"
_FONT = '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
# A drawn frame: without it LibreOffice stretches what is drawn, letters too, to the size of the chart.
_FRAME = '<a:ln w="6350"><a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill></a:ln>'
_EDGE = f'<a:ln w="9525">{_BLACK}</a:ln>'
_BELOW_FILL = '<a:solidFill><a:srgbClr val="404040"/></a:solidFill>'
_ABOVE_FILL = (
    '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
    '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
)
# The names take the left half, and break where they would leave it: LibreOffice would squeeze the whole chart.
_NAMES_MM, _NAME_POINTS, _NAME_LINES = 92.0, 11, 2
_LAYOUT = (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    '<c:x val="0.48"/><c:y val="0.02"/><c:w val="0.50"/><c:h val="{height}"/></c:manualLayout></c:layout>'
)
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_FROM_CELLS = (
    f'<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" xmlns:c15="{_C15}">'
    '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
)
_FIXED_DAY = datetime(2020, 3, 5)
_ROW_MM, _LINE_MM = 2.5, 4.5
_FRAME_MM = 14.0
WIDTH_MM = 200.0


def height_mm(chart: Chart) -> float:
    """Return the chart's height, which grows with its bars and the lines of their names."""
    lines = max((shown_name(name).count("\n") + 1 for name in chart.names), default=1)
    return _FRAME_MM + (_ROW_MM + _LINE_MM * lines) * max(len(chart.names), 3)


def shown_name(name: str) -> str:
    """Return a name in two lines at most, as wide as there is room."""
    lines = even_lines(name, _NAME_POINTS, _NAMES_MM)
    if len(lines) > _NAME_LINES:
        fitting = name.split()
        while len(even_lines(" ".join(fitting) + "…", _NAME_POINTS, _NAMES_MM)) > _NAME_LINES:
            fitting.pop()
        lines = even_lines(" ".join(fitting) + "…", _NAME_POINTS, _NAMES_MM)
    return "\n".join(lines)


def inline_xml(chart: Chart, relation: str, number: int) -> str:
    """Return the run that shows the chart in the text, with its words for those who do not see it."""
    size = f'cx="{round(WIDTH_MM * EMU_PER_MM)}" cy="{round(height_mm(chart) * EMU_PER_MM)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{IN_WORD}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Biểu đồ {number}" descr="{escaped(chart.description)}"'
        f' title="{escaped(chart.title)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONS}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart_xml(chart: Chart, workbook_relation: str) -> str:
    """Return the chart part: two series over the same names, one below zero and one from zero on."""
    height = round(1 - _FRAME_MM / height_mm(chart), 4)
    series = _series(chart, 0, chart.below_title, _BELOW_FILL)
    series += _series(chart, 1, chart.above_title, _ABOVE_FILL)
    return (
        f'{HEADER}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}">'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        "<c:plotArea>"
        f"{_LAYOUT.format(height=height)}"
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="111111"/><c:axId val="222222"/></c:barChart>'
        f"{_name_axis()}{_value_axis(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(1100)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_FRAME}</c:spPr>{_text(1100)}"
        f'<c:externalData r:id="{workbook_relation}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def workbook(chart: Chart) -> bytes:
    """Return the small workbook that Word opens to edit the chart; its labels follow its numbers."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _FIXED_DAY, "title": chart.title})
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, 3, 24)
        for column, title in enumerate(("Chỉ tiêu", chart.below_title, chart.above_title, "Nhãn")):
            sheet.write_string(0, column, title)
        for row, (name, value, label) in enumerate(zip(chart.names, chart.values, chart.labels, strict=True), start=1):
            sheet.write_string(row, 0, shown_name(name))
            sheet.write_number(row, _series_of(value) + 1, float(value))
            sheet.write_formula(row, 3, _label_formula(row + 1, label), None, label)
    return stream.getvalue()


def _series_of(value: Fraction) -> int:
    return 0 if value < 0 else 1


def _label_formula(row: int, label: str) -> str:
    """Return what writes a number with a decimal comma, whatever the language of the person's Windows."""
    decimals = len(label.partition(",")[2])
    number = f"FIXED(B{row}+C{row},{decimals},TRUE)"
    comma = f'SUBSTITUTE(SUBSTITUTE({number},".",","),"-","{MINUS}")'
    return f'=IF(B{row}+C{row}>0,"+","")&{comma}'


def _series(chart: Chart, order: int, title: str, fill: str) -> str:
    column = "BC"[order]
    last = len(chart.names) + 1
    mine = [index for index, value in enumerate(chart.values) if _series_of(value) == order]
    labels = "".join(_label(index, chart.labels[index]) for index in mine)
    names = _points((index, shown_name(name)) for index, name in enumerate(chart.names))
    values = _points((index, plain(chart.values[index], 15)) for index in mine)
    count = f'<c:ptCount val="{len(chart.names)}"/>'
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>"
        f'<c:strCache><c:ptCount val="1"/>{_points([(0, title)])}</c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{fill}{_EDGE}</c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls>{labels}<c:spPr><a:noFill/></c:spPr>{_text(1100)}<c:dLblPos val="outEnd"/>{_SHOWN}'
        f"{_FROM_CELLS}</c:dLbls>"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val>"
        f"{_label_range(chart)}</c:ser>"
    )


def _label(index: int, label: str) -> str:
    """Return one bar's label, taken from the workbook's column of labels (Office 2013 and newer; else the words)."""
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:fld id="{{5B0F30A1-2020-4030-8000-{index:012X}}}" type="CELLRANGE"><a:rPr lang="vi-VN"/>'
        f'<a:t>{escaped(label)}</a:t></a:fld><a:endParaRPr lang="vi-VN"/></a:p></c:rich></c:tx>'
        f'<c:dLblPos val="outEnd"/>{_SHOWN}{_FROM_CELLS}</c:dLbl>'
    )


def _label_range(chart: Chart) -> str:
    """Return where the labels stand in the workbook, with what stands there."""
    last = len(chart.names) + 1
    return (
        f'<c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="{_C15}"><c15:datalabelsRange>'
        f"<c15:f>{SHEET}!$D$2:$D${last}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(chart.names)}"/>{_points(enumerate(chart.labels))}'
        "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
    )


def _points(points: Iterable[tuple[int, str]]) -> str:
    return "".join(f'<c:pt idx="{index}"><c:v>{escaped(text)}</c:v></c:pt>' for index, text in points)


def _name_axis() -> str:
    """Return the axis of names: worst on top, names left of all bars, its line at zero."""
    return (
        '<c:catAx><c:axId val="111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{_EDGE}</c:spPr>{_text(1100)}'
        '<c:crossAx val="222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart) -> str:
    """Return the axis of values, which is not drawn: each bar says its value. It leaves room for the labels."""
    low, high = min(Fraction(0), chart.least), max(Fraction(0), chart.most)
    room = (high - low) * Fraction(1, 5) or Fraction(1)
    least = math.floor(low - room) if low < 0 else 0
    most = math.ceil(high + room) if high > 0 or low == 0 else 0
    return (
        '<c:valAx><c:axId val="222222"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{most}"/><c:min val="{least}"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111"/><c:crosses val="max"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _text(hundredths: int) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{hundredths}" b="0">{_BLACK}{_FONT}</a:defRPr>'
        '</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )

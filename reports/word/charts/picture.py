"""A chart of any sort as Word has it: drawn, and the run that shows it in the text."""

from reports.chart import Chart, CountChart, GapChart, TrendChart
from reports.word.charts import counts, gaps, trend
from reports.word.charts.pieces import Picture
from reports.word.markup import CHART, DRAWING, EMU_PER_MM, IN_WORD, RELATIONS, escaped

WIDEST_MM = 200.0


def picture(chart: Chart, available: float, relation: str) -> Picture:
    """Return a chart as wide as the text, if not too wide; relation leads from its part to its workbook."""
    width = min(available, WIDEST_MM)
    match chart:
        case GapChart():
            return gaps.picture(chart, width, relation)
        case TrendChart():
            return trend.picture(chart, width, relation)
        case CountChart():
            return counts.picture(chart, width, relation)


def inline_xml(chart: Chart, drawn: Picture, relation: str, number: int) -> str:
    """Return the run that shows a chart in the text, with its words for those who do not see it."""
    size = f'cx="{round(drawn.width * EMU_PER_MM)}" cy="{round(drawn.height * EMU_PER_MM)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{IN_WORD}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Biểu đồ {number}" descr="{escaped(chart.description)}"'
        f' title="{escaped(chart.title)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" xmlns:r="{RELATIONS}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )

"""The annex of results against the targets: the table of all indicators, then its charts."""

from collections.abc import Iterator

from reports import annexes
from reports.chart_makers import (
    GAPS_MEANING,
    TREND_MEANING,
    captioned,
    count_chart,
    gap_charts,
    trend_chart,
    worth_a_trend,
)
from reports.context import Context
from reports.document import Block
from reports.figure_words import period_words

MOST_GROUPS = 8


def results_annex(context: Context) -> Iterator[Block]:
    """Yield the table of all indicators and its charts."""
    yield annexes.indicator_table(context)
    yield from _charts(context)


def _charts(context: Context) -> Iterator[Block]:
    """Yield how many stand where, how far off each is, and how the worst came there."""
    when, mark = period_words(context.period), annexes.sample_mark(context)
    if len(context.figures) > 1:
        groups = [("Tất cả chỉ tiêu", context.figures)]
        groups += [(area or "Chỉ tiêu khác", tuple(context.of_area(area))) for area in context.areas[:MOST_GROUPS]]
        title = f"Số chỉ tiêu theo kết quả đánh giá, {when}"
        yield from captioned(count_chart(groups if len(groups) > 2 else groups[:1], title), mark.strip())
    for chart in gap_charts(context.figures, f"Chênh lệch so với mức đề ra, {when} (điểm phần trăm)"):
        yield from captioned(chart, GAPS_MEANING + mark)
    for figure in worth_a_trend(context.figures):
        title = f"Kết quả từng quý của chỉ tiêu: {figure.indicator.label}"
        if trend := trend_chart(figure, context.trends.get(figure.indicator.code, ()), title):
            yield from captioned(trend, TREND_MEANING + mark)

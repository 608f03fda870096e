"""The annex of results against the targets: the table of all indicators, then its charts."""

from collections.abc import Iterator

from models.progress import Figure
from reports import annexes
from reports.chart_makers import captioned, count_chart, gap_charts, trend_chart, worth_a_trend
from reports.context import Context
from reports.document import Block
from reports.figure_words import period_words

_MOST_AREAS = 8
_GAPS_MEANING = "giá trị âm là chưa đạt: thấp hơn mức tối thiểu hoặc vượt mức tối đa."
_TREND_MEANING = "kết quả của từng quý, không cộng dồn; quý không có số liệu để trống."


def results_annex(context: Context) -> Iterator[Block]:
    """Yield the table of all indicators and its charts."""
    yield annexes.indicator_table(context)
    yield from _charts(context)


def _charts(context: Context) -> Iterator[Block]:
    """Yield how many stand where, how far off each is, how the worst went; what is too little to draw is left out."""
    when, mark = period_words(context.period), annexes.sample_mark(context)
    counts = count_chart(_groups(context), f"Số chỉ tiêu theo kết quả đánh giá, {when}")
    if len(counts.shown) > 1:
        yield from captioned(counts, mark.strip())
    for gaps in gap_charts(context.figures, f"Chênh lệch so với mức đề ra, {when} (điểm phần trăm)"):
        yield from captioned(gaps, _GAPS_MEANING + mark)
    for figure in worth_a_trend(context.figures):
        title = f"Kết quả từng quý của chỉ tiêu: {figure.indicator.label}"
        if trend := trend_chart(figure, context.trends.get(figure.indicator.code, ()), title):
            yield from captioned(trend, _TREND_MEANING + mark)


def _groups(context: Context) -> list[tuple[str, tuple[Figure, ...]]]:
    """Return all figures, then those of each area where there are a few areas."""
    areas = context.areas if 1 < len(context.areas) <= _MOST_AREAS else ()
    of_areas = [(area or "Chỉ tiêu khác", tuple(context.of_area(area))) for area in areas]
    return [("Tất cả chỉ tiêu", context.figures), *of_areas]

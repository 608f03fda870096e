"""A report as a page of text: nothing of it is lost, and a very long table says how much of it is not shown."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QApplication

from reports.chart import CountChart, GapChart, TrendChart
from reports.document import (
    Align,
    Cell,
    Column,
    Document,
    Measure,
    Paragraph,
    Properties,
    Row,
    Run,
    Section,
    Source,
    Table,
    cell_text,
)
from reports.progress import progress_document
from tests.unit.reports.builders import a_context
from ui.pages.reports.chart_picture import chart_picture, chart_size
from ui.pages.reports.preview import LEAST_ROWS, MOST_ROWS, Look, page_of


def a_table(rows: int) -> Table:
    columns = (Column("TT", 10), Column("Kết quả", 30, Align.RIGHT))
    filled: list[Row] = [
        (str(number), Cell(f"{number}%", source=Source(Measure.VALUE, f"CT-{number}"))) for number in range(rows)
    ]
    return Table(columns, filled)


def of(*tables: Table) -> Document:
    return Document(Properties("Báo cáo", "UBND", date(2023, 6, 19)), (Section(tables),))


def runs(document: Document) -> Iterator[Run]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.text
        elif isinstance(block, Table):
            for cell in (*(each for row in block.rows for each in row), block.note):
                yield from cell_text(cell)


def test_every_figure_of_the_document_is_a_figure_of_the_page_in_the_same_order() -> None:
    document = progress_document(a_context())
    page = page_of(document, Look())
    wanted = [(run.source, run.text) for run in runs(document) if run.source is not None and run.text]
    assert [(each.source, each.text) for each in page.figures] == wanted
    assert all(page.html.count(f"href='figure:{number}'") == 1 for number in range(len(wanted)))


def test_a_long_table_says_how_many_rows_are_in_the_word_file() -> None:
    page = page_of(of(a_table(MOST_ROWS + 30)), Look())
    assert len(page.figures) == MOST_ROWS
    assert "30 more rows" in page.html


def test_each_table_shows_some_rows_whatever_came_before() -> None:
    page = page_of(of(a_table(MOST_ROWS), a_table(LEAST_ROWS + 5)), Look())
    assert len(page.figures) == MOST_ROWS + LEAST_ROWS
    assert "5 more rows" in page.html


def test_without_tint_figures_are_links_all_the_same() -> None:
    page = page_of(of(a_table(3)), Look(is_tinted=False))
    assert "background" not in page.html
    assert len(page.figures) == 3


def test_what_word_tells_only_to_those_who_cannot_see_is_not_on_the_page() -> None:
    table = Table((Column("TT", 10),), [("1",)], title="Tên của bảng")
    assert "Tên của bảng" not in page_of(of(table), Look()).html


def test_the_room_for_the_number_is_kept() -> None:
    html = page_of(progress_document(a_context()), Look()).html
    assert f"Số:{'&nbsp;' * 7}/BC-UBND" in html
    assert f"Báo cáo số{'&nbsp;' * 7}/BC-UBND" in html


def test_words_are_escaped() -> None:
    table = Table((Column("A & B", 10),), [("<b>",)])
    html = page_of(of(table), Look()).html
    assert "A &amp; B" in html
    assert "&lt;b&gt;" in html


def test_charts_are_pictures_of_the_size_they_are_shown(qapp: QApplication) -> None:
    document = progress_document(a_context())
    page = page_of(document, Look(80))
    charts = [block for block in document.blocks if isinstance(block, GapChart | CountChart | TrendChart)]
    assert charts
    assert list(page.charts) == charts
    for number, chart in enumerate(charts):
        size = chart_size(chart, 80)
        assert f"<img src='chart:{number}' width='{size.width()}' height='{size.height()}'/>" in page.html
        picture = chart_picture(chart, 80, 2)
        assert picture.size() == size * 2
        assert any(picture.pixelColor(x, picture.height() // 2).lightness() < 128 for x in range(picture.width()))

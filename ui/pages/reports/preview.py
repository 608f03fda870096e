"""A report on the screen: its own document model as a page of text. Each figure is a link, each heading an anchor."""

import re
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from reports.chart import Chart, CountChart, GapChart, TrendChart
from reports.document import (
    NBSP,
    Align,
    Block,
    Caption,
    Cell,
    Document,
    Head,
    HeadCell,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Source,
    Style,
    Table,
    Text,
    Title,
    cell_text,
)
from ui.pages.reports.chart_picture import chart_size
from ui.theme import print_theme

FIGURE, PART, CHART = "figure:", "part-", "chart:"
MOST_ROWS, LEAST_ROWS = 1_000, 20  # of the whole document, and of each table: a text view takes no more at once
_ROOM = re.compile(" {2,}")
_CENTRED = {
    Style.ADDRESSEE,
    Style.ADDRESSEES_HEAD,
    Style.CAPTION,
    Style.CHART,
    Style.ANNEX_NUMBER,
    Style.ANNEX_TITLE,
    Style.ANNEX_REFERENCE,
}
_ITALIC = {Style.LEGAL_BASIS, Style.NOTE, Style.ANNEX_REFERENCE, Style.CHART}
_BOLD = {Style.ANNEX_NUMBER, Style.ANNEX_TITLE, Style.CAPTION}
_SIDES = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


@dataclass(frozen=True)
class Look:
    """How large the page is shown, in percent of paper, and whether its figures are tinted."""

    percent: int = 90
    is_tinted: bool = True


@dataclass(frozen=True)
class Figure:
    """A number of the page: where it comes from, and how it reads."""

    source: Source
    text: str


@dataclass(frozen=True)
class Page:
    """A report as a page for a text view: links "figure:N" count through figures, pictures "chart:N" through charts,
    anchors "part-N" through what begins a part: headings, and the numbers of annexes."""

    html: str
    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...] = ()


def page_of(document: Document, look: Look) -> Page:
    """Return a report as a page."""
    writer = _Writer(look)
    body = "<hr/>".join(writer.section(section) for section in document.sections)
    html = f"<html><head><style>{writer.sheet()}</style></head><body>{body}</body></html>"
    return Page(html, tuple(writer.figures), tuple(writer.charts))


def begins_part(block: Block) -> bool:
    """Return whether a block begins a part of the report: a heading, or an annex."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.style is Style.ANNEX_NUMBER)


class _Writer:
    """Writes blocks one after the other, and counts figures and parts."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._parts = 0
        self._rows_left = MOST_ROWS
        self.figures: list[Figure] = []
        self.charts: list[Chart] = []

    def sheet(self) -> str:
        tint = f"background: {print_theme().colour('accent_soft').name()};" if self._look.is_tinted else ""
        return (
            f"body {{ font-family: 'Times New Roman', 'Liberation Serif', serif; {self._size(14)} color: black; }}"
            f"p {{ margin: {self._px(4)}px 0; }}"
            f"table {{ border-collapse: collapse; margin: {self._px(6)}px 0; }}"
            f".cell {{ {self._size(11)} }}"
            f".head {{ {self._size(11.5)} }}"
            f".note {{ {self._size(12)} }}"
            f"a {{ color: black; text-decoration: none; {tint} }}"
        )

    def section(self, section: Section) -> str:
        return "".join(self._block(block) for block in section.blocks)

    def _size(self, points: float) -> str:
        return f"font-size: {points * self._look.percent / 100:.1f}pt;"

    def _px(self, pixels: float) -> int:
        return round(pixels * self._look.percent / 100)

    def _block(self, block: Block) -> str:
        anchor = ""
        if begins_part(block):
            anchor = f"<a name='{PART}{self._parts}'></a>"
            self._parts += 1
        match block:
            case Paragraph():
                return self._paragraph(block, anchor)
            case Heading():
                style = f"margin-top:{self._px(10)}px;text-indent:{self._px(38)}px"
                return f"<p style='{style}'>{anchor}<b>{escape(block.number)} {escape(block.text)}</b></p>"
            case Caption():
                return f"<p align='center'><b>{escape(block.sort)} {block.number}. {escape(block.title)}</b></p>"
            case Table():
                return self._table(block)
            case GapChart() | TrendChart() | CountChart():
                return self._chart(block)
            case Head():
                return self._head(block)
            case Title():
                return self._title(block)
            case Signature():
                return self._signature(block)

    def _paragraph(self, block: Paragraph, anchor: str) -> str:
        text = self._text(block.text)
        text = f"<b>{text}</b>" if block.style in _BOLD else text
        text = f"<i>{text}</i>" if block.style in _ITALIC else text
        if block.style in _CENTRED:
            return f"<p align='center'>{anchor}{text}</p>"
        if block.style is Style.ADDRESSEES:
            return f"<p style='margin-left:{self._px(190)}px'>{text}</p>"
        if block.style is Style.NOTE:
            return f"<p class='note'>{text}</p>"
        return f"<p align='justify' style='text-indent:{self._px(38)}px'>{text}</p>"

    def _text(self, text: Text) -> str:
        return "".join(self._run(run) for run in text)

    def _run(self, run: Run) -> str:
        text = _kept(run.text)
        if run.source is not None and run.text:
            text = f"<a href='{FIGURE}{len(self.figures)}'>{text}</a>"
            self.figures.append(Figure(run.source, run.text))
        text = f"<b>{text}</b>" if run.bold else text
        return f"<i>{text}</i>" if run.italic else text

    def _title(self, block: Title) -> str:
        lines = "".join(f"<p align='center'><b>{escape(line)}</b></p>" for line in block.abstract)
        kind = f"<p align='center' style='margin-top:{self._px(14)}px'><b>{escape(block.kind)}</b></p>"
        return f"{kind}{lines}<p align='center'>———————</p>"

    def _table(self, table: Table) -> str:
        widths = [round(100 * column.width / table.width) for column in table.columns]
        heads = "".join(
            f"<th class='cell' width='{width}%'>{escape(column.title)}</th>"
            for column, width in zip(table.columns, widths, strict=True)
        )
        if table.heads:
            heads = "</tr><tr>".join("".join(map(_head_cell, row)) for row in table.heads)
        shown = table.rows[: max(self._rows_left, LEAST_ROWS)]
        self._rows_left -= len(shown)
        rows = "".join(self._row(table, row) for row in shown)
        grid = "border='1' cellspacing='0' cellpadding='3' width='100%'"
        note = f"<p class='note'><i>{self._text(cell_text(table.note))}</i></p>" if table.note else ""
        return f"<table {grid}><tr>{heads}</tr>{rows}</table>{_rest(len(table.rows) - len(shown))}{note}"

    def _row(self, table: Table, row: Row) -> str:
        cells, place = [], 0
        for each in row:
            span = each.span if isinstance(each, Cell) else 1
            side = "left" if span > 1 else _SIDES[table.columns[place].align]
            content = self._text(cell_text(each)).replace(NBSP, " ")
            cells.append(f"<td class='cell' colspan='{span}' align='{side}'>{content}</td>")
            place += span
        return f"<tr>{''.join(cells)}</tr>"

    def _chart(self, chart: Chart) -> str:
        size = chart_size(chart, self._look.percent)
        name = f"{CHART}{len(self.charts)}"
        self.charts.append(chart)
        return f"<p align='center'><img src='{name}' width='{size.width()}' height='{size.height()}'/></p>"

    def _head(self, head: Head) -> str:
        superior = f"{escape(head.superior)}<br/>" if head.superior else ""
        left = f"{superior}<b>{escape(head.issuing)}</b><br/>———<br/>{_kept(head.number)}"
        left += f"<br/><span style='{self._size(12)}'>{escape(head.about)}</span>" if head.about else ""
        nation = "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/><b>Độc lập - Tự do - Hạnh phúc</b><br/>———————<br/>"
        right = f"{nation}<i>{escape(head.place_and_date)}</i>"
        return (
            "<table width='100%' cellspacing='0'><tr>"
            f"<td class='head' width='38%' align='center'>{left}</td>"
            f"<td class='head' width='62%' align='center'>{right}</td></tr></table>"
        )

    def _signature(self, signature: Signature) -> str:
        recipients = "<br/>".join(escape(line) for line in signature.recipients)
        authority = "<br/>".join(f"<b>{escape(line)}</b>" for line in (*signature.authority, signature.position))
        left = f"<b><i>Nơi nhận:</i></b><br/><span style='{self._size(11)}'>{recipients}</span>"
        right = f"{authority}<br/><br/><br/><br/><b>{escape(signature.signer)}</b>"
        return (
            "<table width='100%'><tr>"
            f"<td width='50%' valign='top'>{left}</td>"
            f"<td width='50%' align='center' valign='top'>{right}</td></tr></table>"
        )


def _kept(text: str) -> str:
    """Return a text with its lines, and with the room that is left in it for a number."""
    return _ROOM.sub(lambda found: "&nbsp;" * len(found[0]), escape(text)).replace("\n", "<br/>")


def _head_cell(cell: HeadCell) -> str:
    return f"<th class='cell' colspan='{cell.span}' rowspan='{cell.down}'>{escape(cell.text)}</th>"


def _rest(more: int) -> str:
    """Return the line that says how many rows of a very long table are in the Word file only."""
    if not more:
        return ""
    words = QCoreApplication.translate("Preview", "{count} more rows, in the Word file").format(count=more)
    return f"<p align='center'><i>… {escape(words)}</i></p>"

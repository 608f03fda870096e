"""A report on the screen: its own document model as a page of text. Figures are links to where they come from."""

from html import escape

from reports.document import (
    NBSP,
    Align,
    Block,
    Caption,
    Cell,
    Chart,
    Document,
    Head,
    HeadCell,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Style,
    Table,
    Text,
    Title,
    cell_text,
)
from ui.theme import print_theme

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
_ROW_LIMIT = 60
_SHEET = """
body {{ font-family: 'Times New Roman', 'Liberation Serif', serif; font-size: 12pt; color: black; }}
p {{ margin: 4px 0; }}
table {{ border-collapse: collapse; margin: 6px 0; }}
td.cell, th.cell {{ font-size: 9pt; }}
a {{ color: black; text-decoration: none; background: {link}; }}
"""


def document_html(document: Document) -> str:
    """Return the report as a page for a text view; numbers with a source are links "source:indicator|unit|period"."""
    body = "<hr/>".join(_section(section) for section in document.sections)
    sheet = _SHEET.format(link=print_theme().colour("accent_soft").name())
    return f"<html><head><style>{sheet}</style></head><body>{body}</body></html>"


def _section(section: Section) -> str:
    return "".join(_block(block) for block in section.blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Heading():
            return f"<p style='margin-top:10px;text-indent:36px'><b>{escape(block.number)} {escape(block.text)}</b></p>"
        case Caption():
            return f"<p align='center'><b>{escape(block.sort)} {block.number}. {escape(block.title)}</b></p>"
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)
        case Head():
            return _head(block)
        case Title():
            lines = "".join(f"<p align='center'><b>{escape(line)}</b></p>" for line in block.abstract)
            return f"<p align='center' style='margin-top:14px'><b>{escape(block.kind)}</b></p>{lines}<br/>"
        case Signature():
            return _signature(block)


def _paragraph(block: Paragraph) -> str:
    text = _text(block.text)
    text = f"<b>{text}</b>" if block.style in _BOLD else text
    text = f"<i>{text}</i>" if block.style in _ITALIC else text
    if block.style in _CENTRED:
        return f"<p align='center'>{text}</p>"
    if block.style is Style.ADDRESSEES:
        return f"<p style='margin-left:190px'>{text}</p>"
    indent = 36
    return f"<p align='justify' style='text-indent:{indent}px'>{text}</p>"


def _text(text: Text) -> str:
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.source is not None and run.source.indicator:
        place = "|".join((run.source.indicator, run.source.unit or "", run.source.period))
        text = f"<a href='source:{escape(place)}'>{text}</a>"
    text = f"<b>{text}</b>" if run.bold else text
    return f"<i>{text}</i>" if run.italic else text


def _table(table: Table) -> str:
    widths = [round(100 * column.width / table.width) for column in table.columns]
    heads = "".join(
        f"<th class='cell' width='{width}%'>{escape(column.title)}</th>"
        for column, width in zip(table.columns, widths, strict=True)
    )
    if table.heads:
        heads = "</tr><tr>".join("".join(map(_head_cell, row)) for row in table.heads)
    rows = "".join(_row(table, row) for row in table.rows[:_ROW_LIMIT])
    title = f"<p align='center'><b>{escape(table.title)}</b></p>" if table.title else ""
    rest = f"<p align='center'><i>… {len(table.rows) - _ROW_LIMIT}</i></p>" if len(table.rows) > _ROW_LIMIT else ""
    grid = "border='1' cellspacing='0' cellpadding='3' width='100%'"
    note = f"<p><i>{_text(cell_text(table.note))}</i></p>" if table.note else ""
    return f"{title}<table {grid}><tr>{heads}</tr>{rows}</table>{rest}{note}"


def _head_cell(cell: HeadCell) -> str:
    return f"<th class='cell' colspan='{cell.span}' rowspan='{cell.down}'>{escape(cell.text)}</th>"


def _row(table: Table, row: Row) -> str:
    cells, place = [], 0
    for each in row:
        span = each.span if isinstance(each, Cell) else 1
        side = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}[table.columns[place].align]
        content = _text(cell_text(each)).replace(NBSP, " ")
        cells.append(f"<td class='cell' colspan='{span}' align='{'left' if span > 1 else side}'>{content}</td>")
        place += span
    return f"<tr>{''.join(cells)}</tr>"


def _chart(chart: Chart) -> str:
    rows = "".join(
        f"<tr><td class='cell'>{escape(name)}</td><td class='cell' align='right'>{escape(label)}</td></tr>"
        for name, label in zip(chart.names, chart.labels, strict=True)
    )
    return (
        f"<p align='center'><b>{escape(chart.title)}</b></p>"
        f"<table border='1' cellspacing='0' cellpadding='3' align='center'>{rows}</table>"
    )


def _head(head: Head) -> str:
    superior = f"{escape(head.superior)}<br/>" if head.superior else ""
    left = f"{superior}<b>{escape(head.issuing)}</b><br/>———<br/>{escape(head.number)}"
    left += f"<br/><span style='font-size:10pt'>{escape(head.about)}</span>" if head.about else ""
    nation = "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/><b>Độc lập - Tự do - Hạnh phúc</b><br/>———————<br/>"
    right = f"{nation}<i>{escape(head.place_and_date)}</i>"
    return (
        "<table width='100%' style='font-size:11pt'><tr>"
        f"<td width='42%' align='center'>{left}</td><td width='58%' align='center'>{right}</td></tr></table>"
    )


def _signature(signature: Signature) -> str:
    recipients = "<br/>".join(escape(line) for line in signature.recipients)
    authority = "<br/>".join(f"<b>{escape(line)}</b>" for line in (*signature.authority, signature.position))
    left = f"<b><i>Nơi nhận:</i></b><br/><span style='font-size:10pt'>{recipients}</span>"
    right = f"{authority}<br/><br/><br/><br/><b>{escape(signature.signer)}</b>"
    return (
        "<table width='100%'><tr>"
        f"<td width='50%' valign='top'>{left}</td><td width='50%' align='center' valign='top'>{right}</td></tr></table>"
    )

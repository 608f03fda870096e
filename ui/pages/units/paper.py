"""The units of a day and what happened to them, for paper: two tables in the form of the office's reports."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from models.number import format_date
from models.unit import UnitEvent, UnitTree
from reports.document import Block, Column, Document, Paragraph, Properties, Run, Section, Style, Table, Title
from ui.printing.book import Printed
from ui.printing.pages import report_printed
from ui.texts import event_word


def units_printed(tree: UnitTree, events: Sequence[UnitEvent], day: date, on: date, office: str) -> Printed:
    """Return the tables as they are printed."""
    title = QCoreApplication.translate("UnitsPaper", "Units on {day}").format(day=format_date(day))
    blocks: list[Block] = [Title(office.upper(), (title,)), _units(tree, day)]
    if events:
        blocks += [
            Paragraph(
                (Run(QCoreApplication.translate("UnitsPaper", "Mergers, splits, changes of name"), bold=True),),
                Style.BODY,
                True,
            )
        ]
        blocks.append(_events(tree, events))
    foot = QCoreApplication.translate("UnitsPaper", "asked on {day}").format(day=format_date(on))
    document = Document(Properties(title, office, on), (Section(tuple(blocks), is_landscape=True),))
    return report_printed(document, foot, f"{title.replace('/', '-')}.pdf")


def _units(tree: UnitTree, day: date) -> Table:
    columns = (
        Column(QCoreApplication.translate("UnitsPaper", "Code"), 40),
        Column(QCoreApplication.translate("UnitsPaper", "Unit"), 90),
        Column(QCoreApplication.translate("UnitsPaper", "Kind"), 34),
        Column(QCoreApplication.translate("UnitsPaper", "Under"), 50),
        Column(QCoreApplication.translate("UnitsPaper", "From"), 26),
    )
    rows = []
    for unit in tree.units.values():
        if unit.is_valid_on(day):
            since = "" if unit.valid_from is None else format_date(unit.valid_from)
            superior = tree.superior(unit.code, day)
            above = tree[superior].name if superior else ""
            rows.append((unit.code, unit.name, unit.kind, above, since))
    return Table(columns, rows)


def _events(tree: UnitTree, events: Sequence[UnitEvent]) -> Table:
    columns = (
        Column(QCoreApplication.translate("UnitsPaper", "Day"), 22),
        Column(QCoreApplication.translate("UnitsPaper", "What"), 24),
        Column(QCoreApplication.translate("UnitsPaper", "From"), 66),
        Column(QCoreApplication.translate("UnitsPaper", "Into"), 50),
        Column(QCoreApplication.translate("UnitsPaper", "Legal basis"), 78),
    )
    rows = []
    for event in events:
        before, after = (", ".join(tree[code].name for code in side) for side in (event.before, event.after))
        rows.append((format_date(event.day), event_word(event.kind), before, after, event.basis))
    return Table(columns, rows)

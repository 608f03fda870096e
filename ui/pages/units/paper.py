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
    say = QCoreApplication.translate
    title = say("UnitsPaper", "Units on {day}").format(day=format_date(day))
    blocks: list[Block] = [Title(office.upper(), (title,)), _units(tree, day)]
    if events:
        blocks += [
            Paragraph((Run(say("UnitsPaper", "Mergers, splits, changes of name"), bold=True),), Style.BODY, True)
        ]
        blocks.append(_events(tree, events))
    foot = say("UnitsPaper", "asked on {day}").format(day=format_date(on))
    document = Document(Properties(title, office, on), (Section(tuple(blocks)),))
    return report_printed(document, foot, f"{title.replace('/', '-')}.pdf")


def _units(tree: UnitTree, day: date) -> Table:
    say = QCoreApplication.translate
    columns = (
        Column(say("UnitsPaper", "Code"), 30),
        Column(say("UnitsPaper", "Unit"), 62),
        Column(say("UnitsPaper", "Kind"), 22),
        Column(say("UnitsPaper", "Under"), 26),
        Column(say("UnitsPaper", "From"), 20),
    )
    rows = []
    for unit in tree.units.values():
        if unit.is_valid_on(day):
            since = "" if unit.valid_from is None else format_date(unit.valid_from)
            rows.append((unit.code, unit.name, unit.kind, tree.superior(unit.code, day) or "", since))
    return Table(columns, rows)


def _events(tree: UnitTree, events: Sequence[UnitEvent]) -> Table:
    say = QCoreApplication.translate
    columns = (
        Column(say("UnitsPaper", "Day"), 20),
        Column(say("UnitsPaper", "What"), 20),
        Column(say("UnitsPaper", "From"), 42),
        Column(say("UnitsPaper", "Into"), 34),
        Column(say("UnitsPaper", "Legal basis"), 44),
    )
    rows = []
    for event in events:
        before, after = (", ".join(tree[code].name for code in side) for side in (event.before, event.after))
        rows.append((format_date(event.day), event_word(event.kind), before, after, event.basis))
    return Table(columns, rows)

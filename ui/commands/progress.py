"""Actual against target without a screen, as a table, JSON or CSV. Imports no Qt."""

import csv
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from models.errors import KnownError
from ui.commands.output import as_reported, print_json

if TYPE_CHECKING:
    from models.progress import Figure


def progress(asked: Namespace) -> None:
    """Print a period's figures, of the plan, of a unit or of every unit. Raises KnownError for an unknown unit."""
    from models.store.database import open_database
    from models.store.figures import progress as progress_of
    from models.store.figures import progress_by_unit
    from models.store.plans import grades, plan_in_force
    from models.store.reorganisations import reorganised
    from models.store.units import unit_tree

    with closing(open_database(asked.file, read_only=True)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        on = asked.on or date.today()
        today = on if asked.units == "today" else None
        tree = unit_tree(db)
        if asked.unit is not None and asked.unit not in tree:
            raise KnownError(f"Không có đơn vị {asked.unit} trong tệp.")
        if asked.by_unit:
            found = progress_by_unit(db, plan, asked.period, on, today=today)
        else:
            found = progress_of(db, plan, asked.period, on, asked.unit, today=today)
        names = tuple(each.name for each in grades(db, plan.code))
        happened = [] if today else reorganised(db, plan, on, asked.unit)
    _print(found, names, asked)
    if not (asked.json or asked.csv):
        for line in _notes(found, happened, is_restated=today is not None):
            print(line)


def _notes(found: list["Figure"], happened: Sequence[date], *, is_restated: bool) -> Iterator[str]:
    """Yield by which units figures are, where that makes a difference, and what cannot be carried over to others."""
    if happened:
        yield f"{as_reported(happened)}; theo đơn vị hiện nay: --units today."
    if any(each.is_estimated for each in found):
        yield "Ước tính: có phần của đơn vị đã chia tách, chia theo tỷ lệ của lần chia tách."
    if is_restated and not all(each.indicator.kind.rolls_up for each in found):
        yield "Điểm, thứ hạng, xếp loại, hoàn thành không cộng, không chia được: vẫn của đơn vị được đánh giá lúc đó."


def _print(found: list["Figure"], grades: tuple[str, ...], asked: Namespace) -> None:
    from models.exchange.records import FIGURE_KEYS, RESTATED_KEYS, figure_record, restated_record

    is_restated = asked.units == "today"
    record = restated_record if is_restated else figure_record
    if asked.json:
        print_json(record(each, grades) for each in found)
    elif asked.csv:
        writer = csv.DictWriter(sys.stdout, RESTATED_KEYS if is_restated else FIGURE_KEYS, lineterminator="\n")
        writer.writeheader()
        for each in found:
            row = record(each, grades)
            writer.writerow({key: str(cell).lower() if isinstance(cell, bool) else cell for key, cell in row.items()})
    else:
        from ui.commands.figure_table import figure_lines

        for line in figure_lines(found, grades):
            print(line)

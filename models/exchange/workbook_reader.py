"""Reading a whole workbook into a Book, every wrong cell listed at once."""

from pathlib import Path

from models.exchange.book import Book, Known
from models.exchange.read_actuals import read_actuals, read_explanations, read_requests
from models.exchange.read_checking import read_acceptances, read_check_limits, read_groups
from models.exchange.read_days_off import read_days_off
from models.exchange.read_drafts import read_refused, read_sources, read_texts
from models.exchange.read_evidence import read_evidence
from models.exchange.read_indicators import read_assignments, read_codes, read_indicators
from models.exchange.read_plans import (
    read_bases,
    read_corrections,
    read_dispatches,
    read_grades,
    read_plans,
    read_tasks,
    read_windows,
)
from models.exchange.read_report_parts import read_report_parts
from models.exchange.read_rules import read_rules
from models.exchange.read_steps import read_steps
from models.exchange.read_templates import read_templates
from models.exchange.read_units import read_events, read_shares, read_units
from models.exchange.reading import Reading
from models.exchange.workbook import Workbook

# In this order: later sheets refer to what earlier ones say.
READERS = (
    read_units, read_events, read_plans, read_bases, read_windows, read_grades, read_indicators, read_codes,
    read_assignments, read_actuals, read_rules, read_explanations, read_tasks, read_dispatches, read_steps,
    read_evidence, read_acceptances, read_check_limits, read_groups, read_report_parts,
    read_templates, read_days_off, read_requests, read_corrections, read_shares, read_texts,
    read_refused, read_sources,
)  # fmt: skip


def read_workbook(path: Path, known: Known | None = None) -> Book:
    """Read a workbook; what is wrong in it is in the book's problems.

    known is what the data file has, which the workbook may refer to. Raises KnownError when the file itself cannot
    be read: not there, no workbook, with a password, damaged or unsafe."""
    with Workbook(path) as workbook:
        reading = Reading(workbook, known or Known())
        for read in READERS:
            read(reading)
    book = reading.book
    order = {title: place for place, title in enumerate(workbook.titles)}
    book.problems.sort(key=lambda each: (order.get(each.sheet, 0), each.row))
    return book

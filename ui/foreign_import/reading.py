"""What the worker does for the dialog: opening a file, guessing how it is read, reading it, writing it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from models.exchange.foreign.files import Grid, read_grid, titles
from models.exchange.foreign.guess import Proposal, propose
from models.exchange.foreign.headers import Header
from models.exchange.foreign.memory import proposed
from models.exchange.foreign.office import Office, read_office
from models.exchange.foreign.table import Taken, take, write
from models.period import Period
from models.plan import Plan
from models.store.changes import Author, Changes
from models.store.database import open_database

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Source:
    """Where a table comes from and where it goes: its file, the data file, the plan, and what is looked at there."""

    path: Path
    data: Path
    plan: Plan
    unit: str
    period: Period


@dataclass(frozen=True)
class Opened:
    """A file's sheets, one of them as a grid, and how it may be read."""

    titles: list[str]
    grid: Grid
    office: Office
    proposal: Proposal
    taken: Taken = field(default_factory=Taken)


def open_source(source: Source, title: str, progress: Progress) -> Opened:
    """Open a file at one of its sheets; without a name the first that has anything in it."""
    names = titles(source.path)
    grid = _first_grid(source.path, [title] if title else names, lambda rows: progress(rows, 0))
    with closing(open_database(source.data, read_only=True)) as db:
        office = read_office(db, source.plan)
        proposal = proposed(db, grid, office, source.unit, source.period)
        taken = take(db, grid, proposal.layout, office, progress)
    return Opened(names, grid, office, proposal, taken)


def _first_grid(path: Path, names: list[str], progress: Callable[[int], None]) -> Grid:
    grids = (read_grid(path, name, progress) for name in names)
    first = next(grids)
    return first if first.rows else next((each for each in grids if each.rows), first)


def with_header(opened: Opened, source: Source, header: Header) -> Proposal:
    """Return how the table may be read when other rows name its columns."""
    return propose(opened.grid, opened.office, source.unit, source.period, header)


def take_again(source: Source, opened: Opened, proposal: Proposal, progress: Progress) -> Taken:
    """Read the table in another way."""
    with closing(open_database(source.data, read_only=True)) as db:
        return take(db, opened.grid, proposal.layout, opened.office, progress)


def write_taken(source: Source, taken: Taken, proposal: Proposal, who: str) -> Changes:
    """Write what was taken; all or nothing."""
    with closing(open_database(source.data)) as db:
        return write(db, taken, proposal, Author(who, "import"))

"""Tables with the headings of an earlier one are read as that one was."""

from dataclasses import replace

from models.errors import KnownError
from models.exchange.foreign.files import Grid
from models.exchange.foreign.guess import Proposal, propose
from models.exchange.foreign.headers import DEEPEST, Header, find_header, fingerprint, headings
from models.exchange.foreign.layout import remembered
from models.exchange.foreign.office import Office
from models.period import Period
from models.store.database import Database
from models.store.mappings import mapping

LOWEST = 20  # the last row that is tried as the first of the headings


def proposed(db: Database, grid: Grid, office: Office, unit: str, period: Period) -> Proposal:
    """Return how a table may be read: as the last one with its headings, else by a guess."""
    found = _known_header(db, grid)
    guessed = propose(grid, office, unit, period, found)
    said = mapping(db, guessed.fingerprint) if found is not None else None
    if said is None:
        return guessed
    try:
        return replace(guessed, layout=remembered(said, guessed.layout), is_known=True)
    except KnownError:
        return guessed


def _known_header(db: Database, grid: Grid) -> Header | None:
    """Return the rows whose headings are remembered: those that would be guessed, else any near the top."""
    first = find_header(grid)
    others = (
        Header(row, count)
        for row in range(min(LOWEST, len(grid.rows)))
        for count in range(1, min(DEEPEST, len(grid.rows) - row) + 1)
    )
    return next((each for each in (first, *others) if mapping(db, fingerprint(headings(grid, each)))), None)

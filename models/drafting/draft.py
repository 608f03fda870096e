"""Proposes the targets of a plan's text, in the order of the text."""

from collections.abc import Iterator, Sequence

from models.drafting.clauses import clauses
from models.drafting.proposal import Proposal
from models.drafting.quantities import quantities
from models.drafting.reading import NOTHING, read_clause
from models.drafting.references import hidden
from models.drafting.source import Passage, Source, passages, read_source
from models.drafting.tables import reported, table_proposals
from models.drafting.times import plan_year
from models.textcheck.tables import Table, written_tables


def draft_targets(given: str, tables: Sequence[Table] = ()) -> list[Proposal]:
    """Return the targets that a text seems to set, in its order.

    tables: the tables within the text; those written with tabs or bars are found in it."""
    source = read_source(given)
    plan = plan_year(source.low)
    tables = (*tables, *written_tables(given, tables))
    spans = [(source.inner(each.start), source.inner(each.end)) for each in tables]
    found = [*_of_passages(source, passages(source, spans), plan)]
    for table in tables:
        rows = table_proposals(given, table, plan)
        found += _of_passages(source, _cells(source, table), plan) if rows is None else rows
    return sorted(found, key=lambda each: (each.number_start, each.number_end))


def numbers_left(given: str, found: Sequence[Proposal], tables: Sequence[Table] = ()) -> list[tuple[int, int]]:
    """Return where the numbers stand that gave no proposal, dates, documents and the like left out; tables too."""
    source = read_source(given)
    tables = (*tables, *written_tables(given, tables))
    taken = {place for each in found for place in range(each.number_start, each.number_end)}
    spans = [(source.inner(each.start), source.inner(each.end)) for each in tables]
    places = [place for passage in passages(source, spans) for place in _places(source, passage)]
    return [(start, end) for start, end in places if taken.isdisjoint(range(start, end))]


def _places(source: Source, passage: Passage) -> Iterator[tuple[int, int]]:
    for clause in clauses(passage):
        covered = hidden(clause.text)
        for each in quantities(clause.text):
            if covered.isdisjoint(range(each.start, each.end)):
                yield source.span(clause.start + each.start, clause.start + each.end)


def _of_passages(source: Source, texts: Iterator[Passage], plan: int | None) -> Iterator[Proposal]:
    for passage in texts:
        sentence = NOTHING
        for clause in clauses(passage):
            found = read_clause(source, clause, plan, sentence)
            sentence = sentence if clause.is_bracket else found
            yield from found.proposals


def _cells(source: Source, table: Table) -> Iterator[Passage]:
    """Yield the cells of a table without columns of targets: each may say something for itself."""
    told = reported(table)
    for row in table.rows:
        for cell in (each for each in row.cells if each.column not in told):
            start = source.inner(cell.start)
            yield Passage(start, source.low[start : source.inner(cell.end)].replace("\n", " "))

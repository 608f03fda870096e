"""The figures of a document with their sources, and the numbers that have none."""

import re
from collections.abc import Iterator

from reports.document import Document, Paragraph, Source, Table, cell_text

_NO_FIGURES = re.compile(
    r"(ngày\s)?\d+/\d+/\d{4}|ngày\s\d+|tháng\s\d+|năm\s\d{4}|\d{4} - \d{4}|[69]\stháng|\(\d+\)|\d+(/\d+)?/[A-ZĐ]\S+"
    r"|^\d+\.\s|II\.06a",
    re.IGNORECASE,
)


def figures(document: Document) -> Iterator[tuple[Source, str]]:
    """Yield each figure's source and what is shown of it, in reading order."""
    for block in document.blocks:
        cells = [block.text] if isinstance(block, Paragraph) else []
        if isinstance(block, Table):
            cells = [cell_text(cell) for row in block.rows for cell in row]
        yield from ((run.source, run.text) for cell in cells for run in cell if run.source is not None)


def numbers_without_source(document: Document) -> list[str]:
    """Return the stretches of sentences that have digits and no source, but for days, periods, columns and symbols."""
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            plain = (_NO_FIGURES.sub("", run.text) for run in block.text if run.source is None)
            found += [text for text in plain if re.search(r"\d", text)]
    return found


def say_one_thing_each(document: Document) -> bool:
    """Return whether no source says two numbers."""
    said: dict[Source, str] = {}
    return all(said.setdefault(source, text) == text for source, text in figures(document))

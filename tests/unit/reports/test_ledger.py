"""What a report keeps of its own figures, and the seal over them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from reports.document import (
    Cell,
    Column,
    Document,
    Measure,
    Origin,
    Paragraph,
    Properties,
    Row,
    Run,
    Section,
    Source,
    Table,
    plain_text,
)
from reports.ledger import is_intact, ledger_of, read_ledger, write_ledger
from reports.progress import progress_document
from tests.unit.reports.builders import a_context

ORIGIN = Origin("progress", "KH-2023", "2023-H1", None, date(2023, 6, 19), 7)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
SOURCES = st.builds(Source, st.sampled_from(Measure), TEXT, st.none() | TEXT.filter(bool), TEXT, TEXT)
RUNS = st.builds(Run, TEXT.filter(bool), source=st.none() | SOURCES)


def a_document(*blocks: Paragraph | Table, origin: Origin = ORIGIN) -> Document:
    return Document(Properties("Báo cáo", "UBND", ORIGIN.on), (Section(blocks),), origin)


def read_back(document: Document) -> list[list[tuple[str, Source | None]]]:
    ledger = ledger_of(document)
    return [[(run.text, run.source) for run in line] for line in ledger.lines]


def test_a_line_keeps_its_words_and_which_figure_stands_where() -> None:
    share = Source(Measure.VALUE, "TTHC-01", "CADY", "2023-H1")
    line = (Run("đạt "), Run("58,09%", source=share), Run(" <&"))
    assert read_back(a_document(Paragraph(line))) == [[("đạt ", None), ("58,09%", share), (" <&", None)]]


def test_a_row_is_a_line_with_its_cells_parted_by_tabs() -> None:
    row: Row = ["1", "Xã Cà Dy", Cell("58,09%", source=Source(Measure.VALUE, "A"), tail="*")]
    table = Table((Column("TT", 10), Column("Đơn vị", 50), Column("Kết quả", 20)), [row])
    (line,) = ledger_of(a_document(table)).lines
    assert plain_text(line) == "1\tXã Cà Dy\t58,09%*"


def test_lines_without_figures_are_not_kept() -> None:
    assert read_back(a_document(Paragraph((Run("Căn cứ Nghị quyết số 76/NQ-CP;"),)))) == []


def test_what_the_report_was_made_of_comes_back() -> None:
    for origin in (ORIGIN, replace(ORIGIN, unit='XÃ "1" & 2')):
        document = a_document(origin=origin)
        assert ledger_of(document).origin == origin


@given(st.lists(st.lists(RUNS, min_size=1, max_size=4), max_size=4))
def test_every_ledger_comes_back_as_it_was_and_is_intact(lines: list[list[Run]]) -> None:
    document = a_document(*(Paragraph(tuple(line)) for line in lines))
    ledger = ledger_of(document)
    assert is_intact(ledger)
    figures = [[(run.text, run.source) for run in line if run.source] for line in lines]
    assert [[(run.text, run.source) for run in line if run.source] for line in ledger.lines] == [*filter(None, figures)]


def test_another_digit_or_another_unit_gives_another_seal() -> None:
    def sealed(text: str, unit: str) -> str:
        return write_ledger(a_document(Paragraph((Run(text, source=Source(Measure.VALUE, "A", unit)),))))[0]

    assert len({sealed("58,09%", "X1"), sealed("58,08%", "X1"), sealed("58,09%", "X2")}) == 3
    assert sealed("58,09%", "X1") == sealed("58,09%", "X1")


def test_a_ledger_somebody_wrote_into_is_not_intact() -> None:
    _, content = write_ledger(replace(progress_document(a_context()), origin=ORIGIN))
    assert is_intact(read_ledger(content))
    assert not is_intact(read_ledger(content.replace(b"58,09%", b"68,09%")))


@pytest.mark.parametrize("content", [b"", b"<report", b"<report xmlns='urn:cchc:report'/>", b"<r kind='x'/>"])
def test_a_damaged_ledger_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(KnownError, match="ghi gốc các con số"):
        read_ledger(content)

"""A plan's annexes by themselves, and what differs between two plans, as documents."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import KnownError
from models.measure import Operator, Target
from models.plan import Plan
from models.store.changes import Author
from models.store.database import Database, open_database
from models.store.indicators import indicator, save_indicator
from models.store.plan_content import issue_plan, replace_plan
from models.store.plans import plan, save_plan
from reports.document import Document, Paragraph, Table
from reports.plan_changes import compared
from reports.plan_tables import annex_document, change_document
from reports.targets_tables import BY_UNIT, TARGETS, TASKS
from tests.sample import sample_file

AN, DAY = Author("An"), date(2023, 6, 19)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(sample_file(tmp_path))) as opened:
        yield opened


def tables(document: Document) -> list[Table]:
    return [each for section in document.sections for each in section.blocks if isinstance(each, Table)]


def words(document: Document) -> str:
    blocks = (each for section in document.sections for each in section.blocks if isinstance(each, Paragraph))
    return "\n".join("".join(run.text for run in each.text) for each in blocks)


def test_each_annex_is_printed_by_itself_on_its_side(db: Database) -> None:
    for wanted in (TARGETS, BY_UNIT, TASKS):
        document = annex_document(db, plan(db, "KH-2023"), DAY, wanted)
        assert [each.is_landscape for each in document.sections] == [True]
        assert tables(document)
        assert all(each.width <= 247 for each in tables(document))  # A4 across, less its margins
    assert len(annex_document(db, plan(db, "KH-2023"), DAY).sections) == 3


def test_an_annex_of_an_issued_plan_names_the_document_that_issued_it(db: Database) -> None:
    assert "Kèm theo Kế hoạch số" in words(annex_document(db, plan(db, "KH-2023"), DAY, TARGETS))
    issue_plan(db, "KH-2023", "12/KH-UBND", date(2023, 2, 16), AN)
    told = words(annex_document(db, plan(db, "KH-2023"), DAY, TARGETS)).replace("\N{NO-BREAK SPACE}", " ")
    assert "Kèm theo Kế hoạch số 12/KH-UBND ngày 16 tháng 02 năm 2023" in told


def test_a_plan_without_anything_has_nothing_to_print(db: Database) -> None:
    save_plan(db, Plan("TRỐNG", 2024, "Kế hoạch trống", "NAMGIANG"), AN)
    with pytest.raises(KnownError, match="chưa có gì để in"):
        annex_document(db, plan(db, "TRỐNG"), DAY)


def test_what_differs_is_a_table_with_a_row_a_difference(db: Database) -> None:
    issue_plan(db, "KH-2023", "12/KH-UBND", date(2023, 2, 16), AN)
    replace_plan(db, "KH-2023", "KH-2023-2", AN)
    first = indicator(db, "KH-2023-2", "TTHC-01")
    save_indicator(db, replace(first, target=Target(Operator.AT_LEAST, Decimal(70))), AN, "TTHC-01")
    document = change_document(compared(db, "KH-2023", "KH-2023-2"), DAY)
    (table,) = tables(document)
    assert [row[2:] for row in table.rows] == [["TTHC-01", first.name, "≥ 65%", "≥ 70%"]]
    assert "1 mức đổi." in words(document)
    assert document.sections[0].is_landscape
    assert table.width <= 247

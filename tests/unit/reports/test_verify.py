"""A report held against itself as it was made and against today's data."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import KnownError
from models.period import read_period
from models.store.actuals import actual, record
from models.store.changes import Author
from models.store.database import Database, open_database
from models.store.plans import plan_in_force
from reports.kinds import KINDS, make_document
from reports.verify import HandChange, compared, hand_changes, verify
from reports.word.package import document_bytes
from reports.word.reader import read_report
from tests.sample import sample_file
from tests.unit.reports.edited import bookmark_of, with_main

H1, ON = read_period("2023-H1"), date(2023, 6, 19)
OFFICE = Author("Phòng Nội vụ")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(sample_file(tmp_path))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    opened = open_database(sample_file(tmp_path_factory.mktemp("made")), read_only=True)
    document = a_report(opened)
    opened.close()
    return document


def a_report(db: Database, kind: str = "progress", period: str = "2023-H1", on: date = ON) -> bytes:
    asked = read_period(period)
    return document_bytes(make_document(db, kind, plan_in_force(db, asked), asked, on), is_draft=True)


def changes(content: bytes) -> list[HandChange]:
    return list(hand_changes(read_report(content)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("period", ["2023-Q1", "2023-H1", "2023"])
def test_nothing_is_found_in_a_report_left_alone(db: Database, kind: str, period: str) -> None:
    found = verify(a_report(db, kind, period), db)
    assert (found.changed_by_hand, found.data_changed, found.is_intact) == ((), (), True)
    assert found.figures > 0


def test_every_figure_has_a_bookmark_and_every_bookmark_is_a_figure(made: bytes) -> None:
    report = read_report(made)
    assert sorted(report.places) == list(range(1, report.ledger.figures + 1))


def test_one_digit_changed_is_found_with_its_sentence(made: bytes) -> None:
    (found,) = changes(with_main(made, lambda main: main.replace(">58,09%<", ">58,89%<", 1)))
    assert (found.was, found.found, found.indicator, found.unit, found.period) == (
        *("58,09%", "58,89%"),
        *("TTHC-01", None, "2023-H1"),
    )
    assert found.sentence.startswith("a) Tỷ lệ hồ sơ")
    assert found.sentence.endswith("tạm tính.")


@settings(max_examples=40)  # each makes and reads a whole report
@given(st.data())
def test_any_figure_changed_anywhere_is_found_and_nothing_else(made: bytes, data: st.DataObject) -> None:
    figures = read_report(made).ledger
    runs = [run for line in figures.lines for run in line if run.source]
    number = data.draw(st.integers(0, len(runs) - 1))
    digits = [place for place, letter in enumerate(runs[number].text) if letter.isdigit()]
    if not digits:
        return
    place = data.draw(st.sampled_from(digits))
    old = runs[number].text
    new = f"{old[:place]}{(int(old[place]) + 1) % 10}{old[place + 1 :]}"

    def edit(main: str) -> str:
        start = main.index(f'<w:bookmarkStart w:id="{number + 1}"')
        return main[:start] + main[start:].replace(f">{old}</w:t>", f">{new}</w:t>", 1)

    (found,) = changes(with_main(made, edit))
    assert (found.was, found.found) == (old, new)


@pytest.mark.parametrize(
    "before, after, now",
    [("9", "", "92.521"), ("", "9", "2.5219"), ("", ",5", "2.521,5"), ("−", "", "−2.521")],
)
def test_digits_typed_right_beside_a_figure_belong_to_it(made: bytes, before: str, after: str, now: str) -> None:
    def edit(main: str) -> str:
        figure = bookmark_of(main, "2.521")
        return main.replace(figure, f"<w:r><w:t>{before}</w:t></w:r>{figure}<w:r><w:t>{after}</w:t></w:r>", 1)

    assert [(each.was, each.found) for each in changes(with_main(made, edit))] == [("2.521", now)]


def test_a_figure_typed_anew_without_its_bookmark_is_found_by_its_words(made: bytes) -> None:
    def edit(main: str) -> str:
        figure = bookmark_of(main, "58,09%")
        return main.replace(figure, "<w:r><w:t>chỉ 59%</w:t></w:r>", 1)

    (found,) = changes(with_main(made, edit))
    assert (found.was, found.found) == ("58,09%", "chỉ 59%")
    assert "chỉ 59%" in found.sentence


def test_bookmarks_that_all_got_lost_are_not_missed_while_the_words_stand(made: bytes) -> None:
    bare = with_main(made, lambda main: re.sub(r"<w:bookmark(Start|End) [^>]*/>", "", main))
    assert changes(bare) == []
    (found,) = changes(with_main(bare, lambda main: main.replace(">57,91%<", ">57,99%<", 1)))
    assert (found.was, found.found) == ("57,91%", "57,99%")


def test_a_paragraph_that_was_taken_out_takes_its_figures_with_it(made: bytes) -> None:
    def edit(main: str) -> str:
        start = main.rindex("<w:p>", 0, main.index(">58,09%<"))
        return main[:start] + main[main.index("</w:p>", start) + len("</w:p>") :]

    found = changes(with_main(made, edit))
    assert {each.found for each in found} == {""}
    assert "58,09%" in [each.was for each in found]
    assert {each.indicator for each in found} == {"TTHC-01"}


def test_what_word_writes_around_runs_is_no_change(made: bytes) -> None:
    """Proofing marks, split runs, tracked insertions and deletions: the text as it reads counts."""

    def edit(main: str) -> str:
        figure = bookmark_of(main, "58,09%")
        parts = '<w:r w:rsidR="00A1"><w:t>58</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>,09%</w:t></w:r>'
        deleted = '<w:del w:id="9001" w:author="x"><w:r><w:delText>61</w:delText></w:r></w:del>'
        split = re.sub(r"<w:r>.*?</w:r>", lambda _: deleted + parts, figure, count=1)
        return main.replace(figure, split, 1)

    assert changes(with_main(made, edit)) == []


def test_a_tracked_change_counts_as_it_reads_when_taken(made: bytes) -> None:
    def edit(main: str) -> str:
        figure = bookmark_of(main, "58,09%")
        tracked = (
            '<w:del w:id="9001" w:author="x"><w:r><w:delText>58,09%</w:delText></w:r></w:del>'
            '<w:ins w:id="9002" w:author="x"><w:r><w:t>68,09%</w:t></w:r></w:ins>'
        )
        return main.replace(figure, re.sub(r"<w:r>.*?</w:r>", lambda _: tracked, figure, count=1), 1)

    assert [(each.was, each.found) for each in changes(with_main(made, edit))] == [("58,09%", "68,09%")]


def test_changed_data_says_old_new_who_and_when(db: Database) -> None:
    document = a_report(db)
    cell = actual(db, "TTHC-01", "CADY", read_period("2023-Q1"))
    assert cell is not None
    assert cell.numerator is not None
    record(db, [replace(cell, numerator=cell.numerator + 100)], OFFICE)
    found = verify(document, db)
    assert found.changed_by_hand == ()
    values = {(each.indicator, each.unit): (each.was, each.found) for each in found.data_changed if "%" in each.was}
    assert values == {("TTHC-01", None): ("58,09%", "60,39%"), ("TTHC-01", "CADY"): ("58,42%", "83,93%")}
    assert {each.who for each in found.data_changed} == {"Phòng Nội vụ"}
    assert all(each.when is not None for each in found.data_changed)


def test_data_changed_and_changed_back_is_no_change(db: Database) -> None:
    document = a_report(db)
    cell = actual(db, "TTHC-01", "CADY", read_period("2023-Q1"))
    assert cell is not None
    record(db, [replace(cell, numerator=cell.denominator)], OFFICE)
    record(db, [cell], OFFICE)
    assert verify(document, db).data_changed == ()


def test_a_figure_nobody_can_say_any_more_is_told(db: Database) -> None:
    document = a_report(db)
    cell = actual(db, "TTHC-01", "CADY", read_period("2023-Q1"))
    assert cell is not None
    record(db, [replace(cell, numerator=cell.denominator and cell.denominator * 99)], OFFICE)
    found = verify(document, db).data_changed
    assert ("58,42%", None) in [(each.was, each.found) for each in found] or any(each.found is None for each in found)


def test_two_reports_differ_in_the_figures_that_changed(db: Database) -> None:
    before = a_report(db)
    cell = actual(db, "TTHC-01", "CADY", read_period("2023-Q1"))
    assert cell is not None
    assert cell.numerator is not None
    record(db, [replace(cell, numerator=cell.numerator + 100)], OFFICE)
    found = compared(before, a_report(db))
    assert ("TTHC-01", None, "58,09%", "60,39%") in [
        (each.indicator, each.unit, each.was, each.found) for each in found
    ]
    assert {each.indicator for each in found} == {"", "TTHC-01"}
    assert compared(before, before) == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip"])
def test_what_is_no_word_file_is_refused_in_words(db: Database, content: bytes) -> None:
    with pytest.raises(KnownError, match="hỏng hoặc không phải văn bản Word"):
        verify(content, db, "x.docx")


def test_a_word_file_of_somebody_else_is_refused_in_words(db: Database, made: bytes) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            if not name.startswith("customXml"):
                package.writestr(name, source.read(name))
    with pytest.raises(KnownError, match="không phải báo cáo do phần mềm này lập"):
        verify(target.getvalue(), db, "x.docx")


def test_a_report_of_a_plan_the_file_does_not_have_is_refused(db: Database, made: bytes, empty_file: Database) -> None:
    with pytest.raises(KnownError, match="KH-2023"):
        verify(made, empty_file)


@pytest.fixture
def empty_file() -> Iterator[Database]:
    from models.store.database import memory_database

    opened = memory_database()
    yield opened
    opened.close()


def test_a_zero_taken_out_of_a_cell_beside_another_zero_is_found(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        places = [each.start() for each in re.finditer(r">0</w:t>", package.read("word/document.xml").decode())]
    assert len(places) > 1
    for place in places:
        (found,) = changes(with_main(made, lambda main, at=place: main[: at + 1] + main[at + 2 :]))  # type: ignore[misc]
        assert (found.was, found.found) == ("0", "")
        assert " | " in found.sentence

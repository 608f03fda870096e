"""A table of figures on its way out: as text, as HTML, as a workbook of real numbers."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.errors import KnownError
from models.exchange.figure_book import FigureCell, FigureTable, write_figures

RATE = Fraction(252100, 4340)
TABLE = FigureTable(
    "Xếp hạng: TTHC-01/2023",
    ["Huyện Nam Giang", "6 tháng 2023"],
    ["Đơn vị", "Tỷ lệ", "Thiếu"],
    [
        [
            FigureCell("Xã Cà Dy"),
            FigureCell("58,09%", RATE, is_percent=True),
            FigureCell("26", Decimal(26)),
        ],
        [FigureCell("=1+1"), FigureCell("–"), FigureCell("1,5", Fraction(3, 2))],
    ],
)


def test_the_workbook_holds_numbers_and_keeps_texts_as_they_are(tmp_path: Path) -> None:
    write_figures(tmp_path / "a.xlsx", TABLE)
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert sheet.title == "Xếp hạng TTHC-01 2023"
    assert [row[0] for row in rows[:3]] == [TABLE.title, *TABLE.notes]
    assert rows[4] == ["Đơn vị", "Tỷ lệ", "Thiếu"]
    assert rows[5] == ["Xã Cà Dy", pytest.approx(2521 / 4340), 26]
    assert rows[6] == ["=1+1", "–", 1.5]
    assert sheet.cell(6, 2).number_format == "0.00%"
    assert sheet.cell(7, 1).data_type == "s"


def test_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_figures(tmp_path / name, TABLE)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không ghi được sổ"):
        write_figures(tmp_path / "nowhere" / "a.xlsx", TABLE)


def test_text_and_html_have_the_headings_and_what_is_shown() -> None:
    assert TABLE.as_text().splitlines()[:2] == ["Đơn vị\tTỷ lệ\tThiếu", "Xã Cà Dy\t58,09%\t26"]
    assert 'x:num="0.5809"' in TABLE.as_html()

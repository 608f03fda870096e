"""Blocks in Word: headings and captions that Word counts itself."""

from datetime import date

import pytest
from docx.oxml.ns import qn

from reports.chart import CountChart
from reports.document import Block, Caption, Document, Heading, Paragraph, Properties, Run, Section, Style
from reports.word.package import document_bytes
from tests.unit.reports.reading_back import Back


def read_back(*blocks: Block) -> Back:
    return Back(document_bytes(Document(Properties("Tên", "Cơ quan", date(2023, 6, 19)), (Section(blocks),))))


def shown(back: Back) -> list[str]:
    return [f"{number} {paragraph.text}" for number, paragraph in back.numbered()]


def test_items_are_counted_anew_in_every_part() -> None:
    back = read_back(
        Heading(1, "I.", "MỘT"), Heading(2, "1.", "a"), Heading(2, "2.", "b"), Heading(1, "II.", "HAI"),
        Heading(2, "1.", "c"),
    )  # fmt: skip
    assert shown(back) == ["I. MỘT", "1. a", "2. b", "II. HAI", "1. c"]


@pytest.mark.parametrize("has_note", [True, False])
def test_a_chart_stays_with_its_note_and_with_nothing_else(has_note: bool) -> None:
    chart = CountChart("Số chỉ tiêu", "", ("Tất cả",), ("Đạt", "Chưa đạt"), ((3, 1),))
    after = Paragraph((Run("Ghi chú: số liệu minh họa."),), Style.NOTE) if has_note else Caption("Biểu đồ", "Khác")
    back = read_back(Caption("Biểu đồ", "Số chỉ tiêu"), chart, after)
    assert (back.paragraph_value(back.one("Chart"), "w:keepNext") is not None) == has_note


def test_items_without_a_part_are_counted_from_one() -> None:
    assert shown(read_back(Heading(2, "1.", "a"), Heading(2, "2.", "b"))) == ["1. a", "2. b"]


def test_numbers_look_like_the_text_they_stand_before() -> None:
    back = read_back(Heading(1, "I.", "MỘT"), Heading(2, "1.", "a"))
    for level in back.document.part.numbering_part.element.iter(qn("w:lvl")):
        heading = back.one(level.find(qn("w:pStyle")).get(qn("w:val")))
        assert level.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
        assert level.find(qn("w:suff")).get(qn("w:val")) == "space"
        indent = level.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:firstLine"))
        assert indent == back.paragraph_value(heading, "w:ind", "w:firstLine")


def test_captions_are_counted_by_word_each_sort_for_itself() -> None:
    back = read_back(Caption("Bảng", "Một"), Caption("Biểu đồ", "Hai"), Caption("Bảng", "Ba"))
    captions = back.by_style("Caption")
    assert [each.text for each in captions] == ["Bảng\xa01. Một", "Biểu đồ\xa01. Hai", "Bảng\xa02. Ba"]
    fields = [each.text for each in back.body.iter(qn("w:instrText"))]
    assert fields == [" SEQ Bảng \\* ARABIC ", " SEQ Biểu_đồ \\* ARABIC ", " SEQ Bảng \\* ARABIC "]
    assert all(back.paragraph_value(each, "w:keepNext", "w:val") != "0" for each in captions)

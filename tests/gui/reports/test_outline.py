"""The outline of a report: what is made from figures, what people write, and what they still owe."""

from datetime import date

from reports.document import Document, Heading, Measure, Paragraph, Properties, Run, Section, Source, Style, words
from reports.kind import Part
from reports.progress import progress_document
from tests.unit.reports.builders import a_context
from ui.pages.reports.outline import Origin, outline
from ui.pages.reports.preview import Look, page_of

FIGURE = Run("58,09%", source=Source(Measure.VALUE, "TTHC-01"))
DIRECTION, PROPOSALS = Part("direction", "Chỉ đạo, điều hành"), Part("proposals", "Kiến nghị, đề xuất")


def a_document(*blocks: Heading | Paragraph) -> Document:
    return Document(Properties("Báo cáo", "UBND", date(2023, 6, 19)), (Section(blocks),))


def body(text: str, *figures: Run) -> Paragraph:
    return Paragraph((Run(text), *figures))


def test_headings_and_annexes_are_parts_in_reading_order() -> None:
    entries = outline(progress_document(a_context()), (), {})
    assert [entry.place for entry in entries] == list(range(len(entries)))
    assert entries[0].text == "I. Tình hình chung"
    assert [entry.level for entry in entries[:3]] == [1, 1, 2]
    assert entries[-1].text.startswith("Phụ lục III. Giải trình của các đơn vị")
    assert {entry.origin for entry in entries} == {Origin.GENERATED}


def test_every_part_of_the_outline_has_its_anchor_in_the_preview() -> None:
    document = progress_document(a_context())
    html = page_of(document, Look()).html
    assert all(html.count(f"name='part-{entry.place}'") == 1 for entry in outline(document, (), {}))


def test_a_part_not_written_is_blank_even_where_figures_speak() -> None:
    document = a_document(Heading(1, "I.", "CHỈ ĐẠO, ĐIỀU HÀNH"), body("Kết quả đạt ", FIGURE))
    (entry,) = outline(document, (DIRECTION,), {})
    assert (entry.origin, entry.parts) == (Origin.BLANK, (DIRECTION,))


def test_a_part_is_written_or_both() -> None:
    written = {"direction": "Đã ban hành kế hoạch.\nĐã kiểm tra 3 xã."}
    own = (Heading(1, "I.", "Chỉ đạo, điều hành"), body("Đã ban hành kế hoạch."), body("Đã kiểm tra 3 xã."))
    (alone,) = outline(a_document(*own), (DIRECTION,), written)
    (both,) = outline(a_document(*own, body("Đạt ", FIGURE)), (DIRECTION,), written)
    assert (alone.origin, both.origin) == (Origin.WRITTEN, Origin.BOTH)


def test_a_part_whose_heading_is_not_there_yet_stands_after_the_part_before_it() -> None:
    document = a_document(Heading(1, "I.", "CHỈ ĐẠO, ĐIỀU HÀNH"), body("…"), Heading(1, "II.", "KẾT QUẢ"), body("…"))
    entries = outline(document, (DIRECTION, PROPOSALS), {})
    assert [entry.text for entry in entries] == ["I. Chỉ đạo, điều hành", "Kiến nghị, đề xuất", "II. Kết quả"]
    assert (entries[1].place, entries[1].origin) == (None, Origin.BLANK)


def test_a_part_with_nothing_before_it_stands_at_the_end_of_the_text() -> None:
    entries = outline(progress_document(a_context()), (PROPOSALS,), {})
    at = next(place for place, entry in enumerate(entries) if entry.parts)
    assert [entry.is_annex for entry in entries[at - 1 : at + 2]] == [False, False, True]


def test_a_document_without_headings_has_no_parts_but_those_to_be_written() -> None:
    assert outline(a_document(body("Kính gửi …")), (), {}) == []
    assert [entry.text for entry in outline(a_document(body("…")), (PROPOSALS,), {})] == ["Kiến nghị, đề xuất"]


def test_a_note_under_a_heading_does_not_make_it_generated() -> None:
    note = Paragraph(words("Ghi chú"), Style.NOTE)
    written = {"direction": "Đã ban hành."}
    (entry,) = outline(
        a_document(Heading(1, "I.", "Chỉ đạo, điều hành"), body("Đã ban hành."), note), (DIRECTION,), written
    )
    assert entry.origin is Origin.WRITTEN

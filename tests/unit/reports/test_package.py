"""The .docx as a file: always the same bytes, as in tests/golden, and LibreOffice opens it.

Golden parts are renewed, after looking at what changed, with: python -m tests.unit.reports.test_package"""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from reports.progress import progress_document
from reports.word.builtin import TEMPLATE
from reports.word.package import document_bytes
from tests.unit.reports.builders import a_context

GOLDEN = Path(__file__).parent.parent.parent / "golden" / "progress"
SOURCES = Path(__file__).parents[3] / "scripts" / "decree-30"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def a_report() -> bytes:
    return document_bytes(progress_document(a_context()))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def readable(content: bytes) -> str:
    root = etree.fromstring(content, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def golden_parts() -> Iterator[tuple[str, str]]:
    """Yield what is compared: every part of ours but the workbook, whose words the chart carries too."""
    for name, content in parts(a_report()).items():
        if name.endswith((".xml", ".rels")):
            yield name.replace("/", "__"), readable(content)


def renew() -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    GOLDEN.mkdir(parents=True)
    for name, text in golden_parts():
        (GOLDEN / name).write_text(text, "utf-8")


@pytest.mark.parametrize("name, text", [pytest.param(name, text, id=name) for name, text in golden_parts()])
def test_every_part_is_as_it_was_looked_at(name: str, text: str) -> None:
    assert text == (GOLDEN / name).read_text("utf-8")


def test_no_golden_part_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {name for name, _ in golden_parts()}


def test_the_same_data_and_day_give_the_same_bytes() -> None:
    assert a_report() == a_report()
    later = replace(a_context(), on=date(2023, 6, 20))
    assert document_bytes(progress_document(later)) != a_report()


def test_the_template_is_made_of_its_readable_parts() -> None:
    packed = parts(TEMPLATE.read_bytes())
    sources = {path.relative_to(SOURCES).as_posix(): path for path in SOURCES.rglob("*") if path.is_file()}
    assert {name: path.read_bytes() for name, path in sources.items()} == packed, "run scripts/make_template.py"


def test_what_the_template_brings_is_taken_over() -> None:
    written, template = parts(a_report()), parts(TEMPLATE.read_bytes())
    for name in ("word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/header.xml"):
        assert readable(written[name]) == readable(template[name])


def test_text_that_looks_like_the_place_of_a_table_stays_text() -> None:
    plan = replace(a_context().plan, place="<?table 0?>")
    back = docx.Document(io.BytesIO(document_bytes(progress_document(a_context(plan=plan)))))
    assert "<?table 0?>, ngày" in back.tables[0].row_cells(1)[1].text


def test_properties_too_long_for_word_are_cut() -> None:
    plan = replace(a_context().plan, issuing_agency="Sở " + "X\x00" * 300)
    properties = docx.Document(io.BytesIO(document_bytes(progress_document(a_context(plan=plan))))).core_properties
    assert properties.author == ("Sở " + "X" * 300)[:255]


def test_properties_say_title_office_day_and_language() -> None:
    properties = docx.Document(io.BytesIO(a_report())).core_properties
    assert properties.title == "Báo cáo kết quả thực hiện các chỉ tiêu cải cách hành chính 6 tháng đầu năm 2023"
    assert properties.author == "Ủy ban nhân dân huyện Nam Giang"
    assert properties.subject == "Kế hoạch cải cách hành chính năm 2023"
    assert properties.language == "vi-VN"
    assert properties.created is not None
    assert properties.modified is not None
    assert properties.created.date() == properties.modified.date() == date(2023, 6, 19)


def test_text_that_is_markup_or_no_text_at_all_does_no_harm() -> None:
    plan = replace(a_context().plan, place='<b>&"\x00\x1b', issuing_agency="A & B <C>")
    back = docx.Document(io.BytesIO(document_bytes(progress_document(a_context(plan=plan)))))
    assert '<b>&", ngày' in "".join(cell.text for cell in back.tables[0].row_cells(1)).replace("\xa0", " ")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_turns_it_into_pages(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(a_report())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=300)
    pages = (tmp_path / "report.pdf").read_bytes()
    assert pages.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pages)) == 7


if __name__ == "__main__":
    renew()

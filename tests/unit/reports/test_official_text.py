"""The words of every kind of report: clean, held together where a line must not break, the same in every process."""

import hashlib
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.unit.reports.every_kind import CASES, Made, made

SENTENCES = ("BodyText", "Point", "LegalBasis", "Note", "Heading2", "Caption")
MAY_BE_EMPTY = (
    "Rule", "SectionEnd", "TableGap", "SignRoom", "SignName", "TableHead", "TableText", "TableCentre", "TableNumber",
)  # fmt: skip
DOTS = r"\.{11}"  # what an office has not said, or nobody written yet
OPEN_NUMBER = r"(?i)(số:?) {5,}/"
UNTIED = (
    r"\d (?:điểm|tháng|ngày|đơn vị|chỉ tiêu|bậc|hồ sơ)\b",
    r"\b(?:năm|tháng|quý|Phụ lục|Bảng|Biểu đồ|xã|phường) (?:\d|[IVX]+\b)(?!\d*/\d)",
    r"\bPhụ lục",
)
FAULTS = {
    "two spaces": r"  |\u00a0 | \u00a0|\u00a0\u00a0",
    "a space before a sign": r"[ \u00a0][.,;:)!?]",
    "a sign twice": r"\.\.|,,|;;|::|[;,]\.|\.;|;,|,;",
    "no space after a sign": r"[;,][^\W\d]|\w:[^\W\d]",
    "a hole": r"\bNone\b|\bnan\b|[{}]|\(\)|“”",
    "a space at an end": r"^\s|\s$",
}


def cleared(text: str) -> str:
    """A text without what may look odd: dots for what is not known, the room for the number, the last sign."""
    return re.sub(DOTS, "…", re.sub(OPEN_NUMBER, r"\1 /", text)).removesuffix("./.")


def test_text_is_clean(report: Made) -> None:
    once = {cleared(text) for _, text in report.back.texts}
    assert [(fault, text) for text in once for fault, pattern in FAULTS.items() if re.search(pattern, text)] == []


def test_lines_do_not_break_inside_a_quantity_or_a_name_of_a_period(report: Made) -> None:
    sentences = [text for style, text in report.back.texts if style in SENTENCES]
    assert [text for text in sentences for pattern in UNTIED if re.search(pattern, text)] == []


def test_lines_of_titles_and_letters_do_not_end_inside_a_word(report: Made) -> None:
    broken = r"cải\ncách|hành\nchính|chỉ\ntiêu|thực\nhiện|báo\ncáo|(?:năm|tháng|quý)\n(?:\d|[IVX])"
    titles = [each.text for style in ("Abstract", "About") for each in report.back.by_style(style)]
    assert titles
    assert not any(re.search(broken, text, re.IGNORECASE) for text in titles)


def test_notes_go_on_with_a_small_letter(report: Made) -> None:
    notes = [text for style, text in report.back.texts if style == "Note" and text.startswith("Ghi chú: ")]
    first = [text.removeprefix("Ghi chú: ").split(":")[0].split(" ")[0] for text in notes]
    assert [word for word in first if word[:1].isupper() and not word.isupper()] == []


def test_no_paragraph_is_empty_without_a_reason(report: Made) -> None:
    empty = (each for each in report.back.paragraphs() if each._p.style not in MAY_BE_EMPTY and not each.text)
    assert all(each._p.xpath(".//w:drawing") for each in empty)


def test_sentences_end(report: Made) -> None:
    for style, text in report.back.texts:
        if style in ("BodyText", "Point", "Note") and not re.fullmatch(DOTS, text):
            assert text[-1] in ".;:", text
            assert re.match(r"(?:- |[a-zđ]\) |\d+\. )?[^\Wa-zđ]|- \S", text), text


def test_no_pattern_comes_twelve_times_in_a_row(report: Made) -> None:
    said = [text.partition(": ")[2] for style, text in report.back.texts if style in ("BodyText", "Point")]
    patterns = [re.sub(r"\d[\d.,/%]*", "#", text) for text in said]
    assert max((len(list(its)) for pattern, its in itertools.groupby(patterns) if pattern), default=0) < 12


def digests() -> list[str]:
    """The bytes of the sample's and the province's reports, made in this process."""
    chosen = [each for each in CASES if each.file in ("sample", "province") and each.period in ("2023-H1", "2023")]
    return [hashlib.sha256(made(each).content).hexdigest() for each in chosen]


def test_another_process_makes_the_same_bytes() -> None:
    program = f"from {__name__} import digests; print(*digests())"
    root = Path(__file__).parents[3]
    command = [sys.executable, "-X", "utf8", "-c", program]
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    told = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert told.stdout.split() == digests(), told.stderr

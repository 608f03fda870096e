"""What people put into reports themselves: words, kept with the plan and never generated, and templates."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from models.period import Period

LONGEST = 30_000  # signs of one part: what fits into a cell of a workbook
_NOT_SHOWN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u200b\ufeff\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part of a report that people write: of a plan, a kind and a period, on the whole plan (unit None) or a unit.

    part is the part's key in its kind of report. Lines of the text are paragraphs; "" is a part not written yet."""

    plan: str
    kind: str
    period: Period
    unit: str | None
    part: str
    text: str = ""


def tidied(text: str) -> str:
    """Return a text as it is kept: composed (NFC), lines ended in one way, no signs that cannot be seen, no blanks
    around it. A tab becomes a blank; nothing else is changed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return normalize("NFC", _NOT_SHOWN.sub("", lines)).strip()


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """An office's own Word template for a kind of report, "" for all kinds: the file that it gave, and its name."""

    unit: str
    kind: str
    name: str
    content: bytes

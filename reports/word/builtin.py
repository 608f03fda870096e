"""The program's own template: the form of Decree 30/2020/NĐ-CP."""

from pathlib import Path

import docx
from docx.document import Document as WordFile

TEMPLATE = Path(__file__).parent.parent.parent / "resources" / "templates" / "decree-30.docx"


def builtin_template() -> WordFile:
    """Open it."""
    return docx.Document(str(TEMPLATE))

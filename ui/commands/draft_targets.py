"""Targets drafted from a plan's text without a screen. Imports no Qt."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.output import print_json

if TYPE_CHECKING:
    from models.exchange.documents import Document


def draft_targets(asked: Namespace) -> None:
    """Print the targets that a plan's text seems to set, each with the clause it comes from."""
    from models.drafting.draft import draft_targets as drafted
    from models.drafting.proposal import CLEAR, proposal_line, proposal_record

    document = _document(asked.text)
    found = drafted(document.text, document.tables)
    if asked.json:
        print_json(map(proposal_record, found))
        return
    for number, each in enumerate(found, 1):
        print(f"{number:>3}. {proposal_line(each)}")
        print(f"     “{' '.join(each.text.split())}”")
    unclear = sum(each.clarity != CLEAR for each in found)
    print(f"Đã đọc: {len(found)} chỉ tiêu, {unclear} cần xem lại." if found else "Đã đọc: không thấy chỉ tiêu nào.")


def _document(path: Path) -> "Document":
    from models.exchange.documents import read_bytes, read_document

    return read_bytes(sys.stdin.buffer.read()) if str(path) == "-" else read_document(path)

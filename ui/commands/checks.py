"""Checks without a screen: of the data file, and of a report's text. Imports no Qt."""

from argparse import Namespace
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from models.errors import KnownError
from ui.commands.output import print_json

if TYPE_CHECKING:
    from models.textcheck.claim import Claim


def check(asked: Namespace) -> None:
    """Print what the file's integrity and the balance rules find."""
    from models.exchange.records import finding_record
    from models.store.checking import findings
    from models.store.database import open_database

    with closing(open_database(asked.file, read_only=True)) as db:
        found = list(findings(db, asked.period))
    if asked.json:
        print_json(map(finding_record, found))
        return
    for each in found:
        mark = "Lỗi" if each.severity == "error" else "Cảnh báo"
        said = " (đã chấp nhận)" if each.is_accepted and not each.note else ""  # a note is told by the message
        print(f"{mark}: {each.message}{said}")
    open_ones = sum(not each.is_accepted for each in found)
    print(f"Đã kiểm tra: {open_ones} điều cần xem lại." if open_ones else "Đã kiểm tra: không có gì cần xem lại.")


def check_text(asked: Namespace) -> None:
    """Print which sums and rates of a report's text hold, with a data file also against what was entered."""
    from models.exchange.documents import read_document
    from models.textcheck.check import check_text as claims_of
    from models.textcheck.claim import claim_line, claim_record

    document = read_document(asked.text)
    claims = claims_of(document.text, document.tables)
    if asked.file:
        claims += _compared_with_entered(document.text, asked)
    if asked.json:
        print_json(map(claim_record, claims))
        return
    for each in sorted(claims, key=lambda claim: (claim.holds, claim.start)):
        print(claim_line(each))
    wrong = sum(not each.holds for each in claims)
    if not claims:
        print("Đã đọc: không thấy phép cộng hay tỷ lệ nào để kiểm tra.")
    else:
        print(f"Đã đọc: {len(claims)} điều tính lại được, {wrong} điều không khớp.")


def _compared_with_entered(text: str, asked: Namespace) -> list["Claim"]:
    from models.store.actuals import latest_quarter
    from models.store.database import open_database
    from models.store.figures import progress
    from models.store.plans import plan_in_force
    from models.store.units import units
    from models.textcheck.entered import entered_claims, entered_figures, text_period

    with closing(open_database(asked.file, read_only=True)) as db:
        period = asked.period or text_period(text) or latest_quarter(db)
        if period is None:
            raise KnownError(f"Tệp {asked.file} chưa có số liệu để so; hãy nhập số liệu hoặc bỏ tên tệp này.")
        plan = plan_in_force(db, period)
        figures = progress(db, plan, period, date.today())
        below = [unit.name for unit in units(db) if unit.code != plan.unit]
    return entered_claims(text, entered_figures(figures), below)

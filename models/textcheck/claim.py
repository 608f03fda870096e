"""What a text claims of its numbers, and whether it is so."""

from dataclasses import dataclass
from decimal import Decimal

from models.number import format_number, plain

_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """One sum or rate that a text states: its clause and where that stands, in code points of the text as given.

    difference = stated - computed. A claim may hold although they differ by what rounding does. where: a table's
    column or row, or an entered figure, in words; source: where an entered figure comes from, else empty."""

    clause: str
    start: int
    end: int
    stated: Decimal
    computed: Decimal
    holds: bool
    where: str = ""
    source: str = ""

    @property
    def difference(self) -> Decimal:
        """Return by how much the text says too much."""
        return self.stated - self.computed


def claim_line(claim: Claim) -> str:
    """Return a claim as one Vietnamese line."""
    clause = " ".join(claim.clause.split())
    where = f" [{claim.where}]" if claim.where else ""
    stated, computed = format_number(claim.stated), format_number(claim.computed)
    against = "đã nhập" if claim.source else "tính lại"
    if claim.holds:
        return f"Đúng: “{clause}”{where}: ghi {stated}, {against} {computed}."
    gap = format_number(abs(claim.difference))
    return f"Sai: “{clause}”{where}: ghi {stated}, {against} {computed}, lệch {gap}."


def claim_record(claim: Claim) -> dict[str, str | int | bool]:
    """Return a claim for scripts; source only where an entered figure was compared."""
    record: dict[str, str | int | bool] = {
        "clause": claim.clause,
        "start": claim.start,
        "end": claim.end,
        "stated": plain(claim.stated, _DECIMALS),
        "computed": plain(claim.computed, _DECIMALS),
        "difference": plain(claim.difference, _DECIMALS),
        "holds": claim.holds,
    }
    return record | {"source": claim.source} if claim.source else record

"""How an office sends a report: what stands around its text. Form of Decree 30/2020/NĐ-CP, Annex I."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What an office puts on one kind of report, said once and printed each time; unit is the office's.

    symbol follows the number ("BC-UBND"), authority stands above the signer's position ("TM. ỦY BAN NHÂN DÂN"), signer
    is left blank until somebody signs, recipients are the lines of "Nơi nhận" without their dashes. Blank agencies and
    place are those of the plan."""

    unit: str
    report_kind: str
    symbol: str = ""
    addressee: str = ""
    authority: str = ""
    signer_position: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    drafting_unit: str = ""
    superior_agency: str = ""
    issuing_agency: str = ""
    place: str = ""

"""What an indicator that a text asks for would be called in a plan."""

from models.drafting.proposal import Proposal
from models.folding import fold
from models.measure import Kind

NOT_NAMED = "Chỉ tiêu chưa rõ tên"
_LONGEST_NAME = 45
_LONGEST_SHORT = 45
_RATES = ("ty le", "ti le", "muc do", "ty trong", "chi so")
_STANDINGS = {
    Kind.GRADE: (("xep loai", "muc do", "danh gia"), "xếp loại"),
    Kind.RANK: (("xep hang", "thu hang", "vi thu"), "vị thứ"),
}


def name_of(proposal: Proposal, kind: Kind) -> str:
    """Return the full name: what is measured, and for whom or where in case that is not said in it."""
    name = " ".join(proposal.indicator.split()) or NOT_NAMED
    words = fold(name)
    if kind is Kind.RATIO and not any(each in words for each in _RATES):
        rate = "Mức độ" if words.startswith("hai long") else "Tỷ lệ"
        name = f"{rate} {_inside(name)}"
    told, standing = _STANDINGS.get(kind, ((), ""))
    if told and not any(each in words for each in told):
        name = f"{name}: {standing}"
    if proposal.scope and fold(proposal.scope) not in words:
        name = f"{name} – {proposal.scope}"
    return name[0].upper() + name[1:]


def _inside(name: str) -> str:
    """Return a name as it stands within a sentence; a short form such as TTHC keeps its capitals."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def short_name_of(name: str) -> str:
    """Return a name for narrow columns, empty where the full one is short enough."""
    if len(name) <= _LONGEST_NAME:
        return ""
    short, parted, scope = name.partition(" – ")
    for rate in ("Tỷ lệ ", "Tỉ lệ ", "Mức độ "):
        short = short.removeprefix(rate)
    room = _LONGEST_SHORT - (len(scope) if parted and len(scope) < _LONGEST_SHORT // 2 else 0)
    if len(short) > room:
        short = short[: short.rfind(" ", 0, room)].rstrip(" ,;:(") + "…"
    short = f"{short} – {scope}" if parted and len(scope) < _LONGEST_SHORT // 2 else short
    return short[0].upper() + short[1:]

"""Where in a text a person should look: the number of a proposal with the words that say how it is to be met."""

import re
from unicodedata import normalize

from models.drafting.proposal import Proposal

_FAR = 40
_ASKING = re.compile(
    r"(?:\b(?:đạt|tối thiểu|ít nhất|tối đa|không quá|không dưới|không vượt quá|dưới|trên|hơn|từ|khoảng|giảm|tăng|thêm|"
    r"còn|xuống|lên|trong vòng|thuộc|nằm trong|trong|vào|bằng|cắt giảm|rút ngắn|xếp)\s+|[≥≤<>]=?\s*)+$",
    re.IGNORECASE,
)
_ONLY_REACHED = re.compile(r"\s*đạt\s+", re.IGNORECASE)


def marked(given: str, proposal: Proposal) -> tuple[int, int]:
    """Return the code points of a text that a proposal is marked with: tối thiểu 60%, từ 65% trở lên."""
    start, end = proposal.number_start, proposal.number_end
    before = given[max(proposal.start, start - _FAR) : start]
    if normalize("NFC", before) == before and (found := _ASKING.search(before)) is not None:
        reached = _ONLY_REACHED.match(found.group())
        start -= len(found.group()) - (reached.end() if reached else 0)
    return start, end

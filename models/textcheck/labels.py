"""The words beside numbers: families of labels that part one whole, and the words that open a list."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Opening(Enum):
    """How a text announces a list: as all the parts, as some, by a bracket or colon, or only by naming the whole."""

    WHOLE = "gồm"
    DETAIL = "cụ thể"
    WITHIN = "trong đó"
    SOME = "trong đó có"
    BRACKET = "("
    COLON = ":"
    OF = "trong số"
    HAS = "có"


@dataclass(frozen=True)
class Family:
    """Labels that exclude each other. Sets in whole are those that make up the total by themselves."""

    name: str
    members: tuple[tuple[str, str], ...]
    wholes: tuple[frozenset[str], ...]


def _family(name: str, members: dict[str, str], *wholes: str) -> Family:
    return Family(name, tuple(members.items()), tuple(frozenset(each.split()) for each in wholes))


_BOTH = (
    r"truoc(?: han)?(?: va|,|/| hoac| &)? (?:giai quyet )?dung han|dung(?: han)?(?: va|,|/| hoac| &)? truoc(?: han)?"
    r"|som(?: han)? va dung han"
)
_LATE = r"qua han|(?:tre|cham) (?:han|hen|tien do)|qua hen|khong dung han|\btre\b(?! em)"
TIMELINESS = _family(
    "timeliness",
    {"both": _BOTH, "late": _LATE, "early": r"truoc (?:thoi )?han|som han|truoc hen|som\b",
     "on time": r"(?:dung|trong) (?:thoi )?han|dung hen|dung tien do"},
    "both late", "early", "on time late", "both",
)  # fmt: skip
FAMILIES = (
    TIMELINESS,
    _family("open", {"late": _LATE, "in time": r"(?:trong|chua (?:den|toi)|con|chua qua) (?:thoi )?han"}, "late in"),
    _family(
        "state",
        {
            "open": r"\b(?:dang|chua)(?: (?:trong|duoc|thuc hien|tiep tuc))*(?: (?:qua trinh|thoi gian))? "
            r"(?:giai quyet|xu ly|thuc hien|hoan thanh|trien khai|tra)|con lai|chuyen (?:sang )?ky sau|ton\b",
            "done": r"(?:da |duoc )?(?:giai quyet|xu ly|hoan thanh|tra ket qua|thuc hien xong)",
            "returned": r"tra lai|rut ho so|rut\b|tu choi|khong du dieu kien|bo sung|tam dung|huy",
        },
        "open done",
    ),
    _family(
        "channel",
        {
            "carried": r"(?:ky|nam|thang|quy) truoc|chuyen (?:sang|tiep|qua)|ton dong|ton dau ky",
            "online": r"truc tuyen|qua mang|toan trinh|mot phan",
            "post": r"buu chinh|bcci|buu dien",
            "direct": r"truc tiep|tai bo phan|tai mot cua|ban giay",
            "new": r"tiep nhan moi|moi tiep nhan|nhan moi|phat sinh trong ky|trong ky|moi trong|tiep nhan trong",
        },
        "online direct", "new carried",
    ),
    _family(
        "satisfaction",
        {
            "very unsatisfied": r"rat khong hai long|rat (?:chua|it) hai long",
            "unsatisfied": r"(?:khong|chua|it) hai long",
            "very satisfied": r"rat hai long|hoan toan hai long",
            "normal": r"binh thuong|tam duoc|chap nhan duoc|khong y kien|trung lap",
            "satisfied": r"hai long",
        },
        "satisfied normal", "satisfied unsatisfied", "very satisfied normal", "satisfied very",
    ),
    _family(
        "level",
        {
            "centre": r"trung uong|bo,? nganh",
            "province": r"cap tinh|cap thanh pho|\bso,? (?:ban,? )?nganh|cap so|khoi so|cac so",
            "district": r"cap huyen|cap quan|\bhuyen, thi",
            "commune": r"cap xa|cap phuong|\bxa, phuong",
        },
        "district commune", "province district", "province commune",
    ),
    _family(
        "place",
        {
            "town": r"thi tran", "special": r"dac khu", "district town": r"thi xa", "city": r"thanh pho|\btp\b",
            "ward": r"phuong", "commune": r"\bxa\b", "district": r"huyen", "quarter": r"quan\b",
            "province": r"\btinh\b",
        },
        "ward commune", "commune town", "district city", "district district town", "city province",
    ),
    _family(
        "grade",
        {
            "excellent": r"xuat sac", "very good": r"rat tot", "good": r"\btot\b", "fair": r"\bkha\b",
            "mean": r"trung binh|hoan thanh nhiem vu$", "weak": r"\byeu\b|khong hoan thanh", "poor": r"\bkem\b",
        },
        "excellent good fair", "good fair mean", "good fair", "excellent good mean",
    ),
    _family(
        "service",
        {"full": r"toan trinh|muc do 4", "part": r"mot phan|muc do 3",
         "information": r"cung cap thong tin|muc do (?:1|2|#)"},
        "full part",
    ),
    _family(
        "outcome",
        {
            "late": _LATE, "failed": r"khong hoan thanh|khong dat|chua dat",
            "open": r"(?:dang|chua)(?: trien khai)? (?:thuc hien|hoan thanh)|dang trien khai|"
            r"trong han|chua den han|con han",
            "done": r"hoan thanh|da thuc hien|\bdat\b",
        },
        "done open late", "done open", "done failed",
    ),
    _family("sex", {"women": r"\bnu\b", "men": r"\bnam\b(?! \d)"}, "women men"),
    _family(
        "petition",
        {"complaint": r"khieu nai", "denunciation": r"to cao", "petition": r"kien nghi|phan anh"},
        "complaint denunciation petition",
    ),
)  # fmt: skip
_OPENINGS = (
    (Opening.SOME, r"trong (?:số )?(?:đó|này)[,:]? (?:(?:chỉ|đã|mới) )?có|chủ yếu|nhiều nhất|điển hình|tiêu biểu|"
     r"nổi bật|đáng chú ý|nhất là|đặc biệt|\briêng\b|kể cả|ngoài ra|bên cạnh|\bnhư:|nhiều là|bao gồm cả|gồm cả"),
    (Opening.WHOLE, r"bao gồm|\bgồm(?: có)?\b|chia ra|chia thành|được chia|phân ra|phân theo|chia theo|="),
    (Opening.DETAIL, r"cụ thể|như sau"),
    (Opening.WITHIN, r"trong (?:số )?(?:đó|này)\b|số này"),
)  # fmt: skip
OPENINGS = tuple((opening, re.compile(pattern)) for opening, pattern in _OPENINGS)
NOT_ALL = re.compile(r"(?:số|phần)? ?còn lại|các .{0,20}khác|khác\b|\.\.\.|v\.v|…")
CHANGE = re.compile(
    r"\b(?:tăng|giảm|thêm|bớt|rút ngắn|cắt giảm|vượt|chênh|so với|cùng kỳ|chỉ tiêu|mục tiêu|"
    r"phấn đấu|yêu cầu|kế hoạch giao|trên thang|thang điểm)\b"
)
ABOUT = re.compile(r"\b(?:khoảng|gần|hơn|trên|ước|ước đạt|xấp xỉ|tối thiểu|ít nhất|tối đa|không quá|dưới|hàng)\s*$")


def memberships(label: str) -> dict[str, str]:
    """Return, by name of family, which member a label (without tones) names; several families may claim it."""
    found: dict[str, str] = {}
    for family in FAMILIES:
        for member, pattern in family.members:
            if re.search(pattern, label):
                found[family.name] = member
                break
    return found


def shared_family(labels: Iterable[dict[str, str]]) -> Family | None:
    """Return the family of which each label is another member, None where there is none."""
    kinds = list(labels)
    for family in FAMILIES:
        members = [each.get(family.name) for each in kinds]
        if None not in members and len(set(members)) == len(members) > 1:
            return family
    return None


def is_whole(family: Family, members: Iterable[str]) -> bool:
    """Return whether these members of a family make up the total by themselves."""
    named = set(members)
    words = {word for member in named for word in (member, *member.split())}
    return len(named) > 1 and any(whole <= words for whole in family.wholes if len(whole) > 0)

"""What an agency's name tells: of which sort and level it is, of which place, how papers shorten it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

COMMITTEE, COUNCIL = "Ủy ban nhân dân", "Hội đồng nhân dân"
PLACES = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_CENTRAL_CITIES = ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")
_PLACE = re.compile(rf"(?:^|(?<=\s))({'|'.join(PLACES)})\s+")
_WHOLE_PLACE = re.compile(r"\d+|Hồ Chí Minh")  # said with its sort: Quận 1 (Decree 30/2020/NĐ-CP, Annex I, 4a)

# Words that stay small inside a name which is known in capitals only.
_SMALL = (*PLACES, "ủy ban nhân dân", "hội đồng nhân dân", "và", "các", "của", "cho", "tại")
_OFFICES = ("văn phòng", "thanh tra", "chi cục", "tổng cục", "trung tâm", "sở", "phòng", "ban", "cục", "vụ", "bộ")


class Tier(StrEnum):
    """The level of the administration that an agency is of."""

    CENTRE = "centre"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency by its name: Ủy ban nhân dân huyện Nam Giang, Sở Nội vụ tỉnh Quảng Nam.

    sort is the word it begins with, small ("sở"), that of a people's committee "ủy ban nhân dân"; place_sort and place
    are those of the place it is named with ("huyện", "Nam Giang"), empty where it is named with none."""

    name: str
    sort: str
    place_sort: str
    place: str

    @property
    def is_committee(self) -> bool:
        """Whether it is a people's committee, which decides as a body."""
        return self.sort == COMMITTEE.lower()

    @property
    def short_name(self) -> str:
        """The name as lists of recipients have it: UBND huyện Nam Giang."""
        return self.name.replace(COMMITTEE, "UBND").replace(COUNCIL, "HĐND")

    @property
    def whole_place(self) -> str:
        """The place with its sort: huyện Nam Giang."""
        return f"{self.place_sort} {self.place}".strip()

    @property
    def dateline(self) -> str:
        """The place as it stands before a date: Nam Giang, but Quận 1 and Thành phố Hồ Chí Minh."""
        if _WHOLE_PLACE.fullmatch(self.place):
            return self.whole_place[:1].upper() + self.whole_place[1:]
        return self.place

    @property
    def abbreviation(self) -> str:
        """The letters that stand for it in a document's symbol: UBND, SNV, VP; empty where it has no name."""
        if self.is_committee:
            return "UBND"
        if self.sort == "văn phòng":
            return "VP"
        own = self.name.removesuffix(self.whole_place) if self.place else self.name
        return "".join(_initial(word) for word in re.findall(r"\w+", own) if word != "và")

    def tier(self, superior: "Agency | None" = None) -> Tier:
        """Return the level; a city of an agency's name is a province's or the centre's by what stands above it."""
        match self.place_sort:
            case "":
                return (
                    Tier.CENTRE if self.name.startswith(("Chính phủ", "Bộ ", "Văn phòng Chính phủ")) else Tier.UNKNOWN
                )
            case "tỉnh":
                return Tier.PROVINCE
            case "thành phố":
                below_province = superior is not None and superior.place_sort == "tỉnh"
                is_central = self.place in _CENTRAL_CITIES and not below_province
                return Tier.PROVINCE if is_central else Tier.DISTRICT
            case "huyện" | "quận" | "thị xã":
                return Tier.DISTRICT
        return Tier.COMMUNE


def agency(name: str) -> Agency:
    """Read an agency's name, in capitals or as a sentence has it. A bare place is its people's committee."""
    written = agency_name(name).replace("UBND", COMMITTEE).replace("HĐND", COUNCIL)
    place_sort, place = _place(written)
    if place and written.lower().startswith(place_sort):
        written = f"{COMMITTEE} {place_sort} {place}"
    sort = next((each for each in (COMMITTEE.lower(), *_OFFICES) if written.lower().startswith(each)), "")
    return Agency(written, sort, place_sort, place)


def agency_name(name: str) -> str:
    """Return an agency's name as a sentence has it; one in capitals gets its capitals by the words' sort."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not name.isupper():
        return name
    written = f" {name.title()} "
    for small in _SMALL:
        written = written.replace(f" {small.title()} ", f" {small} ")
    written = written.replace(" xã Hội ", " Xã Hội ").strip()
    written = written.replace("Ubnd", "UBND").replace("Hđnd", "HĐND")
    return _of_office(written[:1].upper() + written[1:])


def _of_office(written: str) -> str:
    """Return an office's name with a capital only where a field begins: Sở Nông nghiệp và Môi trường."""
    sort = next((each for each in _OFFICES if written.lower().startswith(f"{each} ")), "")
    if not sort:
        return written
    whole_place = " ".join(_place(written)).strip()
    own = written.removesuffix(whole_place)[len(sort) :].strip()
    fields = [each if each.isupper() else each.capitalize() for each in re.split(r" (?:và|-|–) |, ", own)]
    signs = [*re.findall(r" (?:và|-|–) |, ", own), " "]
    told = "".join(field + sign for field, sign in zip(fields, signs, strict=True))
    return f"{sort.capitalize()} {told}{whole_place}".strip()


def _place(name: str) -> tuple[str, str]:
    """Return the sort and the name of the place that an agency is named with: huyện, Nam Giang."""
    for found in _PLACE.finditer(name[:1].lower() + name[1:]):
        place = name[found.end() :]
        if place[:1].isupper() or place[:1].isdigit():
            return found[1], place
    return "", ""


def _initial(word: str) -> str:
    """Return a word's first letter as symbols have it: without marks, but Đ (clause H7)."""
    letter = word[0].upper()
    return letter if letter == "Đ" else unicodedata.normalize("NFD", letter)[0]

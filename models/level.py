"""At which level of the administration a unit stands, as forms group their lines."""

from enum import StrEnum

from models.unit import Unit


class Level(StrEnum):
    """The groups of a form's lines, in the form's order."""

    DEPARTMENT = "department"
    OFFICE = "office"
    DISTRICT = "district"
    COMMUNE = "commune"
    OTHER = "other"


_WORDS = {
    Level.DEPARTMENT: ("sở", "ban", "cục", "thanh tra"),
    Level.OFFICE: ("phòng", "văn phòng", "trung tâm"),
    Level.DISTRICT: ("huyện", "quận", "thị xã", "thành phố"),
    Level.COMMUNE: ("xã", "phường", "thị trấn", "đặc khu"),
}
_PEOPLES_COMMITTEE = ("ubnd ", "ủy ban nhân dân ")


def level_of(unit: Unit) -> Level:
    """Return a unit's level by its kind, else by the first word of its name."""
    return _level(unit.kind) or _level(unit.name) or Level.OTHER


def _level(text: str) -> Level | None:
    words = " ".join(text.casefold().split())
    for committee in _PEOPLES_COMMITTEE:
        words = words.removeprefix(committee)
    for level, beginnings in _WORDS.items():
        if any(f"{words} ".startswith(f"{each} ") for each in beginnings):
            return level
    return None


def kind_of(name: str) -> str:
    """Return the kind of unit that a name begins with, after a people's committee: xã, thị trấn; empty for none."""
    words = " ".join(name.casefold().split())
    for committee in _PEOPLES_COMMITTEE:
        words = words.removeprefix(committee)
    kinds = sorted((each for its in _WORDS.values() for each in its), key=len, reverse=True)
    return next((each for each in ("tỉnh", *kinds) if f"{words} ".startswith(f"{each} ")), "")

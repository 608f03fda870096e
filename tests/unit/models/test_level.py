"""Units are put at their level by their kind, else by how their name begins."""

import pytest

from models.level import Level, level_of
from models.unit import Unit


@pytest.mark.parametrize(
    "kind, name, level",
    [
        ("sở", "Sở Nội vụ", Level.DEPARTMENT),
        ("", "Ban Quản lý khu kinh tế", Level.DEPARTMENT),
        ("phòng", "Phòng Nội vụ", Level.OFFICE),
        ("", "Văn phòng HĐND và UBND", Level.OFFICE),
        ("Thị xã", "Điện Bàn", Level.DISTRICT),
        ("", "UBND huyện Nam Giang", Level.DISTRICT),
        ("thị  trấn", "Thạnh Mỹ", Level.COMMUNE),
        ("", "Ủy ban nhân dân phường Tân An", Level.COMMUNE),
        ("đơn vị sự nghiệp", "Phường Tân An", Level.COMMUNE),
        ("", "Phườngg", Level.OTHER),
        ("", "", Level.OTHER),
    ],
)
def test_a_units_level(kind: str, name: str, level: Level) -> None:
    assert level_of(Unit("X", name, kind)) is level

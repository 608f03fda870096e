"""What several commands print alike. Imports no Qt."""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from models.number import format_date


def print_json(said: Iterable[object] | Mapping[str, object]) -> None:
    """Print an object, or a list of them, as JSON in its own letters."""
    print(json.dumps(said if isinstance(said, Mapping) else list(said), ensure_ascii=False, indent=2))


def as_reported(days: Iterable[date]) -> str:
    """Return that figures are by the units of their time, since units were others from some days of the year on."""
    return f"Tính theo đơn vị lúc báo cáo, trong năm có sắp xếp đơn vị từ {', '.join(map(format_date, days))}"

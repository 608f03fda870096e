"""What commands print for scripts. Imports no Qt."""

import json
from collections.abc import Iterable, Mapping


def print_json(said: Iterable[object] | Mapping[str, object]) -> None:
    """Print an object, or a list of them, as JSON in its own letters."""
    print(json.dumps(said if isinstance(said, Mapping) else list(said), ensure_ascii=False, indent=2))

"""docs/benchmarks.md: each bench renews its own part of the page."""

import platform
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def write_part(name: str, text: str) -> None:
    """Put a bench's text on the page, in place of what stood there."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Benchmarks\n"
    before, _, rest = page.partition(begin)
    after = rest.partition(end)[2] if rest else "\n"
    gap = "" if before.endswith("\n\n") else "\n"
    PAGE.write_text(f"{before}{gap}{begin}\n{text.strip()}\n{end}{after}", encoding="utf-8")


def made_with() -> str:
    """Say what the figures were made with."""
    return f"CPython {platform.python_version()}, {platform.machine()}"

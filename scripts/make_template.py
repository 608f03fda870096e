"""Makes resources/templates/decree-30.docx of its parts in scripts/decree-30, where changes can be read.

    python scripts/make_template.py

The same parts give the same bytes."""

import zipfile
from pathlib import Path

PARTS = Path(__file__).parent / "decree-30"
TEMPLATE = Path(__file__).parent.parent / "resources" / "templates" / "decree-30.docx"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
FIRST = "[Content_Types].xml"


def main() -> None:
    """Pack every part under its path; the kinds of the parts come first, as readers expect."""
    paths = {path.relative_to(PARTS).as_posix(): path for path in PARTS.rglob("*") if path.is_file()}
    with zipfile.ZipFile(TEMPLATE, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(paths, key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, paths[name].read_bytes())


if __name__ == "__main__":
    main()

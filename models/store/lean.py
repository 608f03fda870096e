"""sqlite_utils without numpy, which it loads where it is installed only to know its types: 0.1 s of every start.

WORKAROUND: sqlite-utils 4 tries numpy at import; ends when it does so where it is used."""

import sys

_absent = "numpy" not in sys.modules
if _absent:  # pragma: no cover - a test may have loaded numpy before
    sys.modules["numpy"] = None  # type: ignore[assignment]  # importing it then fails, as where it is not installed
try:
    from sqlite_utils import Database as Database
finally:
    if _absent:  # pragma: no cover
        del sys.modules["numpy"]

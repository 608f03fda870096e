"""Writing a file as a whole: the old one or the new one is there, never half of one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import KnownError, reason


@contextmanager
def whole_file(out: Path, what: str = "tệp") -> Iterator[Path]:
    """Yield a place beside a file to write to; it takes the file's place at the end, unless an error came in between.

    what: what the file is, for the sentence. Raises KnownError where the system refuses."""
    temporary = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        os.replace(temporary, out)
    except OSError as error:
        raise KnownError(f"Không ghi được {what} “{out}”: {reason(error)}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink()

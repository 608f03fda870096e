"""Writing a workbook as a whole: the old one or the new one is there, never half of one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from models.errors import KnownError
from models.whole_file import whole_file


@contextmanager
def whole_book(
    out: Path, what: str, title: str, created: datetime, options: Mapping[str, Any]
) -> Iterator[xlsxwriter.Workbook]:
    """Yield a workbook to fill; it takes the place of one of that name at the end.

    what: what it is, for the sentence. created: told in the file, so that the same data give the same bytes. Raises
    KnownError when it cannot be written; what was there is then left as it was."""
    try:
        with whole_file(out, what) as place, place.open("wb") as file:
            book = xlsxwriter.Workbook(file, dict(options))
            try:
                book.set_properties({"title": title, "created": created})
                yield book
            finally:
                book.close()
    except XlsxWriterException as error:
        raise KnownError(f"Không ghi được {what} “{out}”; hãy kiểm tra thư mục và ổ đĩa.") from error

"""A report after a person edited it: the same package with another main part."""

import io
import re
import zipfile
from collections.abc import Callable

MAIN = "word/document.xml"


def with_main(content: bytes, edit: Callable[[str], str]) -> bytes:
    """Return the .docx with its main part as edit makes it; the edit must change something."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            part = source.read(name)
            if name == MAIN:
                before = part.decode("utf-8")
                after = edit(before)
                assert after != before
                part = after.encode("utf-8")
            package.writestr(name, part)
    return target.getvalue()


def bookmark_of(main: str, text: str) -> str:
    """Return the markup of the first figure with this text: its bookmark and the run inside."""
    found = re.search(
        rf"<w:bookmarkStart [^>]*/><w:r>(?:(?!</w:r>).)*>{re.escape(text)}</w:t></w:r><w:bookmarkEnd [^>]*/>", main
    )
    assert found is not None, text
    return found[0]

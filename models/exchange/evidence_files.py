"""The files that prove values, and offices' templates, in a folder beside the workbook: a cell cannot hold them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.errors import KnownError, reason
from models.evidence import EvidenceKind, content_hash, file_name, read_file
from models.store.database import Database
from models.store.evidence import content, every_evidence, kept_hashes
from models.store.kept_steps import kept_steps
from models.store.report_templates import templates

PREFIX = 12  # signs of the hash before a file's name


def folder_of(book: Path) -> Path:
    """Return the folder that goes with a workbook: the office sends or keeps both together."""
    return book.with_name(f"{book.stem} - minh chứng")


def write_files(db: Database, book: Path) -> Path | None:
    """Write what proves values, and templates, each content once, into the workbook's folder; None where none is.

    What is there already stays, whatever else it is. Raises KnownError when a file cannot be written, or is damaged
    in the data file."""
    kept = kept_hashes(db)
    named = ((hash, text) for hash, text in reversed(list(_named(db))) if hash in kept)
    names = {hash: f"{hash[:PREFIX]} {file_name(text)}" for hash, text in named}
    own = {content_hash(each.content): each for each in templates(db)}
    if not names and not own:
        return None
    folder = folder_of(book)
    try:
        folder.mkdir(exist_ok=True)
        for hash, name in names.items():
            _write(folder / name, content(db, hash))
        for hash, each in own.items():
            _write(folder / f"{hash[:PREFIX]} {file_name(each.name)}", each.content)
    except OSError as error:
        raise KnownError(f"Không ghi được tệp minh chứng vào “{folder}”: {reason(error)}.") from error
    return folder


def find_files(book: Path, wanted: Iterable[str]) -> dict[str, Path]:
    """Return which of some contents lie in the workbook's folder, by hash.

    A file counts by what is in it: one that was changed since is not there."""
    by_prefix = {hash[:PREFIX]: hash for hash in wanted}
    found = {}
    for path in _files(folder_of(book)):
        hash = by_prefix.get(path.name[:PREFIX])
        if hash is not None and hash not in found and _has(path, hash):
            found[hash] = path
    return found


def _named(db: Database) -> Iterator[tuple[str, str]]:
    """Yield hash and name of every content that a value has, or had when it was sent."""
    for each in every_evidence(db):
        if each.hash:
            yield each.hash, each.text
    for step in kept_steps(db):
        for sent in step.snapshot.evidence if step.snapshot else ():
            if sent.kind == EvidenceKind.FILE:
                yield sent.hash, sent.text


def _write(path: Path, data: bytes) -> None:
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    temporary = path.with_name(f".{path.name[:PREFIX]}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _has(path: Path, hash: str) -> bool:
    try:
        return content_hash(read_file(path)) == hash
    except KnownError:
        return False

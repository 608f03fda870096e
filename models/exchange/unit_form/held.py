"""What the cells of a form hold, as texts that can be compared: as written, in the file now, and as they came back."""

import hashlib

from models.exchange.unit_form.content import FormContent, Line, Part, value_of
from models.exchange.words import clean
from models.measure import Kind
from models.number import plain
from models.plan import Actual, Explanation
from models.store.rows import iso

NOTE, DUE = "note", "due"
SAID = ("cause", "remedy", "responsible")

Held = tuple[tuple[str, str], ...]  # what is typed, by the name of its field; empty ones are left out

_LONGEST = 60
_HASHED = "#"


def typed_text(actual: Actual, kind: Kind, part: str) -> str:
    """Return what a line holds: a plain number, or the text of a rank, a grade, yes or no; empty for nothing."""
    value = value_of(actual, kind, Part(part))
    return "" if value is None else value if isinstance(value, str) else plain(value)


def note_text(actual: Actual) -> str:
    """Return the note as a workbook keeps it."""
    return clean(actual.note)


def said_text(explanation: Explanation, name: str) -> str:
    """Return one of the four parts of an explanation as a workbook keeps it; a day as 2023-09-30."""
    return iso(explanation.due) or "" if name == DUE else clean(getattr(explanation, name))


def held_by_line(content: FormContent, line: Line) -> Held:
    """Return what the file has for a line, also where the form is left blank."""
    if line.indicator is None:
        return ()
    its = line.indicator
    actual = content.actuals.get(its.code) or Actual(its.code, content.unit.code, content.quarter)
    typed = [] if line.part is None else [(line.part.value, typed_text(actual, its.kind, line.part))]
    noted = [(NOTE, note_text(actual))] if line.is_main else []
    return tuple((name, sealed(text)) for name, text in (*typed, *noted) if text)


def held_by_explanation(content: FormContent, code: str) -> Held:
    """Return what the file has been told of a missed target, also where the form is left blank."""
    said = content.explanations.get(code)
    if said is None:
        return ()
    texts = ((name, said_text(said, name)) for name in (*SAID, DUE))
    return tuple((name, sealed(text)) for name, text in texts if text)


def sealed(text: str) -> str:
    """Return how the hidden sheet keeps a text to compare others with: a long one, or one that programs may spell in
    another way, by its SHA-256."""
    if len(text) <= _LONGEST and text.isprintable() and "_x" not in text and not text.startswith(_HASHED):
        return text
    return _HASHED + hashlib.sha256(text.encode()).hexdigest()


def is_told(kept: str) -> bool:
    """Return whether the hidden sheet keeps the text itself."""
    return not kept.startswith(_HASHED)

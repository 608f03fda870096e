"""Commands of the program as a script calls them, and what they answer."""

import json
from typing import Any

import pytest

from ui.commandline import main

Output = pytest.CaptureFixture[str]


def said(output: Output, *words: object, code: int = 0) -> str:
    """Do a command that ends with a code, and return what it says: its answer, or why it is not possible."""
    output.readouterr()
    assert main([*map(str, words)]) == code
    found = output.readouterr()
    return (found.err if code else found.out).strip()


def records(output: Output, *words: object) -> list[dict[str, Any]]:
    """Return what a command answers for scripts."""
    found: list[dict[str, Any]] = json.loads(said(output, *words, "--json"))
    return found

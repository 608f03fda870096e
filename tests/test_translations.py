"""The words of the screen: extracted, translated, complete, and never glued."""

import ast
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "resources" / "i18n"
QT = Path(PySide6.__file__).parent
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
EXTRACT = ("-silent", "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "vi")
ONLY_NOOP = {"ui/texts.py"}  # its tables of codes are QT_TRANSLATE_NOOP literals, looked up by code


def messages(name: str) -> Iterator[tuple[str, str, list[str], bool]]:
    """Yield context, source, translations and whether it is finished."""
    for context in ElementTree.parse(TEXTS / name).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name", ""), message.findtext("source", ""), forms, translation.get("type") is None


def test_extracting_the_words_again_changes_nothing(tmp_path: Path) -> None:
    kept = (TEXTS / "cchc_vi.ts").read_text("utf-8")
    fresh = tmp_path / "cchc_vi.ts"
    fresh.write_text(kept, "utf-8")
    sources = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))
    subprocess.run([QT / "lupdate", *EXTRACT, *sources, "-ts", fresh], cwd=ROOT, check=True)
    assert fresh.read_text("utf-8") == kept, "run scripts/translate.sh"


@pytest.mark.parametrize("name", ["cchc_vi", "cchc_en", "qtbase_vi"])
def test_nothing_is_unfinished_and_what_ships_is_what_was_translated(name: str, tmp_path: Path) -> None:
    compiled = tmp_path / f"{name}.qm"
    texts = TEXTS / f"{name}.ts"
    release: list[str | Path] = [QT / "lrelease", "-silent", "-fail-on-unfinished", texts, "-qm", compiled]
    assert subprocess.run(release, check=False).returncode == 0
    assert compiled.read_bytes() == (TEXTS / f"{name}.qm").read_bytes(), "run scripts/translate.sh"


@pytest.mark.parametrize("name", ["cchc_vi.ts", "qtbase_vi.ts"])
def test_every_placeholder_is_in_the_translation_too(name: str) -> None:
    for context, source, forms, _ in messages(name):
        for form in forms:
            assert form, (context, source)
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source)), (context, source, form)


def test_translations_are_vietnamese_in_composed_letters() -> None:
    for _, source, forms, _ in messages("cchc_vi.ts"):
        for form in forms:
            assert unicodedata.is_normalized("NFC", form), source


def not_literal(path: Path, source: str | None = None) -> Iterator[str]:
    """Yield where tr() or translate() gets anything but literals."""
    for node in ast.walk(ast.parse(path.read_text("utf-8") if source is None else source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        wanted = {"tr": node.args[:1], "translate": node.args[:2]}.get(node.func.attr, [])
        if node.func.attr == "translate" and not _is_of_qt(node.func):
            continue
        if not all(_is_literal(word) for word in wanted):
            yield f"{path}:{node.lineno}"


def counted_words(path: Path) -> Iterator[str]:
    """Yield the words that tr() and translate() count things with."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            words = [word.value for word in node.args[:2] if isinstance(word, ast.Constant)]
            yield from (str(word) for word in words if name in ("tr", "translate") and "%n" in str(word))


def test_words_that_count_are_all_found() -> None:
    """Extracting overlooks translate() with a sum for its number, and then the words stay English."""
    known = {source for _, source, _, _ in messages("cchc_vi.ts")}
    used = {word for path in (ROOT / "ui").rglob("*.py") for word in counted_words(path)}
    assert len(used) > 10
    assert used <= known


def _is_literal(word: ast.expr) -> bool:
    """A text, or str(_WORDS[code]): one of a table of QT_TRANSLATE_NOOP literals."""
    match word:
        case ast.Constant(value=str()):
            return True
        case ast.Call(func=ast.Name("str"), args=[ast.Subscript(value=ast.Name(table))]):
            return table.isupper()
    return False


def _is_of_qt(name: ast.Attribute) -> bool:
    return isinstance(name.value, ast.Name) and name.value.id in ("QCoreApplication", "QApplication")


def test_words_are_given_as_literals() -> None:
    assert list(not_literal(Path("x.py"), "self.tr(f'{a} units')")) == ["x.py:1"]
    assert list(not_literal(Path("x.py"), "QCoreApplication.translate('A', word)")) == ["x.py:1"]
    paths = [path for path in (ROOT / "ui").rglob("*.py") if path.relative_to(ROOT).as_posix() not in ONLY_NOOP]
    assert [found for path in paths for found in not_literal(path)] == []

"""Who may know whom: each rule holds for our own code, and is seen failing on small bad samples."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("main", "ui", "reports", "models")  # each may know those after it
QT = {"PySide6", "shiboken6", "pyqtgraph"}
SQL = {"sqlite3", "sqlite_utils"}
BOOKS = {"xlsxwriter", "python_calamine", "openpyxl"}
STATEMENT = re.compile(
    r"\s*(SELECT|INSERT (OR \w+ )?INTO|REPLACE INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA"
    r"|(CREATE|DROP|ALTER) (TABLE|INDEX|TRIGGER|VIEW)|WITH (RECURSIVE )?\w+ (\([\w, ]+\) )?AS) ?\b"
)

KEPT_SUPERIOR = re.compile(r"\bunit\.superior\b|\bFROM unit WHERE superior\b")


@dataclass(frozen=True)
class Module:
    """One file of ours: its path from the project's folder, and what it says."""

    path: str
    source: str

    @property
    def name(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.source)

    def within(self, *places: str) -> bool:
        """Return whether this is one of the modules or packages named, or lies inside one."""
        return any(_inside(self.name, place) for place in places)


Rule = Callable[[Module], Iterator[str]]


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)


def _inside(name: str, place: str) -> bool:
    return name == place or name.startswith(place + ".")


def imports(module: Module) -> Iterator[str]:
    """Yield the full names of what a file imports, wherever it does so.

    `from a import b` yields a.b, which may be a name inside a; relative imports are resolved; so are
    import_module("a") and __import__("a").
    """
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(names=names):
                yield from (f"{_origin(module, node)}.{alias.name}" for alias in names)
            case ast.Call(
                func=ast.Name("import_module" | "__import__") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(str(name)), *_],
            ):
                yield name


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return str(node.module)
    package = module.name.split(".")
    if not module.path.endswith("/__init__.py"):
        package.pop()
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


def _knows(module: Module, *names: str) -> Iterator[str]:
    for imported in imports(module):
        if any(_inside(imported, name) for name in names):
            yield f"{module.path} imports {imported}"


def points_backward(module: Module) -> Iterator[str]:
    room = module.name.split(".")[0]
    if room in ROOMS:
        yield from _knows(module, *ROOMS[: ROOMS.index(room)])


def main_knows_more_than_ui(module: Module) -> Iterator[str]:
    if module.name == "main":
        yield from _knows(module, "reports", "models")


def qt_outside_ui(module: Module) -> Iterator[str]:
    if not module.within("ui"):
        yield from _knows(module, *QT)


def qt_in_the_command_line(module: Module) -> Iterator[str]:
    if module.within("ui.commandline", "ui.commands"):
        yield from _knows(module, *QT)


def sql_outside_the_store(module: Module) -> Iterator[str]:
    if module.within("models.store"):
        return
    yield from _knows(module, *SQL)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.match(node.value):
            yield f"{module.path}:{node.lineno} says {node.value.strip().splitlines()[0]}"


def pages_know_pages(module: Module) -> Iterator[str]:
    if module.within("ui.pages") and module.name.count(".") > 1:
        own = ".".join(module.name.split(".")[:3])
        for imported in imports(module):
            if _inside(imported, "ui.pages") and not _inside(imported, own):
                yield f"{module.path} imports {imported}"


def widgets_know_pages(module: Module) -> Iterator[str]:
    if module.within("ui.widgets"):
        yield from _knows(module, "ui.pages", "ui.frame")


def workbooks_outside_exchange(module: Module) -> Iterator[str]:
    if not module.within("models.exchange", "reports.word.charts.workbook"):  # a chart in Word carries its workbook
        yield from _knows(module, *BOOKS)


def word_outside_reports(module: Module) -> Iterator[str]:
    if not module.within("reports", "models.exchange"):
        yield from _knows(module, "docx")


def objects_in_package_files(module: Module) -> Iterator[str]:
    if module.path.endswith("__init__.py"):
        for node in module.tree.body:
            if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                yield f"{module.path}:{node.lineno} holds more than a docstring"


def first_superiors_read_for_todays(module: Module) -> Iterator[str]:
    """Only who keeps units, or makes a tree of them, asks under whom one begins: on a day, the tree says it."""
    if module.within("models.unit", "models.restated", "models.exchange", "models.store.units"):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr == "first_superior":
            yield f"{module.path}:{node.lineno} reads first_superior"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and KEPT_SUPERIOR.search(node.value):
            yield f"{module.path}:{node.lineno} asks the table for superior"


def our_modules() -> list[Module]:
    paths = [ROOT / "main.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]
    return [Module(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]


def holds(rule: Rule, *bad_samples: tuple[str, str]) -> None:
    """Check that no file of ours breaks the rule, and that each bad sample (path, source) does."""
    for path, source in bad_samples:
        assert list(rule(Module(path, source))), f"the rule does not see what is wrong with {path}: {source}"
    assert [broken for module in our_modules() for broken in rule(module)] == []


def test_main_knows_ui_knows_reports_knows_models_and_never_the_other_way() -> None:
    holds(
        points_backward,
        ("models/plan.py", "import reports.progress"),
        ("models/plan.py", "def late():\n    from ui import texts"),
        ("models/plan.py", "from main import main"),
        ("models/store/units.py", "from ...ui import texts"),
        ("models/plan.py", "import importlib\nimportlib.import_module('ui.texts')"),
        ("reports/progress.py", "def late():\n    import ui.texts as texts"),
        ("ui/session.py", "import main"),
    )


def test_main_is_only_a_door() -> None:
    holds(main_knows_more_than_ui, ("main.py", "from models.store import database"))


def test_only_ui_knows_qt() -> None:
    holds(
        qt_outside_ui,
        ("models/plan.py", "from PySide6.QtCore import QObject"),
        ("reports/chart.py", "def late():\n    import pyqtgraph"),
        ("main.py", "import PySide6"),
    )


def test_the_command_line_knows_no_qt() -> None:
    holds(
        qt_in_the_command_line,
        ("ui/commandline.py", "def late():\n    from PySide6 import QtWidgets"),
        ("ui/commands/plans.py", "from PySide6.QtCore import QDate"),
    )


def test_only_the_store_knows_sql() -> None:
    holds(
        sql_outside_the_store,
        ("models/progress.py", "import sqlite3"),
        ("ui/session.py", "from sqlite_utils import Database"),
        ("reports/progress.py", "db.query('SELECT name FROM unit')"),
        ("models/exchange/book.py", "db.execute('''\n    UPDATE unit SET name = :name''')"),
        ("models/exchange/book.py", "db.execute(f'DELETE FROM {table}')"),
        ("ui/session.py", "db.execute('WITH late AS (SELECT 1) SELECT * FROM late')"),
    )


def test_who_stands_above_whom_is_asked_of_the_tree_on_a_day() -> None:
    holds(
        first_superiors_read_for_todays,
        ("models/store/outlook.py", "above = tree[unit].first_superior"),
        ("ui/pages/units/page.py", "Unit(code, name, kind, beside.first_superior)"),
        ("models/store/days_off.py", "ABOVE = 'SELECT unit.superior FROM unit'"),
        ("models/store/check_form.py", "db.execute(f'SELECT * FROM unit WHERE superior = {unit}')"),
    )


def test_a_page_never_knows_another_page() -> None:
    holds(
        pages_know_pages,
        ("ui/pages/entry/page.py", "from ui.pages.overview.page import OverviewPage"),
        ("ui/pages/entry/page.py", "from ..overview import page"),
        ("ui/pages/entry/page.py", "from ui.pages import overview"),
        ("ui/pages/entry/dialogs/note.py", "def late():\n    import ui.pages.reports.page"),
    )


def test_widgets_know_no_page_and_no_window() -> None:
    holds(
        widgets_know_pages,
        ("ui/widgets/gauge.py", "from ui.pages.overview import page"),
        ("ui/widgets/gauge.py", "from ui.frame.main_window import MainWindow"),
    )


def test_workbook_libraries_stay_in_exchange() -> None:
    holds(workbooks_outside_exchange, ("reports/table.py", "import xlsxwriter"))


def test_word_is_written_in_reports_only() -> None:
    holds(
        word_outside_reports,
        ("models/plan.py", "from docx import Document"),
        ("ui/session.py", "import docx"),
    )


def test_package_files_hold_no_objects() -> None:
    holds(
        objects_in_package_files,
        ("models/__init__.py", '"""Words."""\nVERSION = "1"'),
        ("ui/pages/__init__.py", "from ui.pages.entry import page"),
    )


@pytest.mark.parametrize("harmless", ["Select a unit", "WITHOUT", "Update", "SELECTED", "With care"])
def test_words_on_the_screen_are_not_taken_for_sql(harmless: str) -> None:
    assert not STATEMENT.match(harmless)


WITHOUT_QT = """
import importlib, pkgutil, sys
import models, reports, ui.commandline
for room in (models, reports):
    for found in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        importlib.import_module(found.name)
loaded = {name.partition(".")[0] for name in sys.modules}
print(*sorted(loaded & {"PySide6", "shiboken6", "pyqtgraph", "pandas"}))
"""


def test_a_process_that_imports_models_reports_and_the_command_line_has_loaded_no_qt() -> None:
    child = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (child.returncode, child.stdout.strip()) == (0, ""), child.stdout + child.stderr

"""The Word templates that offices gave, each for one kind of report or for all of them."""

from collections.abc import Iterable
from typing import Any

from models.errors import KnownError
from models.report import ReportTemplate
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys

TEMPLATES = """
SELECT unit.code AS unit, report_kind AS kind, report_template.name, report_template.content
FROM report_template JOIN unit ON unit.id = report_template.unit
WHERE unit.code = ifnull(:unit, unit.code) ORDER BY unit.position, unit.id, report_kind
"""
SAVE_TEMPLATE = """
INSERT INTO report_template (unit, report_kind, name, content, revision)
VALUES (:unit, :kind, :name, :content, :revision)
ON CONFLICT (unit, report_kind) DO UPDATE SET name = :name, content = :content, revision = :revision
"""
REMOVE_TEMPLATE = "DELETE FROM report_template WHERE unit = :unit AND report_kind = :kind"


def templates(db: Database, unit: str | None = None) -> list[ReportTemplate]:
    """Return the templates of an office (None: of every office), the one for all kinds first."""
    return [_template(row) for row in db.query(TEMPLATES, {"unit": unit})]


def template_of(db: Database, unit: str, kind: str) -> ReportTemplate | None:
    """Return the template that an office's reports of a kind are put in: the kind's own, else the one for all kinds."""
    by_kind = {each.kind: each for each in templates(db, unit)}
    return by_kind.get(kind) or by_kind.get("")


def save_template(db: Database, new: ReportTemplate, author: Author) -> Changes:
    """Keep an office's template; an earlier one of the same kind is replaced. Whether it serves, reports say."""
    return save_templates(db, [new], author)


def save_templates(db: Database, new: Iterable[ReportTemplate], author: Author) -> Changes:
    """The same, for many at once."""
    with writing(db, author) as revision:
        for each in new:
            row = {"kind": each.kind, "name": each.name, "content": each.content, "revision": revision}
            db.execute(SAVE_TEMPLATE, {**row, "unit": Keys(db).unit(each.unit)})
    return Changes(reports=True)


def remove_template(db: Database, unit: str, kind: str, author: Author) -> Changes:
    """Take an office's template of a kind away. Raises KnownError where there is none."""
    with writing(db, author):
        if not db.execute(REMOVE_TEMPLATE, {"unit": Keys(db).unit(unit), "kind": kind}).rowcount:
            whose = f"cho loại báo cáo {kind}" if kind else "chung cho mọi loại báo cáo"
            raise KnownError(f"Đơn vị {unit} không có mẫu văn bản {whose}.")
    return Changes(reports=True)


def _template(row: dict[str, Any]) -> ReportTemplate:
    return ReportTemplate(**{**row, "content": bytes(row["content"])})

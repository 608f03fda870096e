"""An office's own templates, for one kind of report or for all of them."""

from dataclasses import replace

import pytest

from models.errors import KnownError
from models.report import ReportTemplate
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.report_templates import remove_template, save_template, template_of, templates

GENERAL = ReportTemplate("H", "", "chung.docx", b"PK\x00chung")
OWN = ReportTemplate("H", "progress", "riêng.docx", b"PK\x00rieng")


def test_a_kinds_own_template_goes_before_the_one_for_all_kinds(db: Database, author: Author) -> None:
    assert template_of(db, "H", "progress") is None
    assert save_template(db, GENERAL, author) == Changes(reports=True)
    assert template_of(db, "H", "progress") == GENERAL
    save_template(db, OWN, author)
    assert template_of(db, "H", "progress") == OWN
    assert template_of(db, "H", "notice") == GENERAL
    assert template_of(db, "X1", "progress") is None


def test_templates_are_listed_by_office_the_general_one_first(db: Database, author: Author) -> None:
    other = replace(GENERAL, unit="X1")
    for each in (other, OWN, GENERAL):
        save_template(db, each, author)
    assert templates(db) == [GENERAL, OWN, other]
    assert templates(db, "X1") == [other]


def test_a_new_template_takes_the_place_of_the_old(db: Database, author: Author) -> None:
    save_template(db, GENERAL, author)
    newer = replace(GENERAL, name="mới.docx", content=b"PK\x00moi")
    save_template(db, newer, author)
    assert templates(db) == [newer]


def test_a_template_is_taken_away_once(db: Database, author: Author) -> None:
    save_template(db, GENERAL, author)
    save_template(db, OWN, author)
    assert remove_template(db, "H", "progress", author) == Changes(reports=True)
    assert templates(db) == [GENERAL]
    with pytest.raises(KnownError, match="không có mẫu văn bản cho loại báo cáo progress"):
        remove_template(db, "H", "progress", author)
    remove_template(db, "H", "", author)
    with pytest.raises(KnownError, match="không có mẫu văn bản chung"):
        remove_template(db, "H", "", author)


def test_an_unknown_office_is_refused(db: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="Không có đơn vị ZZ"):
        save_template(db, replace(GENERAL, unit="ZZ"), author)

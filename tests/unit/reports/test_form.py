"""What stands around a report's text: the office of the kind of report, and what the file does not say."""

from dataclasses import replace

from models.dispatch import completed
from models.unit import UnitTree
from reports import form, frame
from reports.document import plain_text
from reports.progress import progress_document
from tests.unit.reports.builders import DISPATCH, ON, PLAN, UNITS, a_context

DEPARTMENT = replace(
    DISPATCH,
    symbol="BC-PNV",
    superior_agency="UBND HUYỆN NAM GIANG",
    issuing_agency="PHÒNG NỘI VỤ",
    place="Thạnh Mỹ",
)


def test_the_agencies_of_a_kind_of_report_come_before_the_plans() -> None:
    head = form.head(PLAN, DEPARTMENT, ON)
    assert (head.superior, head.issuing) == ("UBND HUYỆN NAM GIANG", "PHÒNG NỘI VỤ")
    assert head.place_and_date.startswith("Thạnh Mỹ, ")


def test_blank_agencies_are_those_of_the_plan() -> None:
    head = form.head(PLAN, DISPATCH, ON)
    assert (head.superior, head.issuing) == ("UBND TỈNH QUẢNG NAM", "ỦY BAN NHÂN DÂN HUYỆN NAM GIANG")
    assert head.place_and_date.startswith("Nam Giang, ")


def test_an_office_that_names_itself_does_not_stand_under_the_plans_superior() -> None:
    assert form.head(PLAN, replace(DEPARTMENT, superior_agency=""), ON).superior == ""


def test_sentences_name_the_office_that_sends_and_the_office_whose_plan_it_is() -> None:
    plan = replace(PLAN, number="12/KH-UBND")
    text = "\n".join(
        plain_text(each.text)
        for each in progress_document(a_context(plan=plan, dispatch=DEPARTMENT)).blocks
        if hasattr(each, "text") and not isinstance(each.text, str)
    ).replace("\N{NO-BREAK SPACE}", " ")
    assert "Kế hoạch số 12/KH-UBND của Ủy ban nhân dân huyện Nam Giang" in text
    assert ", Phòng Nội vụ báo cáo kết quả" in text


def test_an_office_that_said_nothing_gets_a_report_without_dots() -> None:
    plan = replace(PLAN, superior_agency="", issuing_agency="", place="")
    dispatch = completed(None, plan, UnitTree(UNITS), ON, "progress")
    context = a_context(plan=plan, dispatch=dispatch)
    head, signature = form.head(plan, dispatch, ON), form.signature(dispatch, has_addressee=False)
    assert (head.issuing, head.number) == ("ỦY BAN NHÂN DÂN HUYỆN NAM GIANG", "Số:       /BC-UBND")
    assert frame.office(context) == "Ủy ban nhân dân huyện Nam Giang"
    assert "..." not in repr(progress_document(context))
    assert signature.position == "CHỦ TỊCH"


def test_a_letter_says_below_its_number_what_it_is_about() -> None:
    assert form.head(PLAN, DISPATCH, ON, "V/v gửi báo cáo").about == "V/v gửi báo cáo"
    assert form.head(PLAN, DISPATCH, ON).about == ""

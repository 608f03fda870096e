"""What wants doing is told from figures only, what is late first."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.alerts import DUE_SOON_DAYS, Alert, AlertKind, explanation_alerts, form_alerts, in_order, target_alerts
from models.period import Period, quarter, read_period
from models.plan import ExplanationRequest
from models.remaining import Remaining
from models.rest_of_year import Basis
from models.submission import Standing, SubmissionState

DUE = date(2023, 6, 20)
Q2, H1 = quarter(2023, 2), read_period("2023-H1")
OPEN = Standing("A", SubmissionState.DRAFT, None, DUE, 0, False, 3, 16)
SENT = replace(OPEN, unit="B", state=SubmissionState.SUBMITTED, day=DUE, sent_on=DUE, filled=16)
ASKED = ExplanationRequest("TL", "A", H1, "Vì sao", date(2023, 6, 1), DUE)


def kinds(on: date, *standings: Standing) -> list[AlertKind]:
    return [each.kind for each in form_alerts(standings, Q2, on)]


def test_a_form_is_told_from_a_week_before_its_due_date_until_it_is_sent() -> None:
    week = timedelta(DUE_SOON_DAYS)
    assert kinds(DUE - week - timedelta(1), OPEN) == []
    assert kinds(DUE - week, OPEN) == kinds(DUE, OPEN) == [AlertKind.DUE_SOON]
    assert kinds(DUE + timedelta(1), OPEN, SENT) == [AlertKind.OVERDUE]


def test_a_full_form_is_told_only_where_forms_are_sent() -> None:
    full = replace(OPEN, filled=16)
    assert kinds(DUE, full) == []
    assert kinds(DUE, full, SENT) == [AlertKind.DUE_SOON]


def test_the_emptiest_form_comes_first_and_says_how_far_it_is() -> None:
    nearly = replace(OPEN, unit="C", filled=15)
    first, second = form_alerts([nearly, OPEN], Q2, DUE + timedelta(3))
    assert (first.unit, first.filled, first.expected, first.days_left, first.is_late) == ("A", 3, 16, -3, True)
    assert second.unit == "C"


def test_what_is_asked_and_not_answered_is_told_nearest_day_first() -> None:
    whenever = replace(ASKED, unit="C", due=None)
    found = explanation_alerts([whenever, replace(ASKED, unit="B", is_answered=True), ASKED], DUE)
    assert [(each.unit, each.days_left, each.note) for each in found] == [("A", 0, "Vì sao"), ("C", None, "Vì sao")]


def test_targets_out_of_reach_are_told_of_the_year() -> None:
    lost = Remaining(Fraction(5), None, Fraction(3), False, None, None, Basis.LAST_YEAR)
    found = target_alerts({"TL": lost, "SL": replace(lost, can_be_reached=True)}, Period(2023), "A")
    assert found == [Alert(AlertKind.UNREACHABLE, "A", "TL", Period(2023))]


def test_what_is_certain_comes_before_what_rests_on_the_pace() -> None:
    lost = Remaining(Fraction(5), None, Fraction(3), False, None, None, Basis.LAST_YEAR)
    found = target_alerts({"TL": replace(lost, at_pace=True), "HẠNG": lost}, Period(2023), None)
    assert [(each.indicator, each.at_pace) for each in in_order(found)] == [("HẠNG", False), ("TL", True)]


@given(st.lists(st.builds(Alert, st.sampled_from(AlertKind), st.none(), st.none(), st.just(Q2), st.none(),
                          st.none() | st.integers(-9, 9))))  # fmt: skip
def test_late_things_come_first_then_kinds_then_days(alerts: list[Alert]) -> None:
    told = in_order(alerts)
    late = [each.is_late for each in told]
    assert late == sorted(late, reverse=True)
    for rest in ([each for each in told if each.is_late], [each for each in told if not each.is_late]):
        places = [list(AlertKind).index(each.kind) for each in rest]
        assert places == sorted(places)
    assert sorted(map(str, told)) == sorted(map(str, alerts))

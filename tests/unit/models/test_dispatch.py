"""What stands around a report is complete for an office that has said nothing, and keeps what it has said."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agency import PLACES, agency
from models.dispatch import (
    NOBODY,
    Dispatch,
    Office,
    Signing,
    addressee_choices,
    completed,
    drafting_units,
    office_of,
    recipient_choices,
    signings,
    suggested,
    symbols,
)
from models.plan import Plan
from models.unit import EventKind, Unit, UnitEvent, UnitTree

KINDS = ("progress", "periodic", "onestop", "units", "notice", "targets")
SYMBOL = re.compile(r"[A-Za-zĐđ]+(-[A-ZĐƯ0-9&]+)+")  # clause H7, after the slash
AUTHORITY = re.compile(r"(TM\. ỦY BAN NHÂN DÂN|(KT|TL|TUQ)\. [^.]+)")
PLAN = Plan(
    "KH-2023", 2023, "Kế hoạch cải cách hành chính năm 2023", "H", "UBND TỈNH QUẢNG NAM", "UBND HUYỆN NAM GIANG"
)
UNITS = (
    Unit("T", "UBND tỉnh Quảng Nam"),
    Unit("H", "UBND huyện Nam Giang", first_superior="T"),
    Unit("X", "Xã Cà Dy", first_superior="H"),
    Unit("P", "Phòng Nội vụ", first_superior="H"),
    Unit("TT", "Thị trấn Thạnh Mỹ", first_superior="H"),
)
TREE, ON = UnitTree(UNITS), date(2023, 6, 19)
DEPARTMENTS = (
    "Sở Nội vụ", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "Sở Y tế tỉnh Quảng Nam", "Phòng Nội vụ",
    "Phòng Văn hóa - Xã hội xã Cà Dy", "Văn phòng HĐND và UBND huyện Nam Giang", "Thanh tra tỉnh", "Ban Dân tộc",
    "Ban Quản lý Khu kinh tế mở Chu Lai", "Trung tâm Phục vụ hành chính công", "Chi cục Ưu đãi", "Bộ Nội vụ",
)  # fmt: skip
SUPERIORS = ("", "Chính phủ", "UBND TỈNH QUẢNG NAM", "UBND huyện Nam Giang", "UBND thành phố Đà Nẵng")

names = st.one_of(
    st.builds(
        "{} {} {}".format,
        st.sampled_from(("ỦY BAN NHÂN DÂN", "UBND", "Ủy ban nhân dân")),
        st.sampled_from(PLACES),
        st.sampled_from(("Nam Giang", "Đắc Pre", "Ư Ơ", "1", "Hồ Chí Minh")),
    ),
    st.sampled_from(DEPARTMENTS),
)
offices = st.builds(
    lambda name, above, below: Office(agency(name), agency(above) if above else None, tuple(below)),
    names,
    st.sampled_from(SUPERIORS),
    st.lists(st.sampled_from(PLACES), max_size=2, unique=True),
)


@given(offices, st.sampled_from(KINDS))
def test_every_suggested_dispatch_is_complete_and_in_form(office: Office, kind: str) -> None:
    found = suggested(office, "H", kind)
    assert SYMBOL.fullmatch(found.symbol)
    assert found.signer_position
    assert found.signer_position.isupper()
    assert found.recipients
    assert all(line == line.strip(" -;.") and "  " not in line for line in found.recipients)
    assert found.drafting_unit
    assert (found.authority == "TM. ỦY BAN NHÂN DÂN") == office.issuing.is_committee
    assert found.signer == ""


@given(offices)
def test_every_signing_follows_the_decree(office: Office) -> None:
    for each in signings(office):
        assert each.position == each.position.upper().strip()
        assert all(AUTHORITY.fullmatch(line) for line in each.authority)
        is_of_committee = office.issuing.is_committee
        by_order = any(line.startswith(("TL.", "TUQ.")) for line in each.authority)
        has_body = any(line.startswith("TM.") for line in each.authority)
        assert has_body == (is_of_committee and not by_order)  # who signs by order does not sign for the body
        if each.authority and each.authority[-1].startswith("KT."):
            assert each.position.startswith(("PHÓ ", "THỨ "))
    assert len(set(signings(office))) == len(signings(office))


@given(offices, st.sampled_from(KINDS))
def test_what_is_customary_is_the_first_choice(office: Office, kind: str) -> None:
    found = suggested(office, "H", kind)
    assert found.symbol == symbols(office, kind)[0]
    assert found.drafting_unit == drafting_units(office, kind)[0]
    assert Signing(tuple(filter(None, found.authority.split("\n"))), found.signer_position) == signings(office)[0]


@pytest.mark.parametrize(
    "name, above, kind, symbol, position",
    [
        ("UBND tỉnh Quảng Nam", "", "progress", "BC-UBND", "CHỦ TỊCH"),
        ("UBND huyện Nam Giang", "UBND tỉnh Quảng Nam", "targets", "KH-UBND", "CHỦ TỊCH"),
        ("UBND xã Cà Dy", "UBND huyện Nam Giang", "notice", "UBND-NV", "CHỦ TỊCH"),
        ("Sở Nội vụ", "UBND tỉnh Quảng Nam", "periodic", "BC-SNV", "GIÁM ĐỐC"),
        ("Sở Nội vụ", "UBND tỉnh Quảng Nam", "notice", "SNV-VP", "GIÁM ĐỐC"),
        ("Phòng Nội vụ", "UBND huyện Nam Giang", "notice", "PNV-CCHC", "TRƯỞNG PHÒNG"),
        ("Văn phòng HĐND và UBND huyện Nam Giang", "", "onestop", "BC-VP", "CHÁNH VĂN PHÒNG"),
    ],
)
def test_symbols_and_positions_by_custom(name: str, above: str, kind: str, symbol: str, position: str) -> None:
    found = suggested(Office(agency(name), agency(above) if above else None), "H", kind)
    assert (found.symbol, found.signer_position) == (symbol, position)


@pytest.mark.parametrize(
    "name, above, kind, sent_to",
    [
        ("UBND huyện Nam Giang", "UBND TỈNH QUẢNG NAM", "progress",
         "Ủy ban nhân dân tỉnh Quảng Nam; Sở Nội vụ tỉnh Quảng Nam"),
        ("UBND huyện Nam Giang", "UBND tỉnh Quảng Nam", "onestop",
         "Ủy ban nhân dân tỉnh Quảng Nam; Văn phòng Ủy ban nhân dân tỉnh Quảng Nam"),
        ("UBND xã Cà Dy", "UBND huyện Nam Giang", "units",
         "Ủy ban nhân dân huyện Nam Giang; Phòng Nội vụ huyện Nam Giang"),
        ("UBND tỉnh Quảng Nam", "", "periodic", "Bộ Nội vụ"),
        ("UBND tỉnh Quảng Nam", "Chính phủ", "onestop", "Văn phòng Chính phủ"),
        ("Sở Nội vụ", "UBND tỉnh Quảng Nam", "progress", "Ủy ban nhân dân tỉnh Quảng Nam"),
        ("Văn phòng UBND huyện Nam Giang", "UBND huyện Nam Giang", "onestop", "Ủy ban nhân dân huyện Nam Giang"),
        ("UBND huyện Nam Giang", "", "progress", ""),
        ("UBND huyện Nam Giang", "UBND tỉnh Quảng Nam", "notice", ""),
        ("UBND huyện Nam Giang", "UBND tỉnh Quảng Nam", "targets", ""),
    ],
)  # fmt: skip
def test_reports_go_up_and_plans_and_letters_do_not(name: str, above: str, kind: str, sent_to: str) -> None:
    assert suggested(Office(agency(name), agency(above) if above else None), "H", kind).addressee == sent_to


def test_recipients_of_a_district_are_party_council_leaders_and_those_below() -> None:
    assert recipient_choices(office_of(PLAN, TREE, ON)) == (
        "Thường trực Huyện ủy",
        "Thường trực HĐND huyện",
        "Chủ tịch, các Phó Chủ tịch UBND huyện",
        "Các cơ quan chuyên môn thuộc UBND huyện",
        "UBND các xã, thị trấn",
    )


def test_a_plan_is_also_sent_to_those_above() -> None:
    assert suggested(office_of(PLAN, TREE, ON), "H", "targets").recipients[:2] == (
        "UBND tỉnh Quảng Nam",
        "Sở Nội vụ tỉnh Quảng Nam",
    )


def moved(code: str, day: date, under: str) -> UnitEvent:
    return UnitEvent(day, EventKind.MOVE, (code,), (under,))


def test_places_that_have_ceased_or_moved_are_below_no_more() -> None:
    gone = replace(UNITS[-1], valid_to=ON)
    tree = UnitTree([*UNITS[:-1], gone, Unit("P1", "Phường Một", first_superior="T")], [moved("P1", ON, "H")])
    below = [office_of(PLAN, tree, day).below for day in (date(2023, 6, 18), ON, date(2023, 6, 20))]
    assert below == [("xã", "thị trấn"), ("xã", "phường", "thị trấn"), ("xã", "phường")]


def test_an_office_sends_to_whom_it_stands_under_on_the_day() -> None:
    bare = replace(PLAN, unit="X", superior_agency="", issuing_agency="")
    tree = UnitTree(UNITS, [moved("X", ON, "T")])
    found = [completed(None, bare, tree, day, "progress").addressee for day in (date(2023, 6, 18), ON)]
    assert [each.split(";")[0] for each in found] == [
        "Ủy ban nhân dân huyện Nam Giang",
        "Ủy ban nhân dân tỉnh Quảng Nam",
    ]


def test_an_office_that_has_ended_keeps_those_it_had_on_its_last_day() -> None:
    units = [*UNITS[:1], replace(UNITS[1], valid_to=ON), *UNITS[2:]]
    tree = UnitTree(units, [moved(code, date(2023, 6, 20), "T") for code in ("X", "TT")])
    assert office_of(PLAN, tree, date(2023, 7, 5)).below == ("xã", "thị trấn")


def test_the_tree_of_units_names_an_office_that_the_plan_does_not() -> None:
    bare = replace(PLAN, superior_agency="", issuing_agency="")
    found = completed(None, bare, TREE, ON, "progress")
    assert found.issuing_agency == "Ủy ban nhân dân huyện Nam Giang"
    assert found.place == "Nam Giang"
    assert found.addressee == "Ủy ban nhân dân tỉnh Quảng Nam; Sở Nội vụ tỉnh Quảng Nam"
    assert found.superior_agency == ""  # a committee stands at the head alone, unless the plan says otherwise


def test_the_plans_head_is_kept() -> None:
    found = completed(None, replace(PLAN, place="Thạnh Mỹ"), TREE, ON, "progress")
    assert (found.superior_agency, found.issuing_agency, found.place) == (
        "UBND TỈNH QUẢNG NAM",
        "UBND HUYỆN NAM GIANG",
        "Thạnh Mỹ",
    )


def test_what_an_office_said_is_kept_and_only_blanks_are_filled() -> None:
    said = Dispatch("H", "progress", symbol="BC-CCHC", addressee=NOBODY, recipients=("Lưu trữ huyện",), signer="X")
    found = completed(said, PLAN, TREE, ON, "progress")
    assert (found.symbol, found.addressee, found.recipients, found.signer) == (
        "BC-CCHC",
        NOBODY,
        ("Lưu trữ huyện",),
        "X",
    )
    assert (found.authority, found.signer_position) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


@pytest.mark.parametrize("authority, position", [("", "TRƯỞNG PHÒNG"), ("KT. CHỦ TỊCH", "")])
def test_a_signer_half_said_is_not_mixed_with_another(authority: str, position: str) -> None:
    said = Dispatch("H", "progress", authority=authority, signer_position=position)
    found = completed(said, PLAN, TREE, ON, "progress")
    assert (found.authority, found.signer_position) == (authority, position)


def test_a_department_that_sends_stands_under_the_plans_office() -> None:
    found = completed(Dispatch("H", "notice", issuing_agency="PHÒNG NỘI VỤ"), PLAN, TREE, ON, "notice")
    assert found.superior_agency == "Ủy ban nhân dân huyện Nam Giang"
    assert (found.symbol, found.authority, found.signer_position) == ("PNV-CCHC", "", "TRƯỞNG PHÒNG")
    assert found.place == "Nam Giang"


@pytest.mark.parametrize("name", ["", "Trường Trung học phổ thông A"])
def test_what_cannot_be_known_is_left_blank(name: str) -> None:
    found = suggested(Office(agency(name)), "H", "progress")
    assert (found.symbol, found.signer_position, found.drafting_unit, found.addressee) == ("", "", "", "")
    assert addressee_choices(Office(agency(name)), "progress") == ()

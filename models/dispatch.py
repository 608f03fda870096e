"""How an office sends a report: what stands around its text. Form of Decree 30/2020/NĐ-CP, Annex I."""

from dataclasses import dataclass, replace
from datetime import date

from models.agency import PLACES, Agency, Tier, agency
from models.plan import Plan
from models.unit import UnitTree

PLAN_KIND, LETTER_KIND, ONE_STOP_KIND = "targets", "notice", "onestop"
NOBODY = "-"
_POSTS = {
    "ủy ban nhân dân": ("Chủ tịch", "Phó Chủ tịch"),
    "sở": ("Giám đốc", "Phó Giám đốc"),
    "trung tâm": ("Giám đốc", "Phó Giám đốc"),
    "phòng": ("Trưởng phòng", "Phó Trưởng phòng"),
    "văn phòng": ("Chánh Văn phòng", "Phó Chánh Văn phòng"),
    "thanh tra": ("Chánh Thanh tra", "Phó Chánh Thanh tra"),
    "ban": ("Trưởng ban", "Phó Trưởng ban"),
    "cục": ("Cục trưởng", "Phó Cục trưởng"),
    "chi cục": ("Chi cục trưởng", "Phó Chi cục trưởng"),
    "tổng cục": ("Tổng cục trưởng", "Phó Tổng cục trưởng"),
    "vụ": ("Vụ trưởng", "Phó Vụ trưởng"),
    "bộ": ("Bộ trưởng", "Thứ trưởng"),
}
_HEADS_BELOW = {  # who signs by order or by authority of a committee's chairman (clause S5)
    Tier.PROVINCE: ("GIÁM ĐỐC SỞ NỘI VỤ", "CHÁNH VĂN PHÒNG"),
    Tier.DISTRICT: ("TRƯỞNG PHÒNG NỘI VỤ", "CHÁNH VĂN PHÒNG"),
    Tier.COMMUNE: ("TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "CHÁNH VĂN PHÒNG"),
}
_CLERKS = ("CHÁNH VĂN PHÒNG",)
_PARTY = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
}


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What an office puts on one kind of report, said once and printed each time; unit is the office's.

    symbol follows the number ("BC-UBND"), authority stands above the signer's position ("TM. ỦY BAN NHÂN DÂN"), signer
    is left blank until somebody signs, recipients are the lines of "Nơi nhận" without their dashes. Blank agencies and
    place are those of the plan. A blank addressee is the one that is customary; "-" is nobody."""

    unit: str
    report_kind: str
    symbol: str = ""
    addressee: str = ""
    authority: str = ""
    signer_position: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    drafting_unit: str = ""
    superior_agency: str = ""
    issuing_agency: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """The office whose name stands at the head, the one above it, and the sorts of places right below: xã, thị trấn."""

    issuing: Agency
    superior: Agency | None = None
    below: tuple[str, ...] = ()

    @property
    def tier(self) -> Tier:
        """The level; a department is of the level of its own place, else of the one above it."""
        own = self.issuing.tier(self.superior)
        return self.superior.tier() if own is Tier.UNKNOWN and self.superior else own


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, as it is printed: the lines of authority (none where a head signs an own paper) and the position."""

    authority: tuple[str, ...]
    position: str


def office_of(plan: Plan, tree: UnitTree, day: date, said: Dispatch | None = None) -> Office:
    """Return the office that sends a plan's reports of a kind on a day, as far as dispatch, plan and units tell.

    Without a name of its own it is the plan's unit, and the one above is that unit's superior; of one that has ended,
    as on its last day. A department that sends in the plan's office's stead stands under that office."""
    own = tree.units.get(plan.unit)
    day = min(day, (own and own.valid_to) or day)
    above = tree.units.get(tree.superior(own.code, day) or "") if own else None
    of_plan = agency(plan.issuing_agency or (own.name if own else ""))
    issuing = agency(said.issuing_agency) if said and said.issuing_agency else of_plan
    named = (said.superior_agency if said else "") or plan.superior_agency or (above.name if above else "")
    superior = agency(named) if named else None
    is_department = issuing != of_plan and of_plan.is_committee and not issuing.is_committee
    if is_department and not (said and said.superior_agency):
        superior = of_plan
    sorts = {agency(tree[each].name).place_sort for each in tree.children(plan.unit, day)}
    return Office(issuing, superior, tuple(sort for sort in PLACES if sort in sorts))


def suggested(office: Office, unit: str, kind: str) -> Dispatch:
    """Return what an office puts on a kind of report by custom. What cannot be known is blank.

    A people's committee stands at the head alone, a department under the agency it belongs to."""
    signing = next(iter(signings(office)), Signing((), ""))
    return Dispatch(
        unit=unit,
        report_kind=kind,
        symbol=next(iter(symbols(office, kind)), ""),
        addressee="; ".join(addressees(office, kind)),
        authority="\n".join(signing.authority),
        signer_position=signing.position,
        recipients=recipients(office, kind),
        drafting_unit=next(iter(drafting_units(office, kind)), ""),
        superior_agency=office.superior.name if office.superior and not office.issuing.is_committee else "",
        issuing_agency=office.issuing.name,
        place=_dateline(office),
    )


def completed(said: Dispatch | None, plan: Plan, tree: UnitTree, day: date, kind: str) -> Dispatch:
    """Return what an office puts on a kind of report on a day: what it said, else the plan's head, else what is
    customary."""
    given = said or Dispatch(plan.unit, kind)
    custom = suggested(office_of(plan, tree, day, said), plan.unit, kind)
    signs = custom if not given.authority and not given.signer_position else given
    of_plan = "" if given.issuing_agency else plan.superior_agency
    return replace(
        given,
        symbol=given.symbol or custom.symbol,
        addressee=given.addressee or custom.addressee,
        authority=signs.authority,
        signer_position=signs.signer_position,
        recipients=given.recipients or custom.recipients,
        drafting_unit=given.drafting_unit or custom.drafting_unit,
        superior_agency=given.superior_agency or of_plan or custom.superior_agency,
        issuing_agency=given.issuing_agency or plan.issuing_agency or custom.issuing_agency,
        place=given.place or plan.place or custom.place,
    )


def symbols(office: Office, kind: str) -> tuple[str, ...]:
    """Return the symbols to choose from, the customary first: BC-UBND, KH-UBND; a letter's names drafters or field."""
    own = office.issuing.abbreviation
    if office.issuing.sort not in _POSTS:
        return ()
    if kind != LETTER_KIND:
        return (f"{'KH' if kind == PLAN_KIND else 'BC'}-{own}",)
    fields = drafting_units(office, kind) if office.issuing.is_committee or office.issuing.sort == "sở" else ()
    return tuple(f"{own}-{each}" for each in dict.fromkeys((*fields, "CCHC")))


def drafting_units(office: Office, kind: str) -> tuple[str, ...]:
    """Return the drafting units to choose from, as the last line of "Nơi nhận" shortens them, the customary first."""
    issuing = office.issuing
    if issuing.is_committee:
        return ("VP", "NV") if kind == ONE_STOP_KIND else ("NV", "VP")
    if issuing.sort == "phòng":
        return (issuing.abbreviation[1:], "CCHC")
    return ("VP", "CCHC") if issuing.sort in _POSTS else ()


def signings(office: Office) -> tuple[Signing, ...]:
    """Return who may sign, the head first: also a deputy (KT.), an acting head (Q.), by order (TL.), authorised (TUQ.).

    Source: Decree 30/2020/NĐ-CP, Annex I, 7a. Empty where the head's post is not known."""
    issuing = office.issuing
    if issuing.sort not in _POSTS:
        return ()
    head, deputy = (post.upper() for post in _POSTS[issuing.sort])
    body = (f"TM. {issuing.sort.upper()}",) if issuing.is_committee else ()
    found = [Signing(body, head), Signing((*body, f"KT. {head}"), deputy), Signing(body, f"Q. {head}")]
    below = _HEADS_BELOW.get(office.tier, _CLERKS) if issuing.is_committee else ()
    below = _CLERKS if issuing.sort in ("sở", "bộ") else below
    found += [Signing((f"TL. {head}",), each) for each in below]
    found += [Signing((f"TL. {head}", f"KT. {each}"), f"PHÓ {each}") for each in below if each in _CLERKS]
    found += [Signing((f"TUQ. {head}",), each) for each in below]
    return tuple(found)


def addressees(office: Office, kind: str) -> tuple[str, ...]:
    """Return whom a kind of report is customarily sent up to; a plan to nobody, a letter to the units it concerns."""
    return () if kind in (PLAN_KIND, LETTER_KIND) else addressee_choices(office, kind)


def addressee_choices(office: Office, kind: str) -> tuple[str, ...]:
    """Return the agencies above an office that a report may be sent to, the customary ones first."""
    superior = office.superior
    if superior is None:
        return (_ministry(kind),) if office.tier is Tier.PROVINCE else ()
    names = [superior.name]
    if superior.tier() is Tier.CENTRE and office.tier is Tier.PROVINCE:
        names = [_ministry(kind)]
    elif superior.is_committee and superior.tier() in (Tier.PROVINCE, Tier.DISTRICT):
        names.append(_specialist(superior, kind))
    own = office.issuing
    is_itself = own.sort == "văn phòng" and kind == ONE_STOP_KIND
    return tuple(each for each in names[: 1 if is_itself else None] if not each.startswith(own.name))


def recipients(office: Office, kind: str) -> tuple[str, ...]:
    """Return the customary lines of "Nơi nhận" for a kind of report, without "Như trên" and the filing line."""
    if kind == LETTER_KIND:
        return _leaders(office)
    above = () if kind != PLAN_KIND else tuple(agency(each).short_name for each in addressee_choices(office, kind))
    return tuple(dict.fromkeys((*above, *recipient_choices(office))))


def recipient_choices(office: Office) -> tuple[str, ...]:
    """Return the lines of "Nơi nhận" that are usual at an office's level: party and council, leaders, those below."""
    issuing = office.issuing
    if not issuing.is_committee:
        return (*_leaders(office), *_own_divisions(issuing))
    place = issuing.place_sort
    party = _PARTY.get(place, f"Đảng ủy {place}") if place else ""
    lines = [f"Thường trực {party}", f"Thường trực HĐND {place}"] if place else []
    lines += _leaders(office)
    specialists = {Tier.PROVINCE: "Các sở, ban, ngành", Tier.COMMUNE: f"Các bộ phận chuyên môn thuộc UBND {place}"}
    lines.append(specialists.get(office.tier, f"Các cơ quan chuyên môn thuộc UBND {place}"))
    if office.below:
        lines.append(f"UBND các {', '.join(office.below)}")
    return tuple(line.strip() for line in lines)


def _leaders(office: Office) -> tuple[str, ...]:
    issuing = office.issuing
    if issuing.is_committee:
        return (f"Chủ tịch, các Phó Chủ tịch UBND {issuing.place_sort}".strip(),)
    if issuing.sort not in _POSTS:
        return ()
    head, deputy = _POSTS[issuing.sort]
    return (f"{head}, các {deputy}",)


def _own_divisions(issuing: Agency) -> tuple[str, ...]:
    return ("Các phòng, đơn vị thuộc Sở",) if issuing.sort == "sở" else ()


def _ministry(kind: str) -> str:
    return "Văn phòng Chính phủ" if kind == ONE_STOP_KIND else "Bộ Nội vụ"


def _specialist(superior: Agency, kind: str) -> str:
    """Return who gathers a kind of report for a committee: its home affairs office, of the one-stop its own office."""
    if kind == ONE_STOP_KIND:
        return f"Văn phòng {superior.name}"
    sort = "Sở" if superior.tier() is Tier.PROVINCE else "Phòng"
    return f"{sort} Nội vụ {superior.whole_place}"


def _dateline(office: Office) -> str:
    """Return the place before the date: the office's own, of a department that of the agency above."""
    return office.issuing.dateline or (office.superior.dateline if office.superior else "")

"""What stands around a report's text by Decree 30/2020/NĐ-CP: head, title, addressees, legal bases, signature."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from models import agency
from models.dispatch import Dispatch
from models.plan import LegalBasis, Plan
from reports.document import NBSP, Block, Head, Paragraph, Run, Signature, Style, Text, Title, tied
from reports.word.text_width import are_even, even_phrases

BLANK = "..........."
_TITLE_POINTS, _TITLE_MM = 14, 145
_NARROWER = (110, 85, 70)
_WORDS = re.compile(
    r" (?=(?:thực hiện|các|chỉ tiêu|cải cách|đầu năm|năm|của|tiếp nhận|giải quyết|hồ sơ|thủ tục|theo|công tác)\b)"
)
ROOM_FOR_NUMBER = " " * 6

_VERBS = (
    "ban hành", "quy định", "về", "sửa đổi", "phê duyệt", "hướng dẫn", "công bố", "giao", "bãi bỏ", "điều chỉnh",
    "thông qua", "quyết định",
)  # fmt: skip
_WITHOUT_NUMBER = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")


def official_day(day: date) -> str:
    """Return a day in words: ngày 05 tháng 01 năm 2020, ngày 29 tháng 6 năm 2019 (clause H9)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def open_number(symbol: str) -> str:
    """Return the number left open for the clerk, before the symbol (clause H7)."""
    return f"{ROOM_FOR_NUMBER}/{symbol or BLANK}"


def head(plan: Plan, dispatch: Dispatch | None, on: date, about: str = "") -> Head:
    """Return the head block; what the file does not say is left as dots. about is what a letter is about (T4)."""
    superior, issuing, place = _said(plan, dispatch)
    return Head(
        superior=superior.upper(),
        issuing=(issuing or BLANK).upper(),
        number=f"Số: {open_number(dispatch.symbol if dispatch else '')}",
        place_and_date=f"{place or BLANK}, {official_day(on)}",
        about=about,
    )


def _said(plan: Plan, dispatch: Dispatch | None) -> tuple[str, str, str]:
    """Return superior and issuing agency and place: those of the kind of report, where it names none the plan's."""
    own = dispatch or Dispatch(plan.unit, "")
    superior = own.superior_agency or ("" if own.issuing_agency else plan.superior_agency)
    return superior, own.issuing_agency or plan.issuing_agency, own.place or plan.place


def title(kind: str, *phrases: str) -> Title:
    """Return the document's kind and what it is about, broken into even lines (clauses T1 to T3).

    Between phrases where that is even, else inside them too, but never inside a word of two syllables."""
    whole = [_loose(phrase) for phrase in phrases]
    parted = [part for phrase in whole for part in _WORDS.split(phrase)]
    tries = (even_phrases(words, _TITLE_POINTS, room) for room in (_TITLE_MM, *_NARROWER) for words in (whole, parted))
    lines = next((each for each in tries if are_even(each, _TITLE_POINTS)), None)
    return Title(kind.upper(), tuple(lines or even_phrases(whole, _TITLE_POINTS, _TITLE_MM)))


def addressees(dispatch: Dispatch | None, plan: Plan) -> list[Block]:
    """Return Kính gửi: one on the line, several below one another (clauses R1, R2); none when the office names none.

    Where nothing is said yet and there is a superior, the name is left as dots."""
    return addressed_to(addressee_names(dispatch, plan))


def addressed_to(names: Sequence[str]) -> list[Block]:
    """Return Kính gửi with these names."""
    if len(names) < 2:
        return [Paragraph((Run(f"Kính gửi: {name}"),), Style.ADDRESSEE) for name in names]
    blocks: list[Block] = [Paragraph((Run("Kính gửi:"),), Style.ADDRESSEES_HEAD, keeps_next=True)]
    for index, name in enumerate(names):
        end = "." if index == len(names) - 1 else ";"
        blocks.append(Paragraph((Run(f"- {name}{end}"),), Style.ADDRESSEES))
    return blocks


def addressee_names(dispatch: Dispatch | None, plan: Plan) -> list[str]:
    """Return whom the report is sent up to."""
    if dispatch is None:
        return [BLANK] if plan.superior_agency else []
    return [tied(name) for part in dispatch.addressee.replace("\n", ";").split(";") if (name := part.strip(" .-"))]


def legal_bases(bases: tuple[LegalBasis, ...]) -> list[Block]:
    """Return the documents the plan rests on, one a paragraph (clause T5)."""
    lines = [legal_basis_text(basis) for basis in bases]
    last = len(lines) - 1
    return [
        Paragraph((Run(tied(f"{line}{'.' if index == last else ';'}")),), Style.LEGAL_BASIS)
        for index, line in enumerate(lines)
    ]


def legal_basis_text(basis: LegalBasis) -> str:
    """Return a document's first mention: kind, number, day, agency, abstract; laws without number and agency (T6)."""
    abstract = " ".join(basis.abstract.split()).rstrip(" .;")
    if basis.kind in _WITHOUT_NUMBER:
        day = official_day(basis.day) if basis.day else ""
        return " ".join(filter(None, ("Căn cứ", basis.kind, abstract, day)))
    parts = [
        "Căn cứ",
        basis.kind,
        f"số {basis.number}" if basis.number else "",
        official_day(basis.day) if basis.day else "",
        f"của {agency_name(basis.agency)}" if basis.agency else "",
        about(abstract) if abstract else "",
    ]
    return " ".join(filter(None, parts))


def about(abstract: str) -> str:
    """Return an abstract as it follows a document's name: with "về" before what is no verb."""
    return abstract if abstract.casefold().startswith(_VERBS) else f"về {abstract}"


def plan_mention(plan: Plan, office: str) -> str:
    """Return the plan's first mention, with number, day and agency where the file has them (clause T6)."""
    name = tied(plan.name.strip())
    if not plan.number:
        return name
    kind, _, rest = name.partition(" ") if not name.startswith("Kế hoạch") else ("Kế hoạch", "", name[8:].strip())
    day = f" {official_day(plan.issued_on)}" if plan.issued_on else ""
    return f"{kind} số{NBSP}{plan.number}{day} của {office} {about(rest)}".strip()


def office_name(plan: Plan, unit_name: str, dispatch: Dispatch | None = None) -> str:
    """Return the issuing agency as a sentence has it: Ủy ban nhân dân huyện Nam Giang.

    The head's name may be in capitals, which hide how it is written: the unit's own name tells. Without a dispatch it
    is the plan's agency."""
    written = unit_name.strip().replace("UBND", agency.COMMITTEE).replace("HĐND", agency.COUNCIL)
    same = {written.upper(), unit_name.strip().upper()}
    name = " ".join(_said(plan, dispatch)[1].split()) or agency.agency(unit_name).name
    return tied(written[:1].upper() + written[1:]) if name.upper() in same else agency_name(name)


def agency_name(name: str) -> str:
    """Return an agency's name as a sentence has it, dots where there is none."""
    return tied(agency.agency_name(name) or BLANK)


def annex_head(number: str, lines: tuple[str, ...], reference: str) -> list[Block]:
    """Return an annex's number, title and reference (clauses A2, A3)."""
    return [
        Paragraph((Run(_loose(number)),), Style.ANNEX_NUMBER),
        Paragraph((Run(_loose("\n".join(line.upper() for line in lines))),), Style.ANNEX_TITLE),
        Paragraph((Run(reference),), Style.ANNEX_REFERENCE),
    ]


def annex_reference(kind: str, office: str, dispatch: Dispatch | None, on: date) -> str:
    """Return the line that binds an annex to its document; the number is left open."""
    symbol = dispatch.symbol if dispatch else ""
    return f"(Kèm theo {kind} số {open_number(symbol)} {official_day(on)} của {office})"


def annex_numbers(count: int) -> list[str]:
    """Return the annexes' names: Roman numbers from two on (clause A1)."""
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return ["Phụ lục"] if count == 1 else [f"Phụ lục{NBSP}{roman[index]}" for index in range(count)]


def _loose(text: str) -> str:
    """Return a text that stands on a line of its own, where nothing needs to be held together."""
    return text.replace(NBSP, " ")


def signature(dispatch: Dispatch | None, has_addressee: bool) -> Signature:
    """Return the last block (clauses S1 to S4, R3 to R5); the room for a name stays when nobody is named."""
    if dispatch is None:
        return Signature(_recipients((), BLANK, has_addressee), (BLANK,), BLANK, "")
    lines = [line.strip() for line in dispatch.authority.replace(";", "\n").split("\n") if line.strip()]
    return Signature(
        recipients=_recipients(dispatch.recipients, dispatch.drafting_unit or BLANK, has_addressee),
        authority=tuple(line.upper() for line in lines),
        position=(dispatch.signer_position or BLANK).upper(),
        signer=dispatch.signer,
    )


def _recipients(given: tuple[str, ...], drafting_unit: str, has_addressee: bool) -> tuple[str, ...]:
    """Return the list below Nơi nhận: Như trên first where there is a Kính gửi (R5), Lưu last (R4)."""
    names = [name for line in given if (name := line.strip(" -;."))]
    others = [tied(name) for name in names if not name.casefold().startswith(("như trên", "lưu"))]
    first = ["Như trên"] if has_addressee else []
    return (*(f"- {name};" for name in (*first, *others)), f"- Lưu: VT, {drafting_unit.rstrip('. ') or BLANK[:-1]}.")


def closing(text: Text) -> Paragraph:
    """Return the last paragraph with the sign that nothing follows (clause B8), held to the signature."""
    return Paragraph((*text, Run("./.")), keeps_next=True)


def held_at_end(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks whose last paragraph stays with the closing words: a page never holds those and a name only."""
    held = list(blocks)
    if held and isinstance(held[-1], Paragraph):
        held[-1] = replace(held[-1], keeps_next=True)
    return held

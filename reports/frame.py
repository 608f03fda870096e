"""A report between its head and its signature: what every BÁO CÁO has, whatever it tells of."""

from collections.abc import Iterator, Sequence

from models.number import format_date
from reports import form, wording
from reports.context import Context, Reporting
from reports.document import NBSP, Block, Document, Paragraph, Properties, Section, Text, listed, words
from reports.figure_words import period_words

TITLE = "BÁO CÁO"

Annex = tuple[tuple[str, ...], list[Block]]  # the lines of its title, and what is in it


def framed(context: Context, phrases: Sequence[str], body: Sequence[Block], annexes: Sequence[Annex]) -> Document:
    """Return a whole report: the main text, then its annexes. phrases: what it is about, as its title may break."""
    subject = " ".join(phrases)
    has_addressee = bool(form.addressee_names(context.dispatch, context.plan))
    main: list[Block] = [
        form.head(context.plan, context.dispatch, context.on),
        form.title(TITLE, *phrases, when(context)),
        *form.addressees(context.dispatch, context.plan),
        *form.legal_bases(context.legal_bases),
        *form.held_at_end(body),
        form.closing(_closing(context, subject)),
        form.signature(context.dispatch, has_addressee),
    ]
    return Document(_properties(context, subject), sections(context, "Báo cáo", main, annexes))


def sections(context: Context, sort: str, main: Sequence[Block], annexes: Sequence[Annex]) -> tuple[Section, ...]:
    """Return a document's main text and its annexes, which lie; sort is what they say they belong to: Báo cáo."""
    reference = form.annex_reference(sort, office(context), context.dispatch, context.on)
    found = [Section(tuple(main))]
    for number, (title, blocks) in zip(form.annex_numbers(len(annexes)), annexes, strict=True):
        found.append(Section((*form.annex_head(number, title, reference), *blocks), is_landscape=True))
    return tuple(found)


def office(context: Context) -> str:
    """Return the agency that sends the report, as a sentence has it."""
    return form.office_name(context.plan, context.units[context.plan.unit].name, context.dispatch)


def plan_office(context: Context) -> str:
    """Return the agency whose plan the report is of, as a sentence has it."""
    return form.office_name(context.plan, context.units[context.plan.unit].name)


def when(context: Context) -> str:
    """Return the period, and the unit where the report is of one: 6 tháng đầu năm 2023 của xã Cà Dy."""
    return period_words(context.period) + (f" của {context.unit_name(context.unit)}" if context.unit else "")


def opening(context: Context, who: Reporting, subject: str) -> Paragraph:
    """Return the first paragraph: by which plan, who reports on what, from which days, how much has come in."""
    return Paragraph(
        words(
            "Thực hiện {plan}, {agency} báo cáo {subject} {when} ({facts}) như sau:",
            plan=form.plan_mention(context.plan, plan_office(context)),
            agency=office(context),
            subject=subject,
            when=when(context),
            facts=listed(facts(context, who), "; "),
        )
    )


def facts(context: Context, who: Reporting) -> Iterator[Text]:
    """Yield what must be known of a report's figures: their days, how many units they are of, of the units of which
    time where those changed in the year, that they are samples."""
    first, last = (format_date(day) for day in (context.window.first, context.window.last))
    yield words("số liệu từ ngày {first} đến ngày {last}", first=first, last=last)
    if coverage := wording.coverage_words(who):
        yield coverage
    if context.reorganised:
        yield words(wording.AS_REPORTED, days=wording.enumerated([format_date(day) for day in context.reorganised]))
    if context.is_illustrative:
        yield words(wording.ILLUSTRATIVE)


def _closing(context: Context, subject: str) -> Text:
    names = [name for name in form.addressee_names(context.dispatch, context.plan) if name != form.BLANK]
    asked = f"; kính báo cáo {wording.enumerated(names)} xem xét, tổng hợp" if names else ""
    return words(
        "Trên đây là báo cáo {subject} {when}{by}{asked}",
        subject=_small(subject),
        when=when(context),
        by="" if context.unit else f" của {office(context)}",
        asked=asked,
    )


def _properties(context: Context, subject: str) -> Properties:
    title = f"Báo cáo {_small(subject)} {when(context)}".replace(NBSP, " ")
    return Properties(title, office(context).replace(NBSP, " "), context.on, context.plan.name.strip())


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]

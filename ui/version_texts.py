"""The words of versions: where one stands, what a plan lacks."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.number import format_date
from models.plan import LegalBasis, Plan
from models.plan_versions import PlanState, state_of, version_number
from models.readiness import Lack, Lacking

MOST_CODES = 6

_STATES = {
    PlanState.DRAFT: QT_TRANSLATE_NOOP("Versions", "being drafted"),
    PlanState.ISSUED: QT_TRANSLATE_NOOP("Versions", "issued"),
    PlanState.REPLACED: QT_TRANSLATE_NOOP("Versions", "replaced"),
}
_LACKS = {
    Lack.INDICATORS: QT_TRANSLATE_NOOP("Versions", "The plan has no indicators."),
    Lack.TARGETS: QT_TRANSLATE_NOOP("Versions", "Without a target: {codes}"),
    Lack.PARTS: QT_TRANSLATE_NOOP("Versions", "It is not said what is divided by what: {codes}"),
    Lack.BASES: QT_TRANSLATE_NOOP("Versions", "No legal basis is named."),
    Lack.TASK_LEADS: QT_TRANSLATE_NOOP("Versions", "Tasks without a lead unit: {codes}"),
    Lack.TASK_DEADLINES: QT_TRANSLATE_NOOP("Versions", "Tasks without a deadline: {codes}"),
}


def state_word(state: PlanState) -> str:
    """Return the word of a version's state."""
    return QCoreApplication.translate("Versions", str(_STATES[state]))


def version_text(plan: Plan, plans: Iterable[Plan]) -> str:
    """Return which version a plan is and where it stands: bản 1, đang soạn."""
    known = list(plans)
    text = QCoreApplication.translate("Versions", "version {number}, {state}")
    return text.format(number=version_number(plan, known), state=state_word(state_of(plan, known)))


def document_text(plan: Plan) -> str:
    """Return by which document a plan was issued, and when; empty for a draft."""
    if plan.issued_on is None:
        return plan.number
    day = format_date(plan.issued_on)
    if not plan.number:
        return QCoreApplication.translate("Versions", "issued on {day}").format(day=day)
    return QCoreApplication.translate("Versions", "{number} of {day}").format(number=plan.number, day=day)


def basis_text(bases: Iterable[LegalBasis]) -> str:
    """Return on which document a draft rests, the newest one: dựa trên Kết luận hội nghị 16/2/2023; empty without."""
    dated = [(each.day, each) for each in bases if each.day is not None]
    if not dated:
        return ""
    day, newest = max(dated, key=lambda each: each[0])
    words = " ".join(filter(None, (newest.kind, newest.number, format_date(day))))
    return QCoreApplication.translate("Versions", "based on {document}").format(document=words)


def lack_text(each: Lacking) -> str:
    """Return what a plan lacks, with the first codes that lack it."""
    codes = ", ".join(each.codes[:MOST_CODES]) + (" …" if len(each.codes) > MOST_CODES else "")
    return QCoreApplication.translate("Versions", str(_LACKS[each.lack])).format(codes=codes)

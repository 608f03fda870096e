"""What somebody should look at before a plan is issued. Nothing of it stands in the way."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from models.measure import Kind
from models.plan_content import PlanContent


class Lack(StrEnum):
    """What a plan lacks, in the order in which it is told."""

    INDICATORS = "indicators"
    TARGETS = "targets"
    PARTS = "parts"
    BASES = "bases"
    TASK_LEADS = "task_leads"
    TASK_DEADLINES = "task_deadlines"


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that a plan lacks, and the codes of what lacks it; none where it is the plan itself."""

    lack: Lack
    codes: tuple[str, ...] = ()


def lacking(content: PlanContent, watched: Collection[str] = ()) -> list[Lacking]:
    """Return what a plan lacks; watched: indicators that are counted without a target on purpose."""
    its, given = content.indicators, {each.indicator for each in content.assignments if each.target}
    found = {
        Lack.TARGETS: [
            each.code for each in its if each.target is None and each.code not in given and each.code not in watched
        ],
        Lack.PARTS: [
            each.code for each in its if each.kind is Kind.RATIO and not (each.numerator and each.denominator)
        ],
        Lack.TASK_LEADS: [each.code for each in content.tasks if not each.lead],
        Lack.TASK_DEADLINES: [each.code for each in content.tasks if each.due is None],
    }
    whole = {Lack.INDICATORS: not its, Lack.BASES: not content.bases}
    return [Lacking(lack, tuple(found.get(lack, ()))) for lack in Lack if found.get(lack) or whole.get(lack, False)]
